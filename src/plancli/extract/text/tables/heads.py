"""The header of a dumped table: tokens → the columns that may stand below, by several hypotheses.

Which words are the header, which stand beneath which, which are merged over more columns than are printed: nothing in a
dump says so for sure. The aligner takes the hypothesis under which the cells fit best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations_with_replacement, pairwise

from ....language.header_rows import leaves_over, repeats_upper, words_over
from ....language.headers import HeaderRole, Lexicon, unit_of_header
from ....language.times import DATED
from ....model.source import Cell
from .costs import (
    CUT_WORD,
    FIT,
    GUESS,
    LOWER_ROW,
    REMARKS_AMID,
    SKIP,
    SKIP_SUPPORT,
    SKIP_UPPER,
    SPAN,
    WORD_KNOWN,
    WORD_SURE,
    WORD_UNKNOWN,
)
from .tokens import Token
from .words import TASKS, Word, is_series, read_words, without_padding

MOST_TOKENS = 48  # that a header has
_CELL_LOOKS = frozenset({"time", "bodies"})


@dataclass(slots=True)
class TextColumn:
    """What the aligner knows of a column: what it holds (a key of `FIT`), the words above it from top to bottom, what it
    costs that a cell is missing, whether its cells are dates alone, where it begins, what it calls the bodies in it, which unit its
    bare numbers have; and what its cells look like in whole rows."""

    kind: str
    words: list[Word]
    skip: float
    dated: bool = False
    place: int | None = None
    noun: str = ""  # what a column of bodies calls them: 网格 of 责任网格
    unit: str = ""  # of bare numbers under 月份, 日
    forms: dict[str, int] = field(default_factory=dict)
    values: set[str] = field(default_factory=set)  # of categories and remarks, where one stands behind the other


@dataclass(slots=True)
class TextHead:
    """Columns, how many tokens name them, and what speaks against the reading."""

    columns: list[TextColumn]
    end: int
    cost: float = 0.0
    headed: bool = False  # headings go across the table


def find_heads(tokens: Sequence[Token], lexicon: Lexicon, *, told: bool, wrapped: bool) -> list[TextHead]:
    """The headers that may begin with the first token; `told`: rows are; `wrapped`: the words of a row may stand on several
    lines."""
    if not tokens or _is_aside(tokens[0], lexicon):
        return []
    heads: list[TextHead] = []
    seen_before: set[tuple[int, tuple[tuple[int, ...], ...]]] = set()
    tries = [MOST_TOKENS]
    sure: list[int] = []
    for most in tries:
        rows, ends = read_words(tokens[:most], lexicon, told=told, wrapped=wrapped)
        if not told and most == MOST_TOKENS:  # it may end sooner, before what might be a cell
            last = ends[-1] if ends else MOST_TOKENS
            sure = [word.at for word in rows[0] if word.sure or (word.role and word.role.is_time)] if rows else []
            tries += sorted({n for n in (_first_cell(tokens[:last], lexicon), last - 1, last - 2) if 1 < n < last})
        if not rows:
            continue
        for parts, end in _parts(rows, ends, told=told):
            columns = _stacks(parts, lexicon, told=told)
            if not columns:
                continue
            while end < len(tokens) and tokens[end].loose:
                end += 1
            cost = sum(map(_word_cost, (word for part in parts for word in part if word.bare)))
            cost += CUT_WORD * sum(at >= end for at in sure)
            key = end, tuple(tuple(word.at for word in words) for words in columns)
            if key not in seen_before:
                seen_before.add(key)
                found = _with_a_task([_column(words, lexicon) for words in columns])
                cost += REMARKS_AMID * _remarks_before_tasks(found)
                heads.append(TextHead(found, end, cost + LOWER_ROW * (len(parts) - 1)))
    return heads


def _is_aside(each: Token, lexicon: Lexicon) -> bool:
    """Whether a token stands in brackets, as a line beneath a title does (（2025年）), and is no word of a header."""
    role = lexicon.role(each.bare)
    return each.bare[:1] in ("（", "(") and each.bare[-1:] in ("）", ")") and (role is None or role.is_time)


def _with_a_task(columns: list[TextColumn]) -> list[TextColumn]:
    """The columns, the last theme as what is done where no other column says that."""
    themes = [column for column in columns if column.kind == "theme"]
    if themes and not any(column.kind == "task" for column in columns):
        themes[-1].kind, themes[-1].skip = "task", SKIP["task"]
    return columns


def _remarks_before_tasks(columns: Sequence[TextColumn]) -> bool:
    """Whether remarks stand left of what is done: the words behind 备注 are those beneath a merged one."""
    kinds = [column.kind for column in columns]
    return "remarks" in kinds and not {"task", "theme"}.isdisjoint(kinds[kinds.index("remarks") :])


def _first_cell(tokens: Sequence[Token], lexicon: Lexicon) -> int:
    """Which token, the third or a later one, looks like a cell though it might be a word: 一月, 办公室."""
    for k, each in enumerate(tokens):
        role = lexicon.role(each.bare)
        label = role is not None and role.whole and role.kind in ("departments", "leaders")
        if k > 1 and ((not label and not _CELL_LOOKS.isdisjoint(each.looks)) or (role and role.is_time)):
            return k
    return 0


def _parts(rows: list[list[Word]], ends: list[int], *, told: bool) -> Iterator[tuple[list[list[Word]], int]]:
    """The words as rows from top to bottom, and the token after them: all rows, or the first alone; where rows are not told
    the words of the lower ones may follow those of the first."""
    if told or len(rows) > 1:
        for n in range(len(rows), 0, -1):
            yield rows[:n], ends[n - 1]
        return
    words = rows[0]
    yield [words], ends[-1]
    for at in range(len(words) - 2, 1, -1):
        yield [words[:at], words[at:]], ends[-1]
        for then in range(at + 2, len(words) - 1):
            yield [words[:at], words[at:then], words[then:]], ends[-1]


def _stacks(parts: Sequence[Sequence[Word]], lexicon: Lexicon, *, told: bool) -> list[list[Word]]:
    """For each column the words above it from top to bottom; nothing where the rows do not fit."""
    stacks: list[list[Word]] = []
    for word in parts[0]:
        stacks.append(
            [word] if word.bare or not stacks else stacks[-1][:]
        )  # an empty field belongs to the word on its left
    timed = [n for part in parts if (n := sum(bool(word.role and word.role.is_time) for word in part))]
    finer = told and all(
        lower >= 2 * upper for upper, lower in pairwise(timed)
    )  # 上半年 over quarters, these over months
    if len(timed) > 1 and not finer and not repeated(parts):
        return []
    for part in parts[1:]:
        stacks = _beneath(stacks, part, lexicon)
    return stacks


def repeated(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether a lower row writes words of the upper one again."""
    return bool({word.bare for word in parts[0]} & {word.bare for part in parts[1:] for word in part if word.bare})


