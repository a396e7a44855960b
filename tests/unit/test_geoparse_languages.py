"""What tells a place from what only looks like one, in languages other than Polish and English."""

from __future__ import annotations

import pytest

from geo.geoparse import find_places, parse
from geo.model import Article, MentionKind


def surfaces(text: str, lang: str) -> list[str]:
    return [r.mention.surface for r in find_places(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "drawn"),
    [
        ("de", "Der Ukraine-Krieg und die Berlin-Reise sind Thema in Köln.", ["Köln"]),
        ("de", "Am Samstag verlor Bayern München in Leverkusen.", ["Leverkusen"]),
        ("de", "Er fuhr nach Essen. Das Essen war gut.", ["Essen"]),
        ("de", "Die Spiele Sotschi-2014 waren teuer.", []),
        ("fr", "Hier, Le Havre a gagné. Il est né au Mans.", ["Le Havre", "Mans"]),
        ("fr", "La Suisse a voté. Le Monde en parle.", ["Suisse"]),
        ("fr", "Un navire traverse le canal de Suez.", ["canal de Suez"]),
        ("fr", "Une frégate patrouille dans le golfe d'Aden.", ["golfe d'Aden"]),
        ("cs", "Včera Sparta Praha vyhrála v Liberci.", ["Liberci"]),
        ("ru", "Они хотят «шантажировать Украину» и Польшу.", ["Украину", "Польшу"]),
        ("ru", "Компания «Нафтогаз Украины» молчит.", []),
        ("ru", "Телеканал Россия-24 вышел в эфир.", []),
        ("ru", "Корабль пришёл в немецкий Грайфсвальд.", ["Грайфсвальд"]),
        ("ru", "Гайко Маас приехал в Минск.", ["Минск"]),
        ("ru", "Западный регион ждёт, а западный регион молчит.", []),
        ("uk", "Газета «Час», Українська правда пише про Львів.", ["Львів"]),
        ("uk", "Міністр Домінік Рааб відвідав Ірпінь.", ["Ірпінь"]),
        ("bg", "Договорът от вчера засяга и хората в Южна Финландия.", ["Южна Финландия"]),
        ("lt", "Gaisras kilo Utenos apskrityje.", ["Utenos apskrityje"]),
        ("sk", "Horelo v Spišskej Novej Vsi.", ["Spišskej Novej Vsi"]),
        ("cs", "Festival v Mariánských Lázních skončil.", ["Mariánských Lázních"]),
    ],
)
def test_drawn(lang: str, text: str, drawn: list[str]) -> None:
    assert surfaces(text, lang) == drawn


@pytest.mark.parametrize(
    ("lang", "text", "countries"),
    [
        ("pl", "komisja polsko-rosyjska", ["POL", "RUS"]),
        ("ru", "российско-белорусская граница", ["RUS", "BLR"]),
        ("uk", "польсько-український форум", ["POL", "UKR"]),
        ("be", "беларуска-польская камісія", ["BLR", "POL"]),
        ("cs", "česko-rakouská komise", ["CZE", "AUT"]),
        ("sl", "slovensko-avstrijska komisija", ["SVN", "AUT"]),
        ("de", "der deutsch-polnische Rat", ["DEU", "POL"]),
        ("fr", "un accord franco-allemand", ["FRA", "DEU"]),
        ("de", "Ein Berliner Gericht und die Moskauer Polizei", ["DEU", "RUS"]),
        ("be", "ва ўкраінскім горадзе", ["UKR"]),
        ("ru", "Европейский союз и российский газ", ["RUS"]),
    ],
)
def test_adjectives(lang: str, text: str, countries: list[str]) -> None:
    parsed = parse(Article(text=text), lang=lang)
    found = [r.iso_a3 for r in parsed.resolutions if r.mention.kind is MentionKind.ADJECTIVE]
    assert found == countries
    assert not any(r.mention.kind.drawn for r in parsed.resolutions)


