"""English: possessives, and nothing else inflects."""

from __future__ import annotations

import functools

from geo.geoparse.morphology import Lemma

__all__ = ["English", "make"]


class English:
    """Plain rules: `Minsk's`, `Texas'`."""

    lang = "en"

    @staticmethod
    @functools.lru_cache(maxsize=20_000)
    def lemmas(token: str) -> tuple[Lemma, ...]:
        """Take the possessive off."""
        for ending in ("'s", "’s", "'", "’"):
            if token.endswith(ending):
                return (Lemma(token.removesuffix(ending)),)
        return ()


def make() -> English:
    """The analyser."""
    return English()
