"""The text as the browser gets it: cut at its mentions, nothing lost, nothing moved."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.analysis import Analysis, Correction, Settings
from geo.analysis.places import place_rows
from geo.maps.web.article import article_view
from geo.model import (
    Article,
    Candidate,
    Evidence,
    Mention,
    MentionKind,
    Place,
    Resolution,
    ResolutionStatus,
    Span,
)

MINSK = Place(
    id="geonames:625144", name="Minsk", feature_class="P", feature_code="PPLC", iso_a3="BLR",
    population=1_742_124, lon=27.567, lat=53.9,
)  # fmt: skip
PARIS = (
    Place(id="geonames:2988507", name="Paris", iso_a3="FRA", lon=2.35, lat=48.85),
    Place(id="geonames:4717560", name="Paris", iso_a3="USA", lon=-95.55, lat=33.66),
)


def resolved(text: str, surface: str, *places: Place, **changes: object) -> Resolution:
    start = text.index(surface)
    status = ResolutionStatus.RESOLVED if len(places) == 1 else ResolutionStatus.AMBIGUOUS
    return Resolution(
        mention=Mention(
            span=Span(start=start, end=start + len(surface)),
            surface=surface,
            lemma=surface,
            kind=changes.pop("kind", MentionKind.PLACE),  # type: ignore[arg-type]
        ),
        status=changes.pop("status", status if places else ResolutionStatus.NIL),  # type: ignore[arg-type]
        candidates=tuple(
            Candidate(place=p, score=0.9 - 0.01 * i, evidence=(Evidence(kind="only"),))
            for i, p in enumerate(places)
        ),
        iso_a3=places[0].iso_a3 if places else None,
    )


def analysed(text: str, *resolutions: Resolution, boilerplate: tuple[Span, ...] = ()) -> Analysis:
    fields = dict.fromkeys(Analysis.__dataclass_fields__)
    fields |= {
        "article": Article(text=text, source="Paper"),
        "settings": Settings(),
        "lang": "en",
        "resolutions": resolutions,
        "boilerplate": boilerplate,
        "findings": (),
        "borderlands": (),
        "notices": (),
        "sources": MappingProxyType({}),
        "places": place_rows(resolutions),
    }
    return Analysis(**fields)  # type: ignore[arg-type]


def lines(view: dict) -> list[str]:
    return ["".join(segment["t"] for segment in paragraph) for paragraph in view["paragraphs"]]


def test_text_is_cut_at_its_mentions() -> None:
    text = "Head\n\nFrom Minsk to Paris."
    view = article_view(
        analysed(text, resolved(text, "Minsk", MINSK), resolved(text, "Paris", *PARIS)), "en"
    )
    assert lines(view) == ["Head", "From Minsk to Paris."]
    assert [(s["t"], s.get("m")) for s in view["paragraphs"][1]] == [
        ("From ", None), ("Minsk", 0), (" to ", None), ("Paris", 1), (".", None),
    ]  # fmt: skip
    assert view["headline"]


def test_doubt_is_listed_with_its_candidates() -> None:
    text = "Minsk, Paris, Xyz and the West."
    view = article_view(
        analysed(
            text,
            resolved(text, "Minsk", MINSK),
            resolved(text, "Paris", *PARIS),
            resolved(text, "Xyz"),
            resolved(
                text, "the West", Place(id="region:west", name="West"), kind=MentionKind.REGION
            ),
        ),
        "en",
    )
    assert [row["m"] for row in view["unplaced"]] == [1, 2, 3]
    assert "France" in view["unplaced"][0]["why"]
    assert "United States" in view["unplaced"][0]["why"]
    assert [m["doubt"] for m in view["mentions"]] == [False, True, True, False]
    assert [m["place"] for m in view["mentions"]] == [MINSK.id, PARIS[0].id, "", ""]


def test_mentions_of_one_place_share_their_card() -> None:
    text = "Minsk, then Minsk again"
    first, second = (resolved(text, "Minsk", MINSK) for _ in range(2))
    view = article_view(analysed(text, first, second), "pl")
    assert len({m["card"] for m in view["mentions"]}) == 1
    card = view["cards"][view["mentions"][0]["card"]]
    assert card["candidates"][0]["shown"] == "0,90"


def test_a_correction_is_told_with_its_way_back() -> None:
    text = "Minsk"
    made = analysed(text, resolved(text, "Minsk"))
    corrected = Analysis(
        **{
            **{name: getattr(made, name) for name in Analysis.__dataclass_fields__},
            "settings": Settings(corrections=(Correction(surface="Minsk"),)),
        }
    )
    (told,) = article_view(corrected, "en")["corrections"]
    assert told["surface"] == "Minsk"
    assert "not a place" in told["shown"].lower()


def test_boilerplate_is_marked_and_kept() -> None:
    text = "Sign up for our e-mail\nMinsk is a city."
    view = article_view(
        analysed(text, resolved(text, "Minsk", MINSK), boilerplate=(Span(start=0, end=22),)), "en"
    )
    assert all(segment.get("b") for segment in view["paragraphs"][0])
    assert not any(segment.get("b") for segment in view["paragraphs"][1])


@settings(max_examples=200)
@given(st.text(max_size=300), st.data())
def test_no_text_is_lost_whatever_it_holds(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=12)))
    mentions = [
        Resolution(
            mention=Mention(
                span=Span(start=a, end=b), surface=text[a:b], lemma="", kind=MentionKind.ADJECTIVE
            ),
            status=ResolutionStatus.NIL,
        )
        for a, b in pairwise(cuts)
    ]
    view = article_view(analysed(text, *mentions), "en")
    kept = [line for line in text.splitlines() if line.strip()]
    assert [line.rstrip() for line in lines(view)] == [line.rstrip() for line in kept]


@pytest.mark.parametrize("count", [10_000])
def test_ten_thousand_mentions_take_no_time_to_speak_of(count: int) -> None:
    text = "Minsk is here.\n" * count
    once = resolved(text, "Minsk", MINSK)
    many = [
        Resolution(
            mention=Mention(
                span=Span(start=15 * i, end=15 * i + 5),
                surface="Minsk",
                lemma="Minsk",
                kind=MentionKind.PLACE,
            ),
            status=once.status,
            candidates=once.candidates,
            iso_a3="BLR",
        )
        for i in range(count)
    ]
    view = article_view(analysed(text, *many), "en")
    assert len(view["mentions"]) == count
    assert len(view["cards"]) == 1
