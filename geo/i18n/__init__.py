"""The words of the interface and of every picture, in Polish, English and Ukrainian.

The layer above data: nothing here opens a file under `data/`. Catalogues (`catalogues/*.po`) hold
phrases by stable ids such as `legend.ring`; `names/*.csv` hold the forms of country names that
CLDR lacks. Names of cities, seas and sites are data: `geo.datasets.names`.
"""

from __future__ import annotations

from geo.i18n.catalogue import LANGUAGES, Lang, has_phrase, keys, language, phrase
from geo.i18n.countries import CASES, Case, country_label, country_name
from geo.i18n.measures import (
    coordinate,
    day,
    km,
    km2,
    km_range,
    listing,
    number,
    percent,
)
from geo.i18n.naming import ALLIANCES, Names, alliance_name
from geo.i18n.reasons import feature_word, reason

__all__ = [
    "ALLIANCES",
    "CASES",
    "LANGUAGES",
    "Case",
    "Lang",
    "Names",
    "alliance_name",
    "coordinate",
    "country_label",
    "country_name",
    "day",
    "feature_word",
    "has_phrase",
    "keys",
    "km",
    "km2",
    "km_range",
    "language",
    "listing",
    "number",
    "percent",
    "phrase",
    "reason",
]
