"""What governs what: columns, assignments in text with their scopes, headings, notes."""

from __future__ import annotations

import pytest

from plancli.model.bulletin import Location
from plancli.model.draft import ColumnValue, SectionDraft

from .drafts import bodies, bulletin, only_task, plan, roles, task

TWO = "举办读书节（牵头部门：语言科）。建设阅览室（牵头部门：装备科、财务科）。"


def test_span_is_the_name_in_the_text() -> None:
    found = only_task(task(TWO)).departments
    assert [TWO[d.span[0] : d.span[1]] for d in found if d.span] == ["语言科", "装备科", "财务科"]


def test_scope_runs_from_the_assignment_before_to_the_own_one() -> None:
    found = only_task(task(TWO)).departments
    assert [TWO[d.scope[0] : d.scope[1]] for d in found if d.scope] == [
        "举办读书节（牵头部门：语言科）。",
        "建设阅览室（牵头部门：装备科、财务科）。",
        "建设阅览室（牵头部门：装备科、财务科）。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "举办读书节。建设阅览室。（责任单位：语言科）",
        "举办读书节。\n牵头单位：语言科\n配合单位：装备科",
        "（牵头单位：语言科）（配合单位：装备科）。",
        "举办读书节（责任单位：语言科）。",
    ],
)
def test_an_assignment_of_the_whole_text_has_no_scope(text: str) -> None:
    found = only_task(task(text)).departments
    assert found
    assert {d.scope for d in found} == {None}


def test_an_assignment_before_the_end_governs_what_stands_before_it() -> None:
    text = "举办读书节（责任单位：语言科）。其余照旧。"
    (found,) = only_task(task(text)).departments
    assert found.scope == (0, text.index("其余"))


def test_assignments_side_by_side_share_their_scope() -> None:
    text = "举办读书节。（牵头：语言科）（配合：装备科）\n建设阅览室。（牵头：财务科）"
    scopes = [d.scope for d in only_task(task(text)).departments]
    assert scopes[0] == scopes[1] != scopes[2]
    assert scopes[2] == (text.index("建设"), len(text))


def test_column_gives_neither_span_nor_scope() -> None:
    (found,) = only_task(task("1月：开展。", columns=[bodies("语言科")])).departments
    assert (found.name, found.role, found.span, found.scope) == ("语言科", "responsible", None, None)
    assert found.rules == ("column",)


def test_a_column_silences_plain_sentences_but_not_brackets() -> None:
    text = "教研室牵头，统一方案。建设阅览室（责任单位：装备科）。"
    found = only_task(task(text, columns=[bodies("语言科")])).departments
    assert roles(found) == [("语言科", "responsible"), ("装备科", "responsible")]


def test_two_columns_give_two_roles() -> None:
    columns = [bodies("语言科", "牵头单位", "lead"), bodies("装备科、财务科", "配合单位", "support")]
    assert roles(only_task(task(columns=columns)).departments) == [
        ("语言科", "lead"),
        ("装备科", "support"),
        ("财务科", "support"),
    ]


def test_assignment_in_a_title_has_no_span() -> None:
    found = only_task(task(title="举办读书节（责任单位：语言科）")).departments
    assert [(d.name, d.span) for d in found] == [("语言科", None)]


def test_a_body_twice_in_one_role_is_one_entry() -> None:
    assert roles(only_task(task(columns=[bodies("语言科、语言科")])).departments) == [("语言科", "responsible")]


@pytest.mark.parametrize("note", ["注：责任部门中列第一位的为牵头单位。", "排名第一的为牵头部门", "首位为主办单位"])
def test_a_note_makes_the_first_body_lead(note: str) -> None:
    found = only_task(task(columns=[bodies("语言科、装备科")]), closing=note).departments
    assert roles(found) == [("语言科", "lead"), ("装备科", "responsible")]
    assert "first-listed" in found[0].rules


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("1.责任部门中列第一位的为牵头部门，其余为配合部门。2.每季度末报进度。", "support"),
        ("首位为主办单位的，其他单位按职责协助", "support"),
        ("列第一位的为牵头单位，其余单位按职责分工负责", "responsible"),
        ("列第一位的为牵头单位。其余任务由语言科配合。", "responsible"),
    ],
)
def test_a_note_says_what_the_others_do(note: str, role: str) -> None:
    found = only_task(task(columns=[bodies("语言科、装备科、督导室")]), closing=note).departments
    assert roles(found) == [("语言科", "lead"), ("装备科", role), ("督导室", role)]


