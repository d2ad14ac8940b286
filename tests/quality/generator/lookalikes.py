"""What looks like a time and is none: years in names, plans of five years, festivals, durations, counts."""

from __future__ import annotations

from random import Random

from .words import works

KINDS: tuple[str, ...] = (
    "plan years",
    "five-year",
    "anniversary",
    "year before",
    "festival",
    "duration",
    "count",
    "digits",
    "edition",
    "ratio",
)


def sentence(rng: Random, year: int, kind: str) -> str:
    """A sentence that holds such words, with its full stop."""
    thing = rng.choice(works.THINGS)
    n = rng.randrange(2, 9)
    return {
        "plan years": f"落实《{thing}三年行动方案（{year - 1}—{year + 1}年）》各项要求。",
        "five-year": f"对照“十四五”规划目标，推动{thing}提质增效。",
        "anniversary": f"做好第{38 + year - 2022}个教师节庆祝活动，宣传先进典型。",
        "year before": f"巩固{year - 1}年度检查整改成果，防止问题反弹。",
        "festival": rng.choice(("开展“6.6爱眼日”主题宣传。", "办好“三八”妇女节主题活动。", "组织“5·12”防灾减灾宣传。")),
        "duration": f"办理时间压缩至{n}个工作日以内，材料精简{n}份。",
        "count": f"每个支部组织集中学习每年不少于{n}次。",
        "digits": rng.choice(
            ("用好12345热线数据，提高响应率。", "落实24小时值班制度。", "拓展5G应用场景，建成示范项目。")
        ),
        "edition": f"执行《{thing}管理规范（{year - 3}年修订）》。",
        "ratio": f"{thing}总量比上年增长{n}.5%。",
    }[kind]
