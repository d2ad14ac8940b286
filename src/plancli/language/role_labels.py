"""Labels of names and of times, made of the words of `roles.toml`: 牵头单位：, 分管馆领导：, 责任单位为, 【责任单位】, 完成时限：."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from ..grammar.pattern import Pattern
from .bodies import LEVEL, Bodies, any_of
from .lexicon import load

_IS = Pattern(r"[为是系]", needs=("为是系",))
_COLON = Pattern("[：:｜]")
_LONGEST_LABEL = 24  # characters before a label's colon that may be part of it


class RoleLabels(Bodies):
    """The compiled labels, beside the names of bodies. Patterns are compiled at their first use."""

    def __init__(self, additions: Mapping[str, Any]) -> None:
        super().__init__(additions)
        self._roles = roles = load("roles", additions)
        self.nobody = frozenset(roles["nobody"])
        self.same = frozenset(roles["same"])
        self._prompts: tuple[str, ...] = tuple(roles["prompts"])
        self.ticked, self.unticked = "".join(roles["ticked"]), "".join(roles["unticked"])
        self.signs_of_lead: str = "".join(roles["signs"])
        self._acts: tuple[str, ...] = (*roles["lead"], *roles["support"], *roles["responsible"])
        self._leads: tuple[str, ...] = tuple(roles["lead"])
        ends = [
            *roles["bodies"],
            *roles["doers"],
            "长",
            *roles["persons"],
            *roles["divisions"],
            *roles["times"],
            *roles["bare_times"],
            *self._acts,
            *roles["label_acts"],
        ]
        self._doers: tuple[str, ...] = tuple(roles["doers"])
        self._label_ends = frozenset(word[-1] for word in ends) | set("）)")

    @cached_property
    def act(self) -> str:
        """A pattern of any word of role in a label."""
        return any_of(self._words_of_acts)

    @cached_property
    def _words_of_acts(self) -> tuple[str, ...]:
        return (*self._acts, *self._roles["label_acts"])

    def acts_before(self, text: str, sign: str) -> bool:
        """Whether such a word stands right before a sign."""
        at = text.find(sign)
        while at > 0:
            if text.endswith(self._words_of_acts, 0, at):
                return True
            at = text.find(sign, at + 1)
        return False

    @cached_property
    def _noun(self) -> str:
        """Who, behind a word of role in a label: 单位, 人."""
        return rf"(?:{any_of((*self._roles['bodies'], *self._roles['persons']))}|{self._stretch_head})"

    @cached_property
    def _act_run(self) -> str:
        modifier, link = any_of(self._roles["modifiers"]), "[及和与、/／]"
        before = rf"(?:(?<![㐀-鿿]){modifier}{{1,3}})?"  # after a Chinese character 局, 市 are the end of a name
        return rf"{before}{self.act}(?:{link}?{modifier}{{0,2}}{self.act}|[（(]{self.act}[)）]){{0,3}}"

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A label of names with its colon: 牵头单位：, 分管馆领导：, 相关部门：."""
        roles, act, noun, acts = self._roles, self.act, self._noun, self._act_run
        over, modifier, person = any_of(roles["oversight"]), any_of(roles["modifiers"]), any_of(roles["persons"])
        link = "[及和与、/／]"
        nouns = rf"{noun}(?:{link}(?:{acts})?{noun}|[（(](?:{act}|{noun})[)）](?:{noun})?){{0,3}}(?:{link}联系人)?"
        # 分管馆领导, 项目负责人: whatever stands between; without a word of oversight only where no name can be part of it
        between = rf"(?:(?!{over}|{act})[㐀-鿿])"
        holder = (
            rf"(?=[㐀-鿿]{{2,14}}[:：])(?:{over}{{1,2}}{between}{{0,5}}?|(?<![㐀-鿿：:、])(?!各位|尊敬|出席|参加|参会|陪同|邀请|加强|强化|坚持){between}{{0,8}}?)"
            r"(?:领导(?:同志)?|负责人|负责同志|责任人)"
        )
        plain = rf"(?<![㐀-鿿])(?:{any_of(roles['label_modifiers'])}){any_of(roles['bodies'])}|{self._open_label}"
        before = rf"(?:(?<![㐀-鿿]){modifier}{{1,3}})?"
        label = rf"(?!{any_of(roles['others'])}[:：])(?:{any_of(roles['divisions'])}|{acts}(?:{nouns})?|{plain}|(?<![㐀-鿿]){modifier}{{1,3}}(?:领导|领导同志|负责人)|{before}{over}{{1,3}}(?:{modifier})?{person}(?:{link}{nouns})?|{holder})"
        return re.compile(rf"(?P<label>{label})[:：｜]")

    @cached_property
    def _open_label(self) -> str:
        """What a body or a person is to the work, whatever the word: 行业监管单位, 施工主体, 县级河段长; not who sees to it (验收单位)
        or is addressed (主送单位)."""
        roles, modifier = self._roles, any_of(self._roles["modifiers"])
        other = rf"[㐀-鿿]{{0,6}}{any_of(roles['not_doers'])}[㐀-鿿]?{any_of(roles['doers'])}[:：]"
        doers = rf"(?!{other}|{any_of(roles['others'])})[㐀-鿿]{{2,8}}{any_of(roles['doers'])}"
        return rf"(?<![㐀-鿿：:、])(?=[㐀-鿿]{{2,12}}[:：])(?:{doers}|(?:{modifier}){{0,3}}{self._stretch_head})"

    def is_open(self, label: str) -> bool:
        """Whether a label has no word of role, so that what it heads has to tell that it names who does it: 施工主体."""
        return self._open.fullmatch(label + "：") is not None and self._named.search(label) is None

    @cached_property
    def _open(self) -> re.Pattern[str]:
        return re.compile(rf"{self._open_label}[:：]")

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(self.act)

    @cached_property
    def _stretch_head(self) -> str:
        """Who answers for a stretch of something: 河段长, 街长."""
        return rf"{any_of(self._roles['stretches'])}{{1,2}}长"

    @cached_property
    def bare_label(self) -> re.Pattern[str]:
        """A label without a colon: 责任单位, 分管领导."""
        roles, acts, noun = self._roles, self._act_run, self._noun
        nouns = rf"{noun}(?:[及和与、/／](?:{acts})?{noun}|[（(](?:{self.act}|{noun})[)）](?:{noun})?){{0,3}}"
        return re.compile(rf"{acts}{nouns}|(?:{any_of(roles['oversight'])}{any_of(roles['persons'])})")

    @cached_property
    def boxed_label(self) -> re.Pattern[str]:
        """A label in a box, or on a line of its own: 【责任单位】; there 建设科 is an office."""
        label = self.bare_label.pattern
        short = any_of([word for word in self._roles["bodies"] if len(word) == 1] + ["中心"])
        office = rf"{any_of(self._roles['label_acts'])}{short}[ \u3000]*\n"
        return re.compile(
            rf"(?:【|\[|［|(?:^|(?<=\n))(?!{office}))(?P<label>{label})(?:(?:】|\]|］)[:：]?|[ \u3000]*\n(?=.))"
        )

    @cached_property
    def other_label(self) -> re.Pattern[str]:
        """A label of something else, which ends an assignment: 完成时限：, 【备注】."""
        other = any_of((*self._roles["times"], *self._roles["bare_times"], *self._roles["others"]))
        others = rf"(?:{any_of(self._roles['modifiers'])}){{0,3}}{any_of(self._roles['not_doers'])}[㐀-鿿]{{0,2}}{any_of(self._roles['doers'])}"
        return re.compile(rf"{other}[:：]|(?<![㐀-鿿]){others}[:：]|[【\[［]{other}[】\]］]")

    @cached_property
    def time_label(self) -> re.Pattern[str]:
        """A label of times: 完成时限：."""
        roles = self._roles
        return re.compile(rf"(?:{any_of(roles['times'])}|(?<![㐀-鿿]){any_of(roles['bare_times'])})[:：]")

    @cached_property
    def _person(self) -> re.Pattern[str]:
        return re.compile(rf"{any_of(self._roles['persons'])}|{self._stretch_head}")

    @cached_property
    def _person_only(self) -> re.Pattern[str]:
        roles = self._roles
        return re.compile(
            rf"(?:{self.act}|{any_of(roles['oversight'])}|{any_of(roles['modifiers'])}){{0,4}}(?:{any_of(roles['persons'])}|{self._stretch_head})$"
        )

    @cached_property
    def _body(self) -> re.Pattern[str]:
        return re.compile(rf"{any_of(self._roles['bodies'])}(?:$|[及和与、/／（(）)])")

    @cached_property
    def stated_label(self) -> re.Pattern[str]:
        """A label that a sentence is about: 责任单位为, 牵头单位均是."""
        return re.compile(
            rf"(?P<label>{self.bare_label.pattern})(?:分别|均|都|统一|仍|应|主要)*[为是系](?![何谁否了])[:：]?"
        )

    def stated_labels(self, text: str) -> list[re.Match[str]]:
        """The labels that sentences are about, in order; looks before 为, 是 and 系 alone."""
        found: list[re.Match[str]] = []
        for verb in _IS.finditer(text):
            at = verb.start()
            if text[at - 1 : at] not in self._stated_ends:
                continue
            begin = max(found[-1].end() if found else 0, at - _LONGEST_LABEL)
            label = self.stated_label.search(text, begin, at + 3)
            if label is not None and at < label.end() <= at + 2:
                found.append(label)
        return found

    def labels_without_colon(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The labels in a stretch of names whose colon is left out, or is 为: 牵头单位市教育局，配合单位为市公安局."""
        position = start
        while found := self._without_colon.search(text, position, end):
            position = found.end()
            if found.start() == start or not "㐀" <= text[found.start() - 1] <= "鿿":
                yield found

    @cached_property
    def _without_colon(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<label>{self.bare_label.pattern})(?:[为是系]|[ \u3000]*(?={LEVEL}|各))")

    @cached_property
    def _stated_ends(self) -> frozenset[str]:
        nouns = (*self._roles["bodies"], *self._roles["persons"])
        return frozenset(word[-1] for word in nouns) | set("别均都一仍应要")

    def labels(
        self, text: str, start: int = 0, end: int | None = None, *, apart: bool = True
    ) -> Iterator[re.Match[str]]:
        """The labels of names in text[start:end], in order; looks before colons alone, which is what makes it cheap.

        `apart`: behind another word a bare word of role is that word's own (加强基础建设：); in a list it may be a label whose
        blank is gone (县文联协办：).
        """
        position = start
        for colon in self._colons(text, start, len(text) if end is None else end):
            if (found := self._label_before(text, position, colon)) and not (apart and self._is_of_word(found)):
                position = found.end()
                yield found

    def find_label(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first label of names in text[start:end]."""
        for colon in self._colons(text, start, len(text) if end is None else end):
            if (found := self._label_before(text, start, colon)) and not self._is_of_word(found):
                return found
        return None

    def _label_before(self, text: str, start: int, colon: int) -> re.Match[str] | None:
        return self.label.search(text, _label_begins(text, start, colon), colon + 1)

    def _is_of_word(self, label: re.Match[str]) -> bool:
        """Whether a bare word of role is that of the word before it: 加强基础建设：, “生活圈”建设：."""
        before = label.string[label.start() - 1 : label.start()]
        return ("㐀" <= before <= "鿿" or before in ("”", "》")) and self.names_no_kind(label["label"])

    @cached_property
    def time_word(self) -> str:
        """A pattern of what a label of times ends with."""
        return any_of((*self._roles["times"], *self._roles["bare_times"]))

    def find_time_label(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first label of times: 完成时限：."""
        for colon in self._colons(text, start, len(text)):
            if found := self.time_label.search(text, _label_begins(text, start, colon), colon + 1):
                return found
        return None

    def _colons(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where colons stand behind what may be a label's last character, in order; one at a time, as most readers ask for the first."""
        if "：" not in text and ":" not in text and "｜" not in text:  # the last: 责任单位｜教务处
            return
        for colon in _COLON.finditer(text, start + 1, end):
            if text[colon.start() - 1] in self._label_ends:
                yield colon.start()

    def may_label(self, text: str) -> bool:
        """Whether a colon stands behind what may be a label's last character, or a label may stand in a box."""
        if "】" in text or "]" in text or "］" in text or any(self._colons(text, 0, len(text))):
            return True
        at = text.find("\n")
        while at > 0:
            if text[at - 1] in self._label_ends:
                return True
            at = text.find("\n", at + 1)
        return False

    def ends_in_doers(self, text: str) -> bool:
        """Whether a text ends in a word for whoever does a thing, as headers do (责任单位, 县直部门), rather than names one."""
        return text.endswith(self._doers)

    def names_no_kind(self, label: str) -> bool:
        """Whether a label says neither body nor person: 负责：, 具体负责：."""
        return not self._body.search(label) and not self._person.search(label)

    def of_persons(self, label: str) -> bool:
        """Whether a label asks for persons: 分管领导, 责任人; a mixed one (责任单位及责任人) counts as one of bodies."""
        return self._person_only.search(label) is not None and not self._body.search(label)

    def mixed(self, label: str) -> bool:
        """Whether a label asks for bodies and persons at once: 责任单位及责任人."""
        return self._body.search(label) is not None and self._person.search(label) is not None


def _label_begins(text: str, start: int, colon: int) -> int:
    """Where the label before a colon begins at the earliest: in the same clause."""
    begin = max(start, colon - _LONGEST_LABEL)
    return max(begin, text.rfind("，", begin, colon) + 1, text.rfind("。", begin, colon) + 1)
