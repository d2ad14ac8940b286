"""From a drawn bulletin to its truth, in the contract's terms; nothing is parsed.

`tags` of a task are the choices that made it (its bulletin's, its plan's, its own): they are for the report, no field of
the contract, and `plain` takes them away.
"""

from __future__ import annotations

import copy
from typing import Any

from .meaning import Named, Node, Piece
from .tree import Band, Bulletin, Column, Item, Plan, Row, Section, Table, Tags

Record = dict[str, Any]
NOTHING = ("", "/", "—")


def truth(bulletin: Bulletin) -> Record:
    """Notice (or None) and plans with sections and tasks, in the shape of the case files."""
    notice = bulletin.notice
    return {
        "notice": notice
        and {
            "title": notice.title,
            "doc_number": notice.doc_number or None,
            "issuer": notice.issuer,
            "addressee": notice.addressee,
            "issued_on": notice.day,
        },
        "plans": [
            plan_truth(plan, {**bulletin.tags, **plan.tags}, notice.issuer if notice else None)
            for plan in bulletin.plans
        ],
    }


def plain(record: Record) -> Record:
    """The truth without tags, as a file of cases has it."""
    bare: Record = copy.deepcopy(record)
    for plan in bare["plans"]:
        for task in plan["tasks"]:
            del task["tags"]
    return bare


def plan_truth(plan: Plan, tags: Tags, issuer: str | None) -> Record:
    sections: list[Record] = []
    tasks: list[Record] = []
    if plan.table:
        table_truth(plan.table, tags, sections, tasks)
    else:
        outline_truth(plan.body, tags, [], None, sections, tasks)
    for body in [body for each in tasks for body in each["departments"]] if plan.rest_supports else []:
        body["role"] = "support" if body["role"] == "responsible" else body["role"]
    found: Record = {"title": plan.title, "kind": "table" if plan.table else "outline", "year": plan.year}
    if plan.signed:
        found |= {"issuer": plan.signed[0], "issued_on": plan.signed[2]}
    elif issuer:
        found["issuer"] = issuer
    if not plan.table:
        found |= {"preamble": "\n".join(plan.preamble), "closing": plan.closing}
    return {**found, "sections": sections, "section_levels": 9, "tasks": tasks}


def task(number: str, label: str, title: str, text: str, path: list[str], pieces: list[Piece], tags: Tags) -> Record:
    bodies: list[Named] = []
    leaders: list[Named] = []
    nodes: list[Node] = []
    for piece in pieces:
        bodies += [named for named in piece.names if named not in bodies]
        leaders += [named for named in piece.people if named not in leaders]
        nodes += piece.nodes
    return {
        "number": number,
        "label": label,
        "title": title,
        "text": text,
        "section_path": list(path),
        "departments": [{"name": name, "role": role} for name, role in bodies],
        "leaders": [{"name": name, "role": role} for name, role in leaders],
        "time_nodes": [dict(node) for node in nodes],
        "tags": tags,
    }


def outline_truth(
    nodes: list[Section | Item],
    tags: Tags,
    path: list[str],
    passes: Piece | None,
    sections: list[Record],
    tasks: list[Record],
) -> None:
    for node in nodes:
        if isinstance(node, Section):
            found: Record = {"level": len(path) + 1, "label": node.label, "title": node.title}
            if node.prose:
                found["text"] = "\n".join(node.prose)
            sections.append(found)
            outline_truth(node.children, tags, [*path, node.title], node.passes or passes, sections, tasks)
            continue
        pieces = [node.title, *([node.behind] if node.behind else []), *node.paragraphs]
        own = Piece()
        for piece in pieces:
            own.names, own.people, own.nodes = (
                own.names + piece.names,
                own.people + piece.people,
                own.nodes + piece.nodes,
            )
        if passes:
            if not (own.names or own.people):
                own.names, own.people = passes.names, passes.people
            own.nodes = own.nodes or passes.nodes
        text = "\n".join(piece.text for piece in pieces[1:])
        tasks.append(task(node.number, node.label, node.title.text, text, path, [own], {**tags, **node.tags}))


def table_truth(table: Table, tags: Tags, sections: list[Record], tasks: list[Record]) -> None:
    path: list[str] = []
    category: Piece | None = None
    for row in table.rows:
        if isinstance(row, Band):
            if row.title:
                sections.append({"level": 1, "label": row.label, "title": row.title})
                path = [row.title]
            continue
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.holds == "category" and cell is not category:
                category = cell
                sections.append({"level": 1, "label": "", "title": cell.text})
                path = [cell.text]
        numbered = any(column.holds == "number" for column in table.columns)
        tasks.append(row_task(table.columns, row, path, numbered, len(tasks) + 1, tags))


def row_task(columns: list[Column], row: Row, path: list[str], numbered: bool, count: int, tags: Tags) -> Record:
    cells = {column.holds: cell for column, cell in zip(columns, row.cells, strict=True)}
    pieces: list[Piece] = []
    lines: list[str] = []
    for column, cell in zip(columns, row.cells, strict=True):
        if column.holds in ("title", "lead", "support", "responsible", "leader", "time", "week", "dates"):
            pieces.append(cell)
        elif column.holds == "quarter" and cell.text not in NOTHING:
            pieces += [Piece(nodes=column.passes.nodes if column.passes else []), cell]
            lines.append(f"{column.header}：{cell.text}")
    if "time" in cells:
        lines = [cells["time"].text]
    extra = {
        column.header: cell.text
        for column, cell in zip(columns, row.cells, strict=True)
        if column.holds in ("extra", "problem") and cell.text not in NOTHING
    }
    scheduled = any(column.holds in ("time", "quarter") for column in columns)
    for holds in ("measure", "goal"):  # what is done, else what is aimed at, is the text where no column says when
        if holds in cells and (lines or scheduled):
            extra[next(column.header for column in columns if column.holds == holds)] = cells[holds].text
        elif holds in cells:
            lines = [cells[holds].text]
    number = row.number if numbered else str(count)
    found = task(
        number, number if numbered else "", cells["title"].text, "\n".join(lines), path, pieces, {**tags, **row.tags}
    )
    if "dates" in cells:
        del found["text"]  # the contract does not say which of the two columns is the schedule
    remarks = cells["remarks"].text if "remarks" in cells else ""
    return {**found, "remarks": remarks or None, "extra": extra}
