"""The finished bulletin: ids, paths, coverage, diagnostics, facts of notice and plan."""

from __future__ import annotations

import datetime
import hashlib

import pytest

from plancli.annotate import annotate
from plancli.annotate.diagnostics import CODES
from plancli.model.bulletin import Diagnostic
from plancli.model.draft import Draft, PlanDraft, SectionDraft
from plancli.model.source import ReaderAttempt, Source

from .drafts import TITLE, bulletin, plan, task

NOTICE = [
    ("masthead", "临川市教育局文件"),
    ("doc-number", "临教[2024]19号"),
    ("signatory", "签发人：何静"),
    ("title", "关于印发《2025年工作要点》的通知"),
    ("addressee", "各区教育局，局属各单位："),
    ("body", "现将工作要点印发给你们，请认真贯彻执行。"),
    ("attachment", "附件：2025年工作要点"),
    ("signature", "临川市教育局"),
    ("date", "二〇二四年十二月二十日"),
    ("colophon", "临川市教育局办公室2024年12月23日印发"),
]


def test_ids_sections_and_paths() -> None:
    sections = [
        SectionDraft("一、", 1, "甲"),
        SectionDraft("（一）", 2, "乙", parent=0),
        SectionDraft("1.", 3, "丙", parent=1),
    ]
    made = bulletin(plan(task(section=2), task(section=0), task(), sections=sections), plan(task()))
    first, second = made.plans
    assert [s.id for s in first.sections] == ["p1.s1", "p1.s2", "p1.s3"]
    assert [s.parent for s in first.sections] == [None, "p1.s1", "p1.s2"]
    assert [(t.id, t.section, t.section_path) for t in first.tasks] == [
        ("p1.t1", "p1.s3", ("甲", "乙", "丙")),
        ("p1.t2", "p1.s1", ("甲",)),
        ("p1.t3", None, ()),
    ]
    assert (second.id, second.tasks[0].id) == ("p2", "p2.t1")


def test_source_coverage_and_what_other_stages_said() -> None:
    data = "工作要点".encode()
    source = Source(
        [],
        "application/pdf",
        pages=3,
        attempts=[ReaderAttempt("docx", "corrupt: no package"), ReaderAttempt("pdf", "ok", "pypdfium2 5.0.0")],
        notes=[("turned-text", "left out", 2)],
    )
    said = Diagnostic(code="number-gap", severity="warning", message="4 is missing", plan="p1")
    draft = Draft([plan(task())], diagnostics=[said], characters=100, placed=90, left_out=7)
    made = annotate(draft, source=source, data=data, name="甲.pdf")
    assert made.source.model_dump() == {
        "path": "甲.pdf",
        "sha256": hashlib.sha256(data).hexdigest(),
        "media_type": "application/pdf",
        "bytes": 12,
        "pages": 3,
        "extractor": {
            "name": "pdf",
            "version": "pypdfium2 5.0.0",
            "attempts": ({"extractor": "docx", "outcome": "corrupt: no package"},),
        },
    }
    assert made.coverage.model_dump() == {"characters": 100, "placed": 90, "left_out": 7, "lost": 3}
    assert [(d.code, d.location.page) for d in made.diagnostics] == [
        ("number-gap", None),
        ("turned-text", 2),
        ("lost-text", None),
    ]


def test_no_tasks_is_said() -> None:
    assert [d.code for d in bulletin().diagnostics] == ["no-tasks"]
    assert [d.code for d in bulletin(plan()).diagnostics] == ["no-tasks"]


def test_every_code_has_a_severity_and_a_meaning() -> None:
    assert all(severity in ("info", "warning", "error") and meaning for severity, meaning in CODES.values())


def test_the_notice() -> None:
    made = bulletin(plan(task()), notice=NOTICE)
    assert made.notice is not None
    assert made.notice.model_dump() == {
        "title": "关于印发《2025年工作要点》的通知",
        "doc_number": "临教〔2024〕19号",
        "issuer": "临川市教育局",
        "addressee": "各区教育局，局属各单位",
        "issued_on": datetime.date(2024, 12, 20),
        "signatory": "何静",
        "text": "现将工作要点印发给你们，请认真贯彻执行。\n附件：2025年工作要点",
    }


def test_a_plan_takes_from_its_notice() -> None:
    first = bulletin(plan(task(), title="工作要点"), notice=NOTICE).plans[0]
    assert (first.issuer, first.doc_number, first.issued_on) == (
        "临川市教育局",
        "临教〔2024〕19号",
        datetime.date(2024, 12, 20),
    )
    assert (first.year, first.year_from) == (2025, "notice")


def test_signature_goes_before_masthead_and_title() -> None:
    def issuer(*zones: str) -> str | None:
        lines = {
            "signature": "青石县安委会办公室",
            "masthead": "青石县应急管理局文件",
            "title": "青石县人民政府关于印发方案的通知",
        }
        made = bulletin(plan(task()), notice=[(zone, lines[zone]) for zone in zones])
        return made.notice.issuer if made.notice else None

    assert issuer("masthead", "title", "signature") == "青石县安委会办公室"
    assert issuer("masthead", "title") == "青石县应急管理局"
    assert issuer("title") == "青石县人民政府"


