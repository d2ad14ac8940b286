"""The one parser of numerals: each form, whoever asks."""

from __future__ import annotations

import datetime

import pytest

from plancli.language.labels import read_label, read_number
from plancli.language.numerals import full_year, number, numeral
from plancli.language.official.rules import date

FORMS = {
    "3": 3,
    "０３": 3,
    "十": 10,
    "十二": 12,
    "二十": 20,
    "二十三": 23,
    "廿": 20,
    "廿三": 23,
    "卅": 30,
    "卅一": 31,
    "一〇": 10,
    "一百": 100,
    "一百零五": 105,
    "一百一十二": 112,
    "两千零四": 2004,
    "二〇二五": 2025,
    "二○二五": 2025,
    "初五": 5,
}


@pytest.mark.parametrize(("text", "value"), FORMS.items())
def test_a_numeral_has_one_value(text: str, value: int) -> None:
    assert numeral(text) == number(text) == value


@pytest.mark.parametrize("text", ["", "甲", "十甲", "三月", "-3"])
def test_what_is_none_has_no_value(text: str) -> None:
    assert numeral(text) is None
    with pytest.raises(ValueError, match="not a numeral"):
        number(text)


@pytest.mark.parametrize("text", ["十二", "廿三", "卅", "卅一", "一〇", "一百零五"])
def test_labels_and_number_cells_read_the_same_numerals(text: str) -> None:
    label = read_label(f"{text}、健全制度")
    assert label is not None
    assert label.number == read_number(text) == read_number(f"（{text}）") == str(FORMS[text])


def test_dates_of_documents_read_the_same_numerals() -> None:
    reading = date("二〇二六年十二月廿三日")
    assert reading is not None
    assert reading.value == datetime.date(2026, 12, 23)


def test_a_year_of_two_digits_has_a_century() -> None:
    assert [full_year(text) for text in ("25", "二五", "98", "2025")] == [2025, 2025, 1998, 2025]
