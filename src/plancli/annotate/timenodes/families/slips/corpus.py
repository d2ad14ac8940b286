"""Slips seen in print: what must be read all the same, and what cannot be."""

from __future__ import annotations

from ...specimens import family, says, silent
from .rules import RULES

CORPUS = family(
    "time: slips",
    (rule.name for rule in RULES),
    [
        says("7月：前完成", "by 2025-06-30"),
        says("7月:前完成", "by 2025-06-30"),
        says("7月：前完成问题整改。", "by 2025-06-30", raw="7月：前"),
        says("8月：底", "2025-08-21/2025-08-31~"),
        says("8月：底秋季食品安全督查。", "2025-08-21/2025-08-31~", raw="8月：底"),
        says("8月：底前完成", "by 2025-08-31"),
        says("8月：末", "2025-08-21/2025-08-31~"),
        says("2025年8月：底前", "by 2025-08-31", year=2024),
        says("3 月 底 前", "by 2025-03-31"),
        says("3　月　底前", "by 2025-03-31"),
        says("2025 年 6 月底 前", "by 2025-06-30", year=2024),
        says("6 月 30 日 前", "by 2025-06-30"),
        says("6 月 1 0 日 前", "by 2025-06-10"),
        says("9月1 5日至2 8日", "2025-09-15/2025-09-28"),
        says("11月3O日前完成", "by 2025-11-30"),
        says("2O26年5月", "2026-05"),
        says("4月l5日", "2025-04-15"),
        says("8月未前完成", "by 2025-08-31"),
        says("年未之前", "by 2025-12-31"),
        says("对9月未前往核查的企业约谈。", "2025-09", raw="9月"),
        says("Ⅲ季度", "2025-Q3"),
        says("Ⅰ、Ⅱ季度", "2025-Q1", "2025-Q2"),
        says("第Ⅳ季度完成", "2025-Q4", raw="第Ⅳ季度"),
        says("12月31前", "by 2025-12-31"),
        says("12月31之前", "by 2025-12-31"),
        says("6月30前完成", "by 2025-06-30"),
        says("9 月- 11 月", "2025-09/2025-11"),
        says("第 一 季 度", "2025-Q1"),
        says("上 半 年", "2025-H1"),
        says("每 月", "FREQ=MONTHLY"),
        says("全 年", "all 2025"),
        says("3月，：组织培训", "2025-03", raw="3月"),
        says("五月第二週", "2025-05-12/2025-05-18"),
        says("每週四", "FREQ=WEEKLY;BYDAY=TH"),
        says("國慶節前", "by 2025-09-30"),
        says("第二學期", "2025-02-14/2025-06-30~"),
        says("7月上旬至８月中旬", "2025-07-01/2025-08-20"),
    ],
    [
        silent("2月30日", "there is no such day; a diagnostic says so"),
        silent("2月30日前", "there is no such day; a diagnostic says so"),
        silent("2025年6月31日", "there is no such day; a diagnostic says so"),
        silent("11月31日前完成", "there is no such day; a diagnostic says so"),
        silent("月：前", "no number"),
        silent("O3月均浓度下降", "ozone"),
        silent("前年未完成的", "not done"),
    ],
)
