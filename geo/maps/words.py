"""Title, subtitle, notes, credits and the text for those who don't see the picture.

A title never states a plan or a claim as a fact: it says what is drawn, and the subtitle says
how the article presents it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

import geopandas as gpd

from geo.analysis import Analysis
from geo.datasets.articles import OWN_PUBLISHER
from geo.datasets.names import NameBasis
from geo.i18n import Names, km, km_range, listing, phrase
from geo.i18n.transcription import into_english, into_polish, written_in
from geo.maps.arms import site_label, site_name, system_name
from geo.maps.borderlands import borderland_pairs
from geo.maps.scene import Layer, LayerRole, Provenance, SceneText
from geo.model import CONVENTION_KM, ModalityKind, Source

__all__ = ["credit_words", "publisher_words", "scene_text"]

_CREDITS = {
    "Made with Natural Earth": "credit.natural-earth",
    "© OpenStreetMap contributors": "credit.osm",
}
"""Credits that their owners give in several languages, or leave to us."""

_MANY = 8
"""Names that an enumeration in the alt text spells out."""


def scene_text(
    analysis: Analysis, layers: Sequence[Layer], lang: str, *, given: SceneText | None = None
) -> SceneText:
    """Compose the words around a picture from what is drawn.

    Parameters
    ----------
    analysis
        The article understood.
    layers
        Layers of the picture.
    lang
        Language of every word.
    given
        Words of a person's own; empty ones are composed.
    """
    title = given.title if given and given.title else _title(analysis, lang)
    return SceneText(
        title=title,
        subtitle=given.subtitle if given and given.subtitle else _subtitle(analysis, lang),
        as_of=phrase(f"as-of.{analysis.dated_by}", lang, on=analysis.on),
        notes=tuple(_notes(analysis, layers, lang)),
        credits=tuple(_credits(analysis, layers, lang)),
        alt=given.alt if given and given.alt else _alt(analysis, layers, title, lang),
    )


def _across(analysis: Analysis) -> Names:
    orgs = dict.fromkeys(org for org in analysis.partners.values() if org)
    return Names.of(*(orgs or analysis.partners))


def _title(analysis: Analysis, lang: str) -> str:
    if analysis.focus is None:
        return phrase("title.places", lang)
    words = {"a": Names.of(analysis.focus), "b": _across(analysis)}
    # a ring that a person chose is no documented range
    rings = not analysis.rings["hypothetical"].astype(bool).all()
    if any(analysis.partners.values()):
        return phrase("title.border-rings" if rings else "title.border", lang, **words)
    if rings:
        return phrase("title.rings", lang, **words)
    if analysis.article.title and analysis.lang == lang and _is_settable(analysis.article.title):
        return phrase("title.of-article", lang, title=analysis.article.title)
    return phrase("title.focus", lang, **words)


def _is_settable(title: str) -> bool:
    """Whether a title has only letters of Europe's scripts and no pictures."""
    return all(
        unicodedata.name(letter, "").startswith(("LATIN", "CYRILLIC", "GREEK"))
        if letter.isalpha()
        else unicodedata.category(letter) not in {"So", "Cs", "Co", "Cn"}
        for letter in title
    )


def _subtitle(analysis: Analysis, lang: str) -> str:
    """How the article presents what it says, then what the editor drew and from where."""
    parts = [_modality(analysis, lang)]
    rings = analysis.rings[~analysis.rings["hypothetical"]]
    if len(rings):
        parts.append(
            phrase("subtitle.editor", lang, rings=listing(_ranges(rings, analysis, lang), lang))
        )
    return " ".join(part for part in parts if part)


def _ranges(rings: gpd.GeoDataFrame, analysis: Analysis, lang: str) -> Iterable[str]:
    """Each range once, with the sites it is drawn around."""
    for (system, high_km), rows in rings.groupby(["system_id", "high_km"], sort=False):
        sites = dict.fromkeys(site_label(site, lang, analysis) for site in rows["site_id"])
        yield phrase(
            "subtitle.ring",
            lang,
            system=system_name(str(system), lang),
            length=km(float(str(high_km)), lang),
            site=listing(sites, lang),
        )


