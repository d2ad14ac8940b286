"""Pieces of a list: cut at separators and verbs, freed of numbers, marks, verbs and 等 (A（牵头）、由B负责、C等部门)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...grammar.pattern import Pattern
from ...language.assignments import glued_to_time
from ...language.bodies import LEVEL_HEAD
from ...language.collectives import AND_SO_ON, Collectives
from ...language.duties import first_leads, listed_names
from ...language.lexicon.in_force import compiled
from ...language.marks import MASKED, PLAIN_BULLETS
from ...language.roles import CLOSE, OPEN, Words
from ...language.script import has_any
from ...language.seams import Seams
from ...model.bulletin import Role
from ...model.record import Record

_BLANK = r"(?!(?<=[A-Za-z])\s+[A-Za-z])\s"  # not inside a name of foreign words: Green Hand志愿队
_CUT = Pattern(
    rf"(?P<open>[{re.escape(OPEN)}])|(?P<close>[{re.escape(CLOSE)}])|(?P<cut>[、，,；;。/／|｜]|{_BLANK}|[①-⑳]|(?<=[㐀-鿿])\d{{1,2}}[.．](?=[㐀-鿿]))"
)
_WORDS_BEFORE = frozenset("由请此该本这以及与和上")  # how its words begin
BRACKET_BEHIND = Pattern(r"[（(【\[［〈〔]([^（()）【】\[\]［］〈〉〔〕]*)[）)】\]］〉〕]$")
_MARK_BEFORE = Pattern(r"^[（(【\[［〔]([^（()）【】\[\]［］〔〕]*)[）)】\]］〕](?=.)")
# What speaks of all the lists of a plan, not of this one: 下同; 以下均需各县区落实，不再列出; 列第一位的为牵头单位.
_RULE_OF_READING = Pattern(
    r"以下[^、，。；]{0,10}(?:均|都)(?:需|须|要|由)|[^、，。；]{0,12}不再[^、，。；]{0,6}(?:列|分工|标注|重复|赘述)|(?:以?下|后)同$|除[^、，。；]{0,8}标[注明]"
    r"|[^、，。；]{0,12}均?涉及(?:各|所有|全部|多个)"
)
_FIRST_NAME = Pattern(r"[^、，,；;。\s/／|｜（(]+")
_SHORT = 6  # characters of a name without an ending of its own
_LONGEST = 200
_BOXES = "☑☒✓✔√☐□"  # one of them says that the others (×, ■) are boxes too
_WRAPPED = Pattern(r"^[（(【\[]([^（()）【】\[\]]*)[）)】\]]$")


def _before(additions: Mapping[str, Any]) -> re.Pattern[str]:
    """What stands before a name and is none of it: a bullet, a number, 由, 以及."""
    return re.compile(
        rf"(?:[\s{re.escape(PLAIN_BULLETS)}-]+|\d{{1,2}}[.．)）](?!\d)|[（(]\d{{1,2}}[)）]|[①-⑳]|由|请(?=.{{2}})|[此该本这][项条件](?:工作|任务|事项)?(?=.{{2}})|(?:以上|上述)[^，、；;。]{{0,8}}?[均都][为是由请]?|{Seams(additions).joint_before})"
    )


def pieces(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """The stretch cut at separators outside brackets, and behind a mark that another name follows: 政法委（牵头）|民政局."""
    depth, begin, opened = 0, start, start
    shared = text.find("各", start, end) >= 0
    for match in (compiled(_cut_shared) if shared else _CUT).finditer(text, start, end):
        if shared and match["shared"]:
            continue
        if match["open"]:
            opened = match.start() if not depth else opened
            depth += 1
        elif match["close"]:
            depth = max(0, depth - 1)
            if not depth and opened > begin and _marks(text, opened, match.end(), end, words):
                yield begin, match.end()
                begin = match.end()
        elif not depth:
            if match.start() > begin:
                yield from _beside_time(text, begin, match.start())
            begin = match.end()
    if end > begin:
        yield from _beside_time(text, begin, end)


def _beside_time(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece as it is, or cut where a time and a name meet: 3月底前|德育处."""
    first, last = glued_to_time(text[start:end])
    bounds = sorted({start, start + first, start + last, end})
    yield from pairwise(bounds)


def _marks(text: str, start: int, close: int, end: int, words: Words) -> bool:
    """Whether a bracket is a mark of who leads or supports, and right behind it begins the name of a body."""
    if not text[close : close + 1].strip() or text[close] in "等":
        return False
    if not words.mark.fullmatch(text[start + 1 : close - 1].strip()):
        return False
    name = _FIRST_NAME.match(text, close, end)
    return name is not None and words.is_body(name[0])


def _cut_shared(additions: Mapping[str, Any]) -> re.Pattern[str]:
    """The cuts of a text with 各, where a separator may stand inside a name: slower."""
    return re.compile(rf"(?P<shared>{Collectives(additions).shared})|{_CUT.pattern}")


def is_rule_of_reading(note: str) -> bool:
    """Whether a piece of a list says how lists are to be read, and names nobody."""
    if not has_any(note, "下不同标涉第首最"):
        return False
    return _RULE_OF_READING.match(note) is not None or first_leads(note)


