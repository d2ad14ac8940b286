"""A database that plancli wrote, as a source: its bulletins, cut down to the tasks that SQL finds.

SQL narrows, `selection` decides: what is found here holds every task that is wanted, and perhaps some more, so that the
same is answered whatever the results are kept in.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from ..errors import Corrupt
from ..export.database import phrases
from .selection import Wanted

MARK = b"SQLite format 3\0"  # how such a file begins
# a bulletin's id → it and its plans, each with its id, as plain data without tasks
BulletinHead = Callable[[sqlite3.Connection, str], tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]]
_AGAIN = "Write it again with plancli parse, tasks or batch."


def results(path: Path, wanted: Wanted, *, bare: bool = False) -> Iterator[dict[str, Any]]:
    """The bulletins as plain data, in the order of their paths, each with the tasks that may be wanted; without a wish all
    of it. `bare`: of bulletins and plans no more than rows and `selection` ask for. Raises `Corrupt` where the file is no database of
    plancli's."""
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            yield from _results(base, wanted, _bare_head if bare and not wanted.doubtful else _whole_head)
        finally:
            base.close()
    except (sqlite3.Error, ValueError) as error:
        raise corrupt(error) from None


def corrupt(error: Exception) -> Corrupt:
    """What is said of a file that holds other things than plancli writes."""
    return Corrupt("is no database of plancli's: {error}", _AGAIN, error=error)


def _results(base: sqlite3.Connection, wanted: Wanted, head: BulletinHead) -> Iterator[dict[str, Any]]:
    conditions, values = _conditions(wanted)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    found = base.execute(
        "SELECT t.bulletin, t.plan, r.json FROM tasks t LEFT JOIN results r ON r.bulletin = t.bulletin AND r.id = t.id "
        f"{where} ORDER BY t.bulletin, t.rowid",
        values,
    )
    groups = groupby(found, key=lambda row: row[0])
    if conditions:
        for key, rows in groups:
            yield _result(base, key, rows, head)
        return
    held = next(groups, None)
    for (key,) in base.execute("SELECT id FROM bulletins ORDER BY id"):  # one without a task is a bulletin too
        if held is not None and held[0] == key:
            yield _result(base, key, held[1], head)
            held = next(groups, None)
        else:
            yield _result(base, key, iter(()), head)


def _result(
    base: sqlite3.Connection, key: str, rows: Iterator[tuple[str, str, str | None]], head: BulletinHead
) -> dict[str, Any]:
    tasks: dict[str, list[Any]] = {}
    for _, plan, task in rows:
        tasks.setdefault(plan, []).append(_data(task))
    own, plans = head(base, key)
    return {**own, "plans": [{**plan, "tasks": tasks.get(name, [])} for name, plan in plans]}


def _whole_head(base: sqlite3.Connection, key: str) -> tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]:
    """All that was stored."""
    stored = (
        "SELECT p.id, r.json FROM plans p LEFT JOIN results r ON r.bulletin = p.bulletin AND r.id = p.id "
        "WHERE p.bulletin = ? ORDER BY p.rowid"
    )
    plans = [(name, _data(plan)) for name, plan in base.execute(stored, (key,))]
    (own,) = base.execute("SELECT json FROM results WHERE bulletin = ? AND id = ?", (key, key)).fetchone() or (None,)
    return _data(own), plans


def _bare_head(base: sqlite3.Connection, key: str) -> tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]:
    """What rows say of a bulletin and its plans; all of it where a correction has no place, which is told."""
    stored = "SELECT id, title, year, issuer, doc_number FROM plans WHERE bulletin = ? ORDER BY rowid"
    names = ("title", "year", "issuer", "doc_number")
    plans = [
        (name, {"id": name.removeprefix(f"{key}#"), **dict(zip(names, values, strict=True))})
        for name, *values in base.execute(stored, (key,))
    ]
    told = "SELECT json FROM results WHERE bulletin = :key AND id = :key AND instr(json, '\"correction-unplaced\"')"
    (own,) = base.execute(told, {"key": key}).fetchone() or (None,)
    return {"source": {"path": key}} if own is None else _data(own), plans


def _data(text: str | None) -> dict[str, Any]:
    if text is None:
        raise ValueError("it was written by an earlier version")
    return dict(json.loads(text))


def _conditions(wanted: Wanted) -> tuple[list[str], list[object]]:
    """What holds of every wanted task, as conditions on `tasks t`, and their values. The first, which as a rule leaves the fewest, says
    which tasks are looked at, by an index; the others are asked of each of those."""
    found: list[tuple[str, str, tuple[object, ...]]] = []
    if wanted.leader is not None:
        found.append(("leaders", "name = ?", (wanted.leader,)))
    if wanted.department is not None:
        found.append(("departments", "(key = ? OR name = ?)", (wanted.department, wanted.department)))
        if wanted.role is not None:
            found[-1] = ("departments", f"{found[-1][1]} AND role = ?", (*found[-1][2], wanted.role))
    elif wanted.role is not None:
        found.append(("departments", "role = ?", (wanted.role,)))
    if wanted.due is not None or wanted.kind is not None:
        found.append(("time_nodes", *_nodes(wanted)))
    if wanted.doubtful:
        found.append(("diagnostics", "TRUE", ()))
    conditions: list[str] = []
    values: list[object] = []
    if query := phrases(wanted.search):
        conditions.append("t.id IN (SELECT task FROM words WHERE words MATCH ?)")
        values.append(query)
    for table, condition, held in found:
        if conditions:
            conditions.append(f"EXISTS (SELECT 1 FROM {table} WHERE task = t.id AND {condition})")
        else:
            conditions.append(f"t.id IN (SELECT task FROM {table} WHERE {condition})")
        values += held
    if wanted.year is not None:
        conditions.append("t.plan IN (SELECT id FROM plans WHERE year = ?)")
        values.append(wanted.year)
    return conditions, values


def _nodes(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    conditions: list[str] = []
    values: list[object] = []
    if wanted.kind is not None:
        conditions.append("kind = ?")
        values.append(wanted.kind)
    if wanted.due is not None:
        # what comes again, or goes on, is due on days within its own
        lasting = "'recurring', 'ongoing'" if wanted.ongoing else "'recurring'"
        conditions.append(
            f"""(kind IN ('deadline', 'period') AND "end" BETWEEN ? AND ?"""
            f""" OR kind IN ({lasting}) AND start <= ? AND "end" >= ?)"""
        )
        first, last = wanted.due.first.isoformat(), wanted.due.last.isoformat()
        values += [first, last, last, first]
    return " AND ".join(conditions), tuple(values)
