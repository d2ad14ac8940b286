"""What work plans say is done, as pieces of patterns: the verbs that a time stands before. The words are in `verbs.toml`."""

from __future__ import annotations

from .lexicon import load

_LIST = load("verbs")


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


WORK = _any_of(_LIST["work"])
NOMINAL = _any_of(_LIST["nominal"])
ADVERB = _any_of(_LIST["adverbs"])
# An act at the beginning of what is left of a clause; one whose verb is as often a noun has to count something.
ACT = rf"{ADVERB}{{0,3}}(?:{WORK}(?!的|以来)|{NOMINAL}(?![^,;，；。]{{0,20}}(?:方案|办法|计划|制度|要点|名单|结果|情况))(?=[^,;，；。]{{0,30}}\d))"
