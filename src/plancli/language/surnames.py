"""What a person's name looks like: by its length and its surname."""

from __future__ import annotations

import re

# The surnames that nine in ten people bear, and the compound ones.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹"
    "熊白孟秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐庞颜倪章鲁岳翟殷詹申耿关兰焦俞左柳祝包宁"
    "尚符舒阮纪梅童凌毕单裴霍涂成苗谷盛曲冉骆蓝路游靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
    "米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉仝"
)
_COMPOUND = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "夏侯",
    "端木",
    "独孤",
    "南宫",
)


def looks_like_person(name: str) -> bool:
    """Whether two to four characters may be a person's name."""
    if re.fullmatch(r"[㐀-鿿]{2,3}", name):
        office = len(name) == 3 and name[-1] in "科处办局室站所股" and not name.endswith("登科")
        return name[0] in SURNAMES and not office
    return len(name) in (3, 4) and name.startswith(_COMPOUND)
