"""Lines to paragraphs in hard-wrapped texts, at page ends, on PDF pages; page furniture aside."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Block, Line, Paragraph, Source


def paragraphs(source: Source) -> list[str]:
    return [block.text for block in clean(source).blocks if isinstance(block, Paragraph) and not block.left_out]


def left_out(source: Source) -> list[tuple[str, str]]:
    return [
        (block.left_out, block.text)
        for block in clean(source).blocks
        if isinstance(block, Paragraph) and block.left_out
    ]


def text(content: str) -> Source:
    return extract(content.encode(), settings=Settings())


def test_hard_wrapped_prose_is_joined_and_labels_begin_anew() -> None:
    found = paragraphs(
        text(
            "    2025年全市水务工作的总体要求是坚持稳中求进工作总基调，\n"
            "统筹发展和安全，完整准确全面贯彻新发展理念，加快构建现代\n"
            "水网，全面提升水安全保障能力，奋力推动水务事业高质量发展。\n"
            "1.开展汛前隐患大排查，对全市水库、堤防、水闸、泵站进行逐\n"
            "一检查，建立问题清单和整改台账，确保五月底前全部整改到位。\n"
            "2.修订各类应急预案。\n"
            "3.落实值班制度，严格执行领导带班和二十四小时值班的各项要\n"
            "求，确保信息畅通。\n"
        )
    )
    assert [paragraph[:8] for paragraph in found] == [
        "2025年全市水",
        "1.开展汛前隐患",
        "2.修订各类应急",
        "3.落实值班制度",
    ]
    assert found[1].endswith("逐一检查，建立问题清单和整改台账，确保五月底前全部整改到位。")


def test_a_sentence_cut_by_a_page_goes_on() -> None:
    found = paragraphs(
        text(
            "1.完善服务体系。建设城乡一体的公共服务网络，推动优质资源向基层延伸，健全工作机制，落实各项保障\n\n— 3 —\n\n"
            "措施，确保取得实效。\n\n2.加强督查。\n"
        )
    )
    assert found == [
        "1.完善服务体系。建设城乡一体的公共服务网络，推动优质资源向基层延伸，健全工作机制，落实各项保障措施，确保取得实效。",
        "2.加强督查。",
    ]


@pytest.mark.parametrize(
    ("before", "behind", "joined"),
    [
        ("1.总务科要在汛期到来以前把所有排水沟清理完毕，使", "低洼路段不再积水。", True),
        ("2.各班要利用晨会反复讲解乘车安全的各项规定，确保", "人人知晓、人人遵守。", True),
        ("3.水务站与各村签订管护责任书并按季度进行检查，", "发现渗漏当日上报。", True),
        ("4.水务站与各村签订管护责任书，按季度检查渗漏", "各村要指定专人负责。", False),
        ("5.清理排水沟，使", "低洼路段不再积水。", False),
        ("6.总务科要在汛期到来以前把所有排水沟清理完毕，使", "7.低洼路段不再积水。", False),
        ("7.总务科要在汛期到来以前把所有排水沟清理完毕，使", "低洼路段", False),
    ],
)
def test_a_clause_that_has_only_begun_goes_on(before: str, behind: str, joined: bool) -> None:
    blocks: list[Block] = [Line(before, ending="hard"), Line(behind, ending="hard")]
    found = paragraphs(Source(blocks, media_type=""))
    assert found == ([before + behind] if joined else [before, behind])


def test_headings_and_items_are_never_joined() -> None:
    lines = ["一、坚持深化改革", "总体要求明确。", "（一）完善制度", "1.制定办法。", "责任单位：办公室", "附件1"]
    assert paragraphs(text("\n".join(lines))) == lines


def test_furniture_is_marked_with_its_reason() -> None:
    source = text(
        "松河县2025年工作要点\n1.修路。\n— 1 —\n2.架桥。\n第2页 共9页\n（此页无正文）\n【打印】【关闭】\n点击数:人次\n3.植树。\n"
    )
    assert left_out(source) == [
        ("page-number", "—1—"),
        ("page-number", "第2页共9页"),
        ("mark", "（此页无正文）"),
        ("web-frame", "【打印】【关闭】"),
        ("web-frame", "点击数:人次"),
    ]


def test_bare_numbers_that_rise_are_page_numbers_and_a_lone_one_is_not() -> None:
    rising = text("甲项工作安排完毕。\n1\n乙项工作安排完毕。\n2\n丙项工作安排完毕。\n3\n")
    assert left_out(rising) == [("page-number", "1"), ("page-number", "2"), ("page-number", "3")]
    assert left_out(text("甲项工作安排完毕。\n12\n乙项工作安排完毕。\n")) == []


def page_line(content: str, page: int, top: float, x0: float = 90.0, x1: float = 510.0, **more: object) -> Line:
    """A line of 16-point type on an A4 page with text from 90 to 510 points."""
    line = Line(content, page=page, top=top, bottom=top - 16, x0=x0, x1=x1, left=90.0, right=510.0, size=16.0)
    for name, value in more.items():
        setattr(line, name, value)
    return line


def pdf(*lines: Line) -> Source:
    for number, line in enumerate(lines, 1):
        line.number = number
    return Source(list(lines), "application/pdf", pages=max(line.page or 1 for line in lines))


def test_pdf_lines_are_joined_by_their_geometry_across_pages() -> None:
    source = pdf(
        page_line("云岭市水务局", 1, 780, x0=200, x1=400, centered=True),
        page_line("2025年工作要点", 1, 750, x0=220, x1=380, centered=True),
        page_line("各项工作要围绕中心任务展开，统筹推进水资源", 1, 700, x0=122),
        page_line("管理与保护。", 1, 670, x1=190),
        page_line("1.开展排查。对全市堤防水库进行拉网式全面的", 1, 640, x0=122),
        page_line("— 1 —", 1, 60, x0=280, x1=320),
        page_line("检查，建立台账。", 2, 780, x1=230),
        page_line("2.修订预案。", 2, 750, x0=122, x1=230),
        page_line("— 2 —", 2, 60, x0=280, x1=320),
    )
    assert paragraphs(source) == [
        "云岭市水务局2025年工作要点",
        "各项工作要围绕中心任务展开，统筹推进水资源管理与保护。",
        "1.开展排查。对全市堤防水库进行拉网式全面的检查，建立台账。",
        "2.修订预案。",
    ]


@pytest.mark.parametrize(
    "first", ["各乡镇人民政府，县政府各部门，县直各单位，县", "各乡镇人民政府，各中小学幼儿园，县直"]
)
def test_whom_a_notice_is_sent_to_ends_on_a_line_of_its_own_however_full(first: str) -> None:
    source = pdf(
        page_line(first, 1, 700),
        page_line("政府各部门，县属各企业，县人民医院，各保障部门：", 1, 670),
        page_line("现将办法印发给你们，请结合实际认真抓好落实。", 1, 640),
    )
    assert [paragraph[-3:] for paragraph in paragraphs(source)] == ["部门：", "落实。"]


def test_running_heads_are_told_by_their_place_on_several_pages() -> None:
    pages = [
        (
            page_line("云岭市水务局文件汇编", page, 810, x0=200, x1=400),
            page_line(f"{page}.落实第{page}项任务。", page, 700, x0=122, x1=300),
        )
        for page in range(1, 6)
    ]
    source = pdf(*(line for pair in pages for line in pair))
    assert {reason for reason, _ in left_out(source)} == {"running-head"}
    assert len(left_out(source)) == 5
    assert len(paragraphs(source)) == 5


@pytest.mark.parametrize("pages", [2, 3, 4])
@pytest.mark.parametrize("y", [798, 70], ids=["head", "foot"])
@pytest.mark.parametrize(
    ("other", "is_head"),
    [
        ("2025年第3期（总第41期）", True),
        ("云岭水务", True),
        ("云岭市水务局2025年工作要点", False),
        ("2.修订预案", False),
        ("附件2", False),
    ],
    ids=["issue", "short name", "title of a plan", "item", "mark of an attachment"],
)
def test_the_left_pages_of_a_journal_have_a_head_of_their_own(other: str, is_head: bool, y: int, pages: int) -> None:
    rows: list[Line] = []
    for page in range(1, pages + 1):
        head = page_line(other if page == 2 else "云岭市水务局公报", page, y, x1=300, size=9)
        text = [page_line(f"第{page}项任务按季办结。", page, at) for at in ((740, 128) if page == 1 else (780, 88))]
        rows += [head, *text] if y > 400 else [*text, head]
    found = left_out(pdf(*rows))
    assert ("running-head", "云岭市水务局公报") in found
    assert (("running-head", other) in found) is is_head


@pytest.mark.parametrize("y", [(815, 803), (50, 38)], ids=["head", "foot"])
def test_a_running_head_may_take_two_lines(y: tuple[int, int]) -> None:
    """Another head at the place is none of it, nor a line of the text that stands again elsewhere."""
    rows: list[Line] = []
    for page in range(1, 5):
        head = [
            page_line(text, page, place, size=9)
            for text, place in zip(("云岭市水务局关于印发", "的通知"), y, strict=True)
        ]
        body = [
            page_line(f"{page}.落实第{page}项任务。", page, 740, x0=122),
            page_line("按季报送。", page, 660 - 30 * page),
        ]
        rows += head + body if y[0] > 400 else body + head
    assert left_out(pdf(*rows)) == [("running-head", "云岭市水务局关于印发"), ("running-head", "的通知")] * 4


def test_lines_of_one_length_over_headings_are_not_wrapped() -> None:
    """Items that happen to be as long as each other, and a heading without a number beneath them."""
    lines = [
        "云岭市残联2025年工作安排",
        "一月份",
        "1.走访慰问困难的残疾人。责任人：张卫国",
        "2.制定全年工作计划。责任人：李小红",
        "二月份",
        "1.组织动态更新的培训。责任人：王建国",
        "三月份",
        "1.开展“爱耳日”宣传。责任人：李小红",
        "2.启动入户评估的试点。责任人：王建国",
        "四月至六月",
        "1.实施辅具适配。责任人：王建国",
    ]
    assert paragraphs(text("\n".join(lines))) == lines


TITLE = "云岭市2025年重点任务清单"


def test_a_running_head_in_the_words_of_the_title_is_none() -> None:
    """On two pages as on many; the title on the first page stands in larger type."""
    source = pdf(
        page_line(TITLE, 1, 810, size=9),
        page_line(TITLE, 1, 770, size=18),
        page_line("1.落实第一项任务。", 1, 700, x0=122, x1=300),
        page_line(TITLE, 2, 810, size=9),
        page_line("2.落实第二项任务。", 2, 700, x0=122, x1=300),
    )
    assert left_out(source) == [("running-head", TITLE)] * 2
    assert paragraphs(source) == [TITLE, "1.落实第一项任务。", "2.落实第二项任务。"]


@pytest.mark.parametrize(
    ("first", "second", "items"),
    [
        ("1、清点库房和门窗并逐一登记，", "2、检修报警设备。", 2),
        ("（三）清点库房和门窗并登记，", "（四）检修报警设备。", 2),
        ("1、清点库房和门窗并逐一登记，", "3、4号库房除外。", 1),
        ("清点库房和门窗，不含第1、第", "2、3号库房。", 1),
    ],
)
def test_the_next_item_behind_a_comma_begins_a_paragraph(first: str, second: str, items: int) -> None:
    """Where items begin at the edge and their first lines are full; a number that is referred to begins none."""
    more = [page_line(f"{k}落实到人。", 1, 500 - 24 * k, x1=300) for k in range(3)]
    source = pdf(page_line(first, 1, 700), page_line(second, 1, 676, x1=300), *more)
    assert len([text for text in paragraphs(source) if "库房" in text or "报警" in text]) == items


@pytest.mark.parametrize(
    ("first", "second", "items"),
    [
        ("◦库房：逐一清点门窗并登记；", "◦机房：检修报警设备。", 2),
        ("●库房逐一清点门窗并登记。", "●机房检修报警设备。", 2),
        ("➢库房逐一清点门窗并登记；", "➢机房检修报警设备。", 2),
        ("库房逐一清点门窗，由档案科", "·利用科一同登记造册。", 1),  # a point between two names
        ("库房逐一清点门窗，其中2.", "•5米以上的另行登记。", 1),
    ],
)
def test_a_bullet_behind_a_full_line_begins_an_item(first: str, second: str, items: int) -> None:
    more = [page_line(f"{k}落实到人。", 1, 500 - 24 * k, x1=300) for k in range(3)]
    source = pdf(page_line(first, 1, 700), page_line(second, 1, 676, x1=300), *more)
    assert len(paragraphs(source)) - len(more) == items


@pytest.mark.parametrize("heading", ["七月份：", "第三季度：", "9月:"])
def test_a_month_that_heads_a_list_begins_anew_behind_a_full_line(heading: str) -> None:
    firsts = [
        page_line(f"{k}、清点库房和门窗并逐一登记造册，按时报送进展情况和清单", 1, 700 - 24 * k, x0=122)
        for k in (1, 2, 3)
    ]
    source = pdf(
        *firsts, page_line(heading, 1, 604, x0=122, x1=180), page_line("1、抄录目录。", 1, 580, x0=122, x1=300)
    )
    assert heading.replace(":", "：") in [text.replace(":", "：") for text in paragraphs(source)]


def two_pages(second: str) -> Source:
    body = [
        page_line(f"{page}.{n}落实第{n}项任务。", page, 700 - 30 * n, x0=122, x1=300) for page in (1, 2) for n in (1, 2)
    ]
    titles = [page_line(TITLE, 1, 770, size=20), page_line(second, 2, 790, size=20)]
    return pdf(titles[0], *body[:2], titles[1], *body[2:])


def test_a_title_that_stands_again_on_the_second_page_is_a_running_head() -> None:
    assert left_out(two_pages(TITLE)) == [("running-head", TITLE)]
    assert left_out(two_pages(TITLE.replace("2025", "2026"))) == []


def test_the_last_lines_of_two_titles_are_no_running_head() -> None:
    """Alike, at one height, with nothing but tables beneath."""
    titles = ("云岭县档案馆馆藏保护责任分工", "云岭县档案馆库房维修责任分工")
    lines = [
        page_line(text, page, top, size=20)
        for page, title in enumerate(titles, 1)
        for text, top in ((title, 790), ("表", 760))
    ]
    body = [page_line(f"{n}.落实第{n}项任务，按时报送进展情况。", 3, 790 - 30 * n, x0=122, x1=300) for n in range(4)]
    assert left_out(pdf(*lines, *body)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("跳转到主要", "内容区"),
        ("主办单位：云岭县档", "案馆 网站地图"),
        ("【打印本页】【关闭窗", "口】"),
    ],
)
@pytest.mark.parametrize("x1", [523, 300], ids=["full", "short"])
def test_the_frame_of_a_web_page_on_two_lines(first: str, second: str, x1: float) -> None:
    body = [page_line(f"{n}.落实第{n}项任务，按时报送进展情况。", 1, 700 - 30 * n, x1=523) for n in range(4)]
    found = left_out(pdf(page_line(first, 1, 790, x1=x1), page_line(second, 1, 770), *body))
    assert [reason for reason, _ in found if reason == "web-frame"] == (["web-frame"] * 2 if x1 > 500 else [])


def test_the_marks_of_two_attachments_are_no_running_head() -> None:
    first, second = (page_line(f"附件{page}", page, 790) for page in (1, 2))
    source = two_pages(TITLE)
    assert left_out(pdf(first, *source.blocks[:3], second, *source.blocks[4:])) == []


def test_every_character_knows_the_line_it_came_from() -> None:
    source = pdf(
        page_line("1.开展排查。对全市堤防水库进行拉网式全面的", 1, 640, x0=122),
        page_line("检查，建立台账。", 2, 780, x1=230),
    )
    [block] = clean(source).blocks
    assert isinstance(block, Paragraph)
    assert [line.page for line in block.lines] == [1, 2]
    assert block.text[block.offsets[1] :] == "检查，建立台账。"


def test_an_open_bracket_never_ends_a_paragraph() -> None:
    found = paragraphs(text("1.建设平台。完成验收（市数据局牵头；\n\n— 8 —\n\n年底前完成）\n\n2.推广应用。\n"))
    assert found == ["1.建设平台。完成验收（市数据局牵头；年底前完成）", "2.推广应用。"]


def test_two_numbers_that_stand_apart_and_rise_are_page_numbers() -> None:
    source = text("甲项工作安排完毕。\n\n                    1\n\n乙项工作安排完毕。\n\n                    2\n")
    assert left_out(source) == [("page-number", "1"), ("page-number", "2")]


def test_notes_behind_a_text_are_told_by_their_marks() -> None:
    source = text("松河县2025年工作要点\n1.落实会议精神[1]和部署。\n2.加强值守。\n[1] 指2025年1月的会议。\n")
    assert left_out(source) == [("footnote-text", "[1]指2025年1月的会议。")]
    assert left_out(text("1.落实会议精神。\n[1] 指2025年1月的会议。\n")) == []


@pytest.mark.parametrize("sign", ["1", "[1]", "〔1〕", "（1）", "①", "*"])
def test_small_type_at_a_pages_foot_is_a_footnote_if_a_sign_leads_it(sign: str) -> None:
    def line(words: str, top: float, size: float) -> Line:
        place = {"x0": 80.0, "x1": 300.0, "left": 80.0, "right": 515.0, "top": top, "bottom": top - size}
        return Line(words, page=1, size=size, **place)

    body = [line("1.加强水库巡查。", 700, 16), line("2.开展站点维护。", 670, 16), line("3.备足物料。", 640, 16)]
    foot = [line(sign + "不含自建的简易站点，", 110, 9), line("名单另行下达。", 98, 9), line("7", 60, 14)]
    source = Source([*body, *foot], "application/pdf", pages=1)
    assert left_out(source) == [
        ("footnote-text", sign + "不含自建的简易站点，"),
        ("footnote-text", "名单另行下达。"),
        ("page-number", "7"),
    ]
    plain = Source([*body, line("以上工作由办公室负责解释。", 110, 9)], "application/pdf", pages=1)
    assert left_out(plain) == []


def test_a_ragged_edge_ends_no_sentence_where_paragraphs_are_indented() -> None:
    def line(words: str, x0: float, x1: float, top: float) -> Line:
        return Line(words, page=1, size=14.0, x0=x0, x1=x1, left=74.0, right=533.0, top=top, bottom=top - 14)

    lines = [
        line("1.组织代表视察项目建设情况，视察安排在第二季度进行，由县", 102, 508, 700),
        line("农业农村局负责。", 74, 284, 676),
        line("2.开展调研。", 102, 200, 652),
        line("3.形成报告。", 102, 200, 628),
    ]
    found = paragraphs(Source([*lines], "application/pdf", pages=1))
    assert found[0].endswith("由县农业农村局负责。")
    assert len(found) == 3


def test_a_label_with_nothing_behind_it_goes_on_in_the_next_line() -> None:
    found = paragraphs(
        text(
            "任务一：修缮站房\n责任单位：\n水利站、各村\n责任人：\n完成时限：\n6月底前\n任务二：清理河道\n责任单位：\n水利站\n"
        )
    )
    assert found == [
        "任务一：修缮站房",
        "责任单位：水利站、各村",
        "责任人：",
        "完成时限：6月底前",
        "任务二：清理河道",
        "责任单位：水利站",
    ]


def test_a_value_behind_a_label_needs_no_stop() -> None:
    item = "6.开展泵站维护。对全市泵站逐一检修，建立台账，及时更换老化部件，确保汛期运行平稳。责任单位：水利站　完成时限：6月底前"
    closing = "各责任单位要对照任务逐项落实，定期报送进展，确保各项工作按期完成，取得实效。"
    assert paragraphs(text(f"{item}\n{closing}\n")) == [item.replace("　", ""), closing]


@pytest.mark.parametrize("title", ["云岭县2025年安全生产工作要点", "云岭县2025年\n安全生产工作要点"])
@pytest.mark.parametrize("page", ["— 1 —", "第1页", "- 1 -"])
def test_a_title_that_comes_again_beside_a_page_number_is_a_running_head(title: str, page: str) -> None:
    head = title.replace("\n", "")
    found = text(f"{title}\n一、开展检查，全年对零售网点实\n\n{page}\n\n{head}\n\n行全覆盖检查。\n二、开展培训。\n")
    assert ("running-head", head) in left_out(found)
    assert paragraphs(found)[0] == title.split("\n")[0]


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060"])
@pytest.mark.parametrize(
    ("left", "right"), [("1", "2月31日前完成。"), ("3月3", "1日前完成。"), ("202", "5年完成。"), ("A", "I大赛。")]
)
def test_what_has_no_width_parts_no_number_nor_word(mark: str, left: str, right: str) -> None:
    assert paragraphs(text(f"活动在{left}{mark}{right}\n")) == [f"活动在{left}{right}"]


def test_items_of_a_list_hang_each_at_a_place_of_its_own() -> None:
    """Bullets that are drawn, not typed: an item's lines begin at one place, and another item's at another."""
    lines = [
        page_line("值班制度：领导带班，二十四小时有人在岗，遇有险情在十分钟内报告，半小时内到场处", 1, 720, 114),
        page_line("置并记录", 1, 700, 114, 162),
        page_line("物资储备：按清单补足", 1, 680, 114, 234),
        page_line("队伍建设：补充抢险队员，每季度演练一次，演练后当日复盘，问题清单三日内整改到", 1, 660, 114),
        page_line("位", 1, 640, 174, 186),
        page_line("任务一：堤防巡查分段落实到人，险工险段每日两次，巡查记录当日上传至平台并由专人", 1, 620, 114),
        page_line("任务二：水闸启闭试验", 1, 600, 114, 234),
        page_line("资料归档。", 1, 580, 90, 150),
    ]
    assert [found[-3:] for found in paragraphs(pdf(*lines))] == [
        "并记录",
        "单补足",
        "改到位",
        "由专人",
        "闭试验",
        "归档。",
    ]


@pytest.mark.parametrize("place", [176, 188])
def test_an_item_within_items_goes_on_however_deep_it_stands(place: float) -> None:
    """It fills its lines in a column as far in as a signature stands; a stop has no room behind the character in front of it."""
    lines = [
        page_line("（一）宣传平台。围绕全年重点，分三类开设专栏，每周更新，由各科室轮流供稿并审核，内容", 1, 740, 114),
        page_line("须真实。", 1, 720, 90, 138),
        page_line(
            "“节水小课堂”专栏：面向中小学校，讲清水从哪里来、怎么用、怎样才能省，每期一问一答，配", 1, 700, place, 498
        ),
        page_line(
            "一幅漫画，由供水公司供稿，市节水办审核，并在校园广播、班级微信群同步转发，扩大受众覆盖", 1, 680, place, 490
        ),
        page_line("面，形成声势。", 1, 660, place, place + 84),
        page_line(
            "“身边的河”专栏：面向乡镇和村，讲河长巡河、清漂、护岸的做法，每期介绍一条河，由水务站", 1, 640, place, 498
        ),
        page_line("供稿。", 1, 620, place, place + 48),
    ]
    assert [found[-3:] for found in paragraphs(pdf(*lines))] == ["真实。", "声势。", "供稿。"]


@pytest.mark.parametrize("start", ["1.汛前检查：", "（2）物资盘点：", "一、"])
def test_the_rest_of_an_item_hangs_though_it_stands_in_the_middle(start: str) -> None:
    """What hangs beneath a full line may end as far from the right edge as it begins from the left one; a heading may not."""
    above = [
        page_line("七、值守：汛期二十四小时有人在岗，遇有险情在十分钟内报告，半小时内到场处置并将处", 1, 740, 96),
        page_line("置情况当日报水务站备案。", 1, 720, 114, 300),
    ]
    first = page_line(f"{start}各镇街在四月底前查清辖区内堤防、涵闸、泵站的数量和现状，登记造册后报送", 1, 700, 96)
    rest = page_line("水务站复核，并于五月中旬以前完成整改", 1, 680, 114, 480)
    rest.centered = True
    assert len(paragraphs(pdf(*above, first, rest))) == 2
    ended = page_line(f"{start}各镇街在四月底前查清辖区内堤防、涵闸、泵站的数量和现状，登记造册报送。", 1, 700, 96)
    assert len(paragraphs(pdf(*above, ended, rest))) == 3


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("l 公布名单", "●公布名单"),
        ("l\u00a0\u00a0\u00a07月5日报名", "●7月5日报名"),
        ("u　公布名单", "◆公布名单"),
        ("n\t公布名单", "■公布名单"),
        ("v 公布名单", "❖公布名单"),
        ("Ø公布名单", "➢公布名单"),
        ("§ 公布名单", "▪公布名单"),
        ("n 个班级", "n个班级"),
        ("u盘十只", "u盘十只"),
        ("l 30元", "l 30元"),
        ("link 公布名单", "link公布名单"),
    ],
)
def test_bullets_that_have_lost_their_font(typed: str, read: str) -> None:
    assert paragraphs(Source([Line(typed, ending="hard")], media_type="")) == [read]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("1.修订章程。责任股室：办公室；整改时限：2030年", "9月底，长期坚持。", True),
        ("1.修订章程。责任股室：办公室；完成时间：2030年10月", "31日。", True),
        ("1.修订章程。责任股室：办公室；完成时间：2030年", "2.清点档案。", False),
    ],
)
def test_a_date_that_the_end_of_a_line_breaks(first: str, second: str, joined: bool) -> None:
    lines = [Line(first, 1, 1, "unknown", 80, 520, 700, 688, 80, 520, size=12.0)]
    lines.append(Line(second, 2, 1, "unknown", 80, 180, 680, 668, 80, 520, size=12.0))
    assert paragraphs(Source(list[Block](lines), "application/pdf")) == (
        [first + second] if joined else [first, second]
    )


@pytest.mark.parametrize("rule", ["----------", "════════════════", "— — — — — —", "***", "＿＿"])
def test_rules_drawn_between_parts_are_left_out(rule: str) -> None:
    source = text(f"任务名称：修剪行道树\n牵头单位：园林站\n{rule}\n任务名称：更换路灯\n牵头单位：城建办\n")
    long = len("".join(rule.split())) > 3
    assert [reason for reason, _ in left_out(source)] == ["rule"] * long
    assert len(paragraphs(source)) == 4 + (not long)
