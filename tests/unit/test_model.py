from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GeoError, InputError
from geo.model import Article, DeploymentStatus, MentionKind, PartialDate, Span


def test_a_span_slices_code_points():
    text = "W Żytomierzu 🙂 padał deszcz"
    assert Span(start=2, end=12).of(text) == "Żytomierzu"
    with pytest.raises(ValueError, match="forward"):
        Span(start=3, end=2)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_spans_overlap_when_they_share_a_code_point(a, b, c, d):
    one, other = Span(start=min(a, b), end=max(a, b)), Span(start=min(c, d), end=max(c, d))
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared)


def test_copies_of_an_article_have_one_id():
    copy = Article(text="Mińsk,  stolica\nBiałorusi", title="other")
    assert Article(text="Mińsk, stolica Białorusi").id == copy.id
    assert Article(text="Mińsk").id != copy.id


@pytest.mark.parametrize(
    ("text", "day", "not_after", "not_before"),
    [
        ("2023-04-06", date(2023, 4, 6), True, True),
        ("2023-04-07", date(2023, 4, 6), False, True),
        ("2023-04", date(2023, 4, 6), True, True),
        ("2023-03", date(2023, 4, 6), True, False),
        ("2023", date(2024, 1, 1), True, False),
    ],
)
def test_dates_are_compared_at_the_shorter_precision(text, day, not_after, not_before):
    when = PartialDate.parse(text)
    assert (when.not_after(day), when.not_before(day)) == (not_after, not_before)
    assert str(when) == text


@pytest.mark.parametrize("text", ["", "23-04-06", "2023-13", "2023-02-30", "2023-4-6", "soon"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


def test_statuses_are_ranked():
    order = sorted(DeploymentStatus, key=lambda status: status.strength)
    assert [str(s) for s in order] == ["denied", "claimed", "reported", "confirmed"]


def test_only_four_kinds_are_drawn():
    assert {str(k) for k in MentionKind if k.drawn} == {"place", "facility", "region", "metonym"}


def test_an_error_carries_its_hint():
    error = InputError("The text is empty.", hint="Paste an article.")
    assert isinstance(error, GeoError)
    assert isinstance(error, ValueError)
    assert str(error) == "The text is empty. Paste an article."
