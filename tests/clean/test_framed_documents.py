"""Documents within the frames of sites: a bulletin is the same with its page's head and foot as without."""

from __future__ import annotations

from typing import Any

import pytest

import plancli
from plancli.language.page_foot import page_foot

HEADS = {
    "columns between bars": "首页 | 机构概况 | 工作动态 | 通知公告\n您现在的位置：首页 > 通知公告 > 正文\n",
    "columns in a run": "网站首页|走进云岭|新闻中心|政务公开\n当前位置：首页>政务公开\n",
    "columns between dashes": "设为首页 - 加入收藏 - 联系我们\n首页 - 林业动态 - 政务公开\n发表时间：2016-3-9 点击：312\n",
    "the day, a search": "设为首页 | 加入收藏\n2017年3月6日 星期一\n站内搜索：\n首页 >> 浏览文章\n",
    "a greeting": "欢迎光临云岭县统计局官方网站\n今天是2018年4月12日 星期四\n您的位置：首页 → 公告\n",
    "other tongues": "English Русская 设为首页 加入收藏\nTOP\n2024-12-13 21:43:13 来源: 作者: 【大 中 小】 浏览:72次\n",
    "a telephone's page": "☰ 菜单\n长者版\n登录 | 注册\n请输入搜索内容\n热门搜索： 社保 公积金\nA- A A+\n首页 > 公告\n",
    "an archive": "归档时间：2024-06-15\n当前位置：首页 > 公开领域\n详细信息\n",
    "an account's post": "云岭水利\n2024-03-08 09:12 云岭\n点击上方蓝字关注我们\n以下文章来源于云岭发布，作者小编\n",
    "a school's site": "校园网首页 学校概况 机构设置 教育教学\n[日期：2024-02-26] 来源：教导处 作者：李某 [字体：大 中 小]\n",
    "hands it went through": "时间：2024年02月06日 10:20　撰稿：李某　初审：王某　终审：孙某　浏览：\n",
    "who posted it": "信息发布者：admin 发布日期：2024/2/6 审核人：李某 已阅读 312 次\n",
    "names in brackets": "【发布日期】2024-05-06 【来源】办公室 【点击率】39\n",
    "a site for documents": "文档之家\n首页 > 工作文档\n上传者：小王 | 格式：docx | 页数：3 | 上传时间：2024-05-06 | 热度：12\n",
}
FEET = {
    "old buttons": "【字体：小 大】【发表评论】【加入收藏】【告诉好友】\n上一篇文章： 云岭县2016年资金公示\n下一篇文章： 没有了\n关于我们 - 网站地图\n主办：云岭县水利局 技术支持：云岭信息网络有限公司\n云公网安备 10000000000000号\n",
    "who keeps the site": "扫一扫在手机打开当前页\n主办单位：云岭县人民政府 承办单位：云岭县人民政府办公室\n地址：云岭县人民路1号 邮编：100000\n网站标识码：1000000000\n",
    "links": "相关链接：\n云岭县水利局2022年工作总结\n云岭县水利局2021年工作要点\n友情链接： 水利部 省水利厅\nCopyright © 2023 云岭县水利局 All Rights Reserved\n",
    "neighbours": "上一条：云岭县水利局关于召开会议的通知\n下一条：云岭县水利局2022年预算公开\n\n【关闭】\n",
    "editors": "（责编：李某、王某）\n点击数：312 收藏本页\n发表评论\n用户名： 密码：\n匿名发表\n",
    "an account's post": "END\n供稿 | 办公室\n编辑 | 李某\n往期回顾\n1.云岭水利：防汛进行时\n2.云岭水利：节水周启动\n扫码关注\n",
    "what readers did": "阅读 1.2万 赞 36 在看 12\n喜欢此内容的人还喜欢\n这个春天，去云岭看花\n",
    "no comments": "暂无评论，快来抢沙发吧！\n网友评论\n文明上网，理性发言\n",
    "visitors": "关于我们 | 网站地图 | 隐私声明\n您是第 1234567 位访客\n",
    "address first": "云岭一中 地址：云岭县学府路8号\n电话：0000-00000000 邮编：100000\n版权所有 云岭一中 技术支持：某某软件\n",
    "a disclaimer": "本站所有信息仅供参考，以正式文件为准。\n未经许可不得转载。\nE-mail:slj@example.cn\n",
    "a site for documents": "下载Word文档到电脑，方便收藏和打印\n推荐度：\n【2023年水利工作要点】相关文章：\n水利局年度工作计划范文\n",
    "top": "TOP↑\n回到顶部\n收起\n智能问答\n手机版\n",
}
BODIES = {
    "items": "云岭县水利局2023年工作要点\n2023年是开局之年，做好全年工作意义重大。\n一、防汛抗旱\n1.修订防汛预案。3月底前完成。（责任单位：防汛办、工程股）\n2.开展汛前检查。4月15日前完成。（责任单位：工程股）\n",
    "cells": "云岭县水利局2023年工作计划表\n序号\n时间\n工作内容\n责任部门\n1\n1月\n走访慰问困难职工\n办公室\n2\n2月—3月\n修订防汛预案\n工程股\n3\n4月底前\n清淤渠道\n农水股\n",
    "rows": "云岭县水利局2023年重点任务表\n序号\t任务\t完成时限\t责任单位\n1\t修订防汛预案\t3月底前\t防汛办\n2\t清淤渠道\t11月底前\t农水股\n",
    "a signature": "云岭镇2023年环境整治实施方案\n为改善环境，制定本方案。\n一、重点任务\n（一）治理垃圾。6月底前建成转运站。责任单位：镇环卫所。\n二、保障措施\n各村要高度重视，确保按时完成。\n云岭镇人民政府\n2023年2月3日\n",
    "a notice": "关于印发《云岭县水利局2023年工作要点》的通知\n云水发〔2023〕5号\n局属各单位：\n现将《云岭县水利局2023年工作要点》印发给你们，请认真贯彻执行。\n云岭县水利局\n2023年2月3日\n云岭县水利局2023年工作要点\n1.修订防汛预案。3月底前完成。（责任单位：防汛办）\n2.清淤渠道。11月底前完成。（责任单位：农水股）\n",
}