def _beneath(stacks: list[list[Word]], row: Sequence[Word], lexicon: Lexicon) -> list[list[Word]]:
    names = [stack[-1].bare for stack in stacks]
    written = any(stack is not stacks[0] and stack[-1] is before[-1] for before, stack in pairwise(stacks))
    while len(row) > len(stacks) and written and not row[-1].bare:
        row = row[:-1]  # padding
    lower = [word.bare for word in row]
    leaves = without_padding(lower)
    if len(leaves) < len(lower) and all(leaves) and leaves_over(names, leaves, lexicon):
        row, lower = row[: len(leaves)], list(leaves)
    if len(lower) == len(stacks) and (not all(lower) or repeats_upper(names, lower, lexicon)):
        return _placed(stacks, row, names)
    if not all(lower):
        over = words_over(names, lower, lexicon)
        if over is None:
            return _beneath(stacks, row[:-1], lexicon) if not lower[-1] else []
        return [[*stacks[k], word] if word.bare else stacks[k] for k, word in zip(over, row, strict=True)]
    over = leaves_over(names, lower, lexicon)
    if over is None:
        return []
    under = [[word for word, k in zip(row, over, strict=True) if k == n] for n in range(len(stacks))]
    return [
        [*stack, *leaf] for stack, below in zip(stacks, under, strict=True) for leaf in ([[w] for w in below] or [[]])
    ]


def _placed(stacks: list[list[Word]], row: Sequence[Word], names: Sequence[str]) -> list[list[Word]]:
    """A lower row that is written in each slot: empty or said again where the upper word goes down."""
    found: list[list[Word]] = []
    for k, (stack, word) in enumerate(zip(stacks, row, strict=True)):
        same = not word.bare or word.bare == names[k]
        if not same and k and names[k] == names[k - 1] and len(found[-1]) > len(stack):
            # a merged word written in each of its slots; a lower one that is merged too is written once
            stack = found[-1][: len(stack)] if word.bare else found[-1]
        found.append(stack if same else [*stack, word])
    return found