def test_a_note_in_one_item_counts_for_all() -> None:
    noted = task("责任单位：县水务局、县财政局（列第一位者为牵头单位，下同）")
    made = bulletin(plan(noted, task("责任单位：县教育局、县住建局"))).plans[0].tasks
    assert [roles(one.departments) for one in made] == [
        [("县水务局", "lead"), ("县财政局", "responsible")],
        [("县教育局", "lead"), ("县住建局", "responsible")],
    ]


@pytest.mark.parametrize(
    ("note", "for_all"), [("，下同", True), ("", False), ("，各项均同", True), ("）。均衡发展（", False)]
)
def test_a_note_in_a_later_item_counts_for_all_where_it_says_so(note: str, for_all: bool) -> None:
    noted = task(f"责任单位：县水务局、县财政局（列第一位者为牵头单位{note}）")
    first, second = bulletin(plan(task("责任单位：县教育局、县住建局"), noted)).plans[0].tasks
    assert roles(second.departments) == [("县水务局", "lead"), ("县财政局", "responsible")]
    assert (roles(first.departments)[0] == ("县教育局", "lead")) is for_all


def test_a_note_of_the_notice_counts_for_its_plans() -> None:
    made = bulletin(
        plan(task(columns=[bodies("语言科、装备科")])),
        notice=[("title", "关于印发工作要点的通知"), ("body", "责任单位列第一位的为牵头单位。")],
    )
    assert roles(made.plans[0].tasks[0].departments)[0] == ("语言科", "lead")


def test_a_named_lead_wins_over_the_note() -> None:
    found = only_task(task(columns=[bodies("语言科、装备科（牵头）")]), closing="列第一位的为牵头单位").departments
    assert roles(found) == [("语言科", "responsible"), ("装备科", "lead")]


def test_the_same_as_above() -> None:
    tasks = [task(columns=[bodies("语言科")]), task(columns=[bodies("同上")]), task(columns=[bodies("〃")])]
    found = bulletin(plan(*tasks)).plans[0].tasks
    assert [roles(one.departments) for one in found] == [[("语言科", "responsible")]] * 3


def test_a_heading_assigns_what_stands_beneath_unless_that_has_its_own() -> None:
    sections = [
        SectionDraft("一、", 1, "阅读（责任单位：语言科）"),
        SectionDraft("（一）", 2, "校内", parent=0),
        SectionDraft("二、", 1, "体育"),
    ]
    tasks = [task(section=1), task("举办（责任单位：装备科）。", section=0), task(section=2)]
    found = bulletin(plan(*tasks, sections=sections)).plans[0].tasks
    assert [[d.name for d in one.departments] for one in found] == [["语言科"], ["装备科"], []]
    assert found[0].departments[0].rules[-1] == "from-section"


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("县水务局牵头工作（3项）", [("县水务局", "lead")]),
        ("县教育局、县档案馆共同牵头的重点任务：", [("县教育局", "lead"), ("县档案馆", "lead")]),
        ("由县文旅局负责的事项", [("县文旅局", "responsible")]),
        ("县发改局牵头，县财政局配合的项目清单（共12项）", [("县发改局", "lead"), ("县财政局", "support")]),
        ("党政办公室承办任务", [("党政办公室", "responsible")]),
        ("抓好牵头工作", []),
        ("推进县医院牵头项目", []),
        ("配合县水务局牵头工作", []),
        ("县水务局重点工作", []),
        ("县水务局负责人职责", []),
    ],
)
def test_a_heading_that_is_the_share_of_a_body_gives_it(heading: str, found: list[tuple[str, str]]) -> None:
    tasks = [task(section=0), task("（责任单位：县档案馆）", section=0)]
    one, own = bulletin(plan(*tasks, sections=[SectionDraft("一、", 1, heading)])).plans[0].tasks
    assert roles(one.departments) == found
    assert roles(own.departments) == [("县档案馆", "responsible")]


