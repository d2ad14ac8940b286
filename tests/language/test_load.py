"""Word lists as shipped and as users extend them."""

from __future__ import annotations

import pytest

from plancli.language.lexicon import load
from plancli.language.lexicon.in_force import asked_once, in_force


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


def test_a_question_is_asked_once_while_the_words_are_in_force() -> None:
    asked: list[str] = []

    @asked_once
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    for _ in range(2):
        with in_force(None):
            assert (length("年度要点"), length("年度要点")) == (4, 4)
            with in_force({"departments": {"suffixes": ["工坊"]}}):
                assert length("年度要点") == 4  # other words may give another answer
            assert length("年度要点") == 4
    assert asked == ["年度要点"] * 4
    assert (length("要点"), length("要点")) == (2, 2)
    assert asked[4:] == ["要点"] * 2  # no document is read: nothing is kept
