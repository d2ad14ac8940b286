"""The header of a dumped table: tokens → the columns that may stand below, by several hypotheses.

Which words are the header, which stand beneath which, which are merged over more columns than are printed: nothing in a
dump says so for sure. The aligner takes the hypothesis under which the cells fit best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations_with_replacement, takewhile

from ....language.headers import HeaderRole, Lexicon, unit_of_header
from ....language.times import DATED
from ....model.source import Cell
from .costs import (
    BROKEN_WORD,
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
from .head_words import TASKS, Word, is_series
from .joined_words import all_joined, with_joined
from .levels import stacks_of
from .tokens import Token
from .words import read_words

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
    leads: bool = False  # it names who leads
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
    if not tokens or is_aside(tokens[0].bare, lexicon):
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
        ways = list(_parts(rows, ends, told=told)) if rows else []
        if not told:
            ways = [way for each in ways for way in with_joined(*each, lexicon)]
            ways += all_joined(tokens[:most], lexicon) if most == MOST_TOKENS else []
        for parts, end in ways:
            columns = stacks_of(parts, lexicon, told=told)
            if not columns:
                continue
            while end < len(tokens) and tokens[end].loose:
                end += 1
            cost = sum(map(_word_cost, (word for part in parts for word in part if word.bare)))
            cost += BROKEN_WORD * sum(len(word.lines) > 1 for word in parts[0]) * (not told)
            cost += CUT_WORD * sum(at >= end for at in sure)
            key = end, tuple(tuple(word.at for word in words) for words in columns)
            if key not in seen_before:
                seen_before.add(key)
                found = columns_of(columns, lexicon)
                cost += REMARKS_AMID * _remarks_before_tasks(found)
                heads.append(TextHead(found, end, cost + LOWER_ROW * (len(parts) - 1)))
    return heads


def is_aside(bare: str, lexicon: Lexicon) -> bool:
    """Whether a text stands in brackets, as a line beneath a title does (（2025年）, （列首位的为牵头单位）), and is no word of a header."""
    return bare[:1] in ("（", "(") and bare[-1:] in ("）", ")") and not lexicon.is_word(bare[1:-1])


def columns_of(stacks: Sequence[list[Word]], lexicon: Lexicon) -> list[TextColumn]:
    """The columns below words, of each those above it from top to bottom."""
    return _with_a_task([_column(words, lexicon) for words in stacks])


def _with_a_task(columns: list[TextColumn]) -> list[TextColumn]:
    """The columns, the last theme as what is done where no other column says that; what is named before the task (计划名称 | 任务名称)
    groups the tasks."""
    kinds = [column.words[-1].role.kind if column.words[-1].role else "" for column in columns]
    for column, kind in zip(columns[: kinds.index("task")] if "task" in kinds else (), kinds, strict=False):
        if kind == "task_weak" and column.words[-1].bare.endswith("名称"):
            column.kind, column.skip = "category", SKIP["category"]
    if not any(column.kind == "task" for column in columns):
        themes = [column for column in columns if column.kind == "theme"] or _unnamed(columns)
        for column in themes[-1:]:
            column.kind, column.skip = "task", SKIP["task"]
    return columns


def _unnamed(columns: Sequence[TextColumn]) -> Sequence[TextColumn]:
    """The columns at the front, behind the numbers, whose words do not name what is done, nor anything else: 序号 | 攻关方向 | 责任单位;
    without those that group the tasks where there are others (序号 | 领域 | 攻关方向)."""
    roles = [(column.words[-1].role, column) for column in columns[columns[0].kind == "series" :] if column.words]
    free = list(takewhile(lambda each: each[0] is None or each[0].kind == "category", roles))
    return [column for role, column in free if role is None][:1] or [column for _, column in free][-1:]


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


def _column(words: list[Word], lexicon: Lexicon) -> TextColumn:
    word, over = words[-1], words[-2] if len(words) > 1 else None
    role = word.role or lexicon.role(word.bare)
    kind = _kind(word, role)
    if over and kind == "other":
        above = _kind(over, over.role)
        kind = "slot" if above == "time" else above
    helps = kind == "departments" and role is not None and role.role == "support"
    leads = kind == "departments" and role is not None and role.role == "lead"
    dated = kind == "time" and DATED.search(word.bare) is not None
    noun = word.bare[-2:] if kind == "departments" and len(word.bare) > 3 else ""
    unit = unit_of_header(word.bare) if kind == "time" else ""
    return TextColumn(kind, words, SKIP_SUPPORT if helps else SKIP[kind], dated, word.place, noun, unit, leads)


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
            tasks = kind == "task" and any(column.kind == "task" for column in wide[k + 1 :])  # 任务 | 具体内容
            if not extra and k < 2 and n == 1 and (kind == "other" or tasks) and chain and not numbered:
                options.append(["series"])  # a word that no list has over the numbers (步骤)
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
