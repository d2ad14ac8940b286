"""Header words of text tables: rows that read as a header, words broken over lines, the upper words over the lower ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....language.headers import lexicon_of, month_number
from ....model.source import Cell, Line
from .rows import cell_lines, text_of

_ASIDE = re.compile(r"[（(][^（）()]{1,12}[)）]")
_ROLE = frozenset(
    ["牵头", "责任", "配合", "主办", "协办", "承办", "协同", "分管", "主管", "具体责任", "完成", "整改", "办结", "销号"]
)
_NOUN = frozenset(
    ["单位", "部门", "科室", "处室", "股室", "机构", "主体", "领导", "人", "时限", "时间", "期限", "节点", "日期"]
)
_FAR = -99.0


def is_header(texts: Sequence[str]) -> bool:
    """Whether cells read as a header: at least two of different meaning, and half of them known."""
    lexicon = lexicon_of()
    shown = [text for text in texts if text.strip()]
    if any(len(text.strip()) > 24 or text.strip().isdigit() for text in shown):
        return False
    roles = [role for text in shown if (role := lexicon.role(text)) is not None]
    return len({(role.kind, role.role) for role in roles if not role.is_time}) >= 2 and len(roles) * 2 >= len(shown)


def begins_a_table(texts: Sequence[str]) -> bool:
    """Whether a row beneath others is the header of a table: of header words to the letter, for tasks may hold them too
    (分解年度目标任务, 工程科, 4月)."""
    lexicon = lexicon_of()
    return is_header(texts) and sum(lexicon.is_word(text) for text in texts) >= 2


def is_lower_header(fields: Sequence[str]) -> bool:
    """Whether the fields of a row are header words beneath merged ones: two or more, short, half of them known."""
    shown = [text for field in fields if (text := field.strip())]
    if len(shown) < 2 or any(len(text) > 14 for text in shown) or len(shown) == len(fields):
        return False
    lexicon = lexicon_of()
    known = [text for text in shown if (role := lexicon.role(text)) and role.whole]
    numbers = [month for text in shown if (month := month_number(text))]
    return len(known) * 2 >= len(shown) or (len(numbers) == len(shown) and len(shown) > 3)


def repeats_upper(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a row goes on with a header whose merged words are written in each slot: some words stand again below
    themselves, others have finer ones below."""
    pairs = [(a.strip(), b.strip()) for a, b in zip(upper, lower, strict=False)]
    if len(upper) != len(lower) or not is_header(lower):
        return False
    same = sum(a == b for a, b in pairs)
    finer = [a for a, b in pairs if a != b]
    return same > 0 and len(finer) > 1 and len(set(finer)) < len(finer)


def merge_repeated(rows: list[list[Cell]]) -> None:
    """Make one cell of what a header of two rows says again beside or below: there the writer has repeated merged cells."""
    first, second = rows[0], rows[1]
    upper = [text_of(cell.lines) for cell in first]
    lower = [text_of(cell.lines) for cell in second]
    if not repeats_upper(upper, lower):
        return
    for c in range(len(first)):
        if upper[c] == lower[c]:
            first[c].rowspan = 2
            second[c] = first[c]
        elif c and upper[c] == upper[c - 1] and upper[c - 1] != lower[c - 1]:
            first[c] = first[c - 1]
            first[c].colspan += 1


def is_broken(upper: str, lower: str) -> bool:
    """Whether two header lines are one word that a narrow cell has broken: 序 / 号, 完成 / 时限, 总投资 / （万元）."""
    upper, lower = "".join(upper.split()), "".join(lower.split())
    if _ASIDE.fullmatch(lower):
        return len(upper) <= 8
    if len(upper) > 4 or len(lower) > 4:
        return False
    if upper in _ROLE and lower in _NOUN:
        return True
    lexicon = lexicon_of()
    if not lexicon.is_word(upper + lower):
        return False
    if not lexicon.is_word(upper) or not lexicon.is_word(lower) or len(upper) == 1:
        return True
    role = lexicon.role(lower)
    return role is not None and role.kind == "category"  # 工作 / 板块; but 项目 / 内容 may be two columns


def words_over(upper: Sequence[str], lower: Sequence[str]) -> list[int] | None:
    """For each column the index of the upper word over it, where `lower` has a word beneath each slot of a merged one and
    "" beneath the others; None where they do not fit. The best of the fits by the words' meanings."""
    blanks = sum(not word for word in lower)
    if not len(lower) > len(upper) > blanks:
        return None
    best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}  # the last upper word used → score, words so far
    for c, leaf in enumerate(lower):
        following: dict[int, tuple[float, list[int]]] = {}
        for k, (score, path) in best.items():
            steps = [k + 1] if not leaf or not path or not lower[c - 1] else [k, k + 1]
            for step in steps:
                if step >= len(upper) or step < 0:
                    continue
                value = score + (agreement(upper[step], leaf) if leaf else 0.0)
                if step != k and leaf and (c + 1 == len(lower) or not lower[c + 1]):
                    value -= 1.5  # a merged word with a single one beneath
                if step not in following or value > following[step][0]:
                    following[step] = (value, [*path, step])
        best = following
    found = best.get(len(upper) - 1)
    return found[1] if found is not None and found[0] > _FAR else None


def leaves_over(upper: Sequence[str], leaves: Sequence[str]) -> list[int] | None:
    """For each of the words of a lower row, written without the blanks that stand for the other columns, the index of the
    upper word over it; None where they are no such words, or one has no fellow under its upper word."""
    if any(not word or len(word) > 14 for word in leaves):
        return None
    over: list[int] = []
    for leaf in leaves:
        fits = [(agreement(word, leaf), -k) for k, word in enumerate(upper) if not over or k >= over[-1]]
        best = max(fits, default=(0.0, 0))
        if best[0] <= 0:
            return None
        over.append(-best[1])
    return over if all(over.count(k) > 1 for k in over) else None


def agreement(parent: str, leaf: str) -> float:
    """How well a merged word goes with one beneath it."""
    lexicon = lexicon_of()
    over, under = lexicon.role(parent), lexicon.role(leaf)
    if over is None:
        return 0.0
    if over.kind == "time" and (month_number(leaf) or (under is not None and under.is_time)):
        return 3.0
    if over.kind == "goal" and under is not None and under.is_time:
        return 1.0  # 年度目标 over 2024年, 2025年
    return 2.0 if under is not None and under.kind == over.kind else -1.0


def header_cells(
    upper: Sequence[Sequence[Line]], lower: Sequence[Sequence[Line]], over: Sequence[int]
) -> list[list[Cell]]:
    """A header of two rows: merged upper cells over the lower ones, the others over both rows."""
    first: list[Cell] = []
    second: list[Cell] = []
    for c, (word, k) in enumerate(zip(lower, over, strict=True)):
        if c and over[c - 1] == k:
            cell = first[-1]
            cell.colspan += 1
        else:
            cell = Cell(0, c, lines=list(upper[k]))
        first.append(cell)
        if word:
            second.append(Cell(1, c, lines=list(word)))
        else:
            cell.rowspan = 2
            second.append(cell)
    return [first, second]


def field_cells(line: Line, fields: Sequence[str]) -> list[list[Line]]:
    """The fields of a line as the lines of cells."""
    return [cell_lines(line, field) for field in fields]
