"""Labels and look-alikes: what stands at the start of a paragraph, which form it is, which number it says."""

from __future__ import annotations

from ...grammar.corpus import Corpus, Example, Negative
from ...grammar.reading import Reading
from .rules import FORMS, read_label


def read(text: str) -> list[Reading]:
    """The label at the start of a text as (form, number); none or one."""
    label = read_label(text)
    if label is None:
        return []
    return [Reading(0, label.end, (label.form.rstrip("0123456789"), label.number), (label.form.rstrip("0123456789"),))]


def _labels(form: str, *pairs: tuple[str, str]) -> tuple[Example, ...]:
    """Labels of one form with the number each says; the text behind them is no part of the label."""
    return tuple(Example(f"{label}完善工作机制", [(form, number)], raw=label) for label, number in pairs)


CORPUS = Corpus(
    family="numbering",
    read=read,
    rules=tuple(form.name for form in FORMS),
    examples=(
        *_labels("part", ("第一部分", "1"), ("第二编", "2"), ("第三篇：", "3")),
        *_labels("chapter", ("第一章", "1"), ("第十二章", "12"), ("第3章", "3")),
        *_labels("section", ("第一节", "1"), ("第二节、", "2")),
        *_labels("part", ("壹、", "1"), ("叁．", "3"), ("拾贰、", "12")),
        *_labels("stage", ("第一阶段：", "1"), ("第2阶段、", "2")),
        Example("第三阶段（7月—8月）总结", [("stage", "3")], raw="第三阶段"),
        Example("第二阶段为集中整治阶段（4月—6月）", [("stage", "2")], raw="第二阶段为"),
        *_labels("article", ("第一条", "1"), ("第二十三条", "23"), ("第一百零五条", "105")),
        Example("活动五“云岭杯”象棋赛", [("named-step", "5")], raw="活动五"),
        Example("行动二《节水手册》进校园", [("named", "2")], raw="行动二"),
        Example("第五条规范垃圾分类", [("article", "5")], raw="第五条"),
        Example("第六条到2027年建成书房", [("article", "6")], raw="第六条"),
        Example("第七条和谐社区创建", [("article", "7")], raw="第七条"),
        *_labels(
            "han",
            ("一、", "1"),
            ("十、", "10"),
            ("十一、", "11"),
            ("二十、", "20"),
            ("二十三、", "23"),
            ("一百零一、", "101"),
        ),
        *_labels("han", ("三．", "3"), ("四.", "4"), ("五,", "5")),
        *_labels("han", ("★三、", "3")),
        *_labels("digit", ("★2.", "2"), ("▲3、", "3")),
        *_labels("decimal", ("1-1", "1.1"), ("1-12、", "1.12"), ("2－3．", "2.3"), ("1-1-2", "1.1.2")),
        *(
            Example(f"{label}{time}重点工作", [("han", number)], raw=label)
            for label, time, number in (("一、", "一月份", "1"), ("十二、", "十二月份", "12"), ("三、", "三季度", "3"))
        ),
        *_labels(
            "han-bracket",
            ("（一）", "1"),
            ("(二)", "2"),
            ("（十四）", "14"),
            ("〔三〕", "3"),
            ("【四】", "4"),
            ("㈠", "1"),
            ("㈩", "10"),
        ),
        *_labels("han-bracket", ("（五）、", "5"), ("（六）.", "6")),
        *_labels(
            "named", ("任务一：", "1"), ("重点任务3：", "3"), ("项目十二、", "12"), ("行动二：", "2"), ("工程四.", "4")
        ),
        *_labels(
            "named",
            ("实事一：", "1"),
            ("反馈问题二：", "2"),
            ("问题3：", "3"),
            ("整改任务四、", "4"),
            ("【任务12】", "12"),
            ("【重点项目三】：", "3"),
            ("第3项：", "3"),
            ("第一件实事：", "1"),
            ("督办事项一：", "1"),
            ("改革事项3、", "3"),
            ("审计项目１：", "1"),
            ("惠民工程五：", "5"),
            ("【攻坚行动二】", "2"),
            ("重点工作（四）：", "4"),
        ),
        *_labels("named", ("行动（四）", "4"), ("第二项，", "2")),
        *_labels(
            "named-step",
            ("措施1：", "1"),
            ("活动二、", "2"),
            ("重点举措三：", "3"),
            ("步骤(4)：", "4"),
            ("【模块5】", "5"),
        ),
        *_labels(
            "decimal",
            ("1.1", "1.1"),
            ("2．3", "2.3"),
            ("1.2.3", "1.2.3"),
            ("10.12", "10.12"),
            ("3.1.", "3.1"),
            ("1.1、", "1.1"),
        ),
        *_labels(
            "digit",
            ("1.", "1"),
            ("12．", "12"),
            ("３．", "3"),
            ("４、", "4"),
            ("05.", "5"),
            ("143.", "143"),
            ("7﹒", "7"),
            ("⒈", "1"),
            ("⒛", "20"),
        ),
        *_labels(
            "digit-bracket",
            ("（1）", "1"),
            ("(12)", "12"),
            ("（３）", "3"),
            ("【4】", "4"),
            ("[5]", "5"),
            ("⑴", "1"),
            ("⒇", "20"),
            ("（6）、", "6"),
        ),
        *_labels("digit-half", ("1）", "1"), ("2)", "2"), ("12）", "12")),
        *_labels("circled", ("①", "1"), ("⑳", "20"), ("㉑", "21"), ("㊿", "50"), ("❶", "1"), ("➂", "3"), ("④、", "4")),
        *_labels("letter", ("A.", "1"), ("b、", "2"), ("（C）", "3"), ("(d)", "4")),
        Example("1.2024年招生工作平稳有序", [("digit", "1")], raw="1."),
        Example("2．2023—2025年行动计划收官", [("digit", "2")], raw="2．"),
        Example("3.“一网通办”改革", [("digit", "3")], raw="3."),
        Example("六、《条例》宣传贯彻", [("han", "6")], raw="六、"),
        Example("1.1《条例》宣传贯彻", [("decimal", "1.1")], raw="1.1"),
    ),
    negatives=(
        Negative("2024年是关键之年", "a year"),
        Negative("3.5亿元专项资金", "an amount"),
        Negative("1.5万户家庭", "a count"),
        Negative("2.0版本上线", "a version"),
        Negative("3、9月各开展一次", "a list of months"),
        Negative("1、2月完成", "a list of months"),
        Negative("一、二季度完成", "a list of quarters"),
        Negative("三、四月份开展", "a list of months"),
        Negative("七、八年级期中考试", "a list of forms"),
        Negative("十四五规划收官", "a five-year plan"),
        Negative("一是完善制度", "a count in prose"),
        Negative("第一季度完成", "a quarter"),
        Negative("第一阶段完成摸底", "a stage that prose speaks of"),
        Negative("第一阶段为期三个月", "a stage that prose speaks of"),
        Negative("第一，加强领导", "a count in prose"),
        Negative("第一项工作是摸清底数", "a count in prose"),
        Negative("活动一律免费", "a word that begins so"),
        Negative("工作一体推进", "a word that begins so"),
        Negative("推进工程三期建设", "what is built"),
        Negative("完成项目10个", "an amount"),
        Negative("措施一旦确定，不得更改", "a word that begins so"),
        Negative("活动10场次以上", "an amount"),
        Negative("实事求是、依规办理", "a set phrase"),
        Negative("【任务来源】上级部署", "a label"),
        Negative("第十二届运动会", "an ordinal in a name"),
        Negative("第三条款项", "a clause that is referred to"),
        Negative("第三条规定的情形", "a clause that is referred to"),
        Negative("第三条至第五条", "clauses that are referred to"),
        Negative("第三条到第五条", "clauses that are referred to"),
        Negative("27个项目", "a count"),
        Negative("100%覆盖", "a share"),
        Negative("12345热线", "a telephone line"),
        Negative("1.2平方公里", "an area"),
        Negative("1-3月完成调研", "a stretch of months"),
        Negative("3-5个试点", "a count"),
        Negative("3-6岁儿童入园", "ages"),
        Negative("1-2家企业上市", "a count"),
        Negative("★重点任务", "a mark alone"),
        Negative("1.5个百分点", "a share"),
        Negative("三年行动计划", "a duration"),
        Negative("（2022—2024年）", "years in brackets"),
        Negative("（牵头单位：教育局）", "an assignment"),
        Negative("5G基站建设", "a name"),
        Negative("AI赋能教育", "a name"),
        Negative("", "nothing"),
    ),
)
