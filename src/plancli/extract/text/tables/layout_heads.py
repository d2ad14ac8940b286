"""The header of a text in which blanks keep places: its words, each broken over lines perhaps, or merged over others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ....language.header_rows import agreement, meanings_of, squeezed
from ....language.headers import Lexicon
from ....language.titles import may_head_table
from .dump import WORD
from .head_words import TASKS
from .layout_lines import LayoutLine, LayoutPiece
from .tokens import number_of_item

_LEAST_COLUMNS = 3
MOST_LINES = 3  # of a header
_HALF = 3  # characters that the lower half of a broken word has at most
_HALVES = 6  # … a word of which others stand on the lines below, and none beside it


@dataclass(slots=True)
class LayoutHead:
    """The words of a header: of each column the pieces of its own word, and of the one that is merged over it and others; how many
    lines they take."""

    words: list[list[LayoutPiece]]
    count: int
    over: list[LayoutPiece | None] = field(default_factory=list)


def said_of(word: Sequence[LayoutPiece]) -> str:
    """What the pieces of a word say together."""
    return squeezed("".join(piece.text for piece in word))


def header_of(block: Sequence[LayoutLine], lexicon: Lexicon) -> LayoutHead | None:
    """The header's words, each with its pieces, one below the other; None where that is none."""
    best: tuple[int, LayoutHead] | None = None
    first = [squeezed(piece.text) for piece in block[0].pieces] if block else []
    if len(first) == 1 and len(first[0]) > _HALVES and not lexicon.is_word(first[0]):
        return None  # a title
    if len(first) > 1 and any(map(str.isdigit, "".join(first))) and may_head_table("".join(first)):
        return None  # one in pieces
    for count in range(1, min(MOST_LINES, len(block)) + 1):
        words: list[list[LayoutPiece]] = []
        for piece in sorted((piece for line in block[:count] for piece in line.pieces), key=lambda piece: piece.start):
            if words and piece.start < max(each.end for each in words[-1]):
                words[-1].append(piece)
            else:
                words.append([piece])
        for word in words:
            word.sort(key=lambda piece: piece.at)
        head = _parted(LayoutHead(words, count), lexicon)
        said = [said_of(word) for word in head.words]
        if any(map(number_of_item, said)):
            continue
        roles = [role for text in said if len(text) <= WORD and (role := lexicon.role(text)) and role.whole]
        known = len(roles) + sum(over is not None for over in head.over)
        kinds = {role.kind for role in roles}
        calendar = len(said) == len(roles) == 2 and "time" in kinds and not kinds.isdisjoint(TASKS)  # 月份 | 工作内容
        if not calendar and (
            len(said) < _LEAST_COLUMNS or known + 1 < len(said) or len(meanings_of(roles)) < _LEAST_COLUMNS - 1
        ):
            continue
        halves = any(head.over) or all(len(piece.text) <= _HALF for piece in block[count - 1].pieces)
        if best is None or 2 * known - len(said) > best[0] - halves:
            best = 2 * known - len(said), head
    return best[1] if best else None


def _parted(head: LayoutHead, lexicon: Lexicon) -> LayoutHead:
    """The header with the words that are merged over two columns or more above the words of these (责任部门 over 牵头部门, 配合部门)."""
    last = max(piece.at for word in head.words for piece in word)
    leaves = [word[-1] if word[-1].at == last else None for word in head.words]
    head.over = [None] * len(head.words)
    for c, word in enumerate(head.words):
        upper = word[0]
        if upper.at == last or head.over[c] is not None:
            continue
        around = [c, *range(c + 1, len(leaves))], [*range(c - 1, -1, -1)]
        under = sorted(k for side in around for k in _agreeing(upper, side, leaves, lexicon, own=c))
        if len(under) > 1:
            for k in under:
                head.over[k] = upper
    for c, over in enumerate(head.over):
        if over is not None:
            head.words[c] = [piece for piece in head.words[c] if piece is not over]
    kept = [c for c, word in enumerate(head.words) if word and not (word[0] in head.over and leaves[c] is None)]
    return LayoutHead([head.words[c] for c in kept], head.count, [head.over[c] for c in kept])


def _agreeing(
    upper: LayoutPiece, side: Sequence[int], leaves: Sequence[LayoutPiece | None], lexicon: Lexicon, *, own: int
) -> list[int]:
    """The columns, from a merged word on to one side, whose words on the last line of the header go with it."""
    found: list[int] = []
    for c in side:
        leaf = leaves[c]
        if leaf is None and c == own:
            continue  # it stands between the words beneath
        if leaf is None or agreement(squeezed(upper.text), squeezed(leaf.text), lexicon) <= 0:
            break
        found.append(c)
    return found


def kinds_of(head: LayoutHead, lexicon: Lexicon) -> list[str]:
    """What each column holds, by its words."""
    kinds: list[str] = []
    for word, over in zip(head.words, head.over, strict=True):
        role = lexicon.role(said_of(word)) or (lexicon.role(squeezed(over.text)) if over else None)
        kinds.append("" if role is None else "slot" if role.is_time else role.kind)
    return kinds
