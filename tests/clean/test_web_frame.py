"""What a web page and a browser put around a document, and lines that only look so."""

from __future__ import annotations

import pytest

import plancli
from plancli.language.page_record import record_lines, record_of
from plancli.language.web_frame import is_web_frame

FRAMES = [
    "↑点击蓝字，关注我们",
    "▲点击上方蓝字关注我们▲",
    "👇戳蓝字关注，不错过每一条资讯",
    "关注我们",
    "点亮“在看”，传递幸福",
    "点个赞再走",
    "-END-",
    "发布时间:2025-04-1216:35来源:县政府办浏览次数:1274字号:[大中小]打印分享到:",
    "时间:2025-07-1117:01浏览次数:信息来源:白塔县政府",
    "文章来源:局办公室|发布日期:2025-02-18|阅读:431次|打印|关闭",
    "打印|关闭|返回顶部",
    "您的位置:网站首页/机构概况/工作计划",
    "无障碍浏览长者模式",
    "https://www.example.cn/art/2025/4/12/art_1_2.html1/3",
    "4/12/25,12:11AM白塔县人民政府关于印发2025年工作要点的通知-白塔县人民政府",
    "2025/4/12上午10:12白塔县2025年工作要点",
]
FRAMES += [
    "您访问的链接即将离开“白塔县卫生健康局”门户网站是否继续？",
    "继续访问放弃",
    "•时间:2023-05-04 08:58:16",
    "•发布:白塔县卫健局",
    "用微信扫一扫分享到朋友圈",
    "分享到微博",
    ">政务频道>政务公开>本局文件",
    ">>专题专栏>>2023重点工作",
    "首页",
    "正文",
    "全文:",
    "来源:县政府办日期:2021-03-23",
    "主办单位:白塔县卫生健康局网站地图",
    "来源:白塔县政府2021-03-23 10:56",
    "浏览量:1||||",
    "发布时间:2023-01-30 08:56来源:白塔县政府(办公室)浏览次数:字体:[]",
    "【字体:[大][中][小]】【发布时间:2021-07-26】【作者:管理员/来源:本站】【阅读:次】【关闭窗口】",
    "白塔第十中学欢迎您!",
    "今天是:",
    "×",
    "当前位置>>首页>>教务动态>>正文",
    "首页›政务公开›规划计划",
    "政务公开>规划计划>年度计划",
    "2025-12-04 00:00",
    "时间:2022-04-05 11:01:00",
    "2025-01-05 10:00区人民政府办公室",
    "发表于2025-2-10 09:00|只看该作者",
    "更新于2025年2月10日 18:30",
    "发布日期：2025-03-03 09:37信息来源：市政府办公室浏览次数：",
    "您的当前位置:首页正文",
    "当前所在位置：首页>公告",
    "发表日期:2025/2/18 10:56:27作者:无有39位读者读过",
    "发布时间:2025-08-30点击:来源:本站原创录入者:殷某某",
    "栏目:工作计划发布:2025-05-29浏览:2808下载269次收藏",
    "2025-10-01 15:44浏览:0",
    "发布时间:2025-02-20 00:00:00.0|作者:云湖图书馆|阅读次数:668次",
    "点击上方蓝字关注我们",
    "长按识别二维码关注",
    ":::",
    "跳到主要内容区",
    "跳转到主要内容",
    "跳过导航",
    "发布时间：2024年05月08日阅览次数：45发布：",
    "信息发布时间：2024-5-8信息浏览次数：字体：【小】",
    "发布日期：2024-05-08查看次数：12发布人：",
    "来源：县统计局查看：18",
]
TEXTS = [
    "跳绳",
    "跳过环节须报批",
    "时间：2025年",
    "时间:2025-03-12",
    "来源",
    "1.打印全县地图。",
    "下载安装反诈软件1万户",
    "https开头的网站由网信办清理。",
    "2025/4/12前完成",
    "2025-04-12前完成",
    "产值>100亿元，增速>8%",
    "A区>B区",
    "关注我们身边的安全隐患",
    "点亮赞美家园行动",
    "TREND报告编制",
    "2025-04-12前完成阅读活动",
    "2025-04-12至2025-04-20开展阅读周活动",
    "时间：2025-04-12 9:00地点：阅览室",
    "1.点击率提高，请关注学生。",
    "发布时间：5月8日",
    "提交时间：2025-03-01前",
    "查看现场：工程科",
    "录入：12人次",
]


@pytest.mark.parametrize("text", FRAMES)
def test_a_frame_is_told(text: str) -> None:
    assert is_web_frame(text)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_none(text: str) -> None:
    assert not is_web_frame(text)