def _modality(analysis: Analysis, lang: str) -> str:
    """The modality that the places' mentions agree on; silent where the text doesn't tell."""
    told = Counter(
        r.mention.modality.kind
        for r in analysis.resolutions
        if r.mention.modality is not None and r.mention.modality.kind is not ModalityKind.UNKNOWN
    )
    for kind in (ModalityKind.PLANNED, ModalityKind.CLAIMED, ModalityKind.DENIED):
        if told[kind]:
            return f"{phrase(f'subtitle.{kind}', lang)}."
    return ""


def _notes(analysis: Analysis, layers: Sequence[Layer], lang: str) -> Iterable[str]:
    roles = {layer.role for layer in layers}
    editor = [layer.title for layer in layers if layer.provenance is Provenance.EDITOR]
    if LayerRole.RING in roles:
        yield phrase("note.ranges", lang)
        yield from _range_bases(analysis, lang)
    if editor:
        yield phrase("note.editor", lang)
        yield from _unread(analysis, lang)
    else:
        yield phrase("note.none-known", lang)
    if not analysis.borderland_areas["width_told"].all():
        yield phrase("note.borderland", lang, length=km(CONVENTION_KM, lang))
    if analysis.rings["hypothetical"].any():
        yield phrase("note.hypothetical", lang)
    if any(layer.id == "sites:later" for layer in layers):
        yield phrase("note.later", lang, on=analysis.on)
    unplaced = dict.fromkeys(analysis.places.loc[analysis.places["status"] == "nil", "surface"])
    if unplaced:
        said = (_in_letters(str(surface), lang) for surface in unplaced)
        yield phrase("note.unplaced", lang, names=listing(said, lang))
    if made := _transcribed(layers):
        yield phrase("note.transcribed", lang, names=listing(made, lang))
    viewpoint = analysis.settings.viewpoint
    yield phrase(f"viewpoint.{viewpoint}", lang) + "."
    if viewpoint != "un" and LayerRole.FOCUS_BORDER in roles:
        yield phrase("note.viewpoint-lengths", lang)
    yield phrase("note.boundaries", lang)


def _in_letters(surface: str, lang: str) -> str:
    """The article's own word; in Cyrillic, written in the letters of the picture's readers."""
    if lang == "uk" or written_in(surface, lang):
        return surface
    return into_polish(surface, "") if lang == "pl" else into_english(surface)


def _transcribed(layers: Sequence[Layer]) -> list[str]:
    """Names of what the article mentions that were written by rule."""
    return [
        name
        for layer in layers
        if layer.role is LayerRole.MENTIONS
        for name, basis in zip(layer.frame["label"], layer.frame["basis"], strict=True)
        if basis == NameBasis.TRANSCRIBED and name
    ]


def _unread(analysis: Analysis, lang: str) -> Iterable[str]:
    """Name what was there on the date, but is told by sources that came out only after it."""
    told = analysis.deployments[["source_id", "site_id"]].itertuples(index=False)
    measured = analysis.rings[["source_id", "system_id"]].itertuples(index=False)
    named = [
        *((source_id, site_label(site_id, lang, analysis)) for source_id, site_id in told),
        *((source_id, system_name(system_id, lang)) for source_id, system_id in measured),
    ]
    unread = {
        name: None
        for source_id, name in named
        if source_id in analysis.sources
        and analysis.sources[source_id].published_after(analysis.on)
    }
    if unread:
        yield phrase("note.sources-later", lang, on=analysis.on, names=listing(unread, lang))