def test_leaders_from_column_and_text() -> None:
    made = only_task(
        task(
            "做好。责任领导：何静；责任科室：语言科。",
            columns=[ColumnValue("leaders", "牵头领导", "周明远、白　岩", "lead")],
        )
    )
    assert [(one.name, one.role) for one in made.leaders] == [
        ("周明远", "lead"),
        ("白岩", "lead"),
        ("何静", "responsible"),
    ]
    assert roles(made.departments) == [("语言科", "responsible")]


def test_names_known_from_other_cells_part_a_run() -> None:
    tasks = [task(columns=[bodies(text)]) for text in ("校产服务站", "宿舍管理站", "校产服务站宿舍管理站")]
    found = bulletin(plan(*tasks))
    assert [d.name for d in found.plans[0].tasks[2].departments] == ["校产服务站", "宿舍管理站"]
    assert {d.code for d in found.diagnostics} == {"doubtful-name"}


def test_a_cell_without_a_name_is_reported() -> None:
    made = bulletin(plan(task(columns=[bodies("6月底前完成")])))
    assert [(d.code, d.task, d.text) for d in made.diagnostics] == [("unreadable-cell", "p1.t1", "6月底前完成")]


@pytest.mark.parametrize("nothing", ["", "/", "—", "无", "空"])
def test_an_empty_cell_is_no_body_and_no_report(nothing: str) -> None:
    made = bulletin(plan(task(columns=[bodies(nothing)])))
    assert made.plans[0].tasks[0].departments == ()
    assert made.diagnostics == ()


def test_remarks_are_joined() -> None:
    columns = [
        ColumnValue("remarks", "备注", "实事项目"),
        ColumnValue("remarks", "说明", "市级"),
        ColumnValue("remarks", "其他", ""),
    ]
    assert only_task(task(columns=columns)).remarks == "实事项目\n市级"
    assert only_task(task()).remarks is None


@pytest.mark.parametrize(("header", "kind"), [("完成时限", "deadline"), ("推进时间", "period")])
def test_a_time_column_is_a_limit_by_its_header(header: str, kind: str) -> None:
    (node,) = only_task(task(columns=[ColumnValue("time", header, "6月")])).time_nodes
    assert (node.raw, node.kind, node.span) == ("6月", kind, None)


def test_a_title_gives_its_times_but_a_tables_only_where_nothing_else_does() -> None:
    row = Location(table=1, row=2)
    for where, text, found in [(None, "", 1), (None, "开展读书活动。", 1), (row, "", 1), (row, "开展读书活动。", 0)]:
        one = task(text, title="6月底前完成阅览室建设")
        one.location = where or Location()
        nodes = only_task(one).time_nodes
        assert [(str(node.end), node.span) for node in nodes] == [("2025-06-30", None)] * found


@pytest.mark.parametrize(
    ("month", "title", "raws"),
    [
        ("6月", "开展读书活动，6月10日前报名", ["6月", "6月10日前"]),
        ("6月", "6月底前建成阅览室", ["6月"]),
        ("6月", "筹备8月底前的培训", ["6月"]),
        ("6月", "6月18日读书日活动", ["6月"]),
    ],
)
def test_a_tables_title_may_say_more_closely_when(month: str, title: str, raws: list[str]) -> None:
    one = task(title=title, columns=[ColumnValue("time", "月份", month)])
    one.location = Location(table=1, row=2)
    assert [node.raw for node in only_task(one).time_nodes] == raws


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("责任单位：水务局\n完成时限：6月底前", ["6月底前"]),
        ("责任单位：水务局；完成时限：第二季度。", ["第二季度"]),
        ("（完成时间：4月—6月）", ["4月—6月"]),
        ("（4月—6月，水务局牵头，各镇配合）", ["4月—6月"]),
        ("（水务局；4月1日—6月15日）", ["4月1日—6月15日"]),
        ("完成时限：按合同办理", []),
        ("按6月底前建成的要求推进。", []),
    ],
)
def test_a_time_labelled_beneath_a_heading_is_that_of_its_tasks(text: str, raws: list[str]) -> None:
    sections = [SectionDraft("一、", 1, "抓好建设", text=text)]
    found = bulletin(plan(task(section=0), task("4月底前完成。", section=0), sections=sections)).plans[0].tasks
    assert [[node.raw for node in one.time_nodes] for one in found] == [raws, ["4月底前完成"]]
    assert all(node.kind == "deadline" or "—" in node.raw for node in found[0].time_nodes)


