"""The one list of roles: what the words of `roles.toml` make of marks and verbs, beside labels and the names of bodies."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import Any

from ..grammar.pattern import Pattern
from ..model.bulletin import Role
from .bodies import CLOSE, LONGEST, NICKNAME, OPEN, SENTENCE, any_of
from .lexicon.in_force import compiled, lists_of
from .role_verbs import Verbs
from .script import has_any
from .verbs import ADVERB, NOMINAL, WORK

__all__ = ["CLOSE", "OPEN", "Words", "any_of", "words", "words_for"]
_TIME = Pattern(
    r"^(?:\d{2,4}年|\d{1,2}月|每[年月周日季]|全年|长期|常年|持续|贯穿|年底|年内|[上下]半年|第?[一二三四1-4]季度|即日|立即|适时|按时|常态|视情|待|(?:条件|时机)(?:成熟|具备))"
    r"|(?:前|底|末|完成|推进|坚持|进行|开展|到位|长期|全年|[上中下]旬|\d[日号月年])$"
)
_DUE = Pattern(rf"(?<=..)前(?:{WORK})$", needs=("前",))  # 秋收前通车, 4月前举办

_BY = Pattern(r"(?<![理自缘经])由(?![于此来])")


_SHORT_MARKS: Mapping[str, Role] = {"主": "lead", "牵": "lead", "协": "support", "配": "support"}  # 发改委（主）


class Words(Verbs):
    """The compiled words of who: bodies, labels, and here roles and verbs. Patterns are compiled at their first use."""

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        return re.compile(any_of(self._leads))

    @cached_property
    def _support(self) -> re.Pattern[str]:
        return re.compile(any_of(self._roles["support"]))

    @cached_property
    def _qualifier(self) -> re.Pattern[str]:
        return re.compile(rf"{any_of(self._roles['modifiers'])}{{1,2}}")

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """What a mark beside a name holds: 牵头, 配合单位."""
        return re.compile(rf"^(?:{self._act_run}(?:{self._noun})?|[{''.join(_SHORT_MARKS)}])$")

    @cached_property
    def inner_verb(self) -> re.Pattern[str]:
        """What stands between bodies of two parts: 牵头, 会同."""
        joint = any_of(self.joints_between)
        return re.compile(rf"(?P<act>{any_of(self._leads)})(?P<with>并?{joint}|联合)?|(?P<joint>{joint}|协同)")

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """What stands between bodies that do it together: 会同."""
        return re.compile(any_of(self.joints_between))

    @cached_property
    def joints_between(self) -> tuple[str, ...]:
        """The words of `joint`."""
        return tuple(self._roles["joints_between"])

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        return re.compile(rf"(?:并|再|同时)?(?:{any_of(self._roles['joints'])})(?=..)")

    def joint_before(self, text: str, start: int, end: int) -> int:
        """Where the names begin that 会同 joins to who leads; `start` where it does not."""
        found = self._joint.match(text, start, end)
        return found.end() if found else start

    @cached_property
    def _goes_on(self) -> re.Pattern[str]:
        """What a clause goes on with behind its names: a verb, how, by when."""
        said = any_of((*self._acts, *self._roles["duties"], *self._roles["done"], *self._roles["manner"]))
        return re.compile(
            rf"$|等|[\d每按于在对将为以从]|[一二三四五六七八九十]{{1,2}}[月季]|年[内底末前]|[上下]半年|共同|分别|一[起道并同]|{said}|{ADVERB}|{WORK}|{NOMINAL}"
        )

    def end_of_names(self, text: str, start: int, end: int) -> int:
        """Where the bodies listed in text[start:end] end, whatever the clause goes on with (法警大队|抓好落实, 各乡镇林业站|年内
        完成); `start` where its last piece begins with none."""
        last = max(text.rfind("、", start, end) + 1, start)
        ends = [at for at in range(last + 2, min(end, last + LONGEST) + 1) if self.is_body(text[last:at])]
        if not ends:
            return start
        known = [at for at in ends if self._goes_on.match(text, at, end)]
        if known:  # 应急中心|组织演练: a verb behind a body, though it ends bodies too
            return known[-1] - 2 if known[-1] - 2 in known and text.endswith("组织", 0, known[-1]) else known[-1]
        whole = (at for at in ends if at + 1 not in ends)  # 县公安局, not 县公安
        return next((at for at in whole if text[at : at + 1] not in self.continuations.get(text[at - 1], "")), start)

    def role_of(self, text: str, default: Role = "responsible") -> Role:
        """The role that a label, mark or verb gives: 牵头 → lead, 配合 → support, 责任 → responsible."""
        if self._lead.search(text):
            return "lead"
        if self._support.search(text):
            return "support"
        return _SHORT_MARKS.get(text, default)

    def role_of_header(self, header: str) -> Role:
        """The role of the bodies or persons beneath a header; of one that names two parts (牵头及配合单位), responsible."""
        lead, support = self.has_lead(header), self._support.search(header) is not None
        return "lead" if lead and not support else "support" if support and not lead else "responsible"

    def heads_bodies(self, header: str) -> bool:
        """Whether a header is a word of role, alone or before what a body ends with: 承办, 承办专委会, 配合工委."""
        act = self._leading_act.match(header)
        rest = header[act.end() :] if act else ""
        return act is not None and (not rest or (1 < len(rest) <= 6 and self.ends_as_body(rest)))

    def heads_names(self, header: str) -> bool:
        """Whether a header is a word of role before any noun for those who do it: 责任网格, 牵头片长."""
        return self._holder.fullmatch(header) is not None

    @cached_property
    def _holder(self) -> re.Pattern[str]:
        things, verbs = any_of(self._roles["things"]), rf"{WORK}|{NOMINAL}|[到由将以是为好不]"
        return re.compile(rf"{any_of(self._roles['holders'])}(?!{verbs}|[㐀-鿿]*{things}$)[㐀-鿿]{{2,4}}")

    @cached_property
    def _leading_act(self) -> re.Pattern[str]:
        return re.compile(any_of(self._acts))

    def has_lead(self, text: str) -> bool:
        """Whether a word of leading is in it."""
        return self._lead.search(text) is not None

    @cached_property
    def _own_part(self) -> re.Pattern[str]:
        return re.compile(any_of((*self._leads, *self._roles["own_parts"])))

    def has_own_part(self, text: str) -> bool:
        """Whether a word of leading is in it, or one of support that needs nobody who leads: 协办."""
        return self._own_part.search(text) is not None

    def may_act(self, text: str) -> bool:
        """Whether any word of role is in it; for texts that have none."""
        return self._any_act.search(text) is not None

    def may_tell(self, text: str) -> tuple[bool, bool]:
        """Whether any word of role is in it, and whether a sentence of it may say who leads, by whom a thing is done, or who is
        责任单位."""
        acts = self.may_act(text) or "职责" in text  # 按职责推进
        leads = (
            (acts and ("由" in text or "为" in text or "请" in text or self.has_own_part(text)))
            or has_any(text, self.joints_between)
            or "按职责" in text
            or ("由" in text and _BY.search(text) is not None and self.may_do(text))  # 由县文旅局部署
        )
        return acts, leads

    def without_lead(self, text: str) -> str:
        """The text without its words of leading."""
        return self._lead.sub("", text)

    def without_qualifier(self, name: str) -> str:
        """A body's name without what qualifies the label behind it, their blank gone: 县文旅局项目 before 负责人：."""
        if not self.is_body(name):
            for size in range(len(name) - 1, max(1, len(name) - 5), -1):
                if self._qualifier.fullmatch(name, size) and self.is_complete(name[:size]):
                    return name[:size]
        return name

    def is_time(self, piece: str) -> bool:
        """Whether a piece of a list says when, not who: 6月底前完成, 长期坚持."""
        return _DUE.search(piece) is not None or (_TIME.search(piece) is not None and not self.suffix(piece))

    def is_nobody(self, text: str) -> bool:
        """Whether a cell names nobody: 无, /, a form's prompt (单击此处输入文字)."""
        return text in self.nobody or text.strip("[【（(").startswith(self._prompts)

    def _is_label(self, name: str) -> bool:
        """牵头单位 by itself names nobody; 经办中心 is somebody."""
        return self._plain_label.fullmatch(name) is not None

    @cached_property
    def _plain_label(self) -> re.Pattern[str]:
        nouns = any_of(word for word in self._roles["bodies"] if len(word) > 1 and word != "中心")
        return re.compile(rf"(?:{any_of(self._acts)}){{1,2}}{nouns}")

    def may_be_name(self, name: str) -> bool:
        """Whether a piece of a labelled statement or a column can be a name at all: no empty mark, time or sentence."""
        return self._may_be_name(name)

    @cached_property
    def _may_be_name(self) -> Callable[[str], bool]:
        return lru_cache(maxsize=4096)(self._is_possible_name)  # the same names come in many tasks

    def _is_possible_name(self, name: str) -> bool:
        if self.is_nobody(name) or len(name) < 2 or len(name) > 40 or self._is_label(name):
            return False
        if not re.search(r"[㐀-鿿]|[A-Za-z]{2}", name):
            return False
        if _DUE.search(name):
            return False
        name = NICKNAME.sub("", name) or name
        if self.suffix(name) and not SENTENCE.search(name):
            return True
        return not _TIME.search(name) and not SENTENCE.search(name)


class WordPattern:
    """A pattern made of the words in force, compiled at its first use under them."""

    def __init__(self, source: Callable[[Words], str]) -> None:
        self._source = source

    def _make(self, additions: Mapping[str, Any]) -> re.Pattern[str]:
        return re.compile(self._source(words_for(additions)))

    def __call__(self) -> re.Pattern[str]:
        return compiled(self._make)


def ends_in_mark(text: str) -> bool:
    """Whether a text ends with a mark of role in brackets, as a name in a list does: 教育局（牵头）."""
    opened = max(text.rfind("（"), text.rfind("(")) if text[-1:] in "）)" else -1
    return opened >= 0 and words().mark.match(text[opened + 1 : -1]) is not None


def words() -> Words:
    """The words with the word lists in force."""
    return compiled(Words)


def words_for(additions: Mapping[str, Any] | None) -> Words:
    """The words with a user's own (`Settings.lexicon`)."""
    return lists_of(additions).compiled(Words)
