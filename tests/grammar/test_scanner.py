"""The engine: the longest wins, then the one named first, then the leftmost; a rule may refuse its match."""

from __future__ import annotations

import re

import pytest

from plancli.grammar.pattern import Pattern
from plancli.grammar.scanner import Rule, Scanner


def rule(name: str, opening: str, pattern: str, refuses: str = "") -> Rule[str]:
    return Rule(name, opening, pattern, lambda match: None if match[0] == refuses else f"{name}:{match[0]}")


def test_the_longest_wins_whatever_its_order() -> None:
    scanner = Scanner([rule("short", "ab", "ab?"), rule("long", "a", "ab+c")])
    assert scanner.at("abbc", 0) == "long:abbc"
    assert scanner.at("abd", 0) == "short:ab"


def test_of_two_as_long_the_first_named_wins() -> None:
    scanner = Scanner([rule("one", "a", "a."), rule("two", "a", "ab")])
    assert scanner.at("ab", 0) == "one:ab"


def test_a_rule_that_refuses_leaves_the_place_to_the_next_longest() -> None:
    scanner = Scanner([rule("long", "a", "ab+", refuses="abb"), rule("short", "a", "ab")])
    assert scanner.at("abb", 0) == "short:ab"
    assert Scanner([rule("only", "a", "a", refuses="a")]).after("xa", 0) is None


def test_places_are_taken_from_left_to_right() -> None:
    scanner = Scanner([rule("b", "b", "b"), rule("a", "a", "a+")])
    assert scanner.after("--aab", 0) == "a:aa"
    assert scanner.after("--aab", 4) == "b:b"
    assert scanner.after("----", 0) is None


def test_a_rule_is_tried_only_where_it_may_begin() -> None:
    scanner = Scanner([rule("a", "a", "[ab]")])
    assert scanner.at("b", 0) is None
    assert scanner.at("a", 5) is None


def test_named_groups_of_several_rules_do_not_meet() -> None:
    scanner = Scanner([rule("one", "a", "a(?P<n>1)"), rule("two", "a", "a(?P<n>2)")])
    assert scanner.at("a2", 0) == "two:a2"


def test_an_opening_tells_what_may_follow_the_first_character() -> None:
    scanner = Scanner([rule("any", "c", "c.?"), rule("two", "ab>12 x>y", "[abx].+")])
    assert scanner.after("a0b", 0) is None
    assert scanner.after("a0b2!", 0) == "two:b2!"
    assert scanner.after("xaxy", 0) == "two:xy"
    assert scanner.at("a1", 0) == "two:a1"
    assert scanner.at("a", 0) is None
    assert scanner.after("-c", 0) == "any:c"
    assert scanner.after("-c0", 0) == "any:c0"


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    scanner = Scanner([rule("right", "a", "a"), rule("wrong", "b", "b(")])
    assert scanner.after("--a", 0) == "right:a"
    with pytest.raises(re.error):
        scanner.after("--b", 0)


def test_a_pattern_has_the_methods_of_a_compiled_one_and_no_others() -> None:
    pattern = Pattern("a(b)?")
    assert pattern.search("xab").span() == (1, 3)
    assert [match[0] for match in pattern.finditer("a ab")] == ["a", "ab"]
    assert pattern.sub("-", "xax") == "x-x"
    assert pattern.match("xa") is None
    assert pattern.fullmatch("ab")[1] == "b"
    assert not hasattr(pattern, "scanner")
