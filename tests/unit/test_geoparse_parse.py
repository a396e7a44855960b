"""The whole parser: offsets, bounded time, and what must not be taken for a place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geoparse import find_places, parse
from geo.geoparse.evidence import RECOGNITION, RESOLUTION
from geo.geoparse.language import KNOWN, tell_language
from geo.model import Article, MentionKind, Resolution, ResolutionStatus


def places(text: str, lang: str) -> dict[str, str]:
    """Surface of each place found, and the country it was put in."""
    return {r.mention.surface: r.iso_a3 or "" for r in find_places(text, lang)}


def check_offsets(text: str, resolutions: tuple[Resolution, ...]) -> None:
    previous = 0
    for resolution in resolutions:
        span = resolution.mention.span
        assert previous <= span.start < span.end <= len(text)
        assert span.of(text) == resolution.mention.surface
        previous = span.end


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Chad Smith and Orlando Bloom met Jack London.", "en", {}),
        ("They flew from Chad to Orlando.", "en", {"Chad": "TCD", "Orlando": "USA"}),
        ("Adam Poznański i Anna Warszawska napisali list.", "pl", {}),
        ("Pociąg z Poznania do Warszawy.", "pl", {"Poznania": "POL", "Warszawy": "POL"}),
        ("The New York Times and Manchester United agreed.", "en", {}),
        ("Reading a map is hard. Mobile phones help.", "en", {}),
        ("Автобус из Лиды в Осиповичи.", "ru", {"Лиды": "BLR", "Осиповичи": "BLR"}),
        ("Im Mai und am Ende kam der Sieg.", "de", {}),
        ("Des réfugiés sont arrivés à Goris.", "fr", {"Goris": "ARM"}),
        ("Do Lodzi i Krakowa.", "pl", {"Lodzi": "POL", "Krakowa": "POL"}),
    ],
)
def test_traps(text: str, lang: str, found: dict[str, str]) -> None:
    assert places(text, lang) == found


def test_one_name_two_places() -> None:
    state = find_places("Georgia's governor spoke in Atlanta and Savannah.", "en")
    country = find_places("Georgia's president spoke in Tbilisi and Batumi.", "en")
    assert state[0].place is not None
    assert country[0].place is not None
    assert state[0].place.id == "geonames:4197000"
    assert country[0].place.id == "geonames:614540"


def test_a_comma_qualifies() -> None:
    london, ontario = find_places("London, Ontario, is quiet.", "en")
    assert london.iso_a3 == "CAN"
    assert ontario.iso_a3 == "CAN"
    assert "comma" in {e.kind for e in london.candidates[0].evidence}


def test_metonym_and_place() -> None:
    kinds = [
        r.mention.kind
        for r in find_places("Moskwa planuje manewry. Manewry odbyły się w Moskwie.", "pl")
    ]
    assert kinds == [MentionKind.METONYM, MentionKind.PLACE]


def test_boilerplate_is_set_aside() -> None:
    text = "Zapisz się do newslettera o Londynie.\nMost w Toruniu stoi."
    parsed = parse(Article(text=text, lang="pl"))
    assert [span.of(text) for span in parsed.boilerplate] == [text.partition("\n")[0]]
    assert [r.mention.kind for r in parsed.resolutions] == [
        MentionKind.BOILERPLATE,
        MentionKind.PLACE,
    ]


def test_systems_and_adjectives_have_no_candidates() -> None:
    parsed = parse(Article(text="Rosyjskie rakiety Iskander i samolot Su-25.", lang="pl"))
    found = [(r.mention.surface, r.mention.kind.value, r.iso_a3) for r in parsed.resolutions]
    assert found == [
        ("Rosyjskie", "adjective", "RUS"),
        ("Iskander", "system", None),
        ("Su-25", "system", None),
    ]
    assert all(r.status is ResolutionStatus.NIL for r in parsed.resolutions)
    assert not any(r.candidates for r in parsed.resolutions)


def test_every_reason_has_a_meaning() -> None:
    text = "WARSAW (AP) - Paris, Texas, and Vilnius, near Minsk, said U.S. officials in Lodz."
    for resolution in parse(Article(text=text, lang="en")).resolutions:
        assert {e.kind for e in resolution.evidence} <= set(RECOGNITION)
        for candidate in resolution.candidates:
            assert {e.kind for e in candidate.evidence} <= set(RESOLUTION)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Prezydent powiedział, że to jest dla nas bardzo ważne, a rząd się nie zgadza.", "pl"),
        ("The president said that it was very important for the people of the town.", "en"),
        ("Президент сказал, что это очень важно для нас, но правительство не согласно.", "ru"),
        ("Президент сказав, що це дуже важливо для нас, але уряд не погоджується.", "uk"),
        ("Прэзідэнт сказаў, што гэта вельмі важна для нас, але ўрад не згодны.", "be"),
        ("Президентът каза, че това е много важно за нас, но правителството не е съгласно.", "bg"),
        ("Prezident řekl, že to je pro nás velmi důležité, ale vláda se neshodla.", "cs"),
        ("Prezident povedal, že je to pre nás veľmi dôležité, ale vláda nesúhlasí.", "sk"),
        ("Predsednik je rekel, da je to za nas zelo pomembno, vlada pa se ne strinja.", "sl"),
        ("Prezidentas sakė, kad tai mums labai svarbu, bet vyriausybė su tuo nesutinka.", "lt"),
        ("Prezidents teica, ka tas mums ir ļoti svarīgi, bet valdība tam nepiekrīt.", "lv"),
        ("Der Präsident sagte, dass es für uns sehr wichtig ist, aber nicht für die Stadt.", "de"),
        ("Le président a dit que c'est très important pour nous et pour la ville.", "fr"),
    ],
)
def test_languages_are_told_apart(text: str, lang: str) -> None:
    assert tell_language(text) == lang


def test_nothing_to_tell_a_language_from() -> None:
    assert tell_language("") is None
    assert tell_language("1234 !?") is None
    parsed = parse(Article(text="12 34"))
    assert ("lang-unknown", "en") in parsed.notices


def test_a_language_without_analyser_gets_a_plain_lookup() -> None:
    parsed = parse(Article(text="Kööpenhamina ja Helsinki, Oslo.", lang="fi"))
    assert ("no-analyser", "fi") in parsed.notices
    assert "Oslo" in {r.mention.surface for r in parsed.resolutions}


_PIECES = st.sampled_from(
    ["Minsk", "w Łodzi", "Bialorus", "Mi\u200bńsk", "Osipo-\nwicze", "WASHINGTON (AP) -", "Киев",
     "St. Louis, Mo.", "Côte d'Ivoire", "„", "\u0301", "\ud800", "\x00", "Rosji,", "Iskander",
     "Zapisz się", "30 km na wschód od Grodna", "J. R. Smith", "U.S.", "—", "\n\n", "1.2.3"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_PIECES | st.text(max_size=12), max_size=12).map(" ".join),
    st.sampled_from([*KNOWN, None, "xx"]),
)
def test_any_text_in_any_language(text: str, lang: str | None) -> None:
    parsed = parse(Article(text=text, lang=lang))
    check_offsets(text, parsed.resolutions)


def test_ten_thousand_mentions_in_bounded_time() -> None:
    text = "Mińsk i Grodno, a potem Brześć oraz Wilno. " * 2500
    started = time.process_time()
    parsed = parse(Article(text=text, lang="pl"))
    assert time.process_time() - started < 20
    assert len(parsed.resolutions) == 10_000
    check_offsets(text, parsed.resolutions)


@pytest.mark.slow
def test_five_megabytes_in_bounded_time() -> None:
    text = ("Nothing happened here today, and nobody came from Minsk or Vilnius to see. " * 67_000)[
        : 5 * 2**20
    ]
    started = time.process_time()
    parsed = parse(Article(text=text, lang="en"))
    assert time.process_time() - started < 120
    check_offsets(text, parsed.resolutions)