def _range_bases(analysis: Analysis, lang: str) -> Iterable[str]:
    """System, km and source of each range; the basis stays in the source's own words."""
    for row in analysis.rings.drop_duplicates("system_id").to_dict("records"):
        source = analysis.sources.get(row["source_id"])
        if source is not None:
            yield phrase(
                "note.range-source",
                lang,
                system=system_name(row["system_id"], lang),
                spread=km_range(row["low_km"], row["high_km"], lang),
                source=source.title,
            )


def _credits(analysis: Analysis, layers: Sequence[Layer], lang: str) -> Iterable[str]:
    """Each source of the layers in the words its licence asks for; facts in one line."""
    used = dict.fromkeys(i for layer in layers if layer.visible for i in layer.source_ids)
    sources = [analysis.sources[i] for i in used if i in analysis.sources]
    own = [s for s in sources if s.id.startswith("standoff")]
    datasets = dict.fromkeys(credit_words(s, lang) for s in sources if s.licence and s not in own)
    yield from datasets
    if any(not s.licence for s in sources):
        yield phrase("credits.facts", lang)
    article = analysis.article
    if article.source and article.published:
        by = publisher_words(article.source, lang)
        yield phrase("credits.article", lang, source=by, published=article.published)
    if own:
        yield phrase("credits.map", lang)


def credit_words(source: Source, lang: str) -> str:
    """Credit a dataset as its licence asks, in the language where its owner has one."""
    words = source.attribution or f"{source.title} ({source.licence})"
    return phrase(_CREDITS[words], lang) if words in _CREDITS else words


def publisher_words(publisher: str, lang: str) -> str:
    """A publisher by its own name; what the examples say of themselves in the language."""
    return phrase("credits.own-example", lang) if publisher == OWN_PUBLISHER else publisher


def _alt(analysis: Analysis, layers: Sequence[Layer], title: str, lang: str) -> str:
    """The picture in sentences: what is coloured, drawn thick, ringed and marked."""
    sentences = [f"{title}. {phrase(f'as-of.{analysis.dated_by}', lang, on=analysis.on)}."]
    if analysis.focus is not None:
        sentences.append(phrase("alt.focus", lang, a=Names.of(analysis.focus)))
    sentences += [phrase("alt.alliance", lang, org=Names.of(org)) for org in analysis.alliances]
    if analysis.focus is not None and analysis.partners and len(analysis.borders):
        length = km(round(float(_pair_lengths(analysis))), lang)
        words = {"a": Names.of(analysis.focus), "b": _across(analysis), "length": length}
        sentences.append(phrase("alt.border", lang, **words))
    if pairs := borderland_pairs(analysis.borderland_areas, lang):
        sentences.append(phrase("alt.borderland", lang, pairs=pairs))
    for row in analysis.rings.to_dict("records"):
        words = {"site": site_name(row["site_id"], lang, analysis)}
        if row["hypothetical"]:
            length = km(row["high_km"], lang)
            sentences.append(phrase("alt.ring-hypothetical", lang, length=length, **words))
            continue
        sentences.append(
            phrase(
                "alt.ring",
                lang,
                system=system_name(row["system_id"], lang),
                spread=km_range(row["low_km"], row["high_km"], lang),
                status=phrase(f"status.{row['status']}", lang),
                **words,
            )
        )
    if analysis.rings.empty:
        sentences.append(phrase("alt.none-known", lang))
    names = [
        name
        for layer in layers
        if layer.role is LayerRole.MENTIONS
        for name in dict.fromkeys(layer.frame["label"])
        if name
    ]
    if names:
        sentences.append(phrase("alt.mentions", lang, n=len(names), names=_some(names, lang)))
    return " ".join(sentences)


def _pair_lengths(analysis: Analysis) -> float:
    return float(analysis.borders["length_km"].groupby(level=0).first().sum())


def _some(names: Sequence[str], lang: str) -> str:
    if len(names) <= _MANY:
        return listing(names, lang)
    more = phrase("alt.and-more", lang, n=len(names) - _MANY)
    return f"{', '.join(names[:_MANY])} {more}"
