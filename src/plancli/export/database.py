"""SQLite: bulletins, plans, sections, tasks, departments, leaders, time nodes and diagnostics as tables, views on them,
and a search for Chinese words.

FTS5's own tokenizers take a run of Chinese for one word. The index therefore holds each two neighbouring characters as a
word (养老服务 → 养老 老服 服务 务), and a search is a phrase of such pairs. Rows are keyed by the path of the file, so that a
bulletin that is written again takes the place of what it said before, whatever the order. The table `results` has the
bulletins, plans and tasks as JSON, so that nothing of a result is lost and a database is read as the results it was made of.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OutputError
from ..grammar.pattern import Pattern
from .task_values import bounds, named

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin, Plan, Task

_SCHEMA = """
CREATE TABLE IF NOT EXISTS bulletins (id TEXT PRIMARY KEY, sha256 TEXT, media_type TEXT, pages INTEGER, notice TEXT);
CREATE TABLE IF NOT EXISTS plans (id TEXT PRIMARY KEY, bulletin TEXT REFERENCES bulletins, title TEXT, kind TEXT, year INTEGER, issuer TEXT, doc_number TEXT, issued_on TEXT);
CREATE TABLE IF NOT EXISTS sections (id TEXT PRIMARY KEY, plan TEXT REFERENCES plans, level INTEGER, label TEXT, title TEXT, text TEXT);
CREATE TABLE IF NOT EXISTS tasks (id TEXT PRIMARY KEY, plan TEXT REFERENCES plans, bulletin TEXT REFERENCES bulletins, number TEXT, title TEXT, text TEXT, section TEXT, first_day TEXT, last_day TEXT, remarks TEXT, page INTEGER);
CREATE TABLE IF NOT EXISTS departments (task TEXT REFERENCES tasks, bulletin TEXT, name TEXT, key TEXT, role TEXT, inherited INTEGER);
CREATE TABLE IF NOT EXISTS leaders (task TEXT REFERENCES tasks, bulletin TEXT, name TEXT, role TEXT);
CREATE TABLE IF NOT EXISTS time_nodes (task TEXT REFERENCES tasks, bulletin TEXT, raw TEXT, kind TEXT, start TEXT, "end" TEXT, edtf TEXT, rrule TEXT, action TEXT);
CREATE TABLE IF NOT EXISTS diagnostics (bulletin TEXT REFERENCES bulletins, task TEXT, code TEXT, severity TEXT, message TEXT, page INTEGER);
CREATE TABLE IF NOT EXISTS results (bulletin TEXT, id TEXT, json TEXT, PRIMARY KEY (bulletin, id));
CREATE VIEW IF NOT EXISTS due AS SELECT n."end" AS day, n.raw, n.kind, t.title, t.number, p.title AS plan, t.bulletin, t.page, (SELECT group_concat(d.name, '、') FROM departments d WHERE d.task = t.id) AS who FROM time_nodes n JOIN tasks t ON t.id = n.task JOIN plans p ON p.id = t.plan WHERE n."end" IS NOT NULL ORDER BY n."end";
CREATE VIEW IF NOT EXISTS workload AS SELECT d.key AS department, substr(n."end", 1, 7) AS month, d.role, count(DISTINCT d.task) AS tasks FROM departments d LEFT JOIN time_nodes n ON n.task = d.task GROUP BY d.key, month, d.role;
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(task UNINDEXED, bulletin UNINDEXED, pairs, tokenize = "unicode61 remove_diacritics 0");
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS plans_by_bulletin ON plans (bulletin);
CREATE INDEX IF NOT EXISTS tasks_by_bulletin ON tasks (bulletin);
CREATE INDEX IF NOT EXISTS diagnostics_by_task ON diagnostics (task);
CREATE INDEX IF NOT EXISTS departments_by_key ON departments (key);
CREATE INDEX IF NOT EXISTS departments_by_name ON departments (name);
CREATE INDEX IF NOT EXISTS departments_by_task ON departments (task);
CREATE INDEX IF NOT EXISTS nodes_by_end ON time_nodes ("end");
CREATE INDEX IF NOT EXISTS nodes_by_task ON time_nodes (task);
"""
_OWNED = ("plans", "tasks", "departments", "leaders", "time_nodes", "diagnostics", "results", "words")
_CHINESE = Pattern("[㐀-鿿]+")
_RUN = Pattern("[㐀-鿿]+|[0-9A-Za-z]+")


def write(path: Path, bulletins: Iterable[Bulletin]) -> None:
    """Puts the bulletins into the database at `path`, made where it is missing, in one transaction.

    No disk is waited for: the file is to be put where it belongs when it is whole. Raises `OutputError` where it cannot be written
    or is no database.
    """
    try:
        base = sqlite3.connect(path)
        try:
            base.executescript(f"PRAGMA synchronous = OFF; {_SCHEMA}")
            with base:
                for bulletin in bulletins:
                    _put(base, bulletin)
            base.executescript(_INDEXES)  # all at once, when the rows are there
        finally:
            base.close()
    except sqlite3.Error as error:
        raise OutputError("{path} cannot be written: {error}", path=path, error=error) from error


def document(bulletins: Iterable[Bulletin]) -> bytes:
    """The bulletins as a database of their own. Raises `OutputError` where there is no room for it."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plans.sqlite"
        write(path, bulletins)
        return path.read_bytes()


