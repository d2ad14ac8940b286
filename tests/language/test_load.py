"""Word lists as shipped and as users extend them."""

from __future__ import annotations

import pytest

from plancli.language.lexicon import load


def test_a_list_is_extended_without_repeats() -> None:
    suffixes = load("departments")["suffixes"]
    found = load("departments", {"departments": {"suffixes": ["局", "工坊"]}})["suffixes"]
    assert found == [*suffixes, "工坊"]
    assert "工坊" not in load("departments")["suffixes"]


def test_a_table_is_merged_and_a_value_replaced() -> None:
    shipped = load("departments")["continuations"]
    found = load("departments", {"departments": {"continuations": {"局": "甲", "社": "乙"}}})["continuations"]
    assert found == {**shipped, "局": "甲", "社": "乙"}


def test_a_lone_word_extends_a_list() -> None:
    assert load("roles", {"roles": {"nobody": "未落实"}})["nobody"][-1] == "未落实"


def test_words_for_another_list_leave_the_shipped_one() -> None:
    assert load("roles", {"departments": {"suffixes": ["工坊"]}}) is load("roles")


def test_there_is_no_such_list() -> None:
    with pytest.raises(FileNotFoundError):
        load("none")