def _column(words: list[Word], lexicon: Lexicon) -> TextColumn:
    word, over = words[-1], words[-2] if len(words) > 1 else None
    role = word.role or lexicon.role(word.bare)
    kind = _kind(word, role)
    if over and kind == "other":
        above = _kind(over, over.role)
        kind = "slot" if above == "time" else above
    helps = kind == "departments" and role is not None and role.role == "support"
    dated = kind == "time" and DATED.search(word.bare) is not None
    noun = word.bare[-2:] if kind == "departments" and len(word.bare) > 3 else ""
    unit = unit_of_header(word.bare) if kind == "time" else ""
    return TextColumn(kind, words, SKIP_SUPPORT if helps else SKIP[kind], dated, word.place, noun, unit)


def _kind(word: Word, role: HeaderRole | None) -> str:
    if is_series(word):
        return "series"
    if role is None:
        return "other"
    if role.kind in TASKS:
        return "theme" if word.bare.endswith("主题") else "task"
    return "slot" if role.is_time else role.kind if role.kind in FIT else "other"


def _word_cost(word: Word) -> float:
    return WORD_SURE if word.sure else WORD_KNOWN if word.role else WORD_UNKNOWN


def hypotheses(head: TextHead, extra: int, *, chain: bool) -> Iterator[TextHead]:
    """The header with words merged over `extra` more columns, and guesses what those beneath one word hold: a number, a
    category, the same. Of several columns of tasks the finest has a cell in each row, the others may be merged over rows."""
    if not all(column.words for column in head.columns):
        spare = [TextColumn("other", [], SKIP["other"]) for _ in range(extra)]
        yield TextHead([*head.columns, *spare], head.end, head.cost)
        return
    for picks in combinations_with_replacement(range(len(head.columns)), extra):
        wide = [replace(column) for k, column in enumerate(head.columns) for _ in range(picks.count(k) + 1)]
        numbered = any(column.kind == "series" for column in wide)
        variants: list[list[str]] = [[]]
        k = 0
        while k < len(wide):
            n = sum(column.words[-1] is wide[k].words[-1] for column in wide[k:])
            kind = wide[k].kind
            options = [[kind] * n] + ([["category", *[kind] * (n - 1)]] if n > 1 else [])
            if n > 1 and chain and not numbered:
                options += [
                    ["category", "series", *[kind] * (n - 2)],
                    ["series", *[kind] * (n - 1)],
                    [*[kind] * (n - 1), "series"],
                ]
            variants = [[*variant, *option] for variant in variants for option in options]
            k += n
        for kinds in variants:
            guessed = any(kind != column.kind for kind, column in zip(kinds, wide, strict=True))
            columns = [
                replace(
                    column, kind=kind, skip=column.skip if kind == column.kind else SKIP[kind], forms={}, values=set()
                )
                for kind, column in zip(kinds, wide, strict=True)
            ]
            _weigh_tasks(columns)
            yield TextHead(columns, head.end, head.cost + extra * SPAN + guessed * GUESS)


def _weigh_tasks(columns: Sequence[TextColumn]) -> None:
    """Let the cells of all task columns but the finest be missing at little cost."""
    tasks = [column for column in columns if column.kind == "task"]
    kinds = [column.words[-1].role.kind if column.words[-1].role else "" for column in tasks]
    fine = next((k for k in reversed(range(len(tasks))) if kinds[k] in ("detail", "measure")), None)
    fine = next((k for k, kind in enumerate(kinds) if kind == "task"), len(tasks) - 1) if fine is None else fine
    weeks = any(column.kind == "series" and column.words and "周" in column.words[-1].bare for column in columns)
    dated = weeks and any(column.kind == "time" for column in columns)
    for k, column in enumerate(tasks):
        column.skip = SKIP_UPPER if k != fine or dated else SKIP["task"]  # not each week has its event


def header_cells(columns: Sequence[TextColumn]) -> list[list[Cell]]:
    """The words as rows of cells: one over each column in which it stands, down to the last row where none is beneath it."""
    depth = max((len(column.words) for column in columns), default=0)
    rows: list[list[Cell]] = []
    for r in range(depth):
        row: list[Cell] = []
        for c, column in enumerate(columns):
            word = column.words[min(r, len(column.words) - 1)]
            before = columns[c - 1].words if c else []
            if (
                c
                and min(r, len(before) - 1) == min(r, len(column.words) - 1)
                and before[min(r, len(before) - 1)] is word
            ):
                cell = row[-1]
                cell.colspan = c - cell.column + 1
            elif r >= len(column.words):
                cell = rows[-1][c]
                cell.rowspan = r - cell.row + 1
            else:
                cell = Cell(r, c, lines=list(word.lines))
            row.append(cell)
        rows.append(row)
    return rows