RECORDS = [
    ["索引号MB15/2025-05475发文日期2025-01-03", "发布机构县政府办文号白政办〔2025〕1号", "分类政务公开有效性有效"],
    ["索引号:113/2025-23", "组配分类:决策部署", "名称:白塔县2025年任务表", "文号:", "发文日期:2025-06-13"],
    ["索引号", "113/2025-23", "主题分类", "教育", "成文日期", "2025-06-13"],
    ["•索引号:6735/2021-18", "•发布机构:县政府办", "•公开范围:全部公开", "•生成日期:2021-03-23", "•公开方式:政府网站"],
    ["索引号：113发文机关：白塔县政府成文日期：2025年1月3日"],
]
NO_RECORDS = [
    ["标题：工作要点", "内容：修路"],
    ["来源：县政府办"],
    ["公开方式：主动公开"],
    ["有效性评估由司法局负责。", "时效性强的任务先办。"],
    ["分类施策", "名称统一", "来源可溯"],
]


@pytest.mark.parametrize("lines", RECORDS)
def test_a_record_is_told_from_its_text(lines: list[str]) -> None:
    text = ["白塔县2025年工作要点", *lines, "一、修路", "1.开工。"]
    assert record_lines(text) == set(range(1, len(lines) + 1))


def test_links_do_not_make_a_line_of_a_record_too_long() -> None:
    link = "https://www.example.cn/zwgk/" + "a1b2c3d4" * 12 + ".html"
    lines = ["发布日期:2025-06-13", "发布机构:县科技局", f"原文链接:[{link}]({link})", "检索关键词:卫星，导航"]
    assert record_lines(["白塔县2025年工作要点", *lines, "一、修路"]) == {1, 2, 3, 4}


@pytest.mark.parametrize("lines", NO_RECORDS)
def test_lines_that_are_no_record(lines: list[str]) -> None:
    assert record_lines(lines) == set()


def test_a_record_says_what_the_notice_has() -> None:
    assert record_of(RECORDS[0]) == {"issued_on": "2025-01-03", "issuer": "县政府办", "doc_number": "白政办〔2025〕1号"}
    assert record_of(RECORDS[2]) == {"issued_on": "2025-06-13"}


@pytest.mark.parametrize("frame", ["扫一扫在手机打开当前页", "【打印】【关闭】"])
@pytest.mark.parametrize(
    "foot",
    [
        "主办：云岭县人民政府 承办：云岭县政府办公室",
        "主办单位：云岭县水利局\n网站标识码：1234567890 备案号：云ICP备12345678号",
        "地址：云岭县城关镇1号\n邮编：123456\n联系电话：0000-1234567",
    ],
)
def test_behind_the_frame_of_a_page_who_keeps_the_site_is_no_text(frame: str, foot: str) -> None:
    text = f"云岭县2025年水利工作要点\n1.修订预案。（防汛办）\n2.储备物资。（财务股）\n{frame}\n{foot}\n"
    [plan] = plancli.parse(text.encode()).plans
    assert [one.name for task in plan.tasks for one in task.departments] == ["防汛办", "财务股"]
    assert (plan.tasks[-1].text, plan.closing) == ("（财务股）", "")


def test_before_the_frame_who_arranges_it_is_text() -> None:
    text = (
        "云岭县2025年活动安排\n1.读书月\n时间：4月\n2.书市\n主办单位：县文旅局\n承办单位：县图书馆\n【打印】【关闭】\n"
    )
    [plan] = plancli.parse(text.encode()).plans
    assert [one.name for one in plan.tasks[-1].departments] == ["县文旅局", "县图书馆"]


@pytest.mark.parametrize("place", ["微信", "微博", "朋友圈", "QQ空间", "QQ", "微信好友", "钉钉", "抖音", "新浪微博"])
@pytest.mark.parametrize("verb", ["分享到", "分享至"])
def test_where_a_page_is_shared_is_its_frame(verb: str, place: str) -> None:
    assert is_web_frame(verb + place)
    assert not is_web_frame(f"{verb}各村小组")


@pytest.mark.parametrize("name", ["栏目", "分类", "来源", "作者", "发布", "编辑", "录入"])
def test_what_says_who_posted_a_page_is_its_frame(name: str) -> None:
    assert is_web_frame(f"{name}:白塔县水利局2031-04-12阅读:31次")
    assert not is_web_frame("负责:白塔县水利局2031-04-12阅读:31次")


@pytest.mark.parametrize("name", ["来源", "类别", "载体类型"])
def test_names_that_are_sure_beside_others_alone(name: str) -> None:
    assert record_lines([f"{name}：甲", "正文"]) == set()
    assert record_lines([f"{name}：甲", "索引号：A1", "文号：星教〔2031〕3号", "正文"]) == {0, 1, 2}