def chosen(text: str, start: int, end: int, words: Words) -> str:
    """The text, as long as before, with what stands behind unticked boxes of text[start:end] blank, and ticks as 、."""
    boxes = words.ticked + words.unticked
    if not has_any(text[start:end], boxes) or not has_any(text, _BOXES):
        return text
    out: list[str] = []
    keep = True
    for char in text[start:end]:
        if char in boxes:
            keep = char in words.ticked
            out.append("、")
        else:
            keep = keep or char in "、，,；;。\n"
            out.append(char if keep else " ")
    return text[:start] + "".join(out) + text[end:]


@dataclass(slots=True, eq=False, repr=False)
class SeparatedPart(Record):
    """A piece, trimmed: the range of the names in it, the role of a mark, of a verb behind, 会同 before."""

    start: int
    end: int
    mark: Role | None = None
    verb: Role | None = None
    joint: bool = False


def parts(
    text: str, start: int, end: int, words: Words, *, work: bool = False, duties: bool = False
) -> Iterator[SeparatedPart]:
    """A piece cut where a verb stands inside it: 教育局牵头会同财政局 → 教育局 (lead), 财政局 (with it).

    `work` leaves out what a body does, for lists that tell it: 教育局负责方案制定 → 教育局; `duties` what it does among others
    that have a part: 质控科指导 → 质控科.
    """
    part = _trim(text, SeparatedPart(start, end), words, duties, duties or work)
    if part.end - part.start > _LONGEST:
        yield part
        return
    for match in words.act_inside.finditer(text, part.start + 2, part.end) if work else ():
        behind = text[match.end() : part.end]
        if words.joint.match(behind) or words.is_body(behind):
            continue
        if all(map(words.is_body, words.joint.split(text[part.start : match.start()]))):
            part.end, part.verb = match.start(), words.role_of(match["act"])
            break
    for match in words.inner_verb.finditer(text, part.start, part.end):
        left, right = text[part.start : match.start()], text[match.end() : part.end]
        if match["joint"]:
            inside = (not left or _is_short_body(_clean(left), words)) and all(
                _is_short_body(name, words) for name in listed_names(right) or [""]
            )
        else:
            inside = words.is_body(_clean(left)) and words.is_body(_clean(right))
        if not inside:
            continue
        joint = match["joint"] is not None or match["with"] is not None
        if left:
            yield SeparatedPart(
                part.start, match.start(), None, None if match["joint"] else words.role_of(match["act"]), part.joint
            )
        part = SeparatedPart(match.end(), part.end, part.mark, part.verb, joint)
    yield part


def _is_short_body(name: str, words: Words) -> bool:
    """Whether a name beside 会同 is that of a body: what stands there does something, and a level of government before it (市人行)
    will do."""
    return words.is_body(name) or (3 <= len(name) <= _SHORT and LEVEL_HEAD.match(name) is not None)


def _clean(name: str) -> str:
    return AND_SO_ON.sub("", name)


def _signs_of_lead(piece: str, words: Words) -> tuple[bool, bool] | None:
    """Whether a sign of the lead stands before a name, and whether one stands behind it; None where none does."""
    before = piece[0] in words.signs_of_lead and not piece.startswith(MASKED)
    behind = piece[-1] in words.signs_of_lead and not piece.endswith(MASKED)
    return (before, behind) if before or behind else None


def _trim(text: str, part: SeparatedPart, words: Words, duties: bool, deeds: bool) -> SeparatedPart:
    """Numbers, bullets and 由 before; marks, signs, verbs (`duties` and `deeds`: what a body does, too) and 等 behind."""
    if part.end - part.start > _LONGEST:
        return part
    while (first := text[part.start : part.end][:1]) in _WORDS_BEFORE or not "㐀" <= first <= "鿿":
        if (match := compiled(_before).match(text, part.start, part.end)) is None:
            break
        part.start = match.end()
    changed = True
    while changed and part.start < part.end:
        changed = False
        piece = text[part.start : part.end]
        before = _MARK_BEFORE.search(piece) if piece[0] in OPEN else None
        match = BRACKET_BEHIND.search(piece) if piece[-1] in CLOSE else None
        if before and words.mark.match(before[1].strip()):
            part.mark, part.start, changed = words.role_of(before[1]), part.start + before.end(), True
        elif match and match.start() and words.mark.match(match[1].strip()):
            part.mark, part.end, changed = words.role_of(match[1]), part.start + match.start(), True
        elif match and match.start() and is_rule_of_reading(match[1]):
            part.end, changed = part.start + match.start(), True
        elif match and match.start() and (deed := words.act_inside.match(match[1])):  # 发改委（负责规划）
            part.mark, part.end, changed = words.role_of(deed["act"]), part.start + match.start(), True
        elif match and match.start() and part.verb is None and words.verb.fullmatch(match[1]):
            part.verb, part.end, changed = words.role_of(match[1]), part.start + match.start(), True
        elif signs := _signs_of_lead(piece, words):
            part.mark = "lead"
            part.start += signs[0]
            part.end -= signs[1] and part.end > part.start
            changed = True
        elif part.verb is None and (
            match := words.verb_behind(piece, duties=duties) or (words.deed_behind(piece) if deeds else None)
        ):
            part.verb = words.role_of(match.group())
            part.end, changed = part.start + match.start(), True
        elif "等" in piece and (match := AND_SO_ON.search(piece)):
            part.end, changed = part.start + match.start(), True
        elif piece[0] in OPEN and _WRAPPED.search(piece):
            part.start, part.end, changed = part.start + 1, part.end - 1, True
    return part
