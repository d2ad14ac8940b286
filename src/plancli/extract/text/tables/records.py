"""Cards one below the other, a field or several a line: 任务名称⇥…, 责任单位⇥…, 完成时限⇥… → a table with the fields as its header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.headers import Lexicon, time_header
from ....language.script import simplify
from ....model.source import Cell, Line, Table
from .bars import RULE, signs_of
from .head_words import TASKS
from .reading import TableReading

_BETWEEN = Pattern(r"\t+|[|｜│┃║]|(?<=\S)(?: {2,}|\u3000+)(?=\S)")
_NAME = 10  # characters of a field's name
_LEAST_FIELDS, _MOST_FIELDS = 3, 40
_TELLING = 2  # cards by whose fields they are told


@dataclass(slots=True)
class _Record:
    """The fields of a card: of each name the line of the name, and the lines of what it says."""

    names: dict[str, Line] = field(default_factory=dict)
    values: dict[str, list[Line]] = field(default_factory=dict)


def read_records(lines: Sequence[Line], at: int, lexicon: Lexicon) -> TableReading | None:
    """The cards that begin at line `at`, two or more, each begun by the same field; None where one has no field that says what is
    done, or none that says who or when."""
    begun = _fields(lines[at], lexicon)
    if not begun or time_header(simplify(squeezed(begun[0][0]))):
        return None  # lines that each begin with a day are no cards
    records: list[_Record] = []
    signs: list[tuple[str, str]] = []
    name, first, after = "", "", at
    for k in range(at, len(lines)):
        line = lines[k]
        if not line.text or RULE.fullmatch(line.text):
            signs += [("rule", sign)] if (sign := signs_of(line)) else []
            continue
        found = _fields(line, lexicon)
        if not found and (not name or not lines[k - 1].text.strip() or _BETWEEN.search(line.text.strip())):
            break
        signs += [("rule", sign)] if (sign := signs_of(line)) else []
        if not found:
            records[-1].values[name].append(line)
        keys = [simplify(squeezed(printed)) for printed, _ in found]
        first = first or keys[0]
        if found and keys[0] == first:
            if len(records) == _TELLING and not _says_work(records, lexicon):
                return None
            records.append(_Record())
        if len(set(keys)) < len(keys) or not records[-1].values.keys().isdisjoint(keys):
            break
        if len(records[-1].values) + len(keys) > _MOST_FIELDS:
            break
        for name, (printed, value) in zip(keys, found, strict=True):
            records[-1].names[name] = replace(line, text=printed)
            records[-1].values[name] = [replace(line, text=value)]
        after = k + 1
    return _table(records, signs, after, lexicon)


def _table(
    records: Sequence[_Record], signs: list[tuple[str, str]], after: int, lexicon: Lexicon
) -> TableReading | None:
    if len(records) < _TELLING or not _says_work(records, lexicon):
        return None
    names = _names(records)
    printed_names = [next(record.names[name] for record in records if name in record.names) for name in names]
    rows = [[Cell(0, c, lines=[line]) for c, line in enumerate(printed_names)]]
    for r, record in enumerate(records, 1):
        rows.append([Cell(r, c, lines=record.values.get(name, [])) for c, name in enumerate(names)])
        again = [line for name, line in record.names.items() if line is not printed_names[names.index(name)]]
        signs += [("repeated-header", line.text) for line in again]
    return TableReading(Table(rows, ruled=False, dropped=signs), after, barred=False)


def _names(records: Sequence[_Record]) -> list[str]:
    return list(dict.fromkeys(name for record in records for name in record.values))


def _says_work(records: Sequence[_Record], lexicon: Lexicon) -> bool:
    """Whether the fields of cards say what is done, and who does it or when."""
    names = _names(records)
    kinds = {role.kind for name in names if (role := lexicon.role(name))}
    said = not kinds.isdisjoint(TASKS) and not kinds.isdisjoint(("departments", "leaders", "time"))
    return said and len(names) >= _LEAST_FIELDS


def _fields(line: Line, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The names of the fields of a line and what they say; a single blank between them will do (牵头部门 教育局). Empty where it has
    anything else."""
    parts = [part.strip() for part in _BETWEEN.split(line.text.strip().strip("|｜│┃║"))]
    said = [part for part in parts if part]
    if len(said) == 1 and len(parts) == 1:
        said = [part for part in said[0].partition(" ") if part.strip()]
    if not said or len(said) % 2 or not parts[0]:
        return []
    pairs = list(zip(said[::2], said[1::2], strict=True))
    return pairs if all(_is_field(name, value, lexicon) for name, value in pairs) else []


def _is_field(name: str, value: str, lexicon: Lexicon) -> bool:
    if len(squeezed(name)) > _NAME:
        return False
    role = lexicon.role(simplify(squeezed(name)))
    return role is not None and role.whole and not lexicon.is_word(simplify(squeezed(value)))
