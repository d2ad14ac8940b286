"""From then on: what must be read, and what looks like it."""

from __future__ import annotations

from datetime import date

from ...modifiers import AFTER, FROM
from ...specimens import family, says, silent

CORPUS = family(
    "time: starts",
    (FROM, AFTER),
    [
        says("3月起", "from 2025-03"),
        says("从3月起", "from 2025-03"),
        says("自3月起", "from 2025-03"),
        says("自2025年3月1日起", "from 2025-03-01", year=2024),
        says("2025年3月1日起", "from 2025-03-01"),
        says("从2026年1月起", "from 2026-01"),
        says("从3月开始", "from 2025-03"),
        says("3月开始", "from 2025-03"),
        says("9月1日开始", "from 2025-09-01"),
        says("自9月1日开始", "from 2025-09-01"),
        says("二季度起", "from 2025-04"),
        says("从下半年起", "from 2025-07"),
        says("下半年起", "from 2024-07", year=2024),
        says("7月中旬起", "from 2025-07-11"),
        says("从年初开始", "from 2025-01~"),
        says("2026年起", "from 2026"),
        says("自2026年起", "from 2026"),
        says("今年起", "from 2025"),
        says("今年以来", "from 2025"),
        says("3月以来", "from 2025-03"),
        says("6月以后", "from 2025-07-01"),
        says("6月之后", "from 2025-07-01"),
        says("6月后", "from 2025-07-01"),
        says("12月后", "from 2026-01-01"),
        says("6月30日后", "from 2025-07-01"),
        says("2月28日之后", "from 2024-02-29", year=2024),
        says("6月底后", "from 2025-07-01~"),
        says("春节后", "from 2025-02-05"),
        says("国庆节后", "from 2024-10-08", year=2024),
        says("3月起", "?", year=None),
        says("即日起", "if"),
        says("自即日起", "if"),
        says("即日起至6月30日", "by 2025-06-30"),
        says("自即日起至12月底", "by 2025-12-31"),
        says("即日起至6月30日", "2025-03-10/2025-06-30", reference=date(2025, 3, 10)),
        says("即日起", "from 2025-03-10", reference=date(2025, 3, 10)),
        says("从5月起，每周通报一次进展。", "from 2025-05", "FREQ=WEEKLY", raw="从5月起…每周"),
        says("4月起在全区推开", "from 2025-04", raw="4月起"),
        says("自2025年9月1日起施行", "from 2025-09-01", raw="自2025年9月1日起"),
        says("现在起至年底，每周通报。", "by 2025-12-31", "FREQ=WEEKLY", raw="现在起至年底…每周"),
        says("从现在起到6月底", "by 2025-06-30"),
        says("自印发之日起至2025年12月31日", "by 2025-12-31"),
    ],
    [
        silent("一起推进", "一起 is another word"),
        silent("发起成立联盟", "another word"),
        silent("之后统一公布", "no time is said"),
        silent("课后服务", "another word"),
        silent("会后整改", "another word"),
        silent("后期管护", "another word"),
        silent("从源头抓起", "no time is said"),
        silent("自2023年度考核结果公布", "a year as an attribute"),
    ],
)
