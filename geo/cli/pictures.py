"""`standoff figure` and `standoff map`: the article's picture as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.cli.reading import (
    FileArgument,
    OnOption,
    PublishedOption,
    ViewpointOption,
    article_from,
    day_from,
    notice,
    viewpoint_from,
)
from geo.errors import InputError
from geo.i18n import LANGUAGES, phrase

if TYPE_CHECKING:
    from geo.analysis import Analysis, RingChoice, Settings
    from geo.maps.scene import Scene
    from geo.model import Article

__all__ = ["draw_page", "figure"]

OutOption = Annotated[Path, typer.Option("--output", "-o", help="File to write.")]
WordsOption = Annotated[
    str | None, typer.Option("--lang", help="Language of the picture's words: pl, en or uk.")
]
HideOption = Annotated[
    list[str] | None, typer.Option("--hide", metavar="LAYER", help="Leave a layer out; repeatable.")
]
RingOption = Annotated[
    list[str] | None,
    typer.Option("--ring", metavar="SITE/SYSTEM", help="Add a ring of your own; repeatable."),
]


def figure(
    file: FileArgument,
    *,
    output: OutOption,
    picture: Annotated[
        str, typer.Option(help="map, or one beside it: lengths, reach, timeline.")
    ] = "map",
    layout: Annotated[
        str, typer.Option(help="half, full, slide, square, or WIDTHxHEIGHT in mm.")
    ] = "half",
    lang: WordsOption = None,
    dpi: Annotated[int, typer.Option(help="Dots per inch of a PNG.", min=36, max=1200)] = 300,
    hide: HideOption = None,
    ring: RingOption = None,
    on: OnOption = None,
    published: PublishedOption = None,
    viewpoint: ViewpointOption = "un",
    title: Annotated[str | None, typer.Option(help="Your own title.")] = None,
    subtitle: Annotated[str | None, typer.Option(help="Your own subtitle.")] = None,
    alt: Annotated[
        str | None, typer.Option(help="Your own text for those who don't see it.")
    ] = None,
) -> int:
    """Draw the article's map as a figure for a report: PNG, SVG or PDF by the name's ending.

    Example: standoff figure article.txt -o map.pdf --layout half --lang pl
    """
    from geo.analysis import Settings
    from geo.export.atomic import write_whole
    from geo.export.companions import companion_bytes
    from geo.export.image import figure_bytes, figure_format

    fmt = figure_format(output)
    sheet = _layout(layout)
    words = {"title": title, "subtitle": subtitle, "alt": alt}
    analysis, scene = _scene(
        article_from(file, published=published),
        Settings(on=day_from(on), rings=_rings(ring), viewpoint=viewpoint_from(viewpoint)),
        lang=lang,
        words=words,
    )
    hidden = _hidden(scene, hide)
    if picture == "map":
        content = figure_bytes(
            scene, fmt, layout=sheet, dpi=dpi, hide=hidden, command=_again(scene, layout, hidden)
        )
    else:
        content = companion_bytes(analysis, picture, fmt, lang=lang, layout=sheet, dpi=dpi)
    write_whole(output, content)
    return _told(analysis)


def _again(scene: Scene, layout: str, hidden: frozenset[str]) -> str:
    """The command that makes the picture again, without the names of this machine's files."""
    hide = " ".join(f"--hide {layer}" for layer in sorted(hidden))
    words = f"standoff figure FILE --layout {layout} --lang {scene.lang} --on {scene.on} {hide}"
    return words.strip()


def draw_page(
    file: FileArgument,
    *,
    output: OutOption,
    lang: WordsOption = None,
    hide: HideOption = None,
    ring: RingOption = None,
    on: OnOption = None,
    published: PublishedOption = None,
    viewpoint: ViewpointOption = "un",
) -> int:
    """Write the article and its map as one self-contained page that works from a file.

    Example: standoff map article.txt -o map.html
    """
    from geo.analysis import Settings
    from geo.export.html import write_map

    analysis, scene = _scene(
        article_from(file, published=published),
        Settings(on=day_from(on), rings=_rings(ring), viewpoint=viewpoint_from(viewpoint)),
        lang=lang,
        words={},
    )
    write_map(scene, analysis, output, hide=_hidden(scene, hide))
    return _told(analysis)


def _scene(
    article: Article, settings: Settings, *, lang: str | None, words: dict[str, str | None]
) -> tuple[Analysis, Scene]:
    from geo.analysis import analyse
    from geo.maps.build import build_scene

    if lang is not None and lang not in LANGUAGES:
        raise InputError(
            f"Pictures don't speak {lang!r}.", hint=f"Choose one of: {', '.join(LANGUAGES)}."
        )
    analysis = analyse(article, settings)
    return analysis, build_scene(analysis, lang=lang, **words)


def _rings(words: list[str] | None) -> tuple[RingChoice, ...]:
    from geo.analysis import RingChoice

    choices = []
    for word in words or ():
        site, slash, system = word.partition("/")
        if not (site and slash and system):
            raise InputError(
                f"--ring {word!r} is no pair.", hint="Write SITE/SYSTEM, such as lida_ab/su25."
            )
        choices.append(RingChoice(site_id=site, system_id=system))
    return tuple(choices)


def _hidden(scene: Scene, words: list[str] | None) -> frozenset[str]:
    for word in words or ():
        if not scene.hiding([word]):
            known = ", ".join(dict.fromkeys(str(layer.role) for layer in scene.layers))
            raise InputError(f"There is no layer {word!r}.", hint=f"This picture has: {known}.")
    return scene.hiding(words or ())


def _layout(word: str) -> str | tuple[float, float]:
    width, cross, height = word.lower().partition("x")
    if not cross:
        return word
    try:
        return float(width), float(height)
    except ValueError as error:
        raise InputError(
            f"--layout {word!r} is no size.", hint="Write half, full, slide, square or 120x90."
        ) from error


def _told(analysis: Analysis) -> int:
    for kind, value in analysis.notices:
        notice(phrase(f"notice.{kind}", "en", value=value))
    if analysis.places.empty:
        notice("No place was found in the text; the map shows no mention.")
        return 1
    return 0
