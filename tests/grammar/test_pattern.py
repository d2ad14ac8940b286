"""What a pattern says of its matches holds: it is worked out again from the parsed expression, for every pattern there is."""

import pkgutil
import re._constants as codes
import re._parser as parser
from importlib import import_module

import pytest

import plancli
from plancli.grammar import pattern as module
from plancli.grammar.pattern import Pattern

WIDEST = 300  # characters of a set that is worked out; a wider one is any character
DIGITS = frozenset("0123456789")


def _both(value: int) -> frozenset[str]:
    """A character in both cases: whether case counts is not looked at."""
    return frozenset((chr(value), chr(value).swapcase()))


def _in(items) -> frozenset[str] | None:
    """The characters of a class, a digit for all digits; None where they are too many."""
    found: set[str] = set()
    for op, value in items:
        if op is codes.LITERAL:
            found |= _both(value)
        elif op is codes.RANGE and value[1] - value[0] < WIDEST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif op is codes.CATEGORY and value is codes.CATEGORY_DIGIT:
            found |= DIGITS
        else:
            return None
    return frozenset(found)


def _first(items) -> tuple[frozenset[str] | None, bool]:
    """The characters that can stand first in a match (None: any), and whether it can be empty."""
    found: frozenset[str] = frozenset()
    for op, value in items:
        if op is codes.LITERAL:
            some, empty = _both(value), False
        elif op is codes.IN:
            some, empty = _in(value), False
        elif op is codes.SUBPATTERN:
            some, empty = _first(value[3])
        elif op is codes.BRANCH:
            parts = [_first(one) for one in value[1]]
            some = None if any(one is None for one, _ in parts) else frozenset().union(*(one for one, _ in parts))
            empty = any(may for _, may in parts)
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            some, empty = _first(value[2])
            empty = empty or value[0] == 0
        elif op in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            some, empty = frozenset(), True
        else:
            return None, False
        if some is None:
            return None, empty
        found |= some
        if not empty:
            return found, False
    return found, True


def _has(items, said: frozenset[str]) -> bool:
    """Whether a match has a character of `said` in it, or one stands beside it that it looks at."""
    for op, value in items:
        if op is codes.LITERAL:
            held = _both(value) <= said
        elif op is codes.IN:
            some = _in(value)
            held = some is not None and (codes.CATEGORY, codes.CATEGORY_DIGIT) not in value and some <= said
        elif op is codes.SUBPATTERN:
            held = _has(value[3], said)
        elif op is codes.BRANCH:
            held = all(_has(one, said) for one in value[1])
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            held = value[0] > 0 and _has(value[2], said)
        elif op is codes.ASSERT:
            held = _has(value[1], said)
        else:
            held = False
        if held:
            return True
    return False


def _strings(items) -> set[str]:
    """What the items match, a blank for any stretch that is not worked out."""
    found = {""}
    for op, value in items:
        if op is codes.LITERAL:
            some = {chr(value)}
        elif op is codes.IN:
            some = _in(value) or {" "}
        elif op is codes.SUBPATTERN:
            some = _strings(value[3])
        elif op is codes.BRANCH:
            some = set().union(*map(_strings, value[1]))
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[1] == 1:
            some = _strings(value[2]) | {""}
        else:
            some = {" "}
        found = {before + one for before in found for one in some} if len(found) * len(some) < WIDEST else {" "}
    return found


def _has_word(items, words: frozenset[str]) -> bool:
    """Whether a match has one of the words in it: some run of its parts does, whichever way it is matched."""
    items = list(items)
    for at, (op, value) in enumerate(items):
        if any(
            all(any(word in string for word in words) for string in _strings(items[at : at + count]))
            for count in range(1, len(items) - at + 1)
        ):
            return True
        if (op is codes.SUBPATTERN and _has_word(value[3], words)) or (
            op is codes.BRANCH and all(_has_word(one, words) for one in value[1])
        ):
            return True
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] > 0 and _has_word(value[2], words):
            return True
        if op is codes.ASSERT and _has_word(value[1], words):
            return True
    return False


