"""What is hardly a plan, and what is one though it says little."""

from __future__ import annotations

import pytest

import plancli
from plancli.model.bulletin import Bulletin
from tests.quality.bulletins import load
from tests.quality.write_txt import write_txt

OTHERS = {
    "articles": "云岭学院学籍管理细则（2025年修订）\n第一条 为规范管理，制定本细则。\n第二条 学生应当按时注册。\n第三条 本细则由教务处解释。",
    "articles under a chapter": "云岭县城市管理条例\n第一章 总则\n第一条 为加强管理，制定本条例。\n第二条 本县适用本条例。\n第二章 附则\n第三条 自2025年3月1日起施行。",
    "a handbook": "云岭县办事手册\n一、申领证照\n1.准备材料。带身份证原件。\n2.到窗口排队。取号后等候。",
    "minutes": "云岭县第三次常务会议纪要\n一、听取汇报\n1.会议认为，成绩来之不易。形势依然严峻。\n2.会议强调，要巩固成果。",
    "a price list": "云岭县停车收费标准\n序号\t项目名称\t金额\n1\t小型车\t5.00元\n2\t大型车\t8.00元\n3\t摩托车\t2.00元",
    "a catalogue": "云岭县补贴机具种类范围\n1.耕地机械\n1.1犁。\n1.2耙。\n2.种植机械\n2.1播种机。",
    "what a service costs": "云岭县自来水收费公示\n一、水价\n1.居民用水：每吨2.3元。\n2.商业用水：每吨4.1元。",
    "posts to be filled": "云岭县学校2025年公开招聘公告\n一、条件\n1.年满18岁；\n2.身体健康。\n二、报名\n1.报名时间：5月2日至5月6日。\n2.现场报名。",
    "questions and answers": "《云岭县就业方案》政策解读\n一、为什么出台？\n答：为稳定就业。\n二、有哪些措施？\n答：一是减负；二是培训。\n解读机关：云岭县人力资源和社会保障局",
    "a price list by units": "云岭县游泳馆门票价格\n序号\t项目\t计价单位\t价格（元）\n1\t成人票\t人·次\t30\n2\t儿童票\t人·次\t15\n3\t储物柜\t格/天\t5",
    "a catalogue by bodies": "云岭县政务服务事项目录\n一、县林业局\n1.林木采伐许可\n2.木材运输证核发\n二、县水利局\n3.取水许可\n4.河道采砂许可",
    "questions": "养老保险热点百问\n1.在哪里办理参保？\n到户籍所在地办理。\n2.什么时候可以领取？\n年满60周岁次月起领取。\n3.断缴能补吗？\n可以补缴。",
    "who keeps watch": "关于做好2025年森林防火期值班的通知\n各站所：\n现将3月份值班人员通知如下：\n"
    + "\n".join(
        f"3月{day}日（星期{week}） 带班领导：周明远 值班员：何静、马骏" for day, week in enumerate("六日一二三", 1)
    ),
    "a roster": "云岭县图书馆国庆值班安排表\n10月1日 周明远 何静\n10月2日 马骏 吴秀兰\n10月3日 周明远 马骏\n10月4日 何静 吴秀兰",
    "what was done": "石桥镇上半年工作完成情况汇报\n一、水利。已加固水库3座。\n二、农业。已播种2万亩。\n三、安全。上半年检查企业86家。",
    "an invitation": "邀请函\n尊敬的专家：\n一、会议时间：5月18日至19日\n二、会议地点：云岭宾馆\n三、会议费用：800元",
    "no title and nobody": "1.红色。适合春季。\n2.蓝色。适合夏季。\n3.白色。适合冬季。",
}
PLANS = {
    "a plan that names nobody": "云岭县2025年工作要点\n一、水利\n1.清理河道。疏浚10公里。\n2.修缮站房。改造2座。",
    "a plan in articles, assigned": "云岭县2025年稳就业若干规定\n第一条 举办招聘会。6月底前完成。（人社局负责）\n第二条 发放补贴。年底前完成。（财政局负责）",
    "days in every cell": "云岭县图书馆搬迁\n工作任务\t开始时间\t结束时间\n清点藏书\t2025/4/1\t2025/4/20\n拆卸书架\t2025/4/21\t2025/5/6\n装车运输\t2025/5/7\t2025/5/9",
    "hours in every cell": "云岭县图书馆开放日活动安排\n时间\t内容\n8:00-8:30\t签到\n8:30-9:20\t参观书库\n9:20-10:00\t座谈",
    "a schedule without a title": "一、报名：3月2日，完成报名\n二、考试：5月6日，组织考试\n三、公布：6月1日，公布结果",
    "work for the watch": "石桥镇2025年防汛值班工作安排\n一、排出值班表。镇应急办负责，每月25日前排出。\n二、检查到岗。镇纪委牵头，每周抽查一次。",
    "a catalogue of work": "云岭县2025年普法责任目录\n一、县司法局\n1.宣传宪法。12月4日前开展。\n2.宣传民法典。5月开展。\n二、县税务局\n3.宣传税法。4月开展。",
    "rules that are assigned": "云岭县2025年考核办法\n一、考核\n1.编制细则。3月底前印发。（政府办负责）\n2.组织考核。12月底前完成。（人社局负责）",
}


def parse(text: str) -> Bulletin:
    """A text file's content → its bulletin."""
    return plancli.parse(text.encode())


def warned(bulletin: Bulletin) -> bool:
    """Whether it is said to be hardly a plan, or to hold no task."""
    return any(one.code in ("no-plan", "no-tasks") for one in bulletin.diagnostics)


@pytest.mark.parametrize("name", OTHERS)
def test_another_document_is_said_to_be_hardly_a_plan(name: str) -> None:
    assert warned(parse(OTHERS[name]))


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_not(name: str) -> None:
    assert not warned(parse(PLANS[name]))


def test_no_bulletin_of_the_quality_set_is() -> None:
    assert [bulletin.name for bulletin in load() if warned(plancli.parse(write_txt(bulletin)))] == []
