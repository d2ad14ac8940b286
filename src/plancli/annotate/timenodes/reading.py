"""Text → nodes, line by line: fold, scan, compose, refuse look-alikes, evaluate; then say what each is about."""

from __future__ import annotations

from dataclasses import replace

from ...grammar.scanner import Scanner
from .actions import give_actions
from .atoms import Atom
from .compose import compose
from .context import Context, Found, Problem, Reading, Refusal, Step
from .days import Days, between
from .evaluate import evaluate
from .expression import Expression
from .folding import Folded, fold
from .gate import is_past, refusal
from .lookalikes.rules import list_numbers
from .lookalikes.rules import names as name_ranges
from .recurrence.rules import of_year
from .rulebook import SCANNER
from .settle import Memory


def read_text(text: str, context: Context) -> Reading:
    """All nodes of a text, in the order they stand in; total on any text."""
    reading = Reading()
    position = 0
    numbers = list_numbers(text)
    for line in text.split("\n"):
        if line:
            _line(line, position, context, reading, numbers)
        position += len(line) + 1
    give_actions(text, reading.found)
    if context.plan_year is None:
        reading.problems += [
            Problem("no-year", "Neither the text nor the plan names a year.", node.start, node.end)
            for node in reading.found
            if node.kind != "conditional" and node.last is None and node.first is None
        ]
    return reading


def _line(line: str, offset: int, context: Context, reading: Reading, numbers: dict[int, int]) -> None:
    folded = fold(line)
    text = folded.text
    found = SCANNER.after(text, 0)
    if found is None:
        return
    names = name_ranges(text)
    memory = Memory()
    position = place = 0
    while found is not None:
        atom = found
        if numbers and (start := folded.span(atom.start, atom.end)[0] + offset) in numbers:
            found = SCANNER.after(text, atom.start + numbers[start] - start)
            continue
        if "。" in text[position : atom.start]:
            memory.month = memory.year = None
            if not context.schedule:
                memory.bounds = None
        while place < len(names) and names[place][1] <= atom.start:
            place += 1
        expression = compose(SCANNER, text, atom)
        _yearly(SCANNER, text, expression)
        guard = refusal(text, expression, context, names[place] if place < len(names) else None)
        start, end = folded.span(expression.start, expression.end)
        if guard is not None:
            reading.refusals.append(Refusal(guard, start + offset, end + offset))
        else:
            problems: list[Problem] = []
            nodes = evaluate(expression, context, memory, problems)
            if nodes and is_past(text, expression, nodes, context):
                reading.refusals.append(Refusal("past", start + offset, end + offset))
                nodes = []
            _remember_heading(text, expression, nodes, memory, end + offset <= context.header_end)
            reading.found += [_placed(node, folded, offset) for node in nodes]
            reading.problems += [_moved(problem, folded, offset) for problem in problems]
        position = max(expression.end, atom.end)
        found = SCANNER.after(text, position)


def _yearly(scanner: Scanner[Atom], text: str, expression: Expression) -> None:
    """每年9月到11月: what follows 每年 says which part of it."""
    atom = expression.atom
    if atom.tail != "year":
        return
    position = atom.end + (1 if text[atom.end : atom.end + 1] == "的" else 0)
    found = scanner.at(text, position)
    if found is None or found.grain not in ("month", "day", "bare", "quarter") or found.year is not None:
        return
    part = compose(scanner, text, found)
    pairs = _months(part)
    if pairs:
        atom.rrule = of_year(pairs)
        expression.end = expression.members[-1].end = part.end
        expression.steps += part.steps


def _months(part: Expression) -> list[tuple[int, int | None]]:
    pairs: list[tuple[int, int | None]] = []
    for member in part.members:
        first, last = member.atoms[0], member.atoms[-1]
        if first.grain == "day" and first.month:
            pairs.append((first.month, first.values[0]))
        elif first.grain == last.grain == "month":
            months = list(range(first.values[0], last.values[-1] + 1))
            edge = -1 if last.edge == "end" else 1 if last.edge == "start" else None
            pairs += [(month, edge) for month in months or first.values]
        elif first.grain == "quarter":
            pairs += [(month, None) for month in range(3 * first.values[0] - 2, 3 * last.values[-1] + 1)]
    return pairs


def _remember_heading(text: str, expression: Expression, nodes: list[Found], memory: Memory, header: bool) -> None:
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


def _placed(node: Found, folded: Folded, offset: int) -> Found:
    """Lead the node's ranges back to the text as given."""
    if offset == 0 and folded.places is None:
        return node
    start, end = folded.span(node.start, node.end)
    node.start, node.end = start + offset, end + offset
    node.steps = tuple(
        Step(step.rule, *(place + offset for place in folded.span(step.start, step.end))) for step in node.steps
    )
    return node


def _moved(problem: Problem, folded: Folded, offset: int) -> Problem:
    start, end = folded.span(problem.start, problem.end)
    return replace(problem, start=start + offset, end=end + offset)
