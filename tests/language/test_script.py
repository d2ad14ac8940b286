"""Blanks and script: what goes, what stays, and that offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.language.script import fold_forms, join, simplify, squeeze


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("责 任 部 门", "责任部门"),
        ("2025 年 3 月　底前", "2025年3月底前"),
        ("推进 AI 赋能", "推进AI赋能"),
        ("建设 Smart City 平台", "建设Smart City平台"),
        ("建设A\u3000B平台", "建设A B平台"),
        ("选A\u3000甲", "选A甲"),
        ("  首行缩进\u3000", "首行缩进"),
        ("零宽\u200b字符\ufeff", "零宽字符"),
        ("5 000 元", "5 000元"),
        ("", ""),
        (" \t", ""),
    ],
)
def test_squeeze(printed: str, expected: str) -> None:
    assert squeeze(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("建立健全區域教育督導體制機制", "建立健全区域教育督导体制机制"),
        ("中小學生全员导师制", "中小学生全员导师制"),
        (
            "著名学者乾隆年间藉口",
            "著名学者乾隆年间藉口",
        ),  # simplified text keeps characters that are traditional elsewhere
        ("在乾淨的環境裡，於是後來發展", "在干净的环境里，于是后来发展"),
        ("plain ASCII — 1.2", "plain ASCII — 1.2"),
        ("镕基堃", "镕基堃"),
        ("副镇长李国樑、陈昇", "副镇长李国樑、陈昇"),
        ("副鎮長李國樑", "副镇长李国梁"),
    ],
)
def test_simplify(printed: str, expected: str) -> None:
    assert simplify(printed) == expected


def test_join_keeps_latin_words_apart() -> None:
    assert join("使用Open", "Data平台") == "使用Open Data平台"
    assert join("举办20", "25年活动") == "举办2025年活动"
    assert join("建设", "平台") == "建设平台"


@settings(derandomize=True)
@given(st.text())
def test_simplify_keeps_offsets_and_squeeze_loses_only_blanks(text: str) -> None:
    assert len(simplify(text)) == len(text)
    once = squeeze(text)
    assert squeeze(once) == once
    assert [char for char in once if not char.isspace()] == [char for char in squeeze(once) if not char.isspace()]


@pytest.mark.parametrize("colon", "\u2236\ufe55\ufe30\ua789")
def test_what_is_typed_for_a_colon_is_one_and_a_ratio_stays(colon: str) -> None:
    assert fold_forms(f"责任单位{colon}县水利局") == "责任单位：县水利局"
    assert fold_forms(f"比例1{colon}500") == f"比例1{colon}500"
