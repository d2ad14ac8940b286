"""Bulletins built by hand, for tests of what comes after the parsing. All bodies and places are invented."""

from __future__ import annotations

import datetime
from typing import Any

from plancli.model.bulletin import (
    Bulletin,
    Coverage,
    Department,
    Diagnostic,
    Leader,
    Location,
    Notice,
    Plan,
    Section,
    SourceFile,
    Task,
    TimeNode,
)

TEXT = "3月：完成摸底；12月底前全面建成。"


def bulletin(**changes: Any) -> Bulletin:
    """Two tasks, the second without a time node."""
    first = Task(
        id="p1.t1",
        number="1",
        label="1.",
        title="推进智慧养老服务站建设",
        text=TEXT,
        section="p1.s2",
        section_path=("民生实事", "养老服务"),
        departments=(
            Department(name="民政局", key="民政局", role="lead", boxes=((2, 70.5, 90.0, 118.5, 102.0),)),
            Department(name="财政局（国资办）", key="财政局（国资办）", role="support", inherited=True),
            Department(name="各镇街", key="各镇街", role="support"),
        ),
        leaders=(Leader(name="林知远", role="lead"),),
        time_nodes=(
            TimeNode(
                raw="3月",
                kind="period",
                start=datetime.date(2025, 3, 1),
                end=datetime.date(2025, 3, 31),
                edtf="2025-03",
                action="完成摸底；",
                span=(0, 2),
            ),
            TimeNode(
                raw="12月底前",
                kind="deadline",
                end=datetime.date(2025, 12, 31),
                edtf="../2025-12-31",
                action="全面建成。",
                span=(8, 13),
            ),
        ),
        remarks="区重点工作",
        extra={"考核": "年度"},
        location=Location(page=2, table=1, row=3, boxes=((2, 70.5, 90, 300, 102), (2, 70.5, 104, 120, 116))),
    )
    second = Task(
        id="p1.t2",
        number="2",
        label="2.",
        title="=开展“回头看”，整理\n台账",
        section="p1.s1",
        section_path=("民生实事",),
        location=Location(sheet="任务表", cell="B7"),
        corrected=("title",),
    )
    plan = Plan(
        id="p1",
        title="云岭区2025年民生工作要点",
        kind="outline",
        issuer="云岭区人民政府办公室",
        year=2025,
        doc_number="云政办〔2025〕8号",
        issued_on=datetime.date(2025, 2, 17),
        sections=(
            Section(id="p1.s1", label="一、", level=1, title="民生实事"),
            Section(id="p1.s2", label="（一）", level=2, title="养老服务", parent="p1.s1"),
        ),
        tasks=(first, second),
    )
    whole = Bulletin(
        source=SourceFile(path="云岭.txt", sha256="0" * 64, media_type="text/plain", bytes=321, pages=5),
        notice=Notice(title="关于印发工作要点的通知", issued_on=datetime.date(2025, 2, 17)),
        plans=(plan,),
        coverage=Coverage(characters=100, placed=97, left_out=3, lost=0),
        diagnostics=(
            Diagnostic(
                code="number-gap",
                severity="warning",
                message="the numbers go from 1 to 3",
                plan="p1",
                task="p1.t2",
                value="/plans/0/tasks/1/number",
                location=Location(page=4, paragraph=17),
            ),
        ),
    )
    return whole.model_copy(update=changes)
