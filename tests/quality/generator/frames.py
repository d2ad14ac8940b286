"""Draws what stands around the plans: a covering notice in official form, or what a web page adds."""

from __future__ import annotations

import datetime
from random import Random

from .tree import Bulletin, Notice, Plan
from .words import works
from .words.bodies import Office

DIGITS = "〇一二三四五六七八九"


def date(rng: Random, year: int) -> tuple[str, str]:
    """The date of issue as printed, and in ISO form: early in the plan's year."""
    found = datetime.date(year, rng.randrange(1, 5), rng.randrange(1, 29))
    printed = f"{found.year}年{found.month}月{found.day}日"
    if rng.random() < 0.1:
        from .labels import chinese

        printed = f"{''.join(DIGITS[int(d)] for d in str(year))}年{chinese(found.month)}月{chinese(found.day)}日"
    return printed, found.isoformat()


def notice(rng: Random, office: Office, plans: list[Plan], year: int) -> Notice:
    """The notice that issues the first plan; others are its attachments too."""
    title = plans[0].title
    printed, iso = date(rng, year)
    name = "《" + title.translate(str.maketrans("《》", "〈〉")) + "》"
    head = f"{office.name}关于印发{name}的通知" if rng.random() < 0.6 else f"关于印发{name}的通知"
    addressee = {
        "government": f"各镇人民政府、街道办事处，{office.rank}政府各部门",
        "bureau": "各科室、局属各单位",
        "school": "各二级学院、各部门",
        "company": "各部门、各子公司",
        "hospital": "各科室、各病区",
    }[office.kind]
    body = [
        rng.choice(
            (f"现将{name}印发给你们，请结合实际，认真抓好落实。", f"{name}已经研究同意，现印发给你们，请认真组织实施。")
        )
    ]
    if plans[0].first_leads and len(plans) == 1 and rng.random() < 0.5:
        body.append(f"{name}中，列第一位的责任单位为牵头单位，其他单位按职责配合。")
        plans[0].tags["note"] = "in the notice"
        plans[0].rest_supports = True
    if rng.random() < 0.25:
        words = ("提高认识，压实责任。", "加强督导，抓好落实。", "强化协作，形成合力。")
        body += [
            f"{'一二三'[n]}、{words[n]}各责任单位要{('细化工作措施', '建立' + works.MECHANISMS[1], '主动沟通配合')[n]}，{('确保取得实效', '及时解决问题', '共同推进工作')[n]}。"
            for n in range(3)
        ]
    found = Notice(head, office.name, printed, iso, addressee, body)
    if rng.random() < 0.8:
        found.doc_number = f"{office.short}〔{year}〕{rng.randrange(1, 90)}号"
        brackets = rng.choice(("",) * 6 + ("[]", "（）", " 〔〕"))
        if brackets:
            found.number_as = found.doc_number.replace("〔", brackets[:-1]).replace("〕", brackets[-1])
    if rng.random() < 0.3:
        found.masthead = office.name + "文件"
    if len(plans) > 1:
        found.attachments = [("附件：" if n == 1 else "") + f"{n}.{plan.title}" for n, plan in enumerate(plans, 1)]
    elif rng.random() < 0.5:
        found.attachments = [f"附件：{plans[0].title}"]
    if rng.random() < 0.3:
        found.colophon.append("（此件公开发布）")
    if rng.random() < 0.2 and found.masthead:
        found.colophon += ["抄送：上级主管部门。", f"{office.name}  {printed}印发"]
    return found


def web(rng: Random, office: Office, bulletin: Bulletin, year: int) -> None:
    """What a page of a site adds above and below, in place."""
    posted = datetime.date(year, rng.randrange(4, 7), rng.randrange(1, 29))
    title = bulletin.notice.title if bulletin.notice else bulletin.plans[0].title
    crumb = rng.choice(
        (
            "当前位置：首页 > 政务公开 > 通知公告",
            "您现在的位置： 首页 >> 信息公开 >> 工作计划 >> 正文",
            "首页 > 工作动态 > 正文",
        )
    )
    line = rng.choice(
        (
            f"发布时间：{posted} 10:2{rng.randrange(10)} 来源：{office.name} 浏览次数：{rng.randrange(20, 900)}",
            f"发布日期：{posted} 信息来源：{office.name} 字体：[大 中 小]",
            f"来源：{office.name} 时间：{posted}",
        )
    )
    bulletin.before = [crumb, title, line] if rng.random() < 0.5 else [crumb]
    notice = bulletin.notice
    bulletin.tags["record"] = "no"
    if notice and rng.random() < 0.3:
        bulletin.tags["record"] = "yes"
        bulletin.before = [
            f"索 引 号：{rng.randrange(10**6, 10**7)}/{year}-{rng.randrange(1000):05}",
            f"发文机关：{notice.issuer}",
            f"成文日期：{notice.day}",
            *([f"文    号：{notice.doc_number}"] if notice.doc_number else []),
            f"标    题：{notice.title}",
        ]
    bulletin.tags["page title"] = "repeated" if len(bulletin.before) > 1 else "once"
    bulletin.after = rng.sample(
        [
            "【打印本页】【关闭窗口】",
            "上一篇：关于开展节前走访的通知",
            "扫一扫在手机打开当前页",
            "主办单位：" + office.name + "  网站地图",
        ],
        rng.randrange(0, 3),
    )
