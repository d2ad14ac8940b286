"""The truth of a described bulletin, in the shape of the gold files: notice and plans."""

from __future__ import annotations

import re
from typing import Any

from .describe import NAME_BREAKS, NOTHING, Bulletin, C, Foot, Group, H, I, P, Piece, Plan, Table, nodes_of, read

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
ENCLOSED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2474 + i): i + 1 for i in range(20)}
ENCLOSED |= {chr(0x3220 + i): i + 1 for i in range(10)} | {chr(0x2776 + i): i + 1 for i in range(10)}


LABEL = re.compile(r"^(?:\d+[.、．]|[①-⑳])")


def value(label: str) -> str:
    """A printed label → its number in digits: （十二） → 12, 1.1 → 1.1, ⑤ → 5."""
    label = label.translate({0xFF10 + i: str(i) for i in range(10)}).strip()
    if label and label[0] in ENCLOSED:
        return str(ENCLOSED[label[0]])
    if dotted := re.fullmatch(r"(\d+(?:[.．]\d+)+)[.．、]?", label):
        return dotted[1].replace("．", ".")
    if digits := re.search(r"\d+", label):
        return str(int(digits[0]))
    chinese = re.search(r"[一二三四五六七八九十]+", label)
    if not chinese:
        raise ValueError(f"no number in {label!r}")
    tens, ten, ones = chinese[0].rpartition("十")
    if not ten:
        return str(DIGITS[ones])
    return str((DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0))


def task(number: str, title: str, text: str, path: list[str], pieces: list[Piece]) -> dict[str, Any]:
    whole = Piece("")
    for piece in pieces:
        whole.add(piece)
    return {
        "number": number,
        "title": title,
        "text": text,
        "section_path": path,
        "departments": whole.names,
        "leaders": whole.leaders,
        "time_nodes": whole.nodes,
    }


def column_piece(column: C, cell: str, year: int) -> Piece:
    """What a cell of a column for departments or leaders says."""
    piece = read(cell, year)
    if column.holds in ("lead", "support", "responsible") and not piece.names:
        names = [n for n in NAME_BREAKS.split(piece.text) if n not in NOTHING and n not in ("等", "等部门")]
        piece.names = [{"name": n, "role": column.holds} for n in dict.fromkeys(names)]
    elif column.holds.startswith("leader") and not piece.leaders:
        role = "lead" if column.holds == "leader-lead" else "responsible"
        people = [re.sub(r"\s", "", n) for n in re.split(r"[、，\n]", piece.text)]
        piece.leaders = [{"name": n, "role": role} for n in people if n not in NOTHING]
    return piece


def row_task(table: Table, row: list[str], year: int, number: str, path: list[str]) -> dict[str, Any]:
    title, lines, pieces, remarks, extra = "", [], [], None, {}
    schedule = [c for c in table.columns if c.holds in ("time", "days")]
    for column, cell in zip(table.columns, row, strict=True):
        piece = read(cell, year)
        empty = piece.text.strip() in NOTHING
        if column.holds in ("title", "titles"):
            title = re.sub(r"\n", "", piece.text)
            pieces.append(piece)
        elif column.holds in ("lead", "support", "responsible") or column.holds.startswith("leader"):
            pieces.append(column_piece(column, cell, year))
        elif column.holds == "time" and not empty:
            lines.append(piece.text if len(schedule) == 1 else f"{column.header}：{piece.text}")
            pieces.append(piece)
        elif column.holds == "days" and not empty:
            lines.append(f"{column.header}：{piece.text}")
            pieces.append(Piece("", nodes=list(nodes_of("period", column.header, [column.days], year, False))))
            pieces.append(piece)
        elif column.holds == "remarks":
            remarks = piece.text or None
        elif column.holds == "extra" and not empty:
            extra[re.sub(r"\s", "", column.header)] = piece.text
    found = task(number, title, "\n".join(lines), path, pieces)
    return {**found, "remarks": remarks, "extra": extra}


def table_truth(
    table: Table, year: int, counted: int, path: list[str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    sections: list[dict[str, Any]] = []
    tasks: list[dict[str, Any]] = []
    above: list[str] = [""] * len(table.columns)
    for row in table.rows:
        if isinstance(row, Foot):
            continue
        if isinstance(row, Group):
            sections.append({"level": 1, "label": row.label, "title": row.title})
            path = [row.title]
            continue
        cells = [over if cell == "^" else cell for cell, over in zip(row, above, strict=True)]
        counts = next((i for i, column in enumerate(table.columns) if column.holds == "titles"), None)
        if counts is not None:
            for line in cells[counts].split("\n"):
                one = [LABEL.sub("", line) if i == counts else cell for i, cell in enumerate(cells)]
                tasks.append(row_task(table, one, year, str(counted + len(tasks) + 1), list(path)))
            above = cells
            continue
        number = str(counted + len(tasks) + 1)
        for column, cell, printed in zip(table.columns, cells, row, strict=True):
            if column.holds == "number":
                number = value(cell)
            elif column.holds == "section" and printed != "^":
                title = cell.replace("\n", "")
                sections.append({"level": 1, "label": "", "title": title})
                path = [title]
        tasks.append(row_task(table, cells, year, number, list(path)))
        above = cells
    return sections, tasks


def plan_truth(plan: Plan) -> dict[str, Any]:
    year = plan.year or 0
    sections: list[dict[str, Any]] = []
    tasks: list[dict[str, Any]] = []
    path: list[str] = []
    preamble: list[str] = []
    for block in plan.body:
        if isinstance(block, H):
            sections.append({"level": block.level, "label": block.label, "title": block.title})
            path = [*path[: block.level - 1], block.title]
        elif isinstance(block, P):
            if sections:
                sections[-1]["text"] = "\n".join(
                    filter(None, [sections[-1].get("text", ""), read(block.text, year).text])
                )
            else:
                preamble.append(read(block.text, year).text)
        elif isinstance(block, I):
            title, rest = read(block.title, year), [read(t, year) for t in (block.text, *block.more) if t]
            number = block.number or value(block.label)
            pieces = [title, *rest, read(block.inherited, year)]
            tasks.append(task(number, title.text, "\n".join(p.text for p in rest), list(path), pieces))
        elif isinstance(block, Table) and block.plan:
            more_sections, more_tasks = table_truth(block, year, len(tasks), path)
            sections += more_sections
            tasks += more_tasks
    for each in tasks if plan.first_leads else []:
        if each["departments"]:
            each["departments"][0]["role"] = "lead"
    if not plan.text_counts:
        for each in tasks:
            del each["text"]
    return {
        "title": plan.title.replace("\n", ""),
        "kind": plan.kind,
        **({"year": plan.year} if plan.year else {}),
        **plan.says,
        "preamble": "\n".join(preamble),
        **({} if plan.kind == "table" and not plan.closing else {"closing": plan.closing}),
        "sections": sections,
        "section_levels": plan.section_levels,
        "tasks": tasks,
    }


def truth(bulletin: Bulletin) -> dict[str, Any]:
    """Notice (or None) and plans, each with sections and tasks, as the gold files have them."""
    notice = bulletin.notice
    return {
        "notice": notice
        and {
            "title": notice.title.replace("\n", ""),
            "doc_number": notice.doc_number_as or notice.doc_number or None,
            "issuer": notice.issuer,
            "addressee": notice.addressee.rstrip("：") or None,
            "issued_on": notice.day,
        },
        "plans": [plan_truth(plan) for plan in bulletin.plans],
    }
