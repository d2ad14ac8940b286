"""What `plancli explain` says to people, a line each; `explain_data` says the same to programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..messages import Listed, Message, Several, recognised
from .console import places

if TYPE_CHECKING:
    from ..annotate.timenodes.explain import Explanation
    from ..extract.pdf.explain import PageReading
    from ..language.labels import Label
    from ..model.bulletin import Bulletin, Department, Plan, Task, TimeNode


def of_text(label: Label | None, times: Explanation, bodies: Iterable[Any]) -> Iterator[str]:
    """A line of a plan: its number, its times with the rules that fired, what was refused, its bodies and persons."""
    found = [*_number(label), *_derived(times), *_bodies(bodies)]
    yield from found or [Message("nothing found: no number at the start, no time, no body with a part in the work")]


def _number(label: Label | None) -> Iterator[str]:
    if label is not None:
        yield Message(
            "number  「{text}」 → {number}; rule {rule}", text=label.text, number=label.number, rule=label.form
        )


def _derived(explanation: Explanation) -> Iterator[str]:
    for derivation in explanation.derivations:
        yield Message("time    {node}", node=_node(derivation.node, rules=False))
        for step in derivation.steps:
            raw = explanation.text[step.start : step.end]
            yield Message(
                "          {rule} 「{raw}」 {span}", rule=step.rule, raw=raw, span=_span((step.start, step.end))
            )
        yield Message("          year {year_from}", year_from=recognised(derivation.year_from))
    for refused in explanation.refused:
        yield Message(
            "refused 「{raw}」 {span}: {reason} ({guard})",
            raw=refused.raw,
            span=_span((refused.start, refused.end)),
            reason=Message(refused.reason),
            guard=refused.guard,
        )
    for problem in explanation.problems:
        yield Message(
            "problem 「{raw}」 {span}: {what} ({code})",
            raw=explanation.text[problem.start : problem.end],
            span=_span((problem.start, problem.end)),
            what=recognised(problem.message),
            code=problem.code,
        )


def _bodies(bodies: Iterable[Any]) -> Iterator[str]:
    for found in bodies:
        for entry in found.value:
            what = Message("leader, {role}", role=Message(entry.role)) if entry.person else Message(entry.role)
            yield Message(
                "who     「{name}」 {span} → {what}",
                name=entry.name,
                span=_span((entry.start, entry.end)),
                what=Several(what, *_rules(entry.rules)),
            )


def of_page(page: PageReading) -> Iterator[str]:
    """A page of a PDF: its size, its regions with what told them, what was left out."""
    size = Message(
        "page {number}, {width:.0f} × {height:.0f} points", number=page.number, width=page.width, height=page.height
    )
    yield size
    for k, region in enumerate(page.regions, 1):
        box = " ".join(f"{edge:.0f}" for edge in region.box)
        yield Message("{number:3} {box}: {why}", number=k, box=box, why=region.why)
    for item in page.left_out:
        yield Message("out {reason}: {text}", reason=item.reason, text=item.text)


def of_bulletin(bulletin: Bulletin, wanted: str | None, readings: list[Explanation]) -> Iterator[str]:
    """A file plan by plan; of the task that is `wanted` each text as it was read."""
    reader = bulletin.source.extractor
    yield Message(
        "read as {kind} by {reader}", kind=bulletin.source.media_type, reader=reader.name if reader else "plancli"
    )
    for plan in bulletin.plans:
        if wanted is None or wanted in {task.id for task in plan.tasks}:
            yield from _plan(plan, wanted, readings)


def _plan(plan: Plan, wanted: str | None, readings: list[Explanation]) -> Iterator[str]:
    yield ""
    yield Message("{id} {title} ({kind})", id=plan.id, title=plan.title, kind=Message(plan.kind))
    if plan.year:
        yield Message("  year {year} (from {year_from})", year=plan.year, year_from=Message(plan.year_from or ""))
    else:
        yield Message("  year not known: give --year")
    for task in plan.tasks:
        if wanted in (None, task.id):
            yield from _task(task)
        if wanted == task.id:
            yield from _detail(readings)


def _detail(readings: list[Explanation]) -> Iterator[str]:
    """Each text of the task as parse read it, with each rule that fired and each look-alike that was refused."""
    for explanation in readings:
        yield Message("    text  {text}", text=explanation.text)
        for line in _derived(explanation):
            yield Message("    {line}", line=line)


def _task(task: Task) -> Iterator[str]:
    where = places(task.location)
    told = {"id": task.id, "label": task.label, "number": task.number, "title": task.title}
    if where:
        yield Message("  {id} 「{label}」 → {number} {title}  [{places}]", **told, places=Listed(*where))
    else:
        yield Message("  {id} 「{label}」 → {number} {title}", **told)
    for department in task.departments:
        yield Message("    who   {told}", told=_department(department))
    for leader in task.leaders:
        yield Message("    who   「{name}」 → leader, {role}", name=leader.name, role=Message(leader.role))
    for node in task.time_nodes:
        yield Message("    when  {told}", told=_node(node))


def _department(department: Department) -> Message:
    parts: list[str] = [Message(department.role)]
    if department.scope:
        parts.append(Message("governs {span}", span=_span(department.scope)))
    return Message(
        "「{name}」 {span} → {what}",
        name=department.name,
        span=_span(department.span),
        what=Several(*parts, *_rules(department.rules)),
    )


def _node(node: TimeNode, *, rules: bool = True) -> Message:
    days = f"{node.start or '…'} – {node.end or '…'}" if node.start or node.end else Message("no dates")
    parts: list[str] = [Message("{kind}, {days}", kind=Message(node.kind), days=days)]
    parts += [f"{name} {value}" for name, value in (("edtf", node.edtf), ("rrule", node.rrule)) if value]
    if node.approximate:
        parts.append(Message("approximate"))
    if rules:
        parts += _rules(node.rules)
    return Message("「{raw}」 {span} → {what}", raw=node.raw, span=_span(node.span), what=Several(*parts))


def _span(span: tuple[int, int] | None) -> Message:
    if span is None:
        return Message("from a column")
    return Message("at {start}–{end}", start=span[0], end=span[1])


def _rules(rules: tuple[str, ...]) -> list[Message]:
    return [Message("rules {names}", names=", ".join(rules))] if rules else []
