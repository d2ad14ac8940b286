"""The whole cut: contents and furniture aside, the notice off, the rest into parts, each part into one plan.

blocks ─► stream (tables read) ─► notice ─► parts ─► tree ─► sections and tasks ─► Draft
"""

from __future__ import annotations

import re
from collections import Counter

from ..language.assignments import begins_with_label, bounds_time, names_who, trailing_assignment
from ..language.duties import is_duty_line
from ..language.fields import name_of_field
from ..language.labels import read_label
from ..language.official.lines import begins_list_of_attachments, names_some_attachments
from ..language.times import says_when
from ..language.titles import names_form
from ..messages import Message
from ..model.bulletin import Diagnostic, Location
from ..model.draft import Draft, PlanDraft
from ..model.settings import Settings
from ..model.source import Source
from .closing import take_closing
from .ledger import Ledger
from .notice import Covered, tail_length, tail_zones, take_notice
from .outline import grow
from .plan_bounds import PlanPart, split
from .points import rank_points
from .series import check_series
from .stream import Element, Passage, stream_of
from .table_plan import TablePlan
from .tasks import HEADINGS, Items, cut, where
from .trailing_fields import with_trailing_fields
from .unnumbered import count_unnumbered

_CHAPTERS = ("chapter", "part", "section")


def draft_of(source: Source, settings: Settings) -> Draft:
    """A clean source → its draft."""
    ledger = Ledger()
    ledger.open(source.blocks)
    diagnostics: list[Diagnostic] = []
    stream, announced = stream_of(source, ledger, diagnostics, settings)
    covered = take_notice(stream)
    _account_notice(covered, ledger)
    parts = split(covered.rest, announced, covered.names())
    _name_untitled(parts, covered)
    others = [part for part in parts if _is_regulation(part) or _is_form(part)]
    if len(others) < len(parts):  # 附件2 某办法, 附件3 报名表, beside a plan
        for part in others:
            _leave(part, ledger)
        parts = [part for part in parts if part not in others]
    alone = len(parts) == 1
    drafts = [plan for part in parts if (plan := _plan(part, ledger, diagnostics, alone=alone)) is not None]
    plans = [plan for plan in drafts if plan.tasks or plan.sections]
    for number, plan in enumerate(plans, 1):
        diagnostics += check_series(plan, f"p{number}")
    diagnostics += _missing(announced, plans)
    diagnostics += _outside(covered, plans, ledger)
    diagnostics += ledger.diagnostics()
    return Draft(plans, covered.notice, diagnostics, ledger.characters, ledger.placed, ledger.left_out)


def _account_notice(covered: Covered, ledger: Ledger) -> None:
    """What the notice says in words is in its fields; its head and signature are there as values."""
    if covered.notice is None or not covered.paragraphs:
        return
    page = covered.paragraphs[0].page
    for zone, text in covered.notice.lines:
        if zone in ("title", "addressee", "body", "attachment"):
            ledger.place(text)
        else:
            ledger.leave("masthead" if zone in ("masthead", "doc-number", "signatory") else "colophon", text, page)


def _name_untitled(parts: list[PlanPart], covered: Covered) -> None:
    """A part without a title is named by the notice: its list of attachments in order, or the 《…》 in its title, or, where it is the only
    part, the title itself."""
    names = list(covered.attachments)
    for part in parts:
        if part.title in names:
            names.remove(part.title)
    title = next((text for zone, text in covered.notice.lines if zone == "title"), "") if covered.notice else ""
    quoted = re.search(r"〈([^〈〉]+)〉" if title[:1] == "《" else r"《([^《》]+)》", title)
    for part in parts:
        if not part.title and (names or quoted):
            part.title = names.pop(0) if names else (quoted[1] if quoted else "")
    if len(parts) == 1 and not parts[0].title:
        parts[0].title = title


def _plan(part: PlanPart, ledger: Ledger, diagnostics: list[Diagnostic], *, alone: bool) -> PlanDraft | None:
    """One part → one plan; None where it holds neither section nor task, or no task and no title beside other parts, and its text
    is left out."""
    body, tail = _without_tail(part.body)
    body, listed = _without_list_of_attachments(body)
    part.marks += listed
    if listed:
        body, more = _without_tail(body)
        tail = more + tail
    body, closing = take_closing(count_unnumbered(rank_points(with_trailing_fields(body))))
    root = grow(body)
    items = cut(root)
    if not items.tasks and not (items.sections and (part.title or alone)):
        part.body = [*body, *closing, *tail]
        _leave(part, ledger)
        return None
    tables = [element for element in body if isinstance(element, TablePlan)]
    from_tables = sum(len(table.tasks) for table in tables)
    notes = [note for table in tables for note in table.notes]
    texts = [line.text for line in closing]
    plan = PlanDraft(
        title=part.title,
        kind="table" if from_tables * 2 > len(items.tasks) else "outline",
        preamble="\n".join(root.body),
        lines=root.origin(below=False),
        sections=items.sections,
        tasks=items.tasks,
        closing="\n".join([*texts, *notes]),
        head=[line.text for line in part.head],
        tail=[text for zone, text in tail_zones(tail) if zone != "printed"],
        of_articles=_is_of_articles(body),
    )
    _account(part, body, closing, tail, ledger)
    if items.guessed:
        message = Message(
            "no item carries an assignment or a text of its own; the lowest headings were taken for tasks"
        )
        diagnostics.append(
            Diagnostic(code="level-guessed", severity="warning", message=message, location=_start(items))
        )
    return plan


