"""Makes a failing bulletin small: parts are taken out as long as a task still fails in the same fields."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from .case import Case
from .meaning import Piece
from .read import Verdict, verdict
from .report import signature
from .tree import Bulletin, Item, Section

Judge = Callable[[Case], list[str]]


def fails_as(found: Verdict) -> list[str]:
    """The kinds of failure of a case: fields missed in its tasks, and faults."""
    kinds = [signature(misses) for _, perfect, misses in found.tasks if not perfect]
    return list(dict.fromkeys([*(fault.split(" ")[0] for fault in found.faults), *kinds]))


def lists(bulletin: Bulletin) -> Iterator[list[Any]]:
    """Every list whose members may go."""
    yield bulletin.plans
    yield bulletin.before
    yield bulletin.after
    if bulletin.notice:
        yield from (bulletin.notice.body, bulletin.notice.attachments, bulletin.notice.colophon)
    for plan in bulletin.plans:
        yield plan.preamble
        if plan.table:
            yield plan.table.rows
        yield from nodes(plan.body)


def nodes(body: list[Section | Item]) -> Iterator[list[Any]]:
    yield body
    for node in body:
        if isinstance(node, Section):
            yield node.prose
            yield from nodes(node.children)
        else:
            yield node.paragraphs


def edits(case: Case) -> Iterator[Case]:
    """Smaller cases, the largest cuts first."""
    for i, members in enumerate(lists(case.bulletin)):
        size = len(members)
        step = max(1, size // 2)
        while step:
            for start in range(0, size, step):
                smaller = copy.deepcopy(case)
                cut = list(lists(smaller.bulletin))[i]
                if any(isinstance(member, Piece) and member.says for member in cut[start : start + step]):
                    continue  # what a task says of who and when may be what makes it a task
                del cut[start : start + step]
                if smaller.bulletin.plans:
                    yield smaller
            step //= 2
    for n, plan in enumerate(case.bulletin.plans):
        for name in ("closing", "mark", "note", "gap"):
            if getattr(plan, name):
                smaller = copy.deepcopy(case)
                setattr(smaller.bulletin.plans[n], name, "")
                yield smaller
        for c, column in enumerate(plan.table.columns if plan.table else []):
            if column.holds != "title":
                smaller = copy.deepcopy(case)
                table = smaller.bulletin.plans[n].table
                assert table is not None
                del table.columns[c]
                for row in table.rows:
                    if hasattr(row, "cells"):
                        del row.cells[c]
                yield smaller
    if case.bulletin.notice:
        smaller = copy.deepcopy(case)
        smaller.bulletin.notice = None
        yield smaller
    yield from plainer(case)


def plainer(case: Case) -> Iterator[Case]:
    """The same bulletin by a writer with one switch at its default."""
    usual = type(case.writer)()
    for each in fields(case.writer):  # type: ignore[arg-type]
        if getattr(case.writer, each.name) != getattr(usual, each.name) and each.name != "tables":
            smaller = copy.deepcopy(case)
            smaller.writer = replace(smaller.writer, **{each.name: getattr(usual, each.name)})  # type: ignore[type-var]
            yield smaller


def judged(case: Case) -> list[str]:
    """The kinds of failure that reading the case gives."""
    return fails_as(verdict(case.data(), case.truth()))


def smallest(case: Case, kind: str, tries: int = 600, judge: Judge = judged) -> Case:
    """The smallest case found that fails in the same way."""
    while tries > 0:
        for smaller in edits(case):
            tries -= 1
            if tries <= 0 or kind in judge(smaller):
                break
        else:
            return case
        if tries > 0:
            case = smaller
    return case
