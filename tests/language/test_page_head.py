"""What a web page has above a document: the lines that are the site's, and those that are the document's own."""

from __future__ import annotations

import pytest

import plancli
from plancli.language.page_head import page_head

TITLE = "云岭县2025年开放日活动方案"
POSTED = "发布日期：2025-03-04 09:30 浏览次数：12"
ITEMS = ["一、布置会场。3月底前布置会场。（责任单位：县文化馆）", "二、接待来宾。4月底前完成。（责任单位：县教育局）"]


@pytest.mark.parametrize(
    "place", ["当前位置：", "您现在的位置：首页>>规划计划", POSTED, "【打印】【关闭】", "字号：大 中 小"]
)
def test_the_columns_of_a_site_above_its_document_are_its_frame(place: str) -> None:
    columns = ["云岭县统计局", "首页", "通知公告", "各地方案"]
    assert page_head([*columns, place, TITLE]) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "row",
    [
        "首页 政务公开 办事服务 互动交流",
        "全文检索 标题 正文 按时间排序",
        "  登录  注册  繁體  无障碍",
        "收藏 | 打印 | 分享",
    ],
)
def test_columns_stand_side_by_side_too(row: str) -> None:
    assert page_head([row, "网站地图", "信息公开", "办事服务", POSTED, TITLE, *ITEMS]) == {0, 1, 2, 3, 4}


def test_parts_of_an_organ_among_columns_are_columns() -> None:
    menu = ["首页", "机构概况", "办公室", "财务科", "人事科", "下属单位", "新闻"]
    assert page_head([*menu, POSTED, TITLE]) == set(range(8))


@pytest.mark.parametrize("own", ["云岭县文化局", "云文发〔2025〕3号", "云岭县文化局文件", "关于开展开放日活动的通知"])
def test_what_a_document_has_above_its_title_is_no_column(own: str) -> None:
    head = page_head(["首页", "新闻", "公告", POSTED, own, TITLE, "字体：大 中 小", *ITEMS])
    assert head == {0, 1, 2, 3, 6}


@pytest.mark.parametrize("line", ["1.召开会议", "会议开始。", "一、修路", "责任单位：县交通局"])
def test_the_head_ends_above_prose_items_and_assignments(line: str) -> None:
    assert page_head(["办事服务", "通知公告", "新闻", line, "当前位置：首页"]) == set()


@pytest.mark.parametrize("link", ["附件1-3", "附件下载", "附件2", "附件一下载"])
def test_links_to_a_pages_files_belong_to_its_frame(link: str) -> None:
    plan = plancli.parse("\n".join([TITLE, link, POSTED, *ITEMS]).encode()).plans[0]
    assert (plan.title, len(plan.tasks)) == (TITLE, 2)


@pytest.mark.parametrize(
    "address", ["1_2/col/col44/index.html 政务公开", "http://www.example.cn/art/2025/3/4/art_1.html"]
)
def test_addresses_of_pages_are_frame(address: str) -> None:
    assert page_head([address, "首页", POSTED, TITLE, *ITEMS]) >= {0, 2}


@pytest.mark.parametrize(
    "record",
    [
        "[发文机构] 云岭县文化局\n[成文日期] 2025-03-01\n[发文字号] 云文发〔2025〕3号\n[废止日期]\n[有效性] 是",
        "【索引号】 A-1\n【发文机构】 云岭县文化局\n【文号】 云文发〔2025〕3号\n【成文日期】 2025-03-01",
    ],
)
def test_a_record_with_its_names_in_brackets_is_one(record: str) -> None:
    bulletin = plancli.parse("\n".join([record, TITLE, *ITEMS]).encode())
    assert bulletin.notice is not None
    assert (bulletin.notice.issuer, bulletin.notice.doc_number) == ("云岭县文化局", "云文发〔2025〕3号")
    assert [plan.title for plan in bulletin.plans] == [TITLE]


@pytest.mark.parametrize(
    "form",
    [
        "精确检索\n检索范围 标题 附文 排列方法 按时间 按热度\n公文分类 全部 有效 作废",
        "类型 标题 时间\n全部 通知 公告\n索引号：\t113/2025-1\t分类：\t文化",
    ],
)
def test_a_form_in_the_head_of_a_page_begins_no_table(form: str) -> None:
    bulletin = plancli.parse("\n".join([form, "栏目导航", POSTED, TITLE, *ITEMS]).encode())
    assert [len(plan.tasks) for plan in bulletin.plans] == [2]
    assert not [each for each in bulletin.diagnostics if each.code == "table-text-unread"]


@pytest.mark.parametrize("foot", ["【打印】【关闭】", "字体：大 中 小", "返回顶部"])
def test_a_table_one_cell_a_line_above_a_foot_is_no_head(foot: str) -> None:
    cells = [
        "序号",
        "任务",
        "责任单位",
        "时限",
        "1",
        "布置会场",
        "县文化馆",
        "3月底前",
        "2",
        "接待来宾",
        "县教育局",
        "4月底前",
    ]
    assert page_head([TITLE, *cells, foot]) <= {len(cells) + 1}
    assert [len(plan.tasks) for plan in plancli.parse("\n".join([TITLE, *cells, foot]).encode()).plans] == [2]


@pytest.mark.parametrize("column", ["教科室", "学校公告", "云岭县水利局", "办公室>"])
@pytest.mark.parametrize("again", [True, False])
def test_where_a_page_is_goes_on_over_lines(column: str, again: bool) -> None:
    place = ["当前位置：首页 >", "新闻中心>", column, *([column] if again else [])]
    posted = ["文章来源：本站 作者：佚名 发布时间：2025年03月17日 点击数：", "次"]
    text = "\n".join([*place, TITLE, *posted, "为办好开放日，制定本方案。", *ITEMS])
    plan = plancli.parse(text.encode()).plans[0]
    assert (plan.title, len(plan.tasks)) == (TITLE, 2)


@pytest.mark.parametrize("name", ["标题：", "文件标题:", "名称："])
def test_a_title_that_the_page_names_above_the_document_is_of_its_frame(name: str) -> None:
    lines = ["首页 | 通知公告", "----", name + TITLE, "日期：2025-03-04    作者：文化馆    阅读：97", "----"]
    assert page_head([*lines, TITLE, *ITEMS]) >= {0, 2, 3}
    assert 2 not in page_head([*lines, *ITEMS])
