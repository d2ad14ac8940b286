"""A database that plancli wrote, as a source: its bulletins, cut down to the tasks that SQL finds.

SQL narrows, `selection` decides: what is found here holds every task that is wanted, and perhaps some more, so that the
same is answered whatever the results are kept in.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from ..errors import Corrupt
from ..export.database import phrases
from .selection import Wanted

MARK = b"SQLite format 3\0"  # how such a file begins
_AGAIN = "Write it again with plancli parse, tasks or batch."


def results(path: Path, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """The bulletins as plain data, in the order of their paths, each with the tasks that may be wanted; without a wish all
    of it. Raises `Corrupt` where the file is no database of plancli's."""
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            yield from _results(base, wanted)
        finally:
            base.close()
    except (sqlite3.Error, ValueError) as error:
        raise Corrupt("is no database of plancli's: {error}", _AGAIN, error=error) from None


def _results(base: sqlite3.Connection, wanted: Wanted) -> Iterator[dict[str, Any]]:
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
            yield _result(base, key, rows)
        return
    held = next(groups, None)
    for (key,) in base.execute("SELECT id FROM bulletins ORDER BY id"):  # one without a task is a bulletin too
        if held is not None and held[0] == key:
            yield _result(base, key, held[1])
            held = next(groups, None)
        else:
            yield _result(base, key, iter(()))


def _result(base: sqlite3.Connection, key: str, rows: Iterator[tuple[str, str, str | None]]) -> dict[str, Any]:
    tasks: dict[str, list[Any]] = {}
    for _, plan, task in rows:
        tasks.setdefault(plan, []).append(_data(task))
    stored = (
        "SELECT p.id, r.json FROM plans p LEFT JOIN results r ON r.bulletin = p.bulletin AND r.id = p.id "
        "WHERE p.bulletin = ? ORDER BY p.rowid"
    )
    plans = [{**_data(plan), "tasks": tasks.get(name, [])} for name, plan in base.execute(stored, (key,))]
    (own,) = base.execute("SELECT json FROM results WHERE bulletin = ? AND id = ?", (key, key)).fetchone() or (None,)
    return {**_data(own), "plans": plans}


def _data(text: str | None) -> dict[str, Any]:
    if text is None:
        raise ValueError("it was written by an earlier version")
    return dict(json.loads(text))


def _conditions(wanted: Wanted) -> tuple[list[str], list[object]]:
    """What holds of every wanted task, as conditions on `tasks t`, and their values."""
    found: list[tuple[str, tuple[object, ...]]] = []
    if wanted.due is not None or wanted.kind is not None:
        found.append(_nodes(wanted))
    if wanted.department is not None or wanted.role is not None:
        found.append((
            _exists("departments", "? IN (x.name, x.key, '') AND ? IN (x.role, '')"),
            (wanted.department or "", wanted.role or ""),
        ))  # fmt: skip
    if wanted.leader is not None:
        found.append((_exists("leaders", "x.name = ?"), (wanted.leader,)))
    if wanted.year is not None:
        found.append(("t.plan IN (SELECT id FROM plans WHERE year = ?)", (wanted.year,)))
    if wanted.doubtful:
        found.append((_exists("diagnostics", "TRUE"), ()))
    if query := phrases(wanted.search):
        found.append(("t.id IN (SELECT task FROM words WHERE words MATCH ?)", (query,)))
    return [condition for condition, _ in found], [value for _, held in found for value in held]


def _nodes(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    conditions: list[str] = []
    values: list[object] = []
    if wanted.kind is not None:
        conditions.append("x.kind = ?")
        values.append(wanted.kind)
    if wanted.due is not None:
        # what comes again, or goes on, is due on days within its own
        lasting = "'recurring', 'ongoing'" if wanted.ongoing else "'recurring'"
        conditions.append(
            f"""(x.kind IN ('deadline', 'period') AND x."end" BETWEEN ? AND ?"""
            f""" OR x.kind IN ({lasting}) AND x.start <= ? AND x."end" >= ?)"""
        )
        first, last = wanted.due.first.isoformat(), wanted.due.last.isoformat()
        values += [first, last, last, first]
    return _exists("time_nodes", " AND ".join(conditions)), tuple(values)


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} x WHERE x.task = t.id AND {condition})"
