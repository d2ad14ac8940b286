"""Weeks of months and n-th weekdays: what must be read, and what looks like it."""

from __future__ import annotations

from ...specimens import family, says, silent
from .rules import RULES

CORPUS = family(
    "time: weeks",
    (rule.name for rule in RULES),
    [
        # May 2025 begins on a Thursday: its first whole Monday week is 5–11.
        says("五月第一周", "2025-05-05/2025-05-11"),
        says("五月第二周", "2025-05-12/2025-05-18"),
        says("5月第二周", "2025-05-12/2025-05-18"),
        says("5月第2周", "2025-05-12/2025-05-18"),
        says("5月份第三周", "2025-05-19/2025-05-25"),
        says("5月第四周", "2025-05-26/2025-06-01"),
        # May 2024 begins on a Wednesday: 6–12 is week one.
        says("五月第二周", "2024-05-13/2024-05-19", year=2024),
        # September 2025 begins on a Monday.
        says("9月第一周", "2025-09-01/2025-09-07"),
        says("9月第1周", "2025-09-01/2025-09-07"),
        says("9月最后一周", "2025-09-29/2025-10-05"),
        # March 2025: Mondays 3, 10, 17, 24, 31.
        says("3月最后一周", "2025-03-31/2025-04-06"),
        says("3月第五周", "2025-03-31/2025-04-06"),
        says("2026年3月第一周", "2026-03-02/2026-03-08"),
        says("3月第二个星期", "2025-03-10/2025-03-16"),
        # June 2025: Sundays 1, 8, 15, 22, 29.
        says("6月第3个星期日", "2025-06-15"),
        says("6月第三个星期日", "2025-06-15"),
        says("6月第三个周日", "2025-06-15"),
        says("6月第一个周一", "2025-06-02"),
        says("6月最后一个星期五", "2025-06-27"),
        says("9月第三个星期六", "2025-09-20"),
        says("9月第三个周六", "2024-09-21", year=2024),
        says("3月第二周前", "by 2025-03-09"),
        says("5月第二周前完成", "by 2025-05-11"),
        says("5月第二周起", "from 2025-05-12"),
        says("5月第一周至第三周", "2025-05-05/2025-05-25"),
        says("5月第一周至5月第三周", "2025-05-05/2025-05-25"),
        says("5月第一周、第三周", "2025-05-05/2025-05-11", "2025-05-19/2025-05-25"),
        says("5月第二周", "?", year=None),
        # With `weeks = "from-first"` May 1 to 4, 2025 belong to week one.
        says("5月第一周", "2025-04-28/2025-05-04", calendar={"weeks": "from-first"}),
        says("5月第二周", "2025-05-05/2025-05-11", calendar={"weeks": "from-first"}),
        says("举办劳动教育宣传周活动（五月第二周）。", "2025-05-12/2025-05-18", raw="五月第二周"),
        says("11月第一周：举办全民终身学习活动周。", "2025-11-03/2025-11-09", raw="11月第一周"),
    ],
    [
        silent("2月第五周", "February 2025 has four Monday weeks"),
        silent("举办宣传周活动", "a name"),
        silent("推普周", "a name"),
        silent("第十周年庆典", "an anniversary"),
        silent("校园周边环境整治", "周边 is another word"),
        silent("科技周期间", "a name"),
    ],
)