def _is_regulation(part: PlanPart) -> bool:
    """Whether an attachment is articles (第一条, 第二条) and shares nothing out, a regulation."""
    return _is_of_articles(part.body) and not any(map(_shares_out, part.body))


def _is_form(part: PlanPart) -> bool:
    """Whether an attachment is a form to be filled in, by its title."""
    marked = part.marks or any(map(names_some_attachments, (line.text for line in part.title_lines)))
    return bool(marked) and names_form(part.title) and not any(isinstance(line, TablePlan) for line in part.body)


def _is_of_articles(body: list[Element]) -> bool:
    """Whether the items of a body are articles, beneath chapters or headings or not, and no table is among them."""
    forms = [element.label.form for element in body if isinstance(element, Passage) and element.label]
    items = [form for form in forms if form not in HEADINGS]
    headings = sum(form in HEADINGS and form not in _CHAPTERS for form in forms)  # 一、总则
    if any(isinstance(element, TablePlan) for element in body) or items[:1] != ["article"]:
        return False
    return items.count("article") > headings


def _shares_out(element: Element) -> bool:
    """Whether a line says who has a task, or until when, as none of a regulation does."""
    if not isinstance(element, Passage):
        return False
    text = element.text
    assigned = trailing_assignment(text) < len(text.rstrip("。；;.，,")) or begins_with_label(text)
    return bool(assigned) or is_duty_line(text) or bounds_time(text)


def _leave(part: PlanPart, ledger: Ledger) -> None:
    """All of a part's text is left out, and said so."""
    for element in [*part.marks, *part.head, *part.title_lines, *part.body]:
        if isinstance(element, Passage):
            ledger.leave("outside-plan", element.text, element.page)


def _start(items: Items) -> Location:
    return items.tasks[0].location if items.tasks else Location()


def _without_tail(body: list[Element]) -> tuple[list[Element], list[Passage]]:
    """A body without the signature, date and colophon at its end; a line 时间：5月 such as earlier items have is an item's."""
    fields = Counter(
        name_of_field(element.text) for element in body if isinstance(element, Passage) and not element.label
    )
    lines: list[Passage] = []
    for element in reversed(body):
        if not isinstance(element, Passage) or element.label:
            break
        if (name := name_of_field(element.text)) and fields[name] > 1 and names_who(element.text):
            break
        lines.insert(0, element)
    count = tail_length(lines)
    return (body[: len(body) - count], lines[len(lines) - count :]) if count else (body, [])


def _without_list_of_attachments(body: list[Element]) -> tuple[list[Element], list[Passage]]:
    """A body that ends with 附件：1.…… 2.……, and perhaps with what is said of some (附件2—5略), without these lines."""
    listed: list[Passage] = []
    for element in reversed(body):
        if not isinstance(element, Passage) or len(element.text) > 80:
            break
        said_of_some = not element.label and names_some_attachments(element.text)  # 附件2—5略。
        if element.text[-1] in "。！？" and not said_of_some:
            break
        listed.insert(0, element)
        if begins_list_of_attachments(element.text):
            return body[: len(body) - len(listed)], listed
        if not element.label and not said_of_some:
            break
    return body, []


def _account(part: PlanPart, body: list[Element], closing: list[Passage], tail: list[Passage], ledger: Ledger) -> None:
    for line in part.marks:
        ledger.leave("attachment-mark", line.text, line.page)
    for line in part.head:
        ledger.leave("masthead", line.text, line.page)
    for line in tail:
        ledger.leave("colophon", line.text, line.page)
    ledger.place(*(line.text for line in part.title_lines))
    ledger.place(*(element.text for element in [*body, *closing] if isinstance(element, Passage)))


def _outside(covered: Covered, plans: list[PlanDraft], ledger: Ledger) -> list[Diagnostic]:
    """Numbered items that say who and when, and are in no plan: in the notice's text, a closing, or what is left out."""
    texts = [text for zone, text in covered.notice.lines if zone == "body"] if covered.notice else []
    texts += [line for plan in plans for line in plan.closing.split("\n")]
    texts += [text for reason in ("outside-plan", "contents") for text, _ in ledger.left.get(reason, ())]
    found = [text for text in texts if (label := read_label(text)) and _who_and_when(text[label.end :])]
    if not found:
        return []
    message = Message("numbered items that say who and when are in no plan ({count})", count=len(found))
    return [Diagnostic(code="items-outside-plan", severity="warning", message=message, text="\n".join(found))]


def _who_and_when(text: str) -> bool:
    return (bounds_time(text) or says_when(text)) and names_who(text)


def _missing(announced: list[str], plans: list[PlanDraft]) -> list[Diagnostic]:
    """Plans that a contents page names and the file does not hold."""
    held = {plan.title for plan in plans}
    for plan in plans:
        held.update(section.title for section in plan.sections)
        held.update(task.title for task in plan.tasks)
    return [
        Diagnostic(
            code="missing-plan",
            severity="warning",
            message=Message("the contents name “{title}”, but its text is not in the file", title=title),
        )
        for title in announced
        if title not in held
    ]


__all__ = ["draft_of", "where"]
