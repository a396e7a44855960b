"""Points to the countries they lie in."""

from __future__ import annotations

from collections.abc import Sequence

from geo.datasets.join import country_at

__all__ = ["country_join"]


def country_join(
    lons: Sequence[float | None], lats: Sequence[float | None], *, viewpoint: str = "un"
) -> tuple[str | None, ...]:
    """Join points to countries.

    Parameters
    ----------
    lons, lats
        Decimal degrees, of the same length; None for what has no point.
    viewpoint
        Whose line to tell in disputed territories: `un`, `de_facto` or `neutral`.

    Returns
    -------
    countries
        ISO 3166 alpha-3 codes; None at sea, without a point, and where the viewpoint tells nobody.

    Raises
    ------
    InputError
        When there is no such viewpoint.
    DataError
        When the polygons are missing or damaged.
    """
    rows = zip(lons, lats, strict=True)
    points = {k: (x, y) for k, (x, y) in enumerate(rows) if x is not None and y is not None}
    found: list[str | None] = [None] * len(lons)
    if points:
        xs, ys = zip(*points.values(), strict=True)
        for k, iso in zip(points, country_at(xs, ys, viewpoint=viewpoint), strict=True):
            found[k] = iso
    return tuple(found)
