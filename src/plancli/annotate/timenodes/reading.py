"""Text → nodes, line by line: fold, scan, compose, refuse look-alikes, evaluate; then say what each is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ...grammar.pattern import Pattern
from ...messages import Message
from ...model.bulletin import TimeKind
from ...model.record import Record
from .actions import give_actions
from .compose import compose
from .context import Found, Problem, Refusal, TimeContext, TimePlace, TimeReading
from .dating.days import Days, between
from .dating.evaluate import evaluate
from .dating.settle import YearMemory
from .families import SCANNER
from .folding import Folded, fold
from .gate import refusal
from .model import Atom, Expression
from .past import is_long_gone
from .surroundings import list_numbers, lists_feasts
from .surroundings import names as name_ranges
from .yearly import narrow

# No expression goes over a colon, but a time of day and slips (7月：前完成).
_HEADING = Pattern(r"[^:;。,()《》“”\n]{1,16}:(?![\d底末前])", needs=(":",))
_DEED = Pattern(r"[㐀-鿿]{2,6}(?=\()")
_LOOSE = frozenset({"season", "school", "holiday", "lunar"})
_MOST_HEADINGS = 4096
_HEADINGS: dict[tuple[object, ...], _Heading | None] = {}


def read_text(text: str, context: TimeContext) -> TimeReading:
    """All nodes of a text, in the order they stand in; total on any text."""
    reading = TimeReading()
    folded = fold(text)
    numbers = list_numbers(text)
    base = 0
    for line in folded.text.split("\n"):
        first = SCANNER.after(line, 0)
        if first is not None and not lists_feasts(line):
            _line(line, first, TimePlace(folded, base), context, reading, numbers)
        base += len(line) + 1
    give_actions(text, reading.found)
    reading.problems = [_with_words(problem, text) for problem in reading.problems]
    if context.plan_year is None:
        reading.problems += [
            Problem("no-year", Message("Neither the text nor the plan names a year."), node.start, node.end)
            for node in reading.found
            if node.kind != "conditional" and node.last is None and node.first is None
        ]
    return reading


def _with_words(problem: Problem, text: str) -> Problem:
    """A problem of a date with the date in its message, in the words of the text."""
    if problem.code != "invalid-date" or problem.message:
        return problem
    words = "".join(text[problem.start : problem.end].split())
    return problem._replace(message=Message("The calendar has no such day: {words}.", words=words))


def _line(
    line: str, first: Atom, place: TimePlace, context: TimeContext, reading: TimeReading, numbers: dict[int, int]
) -> None:
    """Read a line of folded text in which `first` is the first atom."""
    heading = None if numbers else _heading_of(line, context)
    if heading is None:
        _expressions(line, 0, first, place, context, YearMemory(), reading, numbers)
        return
    reading.found += [node.at(place) for node in heading.found]
    if (found := SCANNER.after(line, heading.end)) is not None:
        _expressions(line, heading.end, found, place, context, replace(heading.memory), reading, numbers)


@dataclass(slots=True, eq=False, repr=False)
class _Heading(Record):
    """What was found in a line's heading, which ends at its colon, and what that leaves in mind."""

    found: list[Found]
    memory: YearMemory
    end: int


def _heading_of(line: str, context: TimeContext) -> _Heading | None:
    """The heading of a line, read once for all lines that begin with it (一季度：): it does not depend on what follows."""
    match = _HEADING.match(line)
    if match is None or context.reference is not None or context.bounds is not None:
        return None
    head = match.group()
    key = (head, context.year, context.first_month, context.month, context.schedule, context.limit, context.almanac)
    try:
        return _HEADINGS[key]
    except KeyError:
        pass
    reading, memory, text = TimeReading(), YearMemory(), head + "某"
    if (found := SCANNER.after(text, 0)) is not None:
        _expressions(text, 0, found, TimePlace(Folded(text), 0), context, memory, reading, {})
    plain = not (reading.refusals or reading.problems)
    if len(_HEADINGS) >= _MOST_HEADINGS:
        _HEADINGS.clear()
    heading = _HEADINGS[key] = _Heading(reading.found, memory, len(head) - 1) if plain else None
    return heading


def _expressions(
    text: str,
    position: int,
    found: Atom | None,
    place: TimePlace,
    context: TimeContext,
    memory: YearMemory,
    reading: TimeReading,
    numbers: dict[int, int],
) -> None:
    """Read a line of folded text from a position on, behind which `found` is the first atom."""
    names = name_ranges(text)
    passed = 0
    while found is not None:
        atom = found
        if numbers and (start := place.span(atom.start, atom.end)[0]) in numbers:
            found = SCANNER.after(text, atom.start + numbers[start] - start)
            continue
        if text.find("。", position, atom.start) >= 0 and not _goes_on(text, atom):
            memory.month = memory.year = memory.later = None
            if not context.schedule:
                memory.bounds = None
        while passed < len(names) and names[passed][1] <= atom.start:
            passed += 1
        expression = compose(SCANNER, text, atom)
        if atom.yearly:
            narrow(SCANNER, text, expression)
        if read := _told_by_bracket(text, atom, expression, position):
            position = read
            found = SCANNER.after(text, position)
            continue
        guard = refusal(
            text, expression, context, names[passed] if passed < len(names) else None, memory.year is not None
        )
        if guard is not None:
            reading.refusals.append(Refusal(guard, *place.span(expression.start, expression.end)))
        else:
            _evaluate(text, expression, position, place, context, memory, reading)
        position = max(expression.end, atom.end)
        if guard == "number-with-a-point":  # 5.1—4月完成…: the number of an item
            position = text.index(".", atom.start) + 1 if "." in text[atom.start : atom.end] else position
        found = SCANNER.after(text, position)


