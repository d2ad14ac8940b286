"""Fields of records whose names stand before their values with nothing but a wide blank between (牵头处室  接收征集处), line by line: no
table, though its lines have two columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...grammar.pattern import Pattern
from ...language.headers import ASSIGNING, Lexicon
from ...model.source import Line

_FIELD = Pattern(r"(\s*)([㐀-鿿]{2,8})(?:[ \u3000]{2,}|\u3000|\t)\s*(\S(?:.*\S)?)\s*")
_WIDE = Pattern(r"[ \u3000]{2,}|\u3000|\t")
_FEWEST = 2  # records, and names of fields that each has


def with_colons(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, a colon for the blank in those that are such a field, where two names at least recur and no line of two of them,
    as the header of a table is, stands anywhere."""
    fields = {at: match for at, line in enumerate(lines) if (match := _field(line.text, lexicon)) is not None}
    often = Counter(match[2] for match in fields.values())
    recurring = {name for name, count in often.items() if count >= _FEWEST}
    if len(recurring) < _FEWEST or not _beneath_each_other(sorted(fields)):
        return lines
    if any(sum(word in often for word in _WIDE.split(line.text.strip())) > 1 for line in lines):
        return lines
    for at, match in fields.items():
        lines[at].text = f"{match[1]}{match[2]}：{match[3]}"
    return lines


def _field(text: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The text, indent, name and value of a line that is a field and nothing else."""
    match = _FIELD.fullmatch(text)
    if match is None or _WIDE.search(match[3]):
        return None
    role, value = lexicon.role(match[2]), lexicon.role(match[3])
    names = role is not None and role.whole and role.kind in ASSIGNING and not role.is_time
    return (match[0], match[1], match[2], match[3]) if names and (value is None or value.is_time) else None


def _beneath_each_other(places: Sequence[int]) -> bool:
    """Whether most fields have another right above or below."""
    beside = set(places)
    return sum(at - 1 in beside or at + 1 in beside for at in places) * 2 > len(places)