def test_two_bodies_sign_together() -> None:
    made = bulletin(
        plan(task()), notice=[("title", "通知"), ("signature", "青石县财政局"), ("signature", "青石县水利局")]
    )
    assert made.notice is not None
    assert made.notice.issuer == "青石县财政局、青石县水利局"


def test_a_signature_that_a_line_behind_it_hid() -> None:
    lines = [
        ("title", "关于下达任务的函"),
        ("body", "请认真组织。"),
        ("body", "青石县水利局"),
        ("body", "2025年3月8日（联系人：何静）"),
    ]
    made = bulletin(plan(task()), notice=lines)
    assert made.notice is not None
    assert (made.notice.issuer, made.notice.issued_on) == ("青石县水利局", datetime.date(2025, 3, 8))


def test_a_plan_without_notice_has_its_colophon_before_its_title() -> None:
    tail = ["临川市教育局办公室", "2025年3月6日印发"]
    found = bulletin(plan(task(), tail=tail)).plans[0]
    assert (found.issuer, found.issued_on) == ("临川市教育局办公室", datetime.date(2025, 3, 6))
    assert bulletin(plan(task())).plans[0].issuer == "临川市教育局"


def test_a_plan_with_head_and_signature_of_its_own() -> None:
    head = ["临教〔2025〕3号", "（2025年2月1日）"]
    found = bulletin(plan(task(), title="工作要点", head=head, tail=["白塔镇人民政府"]), notice=NOTICE).plans[0]
    assert (found.issuer, found.doc_number, found.issued_on) == (
        "白塔镇人民政府",
        "临教〔2025〕3号",
        datetime.date(2025, 2, 1),
    )


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (["临川市人民政府", "首页新闻中心办事服务", "请输入关键字"], "临川市教育局"),  # a site's banner and its menu
        (["首页新闻中心办事服务", "临川市人民政府", "（2025年2月1日）"], "临川市人民政府"),
        (["临川市人民政府", "2025年2月1日"], "临川市人民政府"),
    ],
)
def test_a_body_signs_at_the_head_where_nothing_else_stands_behind_it(head: list[str], issuer: str) -> None:
    assert bulletin(plan(task(), head=head)).plans[0].issuer == issuer
    assert bulletin(plan(task(), title="工作要点", head=head)).plans[0].issuer == "临川市人民政府"


@pytest.mark.parametrize(
    ("made", "year", "source"),
    [
        (plan(task()), 2025, "title"),
        (plan(task(), title="2024—2025学年第二学期工作计划"), 2025, "school-year"),
        (plan(task(), title="工作要点", head=["（2025年度）"]), 2025, "head"),
        (plan(task(), title="工作要点", head=["临教〔2025〕3号"]), 2025, "doc-number"),
        (plan(task(), title="工作要点", head=["临教〔2024〕9号"], preamble="2025年是攻坚之年。"), 2025, "preamble"),
        (plan(task(), title="工作要点", tail=["2025年3月6日"]), 2025, "date"),
        (plan(task(), title="工作要点", preamble="2025年是关键之年。要抓好落实。"), 2025, "preamble"),
        (plan(task(), title="护水方案", preamble="为护好河道。\n活动时间：2025年3月1日至31日"), 2025, "preamble"),
        (plan(task(), title="工作要点"), 2030, "option"),
    ],
)
def test_the_year_and_where_it_was_read(made: PlanDraft, year: int, source: str) -> None:
    found = bulletin(made, year=2030).plans[0]
    assert (found.year, found.year_from) == (year, source)


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("2024—2025学年度第一学期行事历", datetime.date(2025, 1, 1)),
        ("2024学年工作计划", datetime.date(2025, 1, 1)),
        ("2024年秋季学期工作安排", datetime.date(2025, 1, 1)),
        ("2024—2025学年度第二学期行事历", datetime.date(2025, 1, 1)),
        ("2024年工作计划", datetime.date(2024, 1, 1)),
    ],
)
def test_the_january_of_a_school_year(title: str, start: datetime.date) -> None:
    [node] = bulletin(plan(task("1月：期末考试。"), title=title)).plans[0].tasks[0].time_nodes
    assert node.start == start


def test_without_any_year_dates_stay_open_and_it_is_said_once() -> None:
    made = bulletin(plan(task("3月：开展活动。"), task("4月：开展活动。"), title="工作要点"))
    assert made.plans[0].year is None
    assert made.plans[0].tasks[0].time_nodes[0].start is None
    assert [d.code for d in made.diagnostics] == ["no-year"]


def test_the_user_s_words_count() -> None:
    text = "做好。（玉带工坊、松风驿负责）"
    assert bulletin(plan(task(text))).plans[0].tasks[0].departments == ()
    own = {"departments": {"suffixes": ["工坊", "驿"]}}
    found = bulletin(plan(task(text)), lexicon=own).plans[0].tasks[0].departments
    assert [d.name for d in found] == ["玉带工坊", "松风驿"]


def test_title_is_the_plan_s() -> None:
    assert bulletin(plan(task())).plans[0].title == TITLE
