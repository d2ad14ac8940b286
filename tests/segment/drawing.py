"""A draft as text, so that a test shows the whole cut at a glance."""

from __future__ import annotations

from plancli.clean import clean
from plancli.extract import extract
from plancli.model.draft import Draft, PlanDraft
from plancli.model.settings import Settings
from plancli.segment import segment


def draft(text: str) -> Draft:
    """A TXT file's content → its draft."""
    return segment(clean(extract(text.encode(), settings=Settings())))


def drawing(plan: PlanDraft) -> str:
    """One line a section (`#` a level) or task (`number title | text`), in the plan's order."""
    lines = [plan.title]
    if plan.preamble:
        lines.append(f"> {flat(plan.preamble)}")
    shown: set[int] = set()
    for task in plan.tasks:
        lines += _headings(plan, task.section, shown)
        lines.append(f"{task.number} {task.title}" + (f" | {flat(task.text)}" if task.text else ""))
    lines += [_heading(plan, index) for index in range(len(plan.sections)) if index not in shown]
    if plan.closing:
        lines.append(f"< {flat(plan.closing)}")
    return "\n".join(lines)


def _headings(plan: PlanDraft, section: int | None, shown: set[int]) -> list[str]:
    chain: list[str] = []
    while section is not None and section not in shown:
        shown.add(section)
        chain.insert(0, _heading(plan, section))
        section = plan.sections[section].parent
    return chain


def _heading(plan: PlanDraft, index: int) -> str:
    section = plan.sections[index]
    return f"{'#' * section.level} {section.label}{section.title}" + (
        f" | {flat(section.text)}" if section.text else ""
    )


def flat(text: str) -> str:
    return text.replace("\n", " / ")
