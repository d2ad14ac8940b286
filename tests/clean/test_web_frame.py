"""What a web page and a browser put around a document, and lines that only look so."""

from __future__ import annotations

import pytest

from plancli.clean.web_frame import is_web_frame

FRAMES = [
    "发布时间:2025-04-1216:35来源:县政府办浏览次数:1274字号:[大中小]打印分享到:",
    "时间:2025-07-1117:01浏览次数:信息来源:白塔县政府",
    "文章来源:局办公室|发布日期:2025-02-18|阅读:431次|打印|关闭",
    "打印|关闭|返回顶部",
    "您的位置:网站首页/机构概况/工作计划",
    "无障碍浏览长者模式",
    "https://www.example.cn/art/2025/4/12/art_1_2.html1/3",
    "4/12/25,12:11AM白塔县人民政府关于印发2025年工作要点的通知-白塔县人民政府",
    "2025/4/12上午10:12白塔县2025年工作要点",
]
TEXTS = [
    "时间：2025年",
    "时间:2025-03-12",
    "来源",
    "1.打印全县地图。",
    "下载安装反诈软件1万户",
    "https开头的网站由网信办清理。",
    "2025/4/12前完成",
]


@pytest.mark.parametrize("text", FRAMES)
def test_a_frame_is_told(text: str) -> None:
    assert is_web_frame(text)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_none(text: str) -> None:
    assert not is_web_frame(text)
