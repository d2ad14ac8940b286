"""What work plans say is done, as pieces of patterns: the verbs that a time stands before. The words are in `verbs.toml`."""

from __future__ import annotations

from .lexicon import load

_LIST = load("verbs")
_CLAUSE = "[^,;:，；：。()（）]"
_END = rf"(?!{_CLAUSE})"


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


WORK = _any_of(_LIST["work"])
NOMINAL = _any_of(_LIST["nominal"])
# What work brings about: 增强了意识 tells an aim as often as what is over.
OUTCOME = _any_of(_LIST["outcomes"])
AIM, DONE, WORKS = _any_of(_LIST["aims"]), _any_of(_LIST["done"]), _any_of(_LIST["works"])
HAPPENED = _any_of(_LIST["happened"])
STRENGTHENED = _any_of(_LIST["strengthened"])
BUILDS, INSPECTS = _any_of(_LIST["builds"]), _any_of(_LIST["inspects"])
TAKES_UP, SUMS = frozenset(_LIST["takes_up"]), _any_of(_LIST["sums"])
LISTED = (*_LIST["work"], *_LIST["nominal"])
ADVERBS = (*_LIST["adverbs"],)
ADVERB = _any_of(_LIST["adverbs"])
# An act at the beginning of what is left of a clause; one whose verb is as often a noun has to count something.
ACT = rf"{ADVERB}{{0,3}}(?:{WORK}(?!的|以来)|{NOMINAL}(?![^,;，；。]{{0,20}}(?:方案|办法|计划|制度|要点|名单|结果|情况))(?=[^,;，；。]{{0,30}}\d))"
# The same of any verb: one of the lists, or two characters that make a verb by what they begin and end with, and an object that names
# no figure and no occasion: 全年招引项目, 元宵节燃放烟花; not 全年接待任务, 春节慰问活动.
_FIGURE = _any_of(_LIST["figures"])
_UNLISTED = (
    f"(?:[{_LIST['begin_acts']}][㐀-鿿](?<![{_LIST['end_nouns']}])"
    "|(?![生灵]活|[友爱美]好|[支产收]出|[收构组]成)[㐀-鿿][好紧牢活实亮响密足齐透准旺出成完到住掉])"  # 用好, 盘活, 扎紧
)
_OBJECT = rf"(?!的|以来|(?:{NOMINAL})?{_any_of(_LIST['occasions'])}{_END})(?={_CLAUSE}{{2}})(?!{_CLAUSE}{{0,40}}?{_FIGURE}{_END})"
ANY_ACT = rf"{ADVERB}{{0,3}}(?:{WORK}(?!的|以来|{_FIGURE}{_END})|(?:{NOMINAL}|{_UNLISTED}){_OBJECT})"
# A verb that is all of the clause: 暑假施工.
ACT_ALONE = rf"(?!{NOMINAL}|[㐀-鿿]{{1,2}}{_FIGURE}{_END}){_UNLISTED}{_END}"
_COUNT_ENDS = rf"[余多]?[万亿千百]{{0,2}}(?:个百分点|[^\d,;，；。:：()]{{0,2}})(?:以上|左右|以内)?{_END}"
# What sets a target each year: 每年培训500人次, but 每年培训2次 says how often.
YEARLY_TARGET = rf"{_CLAUSE}{{0,20}}?\d[\d.]*(?![次场期轮批回遍]){_COUNT_ENDS}"