def _told(text: str) -> dict[str, Any]:
    bulletin = plancli.parse(text.encode())
    assert bulletin.coverage.lost == 0
    place = {"sections": {"__all__": {"location"}}, "tasks": {"__all__": {"location"}}}
    notice = bulletin.notice
    named = (notice.title, notice.doc_number, notice.addressee) if notice else None
    return {"plans": [plan.model_dump(exclude=place) for plan in bulletin.plans], "notice": named}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_page_changes_nothing(head: str, body: str) -> None:
    assert _told(HEADS[head] + BODIES[body]) == _told(BODIES[body])


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("foot", FEET)
def test_the_foot_of_a_page_changes_nothing(foot: str, body: str) -> None:
    assert _told(BODIES[body] + FEET[foot]) == _told(BODIES[body])


@pytest.mark.parametrize(
    "end",
    [
        ["联系人：李某，联系电话：0000-00000000"],
        ["各单位要高度重视", "确保完成任务"],
        ["【打印】【关闭】", "云岭县水利局", "2023年2月3日"],
        ["附件下载", "附件：1.任务表"],
        ["1.发布公告", "2.上传资料"],
        ["扫一扫在手机打开当前页", "三、做好总结。12月底前完成。"],
        ["【打印】", "序号", "任务", "修订预案", "清淤渠道"],
        ["相关链接：", "1.修订预案，3月底前完成", "2.清淤渠道，5月底前完成"],
    ],
)
def test_what_closes_a_document_is_no_foot(end: list[str]) -> None:
    lines = ["云岭县水利局2023年工作要点", "一、清淤渠道。6月底前完成。", *end]
    assert page_foot(lines) == len(lines)


@pytest.mark.parametrize("lines", [["春季安排", "返回顶部", "植树", "浇水"], ["打印", "植树"]])
def test_short_lines_alone_have_no_foot(lines: list[str]) -> None:
    assert page_foot(lines) == len(lines)
    assert page_foot(lines, behind_table=True) < len(lines)


@pytest.mark.parametrize(
    "motto", ["凝心聚力 攻坚克难 再谱新篇", "奋力谱写新篇章", "云水发〔2023〕5号", "云岭县水利局文件"]
)
def test_what_a_document_has_above_its_title_stays(motto: str) -> None:
    text = f"首页 > 公告\n{motto}\n——云岭县水利局2023年工作要点\n发布时间：2023-02-03 浏览：12\n1.清淤渠道。6月底前完成。\n2.修订预案。3月底前完成。\n"
    left = [one.text or "" for one in plancli.parse(text.encode()).diagnostics if one.code == "web-frame"]
    assert left
    assert motto not in left[0]
