"""Figures, what they count and how far a work is: 100所, 5.5万元, 80%, 增长7%以上, 已完成. The words are in `figures.toml`."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from .bodies import any_of
from .lexicon import load

_WORDS = load("figures")
MEASURES: str = _WORDS["apart"] + _WORDS["others"]  # as a class of characters
SCALES = "[万亿千百]"
# Pieces of patterns: a unit behind its figure, and what a blank before it does not part from its number (12 月, 40 座).
UNIT = rf"{SCALES}{{0,2}}(?:{any_of(_WORDS['measures'])}|[{MEASURES}])"
# Behind 3.5 it makes an amount of that: 3.5万亩, no 9.20年级会.
UNIT_OF_AMOUNT = "(?:[万亿倍吨]|元(?![旦宵])|年(?![级会终])|月(?![考末])|平方|立方|公[里顷斤]|个?百分点|小时)"
UNIT_APART = f"[年月日号季{_WORDS['apart']}万亿]"
_BARE = Pattern(rf"[-+±−<>≥≤]?[\d,.，]+\s*(?:{UNIT}|{SCALES})?左?右?")
_AMOUNT = Pattern(
    rf"{any_of(_WORDS['changes'])}{{0,3}}[-+<>±≥≤＞＜]?\d[\d,.，]*(?:[—~～-][\d.]+)?(?:[%％‰万亿千百]|个百分点)*[㐀-鿿]{{0,4}}?"
    r"(?:以上|以下|以内|之内|左右)?"
)
_STATE = Pattern(
    rf"\d{{1,3}}(?:\.\d+)?[%％]|0(?:\.\d+)?|1(?:\.0+)?|(?:已|未|正?在)?[㐀-鿿]{{0,2}}{any_of(_WORDS['states'])}"
)
_OF_MEASURE = Pattern("(?:计[量算费价]|收费|结算|数量|度量)?单位")
_MEASURE = Pattern(r"[^·•・/／]{1,4}(?:[·•・/／]每?[^·•・/／]{1,4})*")


def is_figure(text: str) -> bool:
    """Whether a text is a bare figure, with what it counts or without: 1,200, 35%, 5.5万元, -3."""
    return _BARE.fullmatch(text) is not None


def says_amount(text: str) -> bool:
    """Whether a text says how much and nothing else: 30家, 增长7%以上."""
    return _AMOUNT.fullmatch(text) is not None


def says_how_far(text: str) -> bool:
    """Whether a text says how far a work is and nothing else: 100%, 0.8, 已完成, 正在推进中."""
    return _STATE.fullmatch(text) is not None


def heads_measures(header: str) -> bool:
    """Whether a header may say in what figures are counted: 单位, 计量单位."""
    return _OF_MEASURE.fullmatch(header) is not None


def may_be_measure(text: str) -> bool:
    """Whether a text may be what is counted: 平方公里, 人·次, 元/立方米."""
    return _MEASURE.fullmatch(text) is not None
