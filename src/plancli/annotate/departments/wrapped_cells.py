"""Line breaks and blanks in a cell of names: does a name go on behind it, or does the next one begin?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ...grammar.pattern import Pattern
from ...language.bodies import bodies
from ...language.collectives import Collectives
from ...language.lexicon.in_force import compiled
from ...language.marks import BULLETS
from ...language.roles import CLOSE, OPEN, Words
from ...model.record import Record

_OFFICE = "办公室"
_WORD = 3  # characters of a word that ends like a body and names none: 老干部
_AHEAD = 3  # texts behind a break with which a name may go on in a narrow cell
_BREAK = Pattern(r"[ \t\u3000\xa0]*\n\s*|[ \t\u3000\xa0]+")
_FRAGMENT_START = Pattern(r"[、，,；;。：:/｜|\n]")
_NEW_ITEM = Pattern(rf"\d{{1,2}}[.．、)）](?!\d)|[（(]\d{{1,2}}[)）]|[①-⑳]|[{re.escape(BULLETS)}]")
_LINE_OF_NAME = Pattern("[㐀-鿿]{3,12}")
_GLUE_LEFT = Pattern(r"(?:[和及与]|以及|由)$")
_GLUE_RIGHT = Pattern(r"[和及与等]|以及|[、，,；;。/）)】]")


@dataclass(slots=True, eq=False, repr=False)
class Unwrapped(Record):
    """A cell's text with each break decided: `\\n` between names, nothing inside one.

    `joined` and `parted` hold the offsets in `text` where a break went or stayed though it could have been otherwise.
    """

    text: str
    joined: list[int] = field(default_factory=list)
    parted: list[int] = field(default_factory=list)


def unwrap(cell: str, words: Words, known: Collection[str]) -> Unwrapped:
    """Decide every line break and blank of a cell; `known` are the names that stand for themselves elsewhere in the plan."""
    breaks = list(_BREAK.finditer(cell.strip()))
    result = Unwrapped(cell.strip())
    if not breaks:
        return result
    pieces = _BREAK.split(result.text)
    if _alike(pieces):
        result.text = "\n".join(pieces)
        return result
    longest = max(len(_head(piece)) for piece in pieces)
    current = pieces[0]
    text = ""
    for i, after in enumerate(pieces[1:], 1):
        verdict = _verdict(text + current, after, pieces[i + 1 : i + 1 + _AHEAD], words, known)
        full = len(pieces[i - 1]) >= longest or breaks[i - 1].group().strip(" \t\u3000\xa0") == ""
        if verdict == "doubt":
            verdict = "join" if full and _torn(_fragment(text + current), _head(after)) else "part?"
        at = len(text) + len(current)
        if verdict == "join":
            result.joined.append(at)
            current += after
        else:
            if verdict == "part?":
                result.parted.append(at)
            text += current + "\n"
            current = after
    result.text = text + current
    return result


def _alike(pieces: list[str]) -> bool:
    """Whether all lines end in the same character, as names of one kind do: 东山村 / 柳行村."""
    ends = {piece[-1:] for piece in pieces}
    return len(ends) == 1 and all(_LINE_OF_NAME.fullmatch(piece) for piece in pieces)


def _fragment(text: str) -> str:
    """What stands behind the last separator outside brackets."""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        if text[i] in CLOSE:
            depth += 1
        elif text[i] in OPEN:
            depth -= 1
        elif depth == 0 and _FRAGMENT_START.match(text[i]):
            return text[i + 1 :]
    return text


def _head(text: str) -> str:
    """What stands before the first separator."""
    match = _FRAGMENT_START.search(text)
    return text[: match.start()] if match else text


def _verdict(before: str, after: str, then: list[str], words: Words, known: Collection[str]) -> str:
    """For a break between two texts, `then` those behind it: join, part, part? (it could be otherwise) or doubt (the word cutter
    tells)."""
    left, right = _fragment(before), _head(after)
    if before.endswith("、") and _shared_head(before[-20:], after):
        return "join"
    if not after or not before or not left:
        return "part"
    if left.count("（") + left.count("(") > left.count("）") + left.count(")"):
        return "join"
    if _NEW_ITEM.match(after) or words.label.match(after) or words.boxed_label.match(after):
        return "part"
    if after[0] in OPEN or _GLUE_RIGHT.match(after) or _GLUE_LEFT.search(left) or words.verb.fullmatch(right):
        return "join"
    if after.startswith(words.joints_between) or left.endswith(words.joints_between):
        return "join"
    if any(len(right) < len(word) and (left + right).endswith(word) for word in (_OFFICE, *words.generic)):
        return "join"  # 党政办 / 公室: the break stands in the last word
    if left in known and right in known:
        return "part"
    if left + right in known:
        return "join"
    if words.organ(left, right):
        return "join"
    if len(right) == 1 or (right in words.generic and not (left.endswith(words.strict) and words.is_complete(left))):
        return "join"
    if left in words.sectors and right in words.sectors:
        return "part"
    whole_left, whole_right = words.is_complete(left) or left in known, words.is_complete(right) or right in known
    if not whole_left:
        return "part" if whole_right and _each_by_level(left, right) else "join"
    if not whole_right:
        if any(words.is_complete(name) for name in _going_on(right, then)):
            return "part"
        return "part?" if len(right) >= len(left) and len(right) > 2 else "join"
    if left not in known and not words.ends_as_body(left):
        return "join" if len(left) <= _WORD or _in_a_word(left, right, words) else "doubt"  # 县委社会 / 工作部
    follows = words.continuations.get(words.suffix(left), words.continuations.get(left[-1], ""))
    return "doubt" if right[0] in follows else "part"


def _in_a_word(left: str, right: str, words: Words) -> bool:
    """Whether a break stands in the name of an organ or of a field of work: 社会 / 工作部."""
    at, whole = len(left), left + right
    spans = (
        whole.find(word, max(at - len(word) + 1, 0), at + len(word) - 1) for word in {*words.organs, *words.sectors}
    )
    return any(start >= 0 for start in spans)


def _each_by_level(left: str, right: str) -> bool:
    """Whether two texts begin with the same level, as names side by side do: 县新华书店 县图书馆."""
    return len(left) > 2 and left[0] == right[0] and all(map(bodies().is_particular, (left, right)))


def _going_on(right: str, then: list[str]) -> Iterator[str]:
    """What begins behind a break, with one more of the texts behind it after the other, up to the first separator."""
    for piece in then:
        head = _head(piece)
        right += head
        if head:
            yield right
        if head != piece:
            return


def _shared_head(before: str, after: str) -> bool:
    """Whether a break stands inside one body for several levels: 各州、 + 市人民政府."""
    return any(
        match.start() < len(before) < match.end() for match in compiled(Collectives).head.finditer(before + after)
    )


def _torn(left: str, right: str) -> bool:
    """Whether a break tore a word: the whole falls into fewer words than its parts, or a lone character begins the second."""
    cut = _cutter().lcut
    behind = cut(right, HMM=False)
    apart = len(cut(left, HMM=False)) + len(behind)
    whole = len(cut(left + right, HMM=False))
    return whole < apart or (whole == apart and len(behind[0]) == 1)


@cache
def _cutter() -> Any:
    """A tokenizer with its dictionary read from the package: jieba itself would take it from a file in the folder of
    temporary files, which any user of the machine may have written, by `marshal`. Reading the dictionary takes no longer."""
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