def test_a_heading_that_is_a_time_gives_it_to_the_tasks_that_name_none() -> None:
    sections = [SectionDraft("", 1, "三月份"), SectionDraft("", 1, "三月风活动"), SectionDraft("", 2, "校内", parent=0)]
    tasks = [task(section=0), task("4月底前完成。", section=0), task(section=1), task(section=2)]
    found = bulletin(plan(*tasks, sections=sections)).plans[0].tasks
    assert [[node.raw for node in one.time_nodes] for one in found] == [["三月份"], ["4月底前完成"], [], ["三月份"]]
    assert found[0].time_nodes[0].rules[-1] == "from-section"
    assert found[0].time_nodes[0].span is None


@pytest.mark.parametrize(
    ("preamble", "found"),
    [
        ("责任单位：临川水务局", [("临川水务局", "responsible")]),
        ("（牵头单位：临川水务局；配合单位：各镇）", [("临川水务局", "lead"), ("各镇", "support")]),
        ("为抓好落实，责任单位：临川水务局，各镇要配合。", []),
    ],
)
def test_a_preamble_that_is_an_assignment_speaks_for_every_task(preamble: str, found: list[tuple[str, str]]) -> None:
    tasks = [task(), task("（责任单位：农业农村局）"), task(section=0)]
    made = plan(*tasks, sections=[SectionDraft("一、", 1, "水利")], preamble=preamble)
    one, own, below = bulletin(made).plans[0].tasks
    assert roles(one.departments) == roles(below.departments) == found
    assert roles(own.departments) == [("农业农村局", "responsible")]


@pytest.mark.parametrize(
    ("sentence", "shared"),
    [
        ("以上两项的牵头单位均为县水利局。", 1),
        ("2项目标的责任单位均为县水利局。", 1),
        ("上述三项任务的责任单位都是县水利局。", 2),
        ("该项工作责任单位为县水利局。", 0),
    ],
)
def test_a_sentence_may_assign_the_tasks_before_as_well(sentence: str, shared: int) -> None:
    tasks = bulletin(plan(task(), task("县财政局负责。"), task(), task(sentence))).plans[0].tasks
    held = [[one.name for one in each.departments] for each in tasks]
    assert held[3] == ["县水利局"]
    assert held[2] == (["县水利局"] if shared else [])
    assert held[1] == ["县财政局"]
    assert held[0] == []


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("以上两项由县水利局负责。", [[], [("县水利局", "responsible")], [("县水利局", "responsible")]]),
        ("以上2项的责任单位均为县水利局。", [[], [("县水利局", "responsible")], [("县水利局", "responsible")]]),
        ("以上三项均由县水利局牵头，各镇配合。", [[("县水利局", "lead"), ("各镇", "support")]] * 3),
        ("上述任务由县水利局负责。", [[("县水利局", "responsible")]] * 3),
        ("以上各项工作由各单位按职责分工负责。", [[]] * 3),
        ("县水利局要加强督查。", [[]] * 3),
    ],
)
def test_a_last_line_assigns_what_it_counts(closing: str, expected: list[list[tuple[str, str]]]) -> None:
    made = bulletin(plan(task(), task(), task(), closing=closing)).plans[0].tasks
    assert [roles(one.departments) for one in made] == expected