def phrases(words: Iterable[str]) -> str:
    """The words as a query to the table `words` which each task with all of them answers: the pairs of each Chinese run in
    a row, one character as the beginning of a pair. Other words narrow nothing; empty where none does."""
    found = []
    for word in words:
        for run in _CHINESE.findall(word):
            pairs = [run[at : at + 2] for at in range(max(1, len(run) - 1))]
            found.append(f'"{" ".join(pairs)}"' + ("*" if len(run) == 1 else ""))
    return " AND ".join(found)


def _put(base: sqlite3.Connection, bulletin: Bulletin) -> None:
    key = bulletin.source.path
    if base.execute("SELECT 1 FROM bulletins WHERE id = ?", (key,)).fetchone():
        _take_out(base, key)
    notice = bulletin.notice.title if bulletin.notice is not None else None
    source = bulletin.source
    doubts = named(bulletin)
    own = bulletin.model_copy(update={"plans": (), "diagnostics": doubts})
    _insert(base, "results", [(key, key, own.model_dump_json())])
    _insert(base, "bulletins", [(key, source.sha256, source.media_type, source.pages, notice)])
    for plan in bulletin.plans:
        name = f"{key}#{plan.id}"
        _insert(base, "results", [(key, name, plan.model_copy(update={"tasks": ()}).model_dump_json())])
        _insert(base, "results", ((key, f"{key}#{t.id}", t.model_dump_json(exclude_defaults=True)) for t in plan.tasks))
        day = plan.issued_on and plan.issued_on.isoformat()
        _insert(base, "plans", [(name, key, plan.title, plan.kind, plan.year, plan.issuer, plan.doc_number, day)])
        _insert(base, "sections", ((f"{key}#{s.id}", name, s.level, s.label, s.title, s.text) for s in plan.sections))
        _insert(base, "tasks", (_task(key, name, task) for task in plan.tasks))
        for table, rows in (("departments", _departments), ("leaders", _leaders), ("time_nodes", _nodes)):
            _insert(base, table, rows(key, plan))
        _insert(base, "words", ((f"{key}#{task.id}", key, _pairs(_said(task))) for task in plan.tasks))
    _insert(
        base,
        "diagnostics",
        ((key, d.task and f"{key}#{d.task}", d.code, d.severity, d.message, d.location.page) for d in doubts),
    )


def _take_out(base: sqlite3.Connection, key: str) -> None:
    """What a bulletin said before. Its words have no index by bulletin: they are looked for among all."""
    base.execute("DELETE FROM sections WHERE plan IN (SELECT id FROM plans WHERE bulletin = ?)", (key,))
    for table in _OWNED:
        base.execute(f"DELETE FROM {table} WHERE bulletin = ?", (key,))
    base.execute("DELETE FROM bulletins WHERE id = ?", (key,))


def _insert(base: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    held = list(rows)
    if held:
        base.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(held[0]))})", held)


def _task(key: str, plan: str, task: Task) -> tuple[object, ...]:
    first, last = bounds(task.time_nodes)
    return (
        f"{key}#{task.id}", plan, key, task.number, task.title, task.text, " > ".join(task.section_path),
        first and first.isoformat(), last and last.isoformat(), task.remarks, task.location.page,
    )  # fmt: skip


def _departments(key: str, plan: Plan) -> Iterator[tuple[object, ...]]:
    for task in plan.tasks:
        for body in task.departments:
            yield f"{key}#{task.id}", key, body.name, body.key or body.name, body.role, int(body.inherited)


def _leaders(key: str, plan: Plan) -> Iterator[tuple[object, ...]]:
    for task in plan.tasks:
        for leader in task.leaders:
            yield f"{key}#{task.id}", key, leader.name, leader.role


def _nodes(key: str, plan: Plan) -> Iterator[tuple[object, ...]]:
    for task in plan.tasks:
        for node in task.time_nodes:
            days = (day and day.isoformat() for day in (node.start, node.end))
            yield f"{key}#{task.id}", key, node.raw, node.kind, *days, node.edtf, node.rrule, node.action


def _said(task: Task) -> str:
    return "\n".join((task.title, task.text, *task.section_path))


def _pairs(text: str) -> str:
    """Each two neighbouring Chinese characters as a word, and each that stands at the end of a run; other words whole."""
    words: list[str] = []
    for run in _RUN.findall(text):
        words += [run[at : at + 2] for at in range(len(run))] if run[0] > "\u2fff" else [run.lower()]
    return " ".join(words)
