"""What documents are called: titles of plans, and of what only looks like one. The words are in `titles.toml`."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from .lexicon import load

_WORDS = load("titles")
_BEHIND = r"(?:（[^（）]*）|\([^()]*\)|【[^【】]*】|\d+篇|合集|表|[一二三四五六七八九十\d]+)*+$"
ENDS_OF_PLANS = "|".join(_WORDS["plans"])  # a piece of patterns
_PLAN = Pattern(rf"(?:{ENDS_OF_PLANS}){_BEHIND}")
_WATCH = "|".join(_WORDS["watch"])
_OTHER = Pattern(
    rf"(?:{'|'.join((*_WORDS['others'], *_WORDS['forms']))}|(?:{_WATCH})(?:人员)?(?:安排|轮流|排班)?(?:表|安排)){_BEHIND}",
    needs=((*_WORDS["others"], *_WORDS["forms"], *_WORDS["watch"]),),
)
_FORM = Pattern(rf"(?:{'|'.join(_WORDS['forms'])}){_BEHIND}", needs=(_WORDS["forms"],))
_ON_WATCH = Pattern(rf"(?:{_WATCH})[^，。；：:\n]{{0,4}}[：:]", needs=(_WORDS["watch"],))
_STRONG = Pattern("|".join(_WORDS["strong"]))
NOTICES = "|".join(_WORDS["notices"])  # a piece of patterns
HANDS = "|".join(_WORDS["hands"])  # pieces of patterns
ISSUES = f"{HANDS}|{'|'.join(_WORDS['issues'])}"
_NOTICE = Pattern(
    rf"(?:关于|{ISSUES}|(?:19|20)\d\d年度?(?=.*工作的)).*(?:{NOTICES})(?:（[^（）]*）|\([^()]*\))?$",
    needs=(_WORDS["notices"],),
)
_ABOUT = Pattern(rf"关于.*的(?:{NOTICES}|意见)$", needs=(("关于",),))
_COVERS = Pattern(rf"{ISSUES}|《")
_COLLECTION = Pattern(r"(?:汇编|合集|选编)(?:[（(].*[）)])?$")
_STATE = Pattern(rf"[（(](?:(?:19|20)\d\d年?[-—–－~～至]+(?:19|20)\d\d年?|{'|'.join(_WORDS['states'])})[）)]")
TERMS = "|".join(_WORDS["terms"])  # a piece of patterns
_LIST = Pattern(rf"(?:{'|'.join(_WORDS['lists'])})(?:[（(][^（）()]*[)）])?$")
_ABOVE_TABLE = Pattern(rf"(?:{'|'.join((*_WORDS['lists'], *_WORDS['above_tables']))}|附件\d*)$")
_OF_WHOLE_YEAR = Pattern(r"要点|年度[^，。]{0,6}(?:计划|任务)|重点(?:工作|任务)")
_PAST = Pattern("|".join(_WORDS["past"]))


def names_plan(title: str) -> bool:
    """Whether a title ends as that of a plan does: …工作要点, …任务分解表（征求意见稿）."""
    return _PLAN.search(title) is not None


def is_state(line: str) -> bool:
    """Whether a line beneath a title says nothing but the years or the state of the plan: （2024—2026年）, （征求意见稿）."""
    return _STATE.fullmatch(line) is not None


def surely_names_plan(title: str) -> bool:
    """Whether a title has a word that names a plan even in the middle of a document."""
    return _STRONG.search(title) is not None


def names_other(title: str) -> bool:
    """Whether a title ends as that of a rule, a handbook, minutes or a list of prices does."""
    return _OTHER.search(title) is not None


def names_form(title: str) -> bool:
    """Whether a title ends as that of a form to be filled in: 参会回执, 先进集体推荐表."""
    return _FORM.search(title) is not None


def names_watch(text: str) -> bool:
    """Whether a text has a label of who keeps watch: 带班领导：, 值班员：."""
    return _ON_WATCH.search(text) is not None


def names_notice(title: str) -> bool:
    """Whether a title ends as that of a notice or a report does: 关于印发…要点的通知（试行）."""
    return _NOTICE.search(title) is not None


def ends_as_notice(text: str) -> bool:
    """Whether a text ends with all of such a title, or of that of an opinion: 关于…的意见."""
    return "关于" in text and _ABOUT.search(text) is not None


def covers_another(title: str) -> bool:
    """Whether the title of a notice says that it sends on a document: 关于印发…的通知, 《…》."""
    return _COVERS.search(title) is not None


def names_collection(title: str) -> bool:
    """Whether a title is that of a collection of documents: …文件汇编."""
    return _COLLECTION.search(title) is not None


def names_list(title: str) -> bool:
    """Whether a title ends as that of a list does: 任务清单, 责任分解表（征求意见稿）."""
    return _LIST.search(title) is not None


def may_head_table(text: str) -> bool:
    """Whether a text ends as what stands above a table does: …任务清单, …安排, 附件2."""
    return _ABOVE_TABLE.search(text) is not None


def is_of_whole_year(title: str) -> bool:
    """Whether a title says that the plan is for a whole year: 工作要点, 年度计划, 重点任务."""
    return _OF_WHOLE_YEAR.search(title) is not None


def tells_of_past(title: str) -> bool:
    """Whether a title speaks of what is judged when its year is over: 关于2025年度考核工作的通知."""
    return _PAST.search(title) is not None