@pytest.mark.parametrize("said", ["以上各项由县水利局牵头，6月底前完成。", "上述任务由县水利局牵头，6月底前完成。"])
def test_a_line_between_assigns_what_stands_above_up_to_the_last_such_line(said: str) -> None:
    last = said.replace("水利", "林业").replace("6月", "9月")
    own = task("（县交通局负责）3月底前完成。")
    made = (
        bulletin(plan(task("修渠。"), own, task(f"清淤。\n{said}"), task("种树。"), task(f"护林。\n{last}")))
        .plans[0]
        .tasks
    )
    assert [[one.name for one in each.departments] for each in made] == [
        ["县水利局"], ["县交通局"], ["县水利局"], ["县林业局"], ["县林业局"],
    ]  # fmt: skip
    assert [[str(one.end) for one in each.time_nodes] for each in made] == [
        ["2025-06-30"], ["2025-03-31"], ["2025-06-30"], ["2025-09-30"], ["2025-09-30"],
    ]  # fmt: skip


def test_a_line_behind_the_points_of_a_task_speaks_of_these() -> None:
    made = (
        bulletin(plan(task("修渠。"), task("清淤。\n（1）勘测。\n（2）动工。\n以上各项由县水利局负责。")))
        .plans[0]
        .tasks
    )
    assert [[one.name for one in each.departments] for each in made] == [[], ["县水利局"]]


def test_a_last_line_leaves_what_names_a_body() -> None:
    made = bulletin(plan(task(), task("（县交通局负责）"), closing="以上两项由县水利局负责。")).plans[0].tasks
    assert [roles(one.departments) for one in made] == [[("县水利局", "responsible")], [("县交通局", "responsible")]]


def test_a_name_that_reads_as_none_among_bodies_is_said() -> None:
    made = bulletin(plan(task("抓好供水。（县水利局、县住建局、青溪安保服务）")))
    assert roles(made.plans[0].tasks[0].departments) == [
        (name, "responsible") for name in ("县水利局", "县住建局", "青溪安保服务")
    ]
    assert [(d.code, "青溪安保服务" in d.message) for d in made.diagnostics] == [("doubtful-name", True)]


CHAPTERS = (
    ("修渠。", "清淤。\n责任领导：贺云，责任科室：水利科"),
    ("种树。", "护林。", "防火。\n责任科室：林业科，各镇配合"),
)
OF_WATER, OF_WOODS = [("水利科", "responsible")], [("林业科", "responsible"), ("各镇", "support")]


def _held(chapters: tuple[tuple[str, ...], ...]) -> list[list[tuple[str, str]]]:
    sections = [SectionDraft(label="一、", level=1, title=title) for title in ("兴修水利设施", "推进国土绿化")]
    tasks = [task(text, section=at) for at, texts in enumerate(chapters) for text in texts]
    made = bulletin(plan(*tasks, sections=sections)).plans[0].tasks
    return [roles(one.departments) for one in made]


def test_a_line_that_ends_every_chapter_and_nothing_else_assigns_the_chapter() -> None:
    assert _held(CHAPTERS) == [OF_WATER, OF_WATER, OF_WOODS, OF_WOODS, OF_WOODS]


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [
        ((CHAPTERS[0], ("种树。", "护林。")), [[], OF_WATER, [], []]),
        ((("修渠。（县交通局负责）", CHAPTERS[0][1]), CHAPTERS[1]), None),
        ((("修渠。", "清淤。责任科室：水利科"), CHAPTERS[1]), [[], OF_WATER, [], [], OF_WOODS]),
        ((CHAPTERS[0],), [[], OF_WATER]),
    ],
)
def test_a_line_that_ends_one_task_alone_is_its_own(
    chapters: tuple[tuple[str, ...], ...], expected: list[list[tuple[str, str]]] | None
) -> None:
    expected = expected or [[("县交通局", "responsible")], OF_WATER, [], [], OF_WOODS]
    assert _held(chapters) == expected
