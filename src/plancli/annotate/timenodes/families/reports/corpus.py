"""Reports of what is over, and orders that read like them; what tells them apart is in `past.py`."""

from __future__ import annotations

from ...specimens import family, says, silent

CORPUS = family(
    "time: reports",
    (),
    [
        says("6月底前，对已完成整改的问题逐项验收。", "by 2025-06-30", raw="6月底前"),
        says("为了做好迎检工作，3月15日前上报材料。", "by 2025-03-15", raw="3月15日前"),
        says("5月份，除了常规检查，还要组织一次联合执法。", "2025-05", raw="5月份"),
        says("9月，开展宪法宣传周，增强了学生的法治意识。", "2025-09", raw="9月"),
        says("3月中旬，带领学生走进社区，了解垃圾分类。", "2025-03-11/2025-03-20", raw="3月中旬"),
        says("8月底前，各镇已建成的垃圾分类点全部投用。", "by 2025-08-31", raw="8月底前"),
        says("7月，要对完成了验收的项目开展回头看。", "2025-07", raw="7月"),
        says("10月，对完成了改厕的农户逐户回访。", "2025-10", raw="10月"),
        says("截至9月底，建成高标准农田3万亩。", "by 2025-09-30", raw="截至9月底"),
        says("4月8日召开全区动员会议。", "2025-04-08", raw="4月8日"),
        says("5月召开会议，传达上级部署要求。", "2025-05", raw="5月"),
        says("2月印发了通知，6月底前完成自查。", "by 2025-06-30", raw="6月底前"),
    ],
    [
        silent("区教育局于2025年2月中旬印发了实施细则，各校遵照执行。", "a deed done"),
        silent("4月10日至12日，督查专班分三路下乡，采取随机抽查方式，对秸秆禁烧工作开展了检查。", "a deed done"),
        silent("去年11月，区里成立了工作专班。", "a deed done"),
        silent("督查组对二季度落实情况进行了通报，上半年走访了所有镇街。", "deeds done"),
        silent("2025年3月6日县委第4次常委会已审议通过。", "a deed done"),
        silent("方案业经2025年3月6日县政府第8次常务会议审议通过，现印发给你们。", "by whose leave"),
        silent("经3月6日县政府常务会议同意，现将要点印发。", "by whose leave"),
        silent("已于3月6日完成备案", "a deed done"),
        silent("截至9月底，全县已累计建成高标准农田3万亩。", "what was reached"),
        silent("传达学习4月8日市委常委会会议精神。", "a meeting held"),
        silent("根据3月20日全区安全生产调度会部署要求，开展隐患排查。", "a meeting held"),
        silent("排涝站9月份已完工，运行良好。", "a deed done"),
    ],
)
