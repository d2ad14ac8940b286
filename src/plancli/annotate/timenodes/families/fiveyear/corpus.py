"""Five-year plans: what must be read, and what looks like it."""

from __future__ import annotations

from ...specimens import family, says, silent
from .rules import RULES

CORPUS = family(
    "time: fiveyear",
    (rule.name for rule in RULES),
    [
        says("“十四五”期间", "2021/2025"),
        says("十四五期间", "2021/2025"),
        says("“十四五”时期", "2021/2025", year=2023),
        says("“十三五”期间", "2016/2020"),
        says("“十五五”时期", "2026/2030"),
        says("“十五五”期间", "2026/2030", year=None),
        says("“十四五”末", "2025"),
        says("“十四五”期末", "2025"),
        says("“十五五”末期", "2030"),
        says("“十五五”初", "2026"),
        says("“十五五”初期", "2026"),
        says("“十四五”末前", "by 2025-12-31"),
        says("到“十四五”末", "by 2025-12-31"),
        says("到“十四五”期末", "by 2025-12-31"),
        says("截至“十五五”末", "by 2030-12-31"),
        says("到2027年", "by 2027-12-31"),
        says("到2035年", "by 2035-12-31"),
        says("到2027年末", "by 2027-12-31"),
        says("2026年至2030年", "2026/2030"),
        says("“十五五”时期，全市高中学位新增2万个。", "2026/2030", raw="“十五五”时期"),
        says("“十四五”末森林覆盖率达到45%。", "2025", raw="“十四五”末"),
        says("到2030年，全面建成高质量教育体系。", "by 2030-12-31", raw="到2030年"),
    ],
    [
        silent("衔接水务“十四五”规划", "a name"),
        silent("“十四五”渔船更新指导办法", "a name"),
        silent("编制“十五五”规划纲要", "a name"),
        silent("做好“十四五”期间政府履职评价工作", "an attribute"),
        silent("“十四五”重点项目", "a name"),
        silent("十五五规划编制", "a name"),
    ],
)