def test_the_sea_is_no_division() -> None:
    text = "Des navires traversent la mer Rouge au large du Soudan."
    sea = find_places(text, "fr")[0]
    assert sea.place is not None
    assert sea.place.feature_code == "SEA"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Gestern: Berlin und Paris fordern Reformen."),
        ("ru", "Вчера Москва заявила, что ждёт."),
        ("uk", "Учора Київ спростував чутки."),
        ("fr", "Hier, Paris et Londres ont réagi."),
        ("cs", "Včera Moskva odmítla návrh."),
    ],
)
def test_capitals_act(lang: str, text: str) -> None:
    kinds = {r.mention.kind for r in find_places(text, lang)}
    assert kinds == {MentionKind.METONYM}


@pytest.mark.parametrize("told", ["de", "fr", "ru", "uk", "be", "cs", "sk", "bg", "sl", "lt", "lv"])
def test_offsets_hold_in_any_language(told: str) -> None:
    text = "КИЇВ, Praha a Вільня: l'Ukraine, Sankt Petersburg, Česko-polská hranice, у Žilině–Łódź."
    for resolution in parse(Article(text=text), lang=told).resolutions:
        mention = resolution.mention
        assert text[mention.span.start : mention.span.end] == mention.surface


@pytest.mark.parametrize(
    ("lang", "text", "drawn"),
    [
        ("uk", "ПОЖЕЖА У ХАРКОВІ: ПОЛЬЩА НАДІСЛАЛА ДОПОМОГУ", ["ХАРКОВІ", "ПОЛЬЩА"]),
        ("cs", "POZAR V PLZNI: NEMECKO POSLALO POMOC", ["PLZNI", "NEMECKO"]),
        ("de", "Muenchen und Koeln helfen Oesterreich.", ["Muenchen", "Koeln", "Oesterreich"]),
        ("cs", "Vlak z Ceskych Budejovic do Plzne.", ["Ceskych Budejovic", "Plzne"]),
    ],
)
def test_capitals_and_bare_letters(lang: str, text: str, drawn: list[str]) -> None:
    assert surfaces(text, lang) == drawn


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Разом із сусідами вони відбудували міст."),  # not Roseau ("Розо")
        ("uk", "Решту коштів повернуть восени."),  # not Rasht
        ("cs", "Celou noc pršelo a hladina stoupala."),  # not Cela
        ("sl", "Temo so obravnavali včeraj."),  # not Tema
    ],
)
def test_a_form_that_opens_a_sentence_is_no_far_town(lang: str, text: str) -> None:
    assert [r for r in find_places(text, lang) if r.place is not None] == []


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("uk", "Вони родом із Решту, що в Ірані.", "Rasht"),
        ("lt", "Šiauliuose sudegė namas.", "Šiauliai"),
        ("cs", "Brně se sníh vyhnul.", "Brno"),
        ("uk", "Києву потрібна допомога.", "Kyiv"),
    ],
)
def test_a_form_with_its_preposition_or_of_home_is_a_place(lang: str, text: str, name: str) -> None:
    assert name in {r.place.name for r in find_places(text, lang) if r.place is not None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Izrael zbombardował Gazę."),
        ("pl", "W Gazie zginęły dzieci."),
        ("uk", "Ізраїль завдав ударів по Газі."),
        ("ru", "Израиль нанёс удары по Газе."),
        ("be", "Ізраіль ударыў па Газе."),
        ("bg", "Израел бомбардира Газа."),
        ("cs", "Izrael bombardoval Gazu."),
        ("sk", "Izrael zaútočil na Gazu."),
        ("sl", "Izrael je napadel Gazo."),
        ("lt", "Izraelis smogė Gazai."),
        ("lv", "Izraēla bombardē Gazu."),
        ("de", "Israel bombardierte Gaza."),
        ("fr", "Israël a bombardé Gaza."),
        ("en", "Israel bombed Gaza."),
    ],
)
def test_gaza_is_no_province_of_mozambique(lang: str, text: str) -> None:
    drawn = {r.place.name: r.place.iso_a3 for r in find_places(text, lang) if r.place is not None}
    assert drawn["Gaza"] == "PSE"
    assert set(drawn.values()) <= {"ISR", "PSE"}


def test_gas_is_no_town() -> None:
    assert find_places("Gazy łzawiące rozpędziły tłum.", "pl") == ()