def _last(items) -> tuple[frozenset[str] | None, bool]:
    """The characters that can stand last in a match (None: any), and whether it can be empty."""
    found: frozenset[str] = frozenset()
    for op, value in reversed(list(items)):
        if op is codes.SUBPATTERN:
            some, empty = _last(value[3])
        elif op is codes.BRANCH:
            parts = [_last(one) for one in value[1]]
            some = None if any(one is None for one, _ in parts) else frozenset().union(*(one for one, _ in parts))
            empty = any(may for _, may in parts)
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            some, empty = _last(value[2])
            empty = empty or value[0] == 0
        else:
            some, empty = _first([(op, value)])
        if some is None:
            return None, empty
        found |= some
        if not empty:
            return found, False
    return found, True


def _wrong(pattern: Pattern) -> list[str]:
    tree = parser.parse(pattern.source, pattern.flags)
    wrong = [
        f"needs {need}"
        for need in pattern.needs
        if not (_has(tree, frozenset(need)) or (max(map(len, need)) > 1 and _has_word(tree, frozenset(need))))
    ]
    if pattern.ends:
        some, empty = _last(tree)
        if some is None or empty or not some <= frozenset(pattern.ends):
            wrong.append(f"ends {''.join(sorted((some or frozenset()) - frozenset(pattern.ends))) or 'with anything'}")
    if pattern.begins:
        some, empty = _first(tree)
        allowed = frozenset(pattern.begins) | (DIGITS if "0" in pattern.begins else frozenset())
        if some is None or empty or not some <= allowed:
            wrong.append(f"begins {''.join(sorted((some or frozenset()) - allowed)) or 'with anything'}")
    return wrong


def test_what_patterns_say_of_their_matches_holds():
    for found in pkgutil.walk_packages(plancli.__path__, "plancli."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    said = [one for one in module._made if one.begins or one.ends or one.needs]
    assert len(said) > 20
    assert {one.source: wrong for one in said if (wrong := _wrong(one))} == {}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("年|月", {"needs": ("年",)}),  # 月 alone matches
        ("[年月]?日", {"begins": "年"}),
        ("(?:年)?", {"begins": "年"}),  # nothing at all matches
        (".年", {"begins": "一"}),
        (r"\d年", {"needs": ("0123456789",)}),  # so does ３年
        ("阶段?|环节", {"needs": (("阶段", "环节"),)}),  # 阶 alone matches
        ("年[底初]?", {"ends": "底初"}),
        (".年.", {"ends": "年"}),
        ("(?i:page)", {"begins": "p"}),
    ],
)
def test_what_does_not_hold_is_found(source: str, said: dict[str, str]):
    pattern = Pattern(source, **said)
    module._made.remove(pattern)
    assert _wrong(pattern)


def test_a_text_that_cannot_match_compiles_nothing():
    pattern = Pattern(r"\d月(底|初)", begins="0", needs=("月", "底初"))
    assert pattern.match("五月底") is None is pattern.match("", 0)
    assert pattern.fullmatch("月1底") is None is pattern.search("5月")
    assert list(pattern.finditer("")) == pattern.findall("") == [] and pattern.split("甲") == ["甲"]
    assert pattern.sub("乙", "甲") == "甲" and pattern.subn("乙", "甲") == ("甲", 0)
    stage = Pattern("第.(阶段|环节)", ends="段", needs=(("阶段", "环节"),))
    assert stage.search("第一节") is None is stage.fullmatch("第一阶段。")
    assert not pattern.compiled and not stage.compiled
    found = pattern.match("至５月底", 1)
    assert found is not None and found[1] == "底" and pattern.compiled


def test_a_wrong_source_is_told_at_the_first_use():
    pattern = Pattern("(")
    module._made.remove(pattern)
    with pytest.raises(module.re.error):
        pattern.match("")


@pytest.mark.parametrize(
    ("method", "nothing"), [("match", None), ("search", None), ("fullmatch", None), ("findall", [])]
)
def test_a_long_text_is_not_looked_through_again_and_again(method: str, nothing: object) -> None:
    """Once that took as long as to compile, the pattern is compiled; the answer is the same."""
    made = Pattern("甲+乙", needs=("乙",))
    text = "甲" * (module._LOOKED // 10)
    for _ in range(10):
        assert getattr(made, method)(text) == nothing and not made.compiled
    assert getattr(made, method)("丙") == nothing and made.compiled
    assert getattr(made, method)("丙丁") == nothing
