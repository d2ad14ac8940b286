"""Tables with tabs as programs write them: merged cells repeated or left out, cells broken over lines, headers of two rows."""

from __future__ import annotations

import pytest

from plancli.language.header_rows import is_broken, words_over
from plancli.language.headers import lexicon_of
from tests.extract.text.test_text_tables import rest, tasks

PROGRAMS = {
    "a cell a line, a tab behind each, empty ones too": (
        "序号\t\n工作任务\t\n主要内容\t\n责任科室\t\n配合科室\t\n1\t\n培训护工\t\n5月底前开两期。\t\n康复科\t\n\t\n2\t\n举办招聘会\t\n6月办一场，设摊位40个。\t\n就业科\t\n办公室\t\n"
        "3\t\n汇总台账\t\n按季核对。\t\n办公室\t\n\t",
        ["1 培训护工 5月底前开两期。 +康复科", "2 举办招聘会 6月办一场，设摊位40个。 +就业科 +S办公室", "3 汇总台账 按季核对。 +办公室"],
    ),
    "merged cells repeated in every slot": (
        "序号\t工作任务\t进度安排\t进度安排\t责任科室\n序号\t工作任务\t上半年\t下半年\t责任科室\n基础工作\t基础工作\t基础工作\t基础工作\t基础工作\n"
        "1\t修订章程\t起草\t印发\t办公室\n一、专项工作\t一、专项工作\t一、专项工作\t一、专项工作\t一、专项工作\n2\t整理档案\t清点\t—\t档案室",
        ["1 修订章程 上半年：起草/下半年：印发 @基础工作 +办公室", "2 整理档案 上半年：清点 @专项工作 +档案室"],
    ),
    "a number before a merged title that is repeated": (
        "序号\t工作任务\t责任部门\t完成时间\n一\t康养服务\t康养服务\t康养服务\n1\t培训护工\t康复科\t5月\n二\t就业服务\t就业服务\t就业服务\n2\t举办招聘会\t就业科\t6月",
        ["1 培训护工 5月 @康养服务 +康复科", "2 举办招聘会 6月 @就业服务 +就业科"],
    ),
    "group rows with empty fields, the first one too": (
        "序号\t工作任务\t责任部门\t完成时间\n一\t康养服务\t\t\n1\t培训护工\t康复科\t5月\n二\t就业服务\t\t\n2\t举办招聘会\t就业科\t6月",
        ["1 培训护工 5月 @康养服务 +康复科", "2 举办招聘会 6月 @就业服务 +就业科"],
    ),
    "group rows in the first column of a table without numbers": (
        "重点任务\t责任部门\t完成时间\n康养服务\t\t\n培训护工\t康复科\t5月\n就业服务\t\t\n举办招聘会\t就业科\t6月",
        ["1 培训护工 5月 @康养服务 +康复科", "2 举办招聘会 6月 @就业服务 +就业科"],
    ),
    "tasks that hold header words, with times and bodies that do": (
        "主要内容\t主办\t完成时间\n推进重点工作\t工程科\t3月\n分解年度目标任务\t工程科\t4月\n改造灌区\t水政科\t5月",
        ["1 推进重点工作 3月 +L工程科", "2 分解年度目标任务 4月 +L工程科", "3 改造灌区 5月 +L水政科"],
    ),
    "group rows without numbers or tabs": (
        "序号\t工作任务\t责任部门\t备注\n筹备阶段\n1\t培训护工\t康复科\t\n实施阶段\n2\t举办招聘会\t就业科\t两场\n总结阶段\n3\t汇总台账\t办公室\t",
        ["1 培训护工 @筹备阶段 +康复科", "2 举办招聘会 @实施阶段 +就业科 *两场", "3 汇总台账 @总结阶段 +办公室"],
    ),
    "header words broken over lines": (
        "序\n号\t类别\t重点任务\t牵头\n单位\t配合单位\t完 成\n时 限\n1\t工业\n经济\t新增企业十家\t工信局\t财政局\t11月\n2\t\t建成厂房两处\t住建局\t财政局\t全年",
        ["1 新增企业十家 11月 @工业经济 +L工信局 +S财政局", "2 建成厂房两处 全年 @工业经济 +L住建局 +S财政局"],
    ),
    "a merged word printed once over the months": (
        "序号\t工作事项\t牵头股室\t实施进度\n\t\t\t1月\t2月\t3月\n1\t调度物资\t科教股\t\t●\t\n2\t建设农田\t农经站\t●\t\t●",
        ["1 调度物资 2月：● +L科教股", "2 建设农田 1月：●/3月：● +L农经站"],
    ),
    "merged cells and header words left out, as copied from a page": (
        "类别\t序号\t重点任务\t进度安排\t牵头单位\t备注\n上半年\t下半年\n场馆建设\t1\t修缮剧场\t定方案；\n进场。\t完工。\t文化馆\t市重点\n"
        "2\t建设书房\t—\t6月建成。\t图书馆\t\n市场监管\t3\t整治租车\t摸底。\t验收。\t执法队\t\n5\t评定民宿\t初审。\t公布。\t产业科\t",
        [
            "1 修缮剧场 上半年：定方案；/进场。/下半年：完工。 @场馆建设 +L文化馆 *市重点",
            "2 建设书房 下半年：6月建成。 @场馆建设 +L图书馆",
            "3 整治租车 上半年：摸底。/下半年：验收。 @市场监管 +L执法队",
            "5 评定民宿 上半年：初审。/下半年：公布。 @市场监管 +L产业科",
        ],
    ),
    "merged cells left out, as many empty fields behind the rest": (
        "类别\t序号\t任务内容\t责任科室\t完成时限\n设施建设\t1\t修整北侧道路。\t工程科\t6月\n2\t更换路灯三十盏。\t7月\t\t\n"
        "3\t疏通排水管沟。\t市政科\t9月\t\n企业服务\t4\t举办用工对接会。\t服务科\t3月\n5\t走访企业五十家。\t12月\t\t",
        [
            "1 修整北侧道路。 6月 @设施建设 +工程科",
            "2 更换路灯三十盏。 7月 @设施建设 +工程科",
            "3 疏通排水管沟。 9月 @设施建设 +市政科",
            "4 举办用工对接会。 3月 @企业服务 +服务科",
            "5 走访企业五十家。 12月 @企业服务 +服务科",
        ],
    ),
    "the same below a word that is merged over two columns": (
        "时间\t工作内容\t责任部门\t\n第一周\t3月4日\t召开开学工作会\t办公室\n3月5日\t检查教室门窗\t总务处\t\n"
        "第二周\t3月11日\t组织植树\t团委\n3月12日\t测试体质\t体育组\t",
        [
            "1 召开开学工作会 3月4日 +办公室 #时间=第一周",
            "2 检查教室门窗 3月5日 +总务处 #时间=第一周",
            "3 组织植树 3月11日 +团委 #时间=第二周",
            "4 测试体质 3月12日 +体育组 #时间=第二周",
        ],
    ),
    "the same where weeks have their days": (
        "周次\t日期\t工作内容\t责任部门\n第一周\t3月4日\t召开工作会\t办公室\n迎接督导检查\t教务处\t\n"
        "第二周\t3月11日\t组织植树\t团委\n举行全体会\t教务处\t\t",
        [
            "1 召开工作会 3月4日 +办公室 #周次=第一周",
            "2 迎接督导检查 3月4日 +教务处 #周次=第一周",
            "3 组织植树 3月11日 +团委 #周次=第二周",
            "4 举行全体会 3月11日 +教务处 #周次=第二周",
        ],
    ),
    "two merged words side by side": (
        "工作\n板块\t序号\t重点任务\t进度安排\t责任主体\t分管领导\n\t\t\t上半年\t下半年\t牵头科室\t配合科室\t\n"
        "餐饮\t1\t改造食堂\t摸底\t施工；\n验收\t膳食科\t采购办\t沈立\n\t2\t集中采购\t招标\t/\t采购办\t\t杜朋",
        [
            "1 改造食堂 上半年：摸底/下半年：施工；/验收 @餐饮 +L膳食科 +S采购办 !沈立",
            "2 集中采购 上半年：招标 @餐饮 +L采购办 !杜朋",
        ],
    ),
    "every row broken over lines, bodies in the last column": (
        "类别\t序号\t工作任务\t进度安排\t责任单位\n政务\t1\t推进一网通办\t1—4月：定方案；\n5—10月：评估；\n12月：验收。\t省公安厅、\n省档案局\n"
        "\t2\t优化平台\t上半年：招标。\n下半年：试点。\t省财政厅\n省档案局",
        [
            "1 推进一网通办 1—4月：定方案；/5—10月：评估；/12月：验收。 @政务 +省公安厅、/省档案局",
            "2 优化平台 上半年：招标。/下半年：试点。 @政务 +省财政厅/省档案局",
        ],
    ),
    "a first cell broken over lines": (
        "类别\t序号\t任务\t责任科室\n生态环境\t1\t植树\t林业科\n民生与\n社会保障\t2\t修桥\t交通科",
        ["1 植树 @生态环境 +林业科", "2 修桥 @民生与社会保障 +交通科"],
    ),
    "title and header again every few rows": (
        "任务台账\t\t\t\n序号\t改革任务\t责任单位\t\n\t\t牵头单位\t参与单位\n1\t审批改革\t审批局\t住建局\n\n任务台账\t\t\t\n序号\t改革任务\t责任单位\t\n\t\t牵头单位\t参与单位\n2\t薪酬改革\t国资局\t财政局",
        ["1 审批改革 +L审批局 +S住建局", "2 薪酬改革 +L国资局 +S财政局"],
    ),
    "page numbers between rows": (
        "序号\t任务\t责任单位\t时限\n1\t修路\t交通局\t3月\n— 1 —\n2\t造桥\t交通局\t4月\n\n第 2 页\n\n3\t巡河\t水务局\t5月",
        ["1 修路 3月 +交通局", "2 造桥 4月 +交通局", "3 巡河 5月 +水务局"],
    ),
    "Markdown with breaks in cells and a merged row repeated": (
        "| 序号 | 任务 | 牵头<br>单位 | 时限 |\n|---|---|---|---|\n| 综合类 | 综合类 | 综合类 | 综合类 |\n| 1 | 修桥 | 交通局<br>水务局 | 9月 |\n| 2 | 补路 | 交通局 | 8月 |",
        ["1 修桥 9月 @综合类 +L交通局/水务局", "2 补路 8月 @综合类 +L交通局"],
    ),
    "blanks, a header of two rows and a group row repeated": (
        "序号    任务      进度      进度      责任科室\n序号    任务      上半年    下半年    责任科室\n综合    综合      综合      综合      综合\n"
        "1       修桥      勘察      施工      交通科\n2       补路      招标      完工      养护科",
        ["1 修桥 上半年：勘察/下半年：施工 @综合 +交通科", "2 补路 上半年：招标/下半年：完工 @综合 +养护科"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PROGRAMS)
def test_tables_that_programs_write(name: str) -> None:
    text, expected = PROGRAMS[name]
    assert tasks("云溪区任务表\n" + text + "\n\n正文从这里继续，与表格无关。") == [expected]
    assert rest("云溪区任务表\n" + text + "\n\n正文从这里继续，与表格无关。")[-1] == "正文从这里继续，与表格无关。"


def test_a_title_across_the_table_is_said_once() -> None:
    text = "\t".join(["云溪区任务表"] * 3) + "\n序号\t任务\t责任单位\n1\t修路\t交通局\n2\t造桥\t交通局"
    assert rest(text) == ["云溪区任务表"]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (["序号", "任务", "进度", "单位"], ["", "", "上半年", "下半年", ""], [0, 1, 2, 2, 3]),
        (["序号", "进度", "责任主体"], ["", "上半年", "下半年", "牵头科室", "配合科室"], [0, 1, 1, 2, 2]),
        (["序号", "任务"], ["", "", "上半年"], None),
        (["序号", "任务", "单位"], ["", ""], None),
    ],
)
def test_merged_words_over_lower_ones(upper: list[str], lower: list[str], expected: list[int] | None) -> None:
    assert words_over(upper, lower, lexicon_of()) == expected


def test_what_is_filled_in_above_a_table_is_no_header() -> None:
    text = "填报单位：云溪区民政局\t\t\t填报日期：2月\n序号\t工作任务\t责任科室\t时限\n1\t培训护工\t康复科\t5月\n2\t整理名册\t养老科\t6月"
    assert tasks(text) == [["1 培训护工 5月 +康复科", "2 整理名册 6月 +养老科"]]
    assert len(rest(text)) == 1


def test_halves_of_words() -> None:
    assert is_broken("完 成", "时 限", lexicon_of())
    assert is_broken("序", "号", lexicon_of())
    assert is_broken("总投资", "（万元）", lexicon_of())
    assert not is_broken("牵头单位", "配合单位", lexicon_of())
    assert not is_broken("附件", "序号", lexicon_of())
    assert not is_broken("任务", "单位", lexicon_of())


def test_a_line_with_fewer_tabs_before_it_than_those_at_a_table_s_head() -> None:
    rows = [f"\t\t{n}\t清理{n}号沟渠\t养护队\t{n % 12 + 1}月" for n in range(1, 60)]
    read = tasks("\n".join(["\t\t序号\t工作任务\t责任单位\t完成时间", *rows, "\t以上由养护队汇总"]))
    assert len(read[0]) == 59
