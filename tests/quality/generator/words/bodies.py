"""Who works: the bodies of a city or county, the sections of an office, the departments of a school or a company."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

GOVERNMENT = [
    "发展改革委",
    "教育局",
    "科技局",
    "工业和信息化局",
    "公安局",
    "民政局",
    "司法局",
    "财政局",
    "人力资源社会保障局",
    "自然资源局",
    "生态环境局",
    "住房城乡建设局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "商务局",
    "文化广电旅游局",
    "卫生健康委",
    "应急管理局",
    "审计局",
    "国资委",
    "市场监管局",
    "体育局",
    "统计局",
    "医保局",
    "行政审批局",
    "城市管理局",
    "林业局",
    "信访局",
    "数据局",
    "退役军人事务局",
    "机关事务管理局",
    "总工会",
    "妇联",
    "残联",
    "税务局",
    "气象局",
    "消防救援大队",
    "档案馆",
    "供销社",
    "投资促进中心",
    "公积金中心",
]
PARTY = ["委办公室", "委组织部", "委宣传部", "委统战部", "委政法委", "委编办", "委网信办", "政府办公室"]
BUREAU = [
    "办公室",
    "人事科",
    "财务科",
    "法规科",
    "规划科",
    "宣传科",
    "督查科",
    "审批科",
    "信息中心",
    "机关党委",
    "综合科",
    "项目科",
    "监督科",
    "安全科",
    "服务中心",
    "执法大队",
    "建设科",
    "培训中心",
    "基层指导科",
    "后勤中心",
]
SCHOOL = [
    "党政办公室",
    "教务处",
    "学生处",
    "人事处",
    "科研处",
    "财务处",
    "后勤处",
    "保卫处",
    "团委",
    "工会",
    "招生就业处",
    "图书馆",
    "信息中心",
    "国际交流处",
    "资产管理处",
    "马克思主义学院",
    "实验中心",
    "心理健康中心",
    "继续教育学院",
    "质量监控处",
]
COMPANY = [
    "综合管理部",
    "党群工作部",
    "人力资源部",
    "财务部",
    "工程部",
    "安全环保部",
    "市场部",
    "法务部",
    "运营部",
    "审计部",
    "技术中心",
    "采购部",
    "信息化部",
    "纪检监察室",
    "客户服务中心",
    "战略发展部",
]
HOSPITAL = [
    "院办公室",
    "党委办公室",
    "医务科",
    "护理部",
    "院感科",
    "药学部",
    "门诊部",
    "信息科",
    "医保办",
    "后勤保障部",
    "人力资源部",
    "设备科",
    "财务科",
    "科教科",
    "质控科",
    "急诊科",
    "保卫科",
    "宣传科",
]


@dataclass
class Office:
    """Who issues the bulletin and whom it charges. `kind`: government, bureau, school, company, hospital."""

    kind: str
    name: str  # the issuer, in full
    place: str
    bodies: list[str]
    all_of: list[str]  # collective bodies
    short: str = ""  # the letters of its 文号
    rank: str = ""  # 市, 县, 区
    used: list[str] = field(default_factory=list)

    def some(self, rng: Random, count: int, collective: float = 0.12) -> list[str]:
        """`count` different bodies, the last one now and then a collective."""
        found = rng.sample(self.bodies, count)
        if count > 1 and rng.random() < collective:
            found[-1] = rng.choice(self.all_of)
        return found


def office(rng: Random, place: str) -> Office:
    """An office of the place."""
    kind = rng.choice(("government",) * 5 + ("bureau",) * 2 + ("school",) * 2 + ("company", "hospital"))
    rank = rng.choice("市县区")
    if kind == "government":
        bodies = [rank + name for name in GOVERNMENT] + [rank + name for name in PARTY] + [f"团{rank}委"]
        below = {"市": "各县（市、区）政府", "县": "各镇政府", "区": "各街道办事处"}[rank]
        all_of = [below, f"各{'县区' if rank == '市' else '镇街'}", f"{rank}直有关部门", f"{rank}属各企业"]
        name = rng.choice(
            (f"{place}{rank}人民政府", f"{place}{rank}人民政府办公室", f"{place}{rank}教育局", f"{place}{rank}水利局")
        )
        return Office(kind, name, place, bodies, all_of, place[0] + rng.choice(("政发", "政办发", "政字")), rank)
    if kind == "bureau":
        name = place + rank + rng.choice(GOVERNMENT[:30])
        return Office(kind, name, place, list(BUREAU), ["各科室", "局属各单位", "各基层所"], place[0] + "发", rank)
    if kind == "school":
        name = place + rng.choice(("学院", "大学", "职业技术学院", "师范学院", "中学"))
        return Office(kind, name, place, list(SCHOOL), ["各二级学院", "各教学单位", "各年级组"], place[0] + "校发")
    if kind == "company":
        name = place + rng.choice(("城市建设集团有限公司", "水务集团有限公司", "公共交通有限公司", "文旅集团有限公司"))
        return Office(kind, name, place, list(COMPANY), ["各子公司", "各项目部"], place[0] + "司发")
    name = place + rank + rng.choice(("人民医院", "中医医院", "妇幼保健院"))
    return Office(kind, name, place, list(HOSPITAL), ["各临床科室", "各病区"], place[0] + "医发", rank)
