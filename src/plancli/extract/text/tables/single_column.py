"""A list of work beneath one header word (工作任务) and nothing beside it: a table of one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....language.labels import read_label
from ....language.script import simplify
from ....language.titles import names_list
from ....model.source import Cell, Line, Table
from .bars import BAR, RULE, signs_of
from .dump import is_stop
from .head_words import TASKS
from .reading import TableReading

_ABOVE = 3  # lines among which the title stands
_LONGEST = 80  # characters of a cell
_ROWS = 2
_HEADINGS = ("han", "han-bracket", "part", "chapter", "section")  # forms of labels


def read_single_column(lines: Sequence[Line], at: int, lexicon: Lexicon) -> TableReading | None:
    """The table whose only header word is all of line `at`, beneath the title of a list or a table; None where none begins. A cell is a line of one sentence at most; headings go across."""
    word = _said(lines[at])
    role = lexicon.role(word)
    title = next((_said(line) for line in reversed(lines[max(0, at - _ABOVE) : at]) if _said(line)), "")
    if role is None or role.kind not in TASKS or not lexicon.is_word(word) or not names_list(title):
        return None
    rows = [at]
    barred = BAR.search(lines[at].text) is not None
    spaced = at + 1 < len(lines) and not lines[at + 1].text.strip()
    tasks = after = 0
    for k in range(at + 1, len(lines)):
        said = _said(lines[k])
        if not said and (lines[k].text.strip() or spaced):
            continue
        if not said:
            break
        if (BAR.search(lines[k].text) is not None) != barred or (not barred and is_stop(said)):
            break
        if lexicon.note.match(said):
            rows.append(k)
            after = k + 1
            continue
        label = read_label(said)
        if len(said) > _LONGEST or "。" in said[:-1] or said[-1] in "：:" or (label and label.form not in _HEADINGS):
            return None
        rows.append(k)
        tasks, after = tasks + (label is None), k + 1
    if tasks < _ROWS:
        return None
    table = Table([[Cell(r, 0, lines=[_without_bars(lines[k])])] for r, k in enumerate(rows)], ruled=False)
    table.dropped = [("rule", sign) for line in lines[at:after] if (sign := signs_of(line))]
    return TableReading(table, after, barred)


def _without_bars(line: Line) -> Line:
    return replace(line, text=BAR.sub(" ", line.text).strip())


def _said(line: Line) -> str:
    """What a line says without the bars around it, its blanks removed."""
    text = BAR.sub(" ", line.text)
    return "" if RULE.fullmatch(text) and text.strip() else simplify(squeezed(text))
