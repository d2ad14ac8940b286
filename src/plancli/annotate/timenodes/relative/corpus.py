"""Relative to a reference day: what must be read, and what looks like it."""

from __future__ import annotations

from datetime import date

from ..specimens import family, says, silent
from .rules import RULES

_MAY = date(2025, 5, 6)  # a Tuesday
_JANUARY = date(2024, 1, 31)

CORPUS = family(
    "time: relative",
    (rule.name for rule in RULES),
    [
        says("今年", "2025"),
        says("本年度", "2025"),
        says("今年", "?", year=None),
        says("今年", "2024", year=2025, reference=_JANUARY),
        says("明年", "if"),
        says("明年", "2026", reference=_MAY),
        says("去年", "if"),
        says("去年", "2024", reference=_MAY),
        says("上年", "2023", reference=_JANUARY),
        says("次年", "if"),
        says("明年3月", "2026-03", reference=_MAY),
        says("明年3月", "if"),
        says("明年3月底前", "by 2026-03-31", reference=_MAY),
        says("去年12月", "2024-12", reference=_MAY),
        says("后年", "2027", reference=_MAY),
        says("今年9月", "2025-09"),
        says("今年9月底前", "by 2025-09-30"),
        says("今年上半年", "2025-H1"),
        says("明年上半年", "2026-H1", reference=_MAY),
        says("本月", "if"),
        says("本月", "2025-05", reference=_MAY),
        says("本月", "2024-01", year=2024, reference=_JANUARY),
        says("本月底", "2025-05-21/2025-05-31~", reference=_MAY),
        says("本月底前", "by 2025-05-31", reference=_MAY),
        says("本月底前", "if"),
        says("本月内", "by 2025-05-31", reference=_MAY),
        says("当月", "2025-05", reference=_MAY),
        says("下月", "2025-06", reference=_MAY),
        says("下个月", "2025-06", reference=_MAY),
        says("下月初", "2025-06-01/2025-06-10~", reference=_MAY),
        says("下月", "2024-02", year=2024, reference=_JANUARY),
        says("下月", "if"),
        says("次月", "2025-06", reference=_MAY),
        says("上月", "2025-04", reference=_MAY),
        says("上个月", "2023-12", year=2024, reference=_JANUARY),
        says("本季度", "2025-Q2", reference=_MAY),
        says("本季度末", "2025-06-21/2025-06-30~", reference=_MAY),
        says("上季度", "2025-Q1", reference=_MAY),
        says("上季度", "2023-Q4", year=2024, reference=_JANUARY),
        says("下季度", "2025-Q3", reference=_MAY),
        says("下季度", "if"),
        says("本周", "2025-05-05/2025-05-11", reference=_MAY),
        says("下周", "2025-05-12/2025-05-18", reference=_MAY),
        says("上周", "if"),
        says("本学期", "2025-02-14/2025-06-30~", reference=_MAY),
        says("下学期", "2025-09-01/2026-01-26~", reference=_MAY),
        says("本学期", "if"),
        says("今天", "2025-05-06", reference=_MAY),
        says("明天", "2025-05-07", reference=_MAY),
        says("明日前", "by 2025-05-07", reference=_MAY),
        says("即日起", "from 2025-05-06", reference=_MAY),
        says("即日起", "if"),
        says("3月", "2025-03", year=None, reference=_MAY),
        says("2026年", "2026", reference=_MAY),
    ],
    [
        silent("召开本年度工作会议", "an attribute"),
        silent("较去年增长5%", "a comparison"),
        silent("为下一年工作做准备", "an attribute"),
        silent("当天事当天毕", "a saying"),
        silent("今后工作打算", "no time"),
        silent("明日科技之星评选", "a name"),
        silent("上月球工程", "another word"),
        silent("当年度部门预算", "an attribute"),
        silent("日常管理", "no time"),
    ],
)
