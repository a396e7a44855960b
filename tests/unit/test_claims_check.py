"""What numbers are said of, and what measuring says of them; mentions are marked in the text."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.claims import REASONS, check_claims, find_alliances, find_claims, reason_in, to_record
from geo.claims.reasons import PREFIX
from geo.datasets.facts import is_fact, source
from geo.geoparse import parse
from geo.model import (
    Article,
    Candidate,
    Finding,
    Mention,
    MentionKind,
    Place,
    Resolution,
    ResolutionStatus,
    Span,
    Verdict,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "claims"
CASES = [
    json.loads(line) for line in (GOLDEN / "claims.jsonl").read_text(encoding="utf-8").splitlines()
]
PLACES = json.loads((GOLDEN / "places.json").read_text(encoding="utf-8"))
ARTICLE_DAY = date(2023, 4, 6)
SEED = (
    "[Białoruś|BLR] dzieli {}-kilometrową granicę z członkami NATO [Łotwą|LVA], [Litwą|LTU]"
    " i [Polską|POL]."
)


def marked(text: str) -> tuple[str, tuple[Resolution, ...]]:
    """Read "[surface|key]": an ISO code, "adj:" and one, "sys", or a key of places.json."""
    plain, resolutions, end = "", [], 0
    for match in re.finditer(r"\[([^|\]]+)\|([^\]]+)\]", text):
        plain += text[end : match.start()]
        span = Span(start=len(plain), end=len(plain) + len(match[1]))
        plain, end = plain + match[1], match.end()
        resolutions.append(resolution(match[1], match[2], span))
    return plain + text[end:], tuple(resolutions)


def resolution(surface: str, key: str, span: Span) -> Resolution:
    kind, place, iso = MentionKind.PLACE, None, None
    if key == "sys":
        kind = MentionKind.SYSTEM
    elif key.startswith("adj:"):
        kind, iso = MentionKind.ADJECTIVE, key[4:]
    elif key in PLACES:
        place = Place(**PLACES[key], source_id="geonames")
        iso = place.iso_a3
    else:
        iso = key
        place = Place(id=key, name=key, feature_class="A", feature_code="PCLI", iso_a3=key)
    return Resolution(
        mention=Mention(span=span, surface=surface, lemma=surface, kind=kind),
        status=ResolutionStatus.RESOLVED,
        candidates=(Candidate(place=place, score=1.0),) if place else (),
        iso_a3=iso,
    )


def findings(text: str, lang: str | None, on: date = ARTICLE_DAY) -> tuple[Finding, ...]:
    plain, resolutions = marked(text)
    return check_claims(Article(text=plain, lang=lang), resolutions, on)


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}: {c['text'][:50]}" for c in CASES])
def test_sentences(case: dict) -> None:
    found = findings(case["text"], case["lang"])
    assert [
        [f.claim.kind, list(f.claim.subject), list(f.claim.object), f.verdict.value] for f in found
    ] == case["found"]


def test_the_number_decides_and_the_reason_says_at_which_detail() -> None:
    (found,) = findings(SEED.format(1250), "pl")
    assert found.verdict is Verdict.CONSISTENT
    assert found.measured == pytest.approx(1262.9, abs=1)
    assert found.detail == "osm_10m_masked"
    assert found.low is not None
    assert found.high is not None
    assert 1150 < found.low < 1200
    assert 1275 < found.high < 1285
    assert "Latvia, Lithuania and Poland" in found.reason
    assert "1,263 km" in found.reason


@given(st.integers(100, 9999))
@settings(max_examples=60, deadline=None)
def test_a_seed_sentence_is_consistent_just_within_the_bounds(km: int) -> None:
    (found,) = findings(SEED.format(km), "pl")
    quantity = found.claim.quantity
    assert found.low is not None
    assert found.high is not None
    within = quantity.low <= found.high and quantity.high >= found.low
    assert (found.verdict is Verdict.CONSISTENT) == within
    assert found.claim.object == ("LVA", "LTU", "POL")


def test_coarse_details_do_not_bound() -> None:
    # 738 km is what Natural Earth at 1:110 million has
    (found,) = findings(SEED.format(738), "pl")
    assert found.verdict is Verdict.INCONSISTENT
    assert ("ne_110m", pytest.approx(737.8, abs=1), "natural_earth") in found.figures


def test_an_alliance_is_that_of_the_day() -> None:
    text = "[Belarus|BLR] shares a 1,250-kilometer border with NATO."
    assert [f.verdict.value for f in findings(text, "en")] == ["consistent"]
    # Poland alone had joined
    (early,) = findings(text, "en", date(2003, 1, 1))
    assert early.verdict is Verdict.INCONSISTENT
    assert early.high == pytest.approx(428, abs=1)
    (before,) = findings(text, "en", date(1998, 1, 1))
    assert before.verdict is Verdict.NOT_COMPARABLE


def test_every_figure_has_a_known_source() -> None:
    (found,) = findings(SEED.format(1250), "pl")
    assert found.source_ids == tuple(dict.fromkeys(key for _, _, key in found.figures))
    published = [key for key in found.source_ids if is_fact(key)]
    assert len(published) >= 10
    assert all(source(key).title for key in published)


def test_record() -> None:
    plain, resolutions = marked(SEED.format(1250))
    (found,) = check_claims(Article(text=plain, lang="pl"), resolutions, ARTICLE_DAY)
    record = to_record(found, plain)
    assert set(record) >= {
        "start", "end", "text", "kind", "value", "unit", "subject", "object", "measured", "low",
        "high", "verdict", "detail", "reason", "source_ids",
    }  # fmt: skip
    assert plain[record["start"] : record["end"]] == record["text"] == "1250-kilometrową"
    assert (record["value"], record["unit"], record["subject"]) == (1250, "km", ["BLR"])
    json.dumps(record)


def test_reasons_are_sentences_with_the_values_they_need() -> None:
    for case in CASES:
        for found in findings(case["text"], case["lang"]):
            assert found.reason_key.removeprefix(PREFIX) in REASONS
            assert found.reason.endswith(".")
            assert "{" not in found.reason
            assert reason_in(found, "en") == found.reason
            assert reason_in(found, "pl")


def test_the_language_is_told_from_the_text_when_it_is_not_given() -> None:
    text = SEED.format(1250) + " Rozmowy na temat obronności trwały wczoraj w Moskwie bardzo długo."
    assert findings(text, None)[0].verdict is Verdict.CONSISTENT


def test_boilerplate_states_nothing() -> None:
    text = "Read more about [Washington|minsk] in 500 km of print."
    plain, (mention,) = marked(text)
    aside = Resolution(
        mention=Mention(
            span=mention.mention.span,
            surface="Washington",
            lemma="Washington",
            kind=MentionKind.BOILERPLATE,
        ),
        status=ResolutionStatus.RESOLVED,
    )
    assert find_claims(Article(text=plain, lang="en"), (aside,), ARTICLE_DAY) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("z członkami NATO i Unii Europejskiej", ["NATO", "EU"]),
        ("страны НАТО, ОДКБ и ЕС", ["NATO", "CSTO", "EU"]),
        ("країни ЄС у НАТО", ["EU", "NATO"]),
        ("SNATO, EUR, NATOwski", []),
        ("Państwo Związkowe", ["Union State"]),
    ],
)
def test_alliances_in_texts(text: str, named: list[str]) -> None:
    found = find_alliances(text)
    assert [name for name, _ in found] == named
    assert all(span.of(text) for _, span in found)


@given(st.text(max_size=120), st.sampled_from(["pl", "en", "ru", "de", "xx"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_findings_in_order(text: str, lang: str) -> None:
    quoted = f"{text} 1250 km granicy border {text}"
    found = check_claims(Article(text=quoted, lang=lang), (), ARTICLE_DAY)
    starts = [f.claim.span.start for f in found]
    assert starts == sorted(starts)
    assert all(f.verdict is Verdict.NOT_COMPARABLE for f in found)


@pytest.mark.parametrize("piece", ["5 km (", "granica 5 km ", "1,", "1 000 000 ", "km 5-"])
def test_text_without_an_end_takes_no_time_by_the_square(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    found = check_claims(Article(text=text, lang="pl"), (), ARTICLE_DAY)
    assert len(found) <= len(text)


SEED_FOLDER = Path(__file__).parents[2] / "seeds" / "putin-lukashenko-2023-04-06"


@pytest.mark.parametrize(
    ("number", "verdict"),
    [("1250", "consistent"), ("2250", "inconsistent"), ("800", "inconsistent")],
)
def test_the_seed_article_as_parsed(number: str, verdict: str) -> None:
    text = (SEED_FOLDER / "article.txt").read_text(encoding="utf-8").replace("1250", number)
    article = Article(text=text, lang="pl", published=ARTICLE_DAY)
    border, power = check_claims(article, parse(article).resolutions, ARTICLE_DAY)
    assert border.claim.span.of(text) == f"{number}-kilometrową"
    assert (border.claim.subject, border.claim.object) == (("BLR",), ("LVA", "LTU", "POL"))
    assert border.verdict.value == verdict
    assert power.claim.kind == "duration"


def test_a_long_text_takes_time_in_proportion() -> None:
    plain, resolutions = marked(SEED.format(1250) + " ")
    size = len(plain)
    many = tuple(
        Resolution(
            mention=Mention(
                span=Span(start=m.mention.span.start + k * size, end=m.mention.span.end + k * size),
                surface=m.mention.surface,
                lemma=m.mention.lemma,
                kind=m.mention.kind,
            ),
            status=m.status,
            candidates=m.candidates,
            iso_a3=m.iso_a3,
        )
        for k in range(1500)
        for m in resolutions
    )
    found = check_claims(Article(text=plain * 1500, lang="pl"), many, ARTICLE_DAY)
    assert len(found) == 1500
    assert {f.verdict for f in found} == {Verdict.CONSISTENT}


def test_reasons_name_places_as_the_language_does() -> None:
    (found,) = findings("The distance between [Minsk|minsk] and [Warsaw|warsaw] is 477 km.", "en")
    assert "from Minsk to Warsaw" in found.reason
    assert "Mińsk" in reason_in(found, "pl", ARTICLE_DAY)
    assert "Варшав" in reason_in(found, "uk", ARTICLE_DAY)
    (border,) = findings(SEED.format(1250), "pl")
    assert "Białorusi z Łotwą, Litwą i Polską" in reason_in(border, "pl")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Minsk is 297 miles from Warsaw.", Verdict.CONSISTENT),
        ("Warsaw is at least 2,000 km from Minsk.", Verdict.INCONSISTENT),
        ("Minsk lies 477 km east of Warsaw.", Verdict.CONSISTENT),
        ("Minsk lies 40 km east of Warsaw.", Verdict.INCONSISTENT),
        ("A depot 30 km east of Minsk, 15 km from the Polish border, was seen.", None),
    ],
)
def test_a_distance_counts_from_the_place_named(text: str, verdict: Verdict | None) -> None:
    # the geoparser reads "40 km from Minsk" as an area 40 km wide: no bound for a claim
    article = Article(text=text, lang="en")
    *_, found = check_claims(article, parse(article).resolutions, ARTICLE_DAY)
    assert found.verdict is (verdict or Verdict.NOT_COMPARABLE)
    assert verdict is None or found.measured == pytest.approx(477, abs=1)


def test_another_year_is_not_measured_with_todays_members() -> None:
    (then,) = findings("In 1998 the border of NATO with [Belarus|BLR] was 400 km long.", "en")
    assert (then.verdict, then.reason_key) == (Verdict.NOT_COMPARABLE, PREFIX + "border.when")
    for text in (
        "In 2023 the border of NATO with [Belarus|BLR] is 400 km long.",
        "The border of NATO with [Belarus|BLR] is 2,000 km long.",
        "In 1998 the border of [Poland|POL] with [Belarus|BLR] was 900 km long.",
    ):
        (now,) = findings(text, "en")
        assert now.verdict is Verdict.INCONSISTENT, text


def test_a_range_of_one_figure_is_no_spread() -> None:
    # surface and lemma name the system
    article = Article(text="Tochka-U missiles have a range of 120 km.", lang="en")
    (found,) = check_claims(article, parse(article).resolutions, ARTICLE_DAY)
    assert found.reason_key == PREFIX + "range.one"
    assert "120 to 120" not in found.reason


def test_length_in_any_case_of_the_word() -> None:
    text = "Кордон між [Україною|UKR] та [Білоруссю|BLR] має довжину понад 1000 км."
    (found,) = findings(text, "uk")
    assert (found.claim.kind, found.verdict) == ("border-length", Verdict.CONSISTENT)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[Ukraine|UKR]'s border with [Russia|RUS] is 2,295 km long.", "border.coast"),
        ("[Poland|POL]'s border with [Russia|RUS] is 232 km long.", "border.coast"),
        ("[Poland|POL]'s border with [Russia|RUS] is 400 km long.", "border.inconsistent"),
        ("[Poland|POL]'s border with [Russia|RUS] is 120 km long.", "border.inconsistent"),
        # no sea between them
        ("[Poland|POL]'s border with [Belarus|BLR] is 480 km long.", "border.inconsistent"),
    ],
)
def test_a_border_may_go_on_at_sea(text: str, key: str) -> None:
    (found,) = findings(text, "en")
    assert found.reason_key == PREFIX + key