def _evaluate(
    text: str,
    expression: Expression,
    position: int,
    place: TimePlace,
    context: TimeContext,
    memory: YearMemory,
    reading: TimeReading,
) -> None:
    """Add the nodes of an expression that is no look-alike, the one before which ends at `position`."""
    start, end = place.span(expression.start, expression.end)
    problems: list[Problem] = []
    nodes = evaluate(expression, context, memory, problems)
    if nodes and is_long_gone(text, expression, nodes, context):
        reading.refusals.append(Refusal("past", start, end))
        nodes = []
    _remember_heading(text, expression, nodes, memory, end <= context.header_end)
    if _is_gloss(text, expression, position) and reading.found and _days(nodes) == _days(reading.found[-1:]):
        nodes = []  # 一季度（1—3月）: the same days in other words
    for node in nodes:
        node.place = place
        node.start, node.end = place.span(node.start, node.end)
    reading.found += nodes
    reading.problems += [Problem(p.code, p.message, *place.span(p.start, p.end)) for p in problems]


def _told_by_bracket(text: str, atom: Atom, expression: Expression, position: int) -> int:
    """Behind which character to read on where an expression and the time before it, or behind it, are one, that of a bracket:
    秋冬季期间（2024年10月—2025年3月）, 7—8月（暑期）, 2月7日至8日（正月初五至初六）; 0 elsewhere."""
    if atom.grain in _LOOSE and (_is_spelt_out(text, expression) or _says_again(text, expression, position)):
        return expression.end
    return _gloss_end(text, atom.start, position) if atom.grain == "lunar" else 0


def _goes_on(text: str, atom: Atom) -> bool:
    """Whether a day without its month begins a sentence: 9月1日报到。3日开始军训."""
    return atom.where == "month-known" and text[atom.start - 1] == "。"


def _is_spelt_out(text: str, expression: Expression) -> bool:
    """Whether a season, a stretch of the calendar or a lunar day has its days in a bracket right behind it."""
    named = _DEED.match(text, expression.end) if expression.atom.grain == "school" else None  # 期末总结（7月3日）
    end = named.end() if named else expression.end
    if not text.startswith("(", end) or not (expression.single or expression.last.grain == "lunar"):
        return False
    if expression.members[0].modifier not in ("", "during"):
        return False
    found = SCANNER.at(text, end + 1)
    if found is None or found.grain not in ("day", "month", "third", "bare", "year"):
        return False
    return text.startswith(")", compose(SCANNER, text, found).end)


def _says_again(text: str, expression: Expression, position: int) -> bool:
    """Whether a season or a stretch of the calendar is all that a bracket right behind a time holds, which ends at `position`."""
    behind = position > 0 and _is_gloss(text, expression, position) and not expression.modified
    return behind and text[position - 1] in "月日旬年季度号"


def _is_gloss(text: str, expression: Expression, position: int) -> bool:
    """Whether a time is all that a bracket holds right behind another one, which ends at `position`."""
    return expression.start == position + 1 and text[position] == "(" and text.startswith(")", expression.end)


def _days(nodes: list[Found]) -> list[tuple[TimeKind, date | None, date | None]]:
    return [(node.kind, node.first, node.last) for node in nodes]


def _gloss_end(text: str, start: int, position: int) -> int:
    """Where a bracket ends that begins at `position`, right behind a time, and tells it by the lunar calendar, which begins at
    `start`: 2月7日至8日（正月初五至初六）; 0 where it is no such bracket."""
    return text.find(")", start) + 1 if 0 < position == start - 1 and text[position] == "(" else 0


def _remember_heading(text: str, expression: Expression, nodes: list[Found], memory: YearMemory, header: bool) -> None:
    """`三季度：…`, or a column's header: what follows on the line stands within."""
    if not (header or text[expression.end : expression.end + 1] == ":"):
        return
    if expression.atom.grain in ("recurring", "ongoing", "conditional"):
        memory.bounds = None
        return
    days = [(node.first, node.last) for node in nodes if node.first is not None and node.last is not None]
    if days:
        memory.bounds = _named(between(min(a for a, _ in days), max(b for _, b in days)), nodes)


def _named(days: Days, nodes: list[Found]) -> Days:
    if len(nodes) == 1 and nodes[0].edtf:
        days.edtf = nodes[0].edtf
    return days
