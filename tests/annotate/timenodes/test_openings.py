"""The hand-written opening of a rule never vetoes what its pattern reads: strings are made from the pattern itself."""

from __future__ import annotations

import random
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from plancli.annotate.timenodes.families import SCANNER
from plancli.annotate.timenodes.model import Atom
from plancli.grammar.scanner import Rule, Scanner

SAMPLES = 600
# What a look-behind or a look-ahead of some rule asks for beside it.
BEFORE = ("至", "会", "", "、", "学年", "3")
BEHIND = ("", "前", "内", "1月", "、3月", "-3月", "、3日", "-3日", "-3月3日", "、3年", "一季度")


def _string(tree: Any, chance: random.Random) -> str:
    """A string that a parsed pattern may match; what its assertions ask for is there as often as not."""
    made = ""
    for kind, value in tree:
        if kind is code.LITERAL:
            made += chr(value)
        elif kind is code.IN:
            made += _character(chance.choice(value), chance)
        elif kind in (code.NOT_LITERAL, code.ANY):
            made += "某"
        elif kind is code.BRANCH:
            made += _string(chance.choice(value[1]), chance)
        elif kind is code.SUBPATTERN:
            made += _string(value[3], chance)
        elif kind in (code.MAX_REPEAT, code.MIN_REPEAT):
            least, most, inner = value
            times = chance.randint(least, max(least, min(int(most), least + 2)))
            made += "".join(_string(inner, chance) for _ in range(times))
        elif kind is code.ASSERT and value[0] > 0 and chance.random() < 0.5:
            made += _string(value[1], chance)
    return made


def _character(item: tuple[Any, Any], chance: random.Random) -> str:
    kind, value = item
    if kind is code.LITERAL:
        return chr(value)
    if kind is code.RANGE:
        return chr(chance.randint(*value))
    return chance.choice("0123456789") if kind is code.CATEGORY else "某"


@pytest.mark.parametrize("rule", SCANNER.rules, ids=lambda rule: rule.name)
def test_an_opening_lets_through_what_its_pattern_reads(rule: Rule[Atom]) -> None:
    chance = random.Random(rule.name)
    tree = parser.parse(rule.pattern.source)
    alone = Scanner([rule])
    read, vetoed = 0, set()
    for _ in range(SAMPLES):
        text = chance.choice(BEFORE) + (string := _string(tree, chance)) + chance.choice(BEHIND)
        start = text.index(string)
        match = rule.pattern.match(text, start)
        if match is not None and match.end() > start and rule.build(match) is not None:
            read += 1
            if alone.at(text, start) is None:
                vetoed.add(text[start : start + 2])
    assert read > 0, "the pattern reads none of the strings that were made from it"
    needed = " ".join(f"{pair[0]}>{pair[1:]}" for pair in sorted(vetoed))
    assert not vetoed, f"the opening of {rule.name} lacks {needed}"
