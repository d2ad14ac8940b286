"""The one list of roles: what the words of `roles.toml` make of labels, marks and verbs, beside the names of bodies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

from ..model.bulletin import Role
from .bodies import CLOSE, LONGEST, NICKNAME, OPEN, Bodies, any_of
from .lexicon import load
from .lexicon.in_force import compiled, lists_of
from .posts import names_holders
from .verbs import ADVERB, NOMINAL, WORK

__all__ = ["CLOSE", "OPEN", "Words", "any_of", "words", "words_for"]
_TIME = re.compile(
    r"^(?:\d{2,4}年|\d{1,2}月|每[年月周日季]|全年|长期|常年|持续|贯穿|年底|年内|[上下]半年|第?[一二三四1-4]季度|即日|立即|适时|按时|常态|视情|待|(?:条件|时机)(?:成熟|具备))"
    r"|(?:前|底|末|完成|推进|坚持|进行|开展|到位|长期|全年|[上中下]旬|\d[日号月年])$"
)
_SENTENCE = re.compile(r"[。！？!?“”《》：:]|[的了将把]|要求")
_IS = re.compile(r"[为是系]")
# How they do it: 按职责分工, 共同.
_MANNER = (
    r"(?:(?:并?按照?|根据|依据|依)?(?:各自)?(?:职责|职能)?(?:任务)?(?:分工)?(?:范围)?"
    r"(?:共同|分别|具体|全面|统一|联合|各自|分头|通力|密切|积极|(?<![党团群织])组织|为主|予以|抓好|做好|认真|严格|全力|抓紧|协调)*)"
)
_LONGEST_LABEL = 24  # characters before a label's colon that may be part of it


class Words(Bodies):
    """The compiled words of who: bodies, roles, labels. Patterns are compiled at their first use."""

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
            *roles["persons"],
            *roles["divisions"],
            *roles["times"],
            *roles["bare_times"],
            *self._acts,
            *roles["label_acts"],
        ]
        self._label_ends = frozenset(word[-1] for word in ends) | set("）)")

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        return re.compile(any_of(self._leads))

    @cached_property
    def _support(self) -> re.Pattern[str]:
        return re.compile(any_of(self._roles["support"]))

    @cached_property
    def act(self) -> str:
        """A pattern of any word of role in a label."""
        return any_of((*self._acts, *self._roles["label_acts"]))

    @cached_property
    def _noun(self) -> str:
        """Who, behind a word of role in a label: 单位, 人."""
        return any_of((*self._roles["bodies"], *self._roles["persons"]))

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
        plain = rf"(?<![㐀-鿿])(?:{any_of(roles['label_modifiers'])}){any_of(roles['bodies'])}"
        before = rf"(?:(?<![㐀-鿿]){modifier}{{1,3}})?"
        label = rf"(?!联系人[:：])(?:{any_of(roles['divisions'])}|{acts}(?:{nouns})?|{plain}|(?<![㐀-鿿]){modifier}{{1,3}}(?:领导|领导同志|负责人)|{before}{over}{{1,3}}{person}(?:{link}{nouns})?|{holder})"
        return re.compile(rf"(?P<label>{label})[:：]")

    @cached_property
    def bare_label(self) -> re.Pattern[str]:
        """A label without a colon: 责任单位, 分管领导."""
        roles, acts, noun = self._roles, self._act_run, self._noun
        nouns = rf"{noun}(?:[及和与、/／](?:{acts})?{noun}|[（(](?:{self.act}|{noun})[)）](?:{noun})?){{0,3}}"
        return re.compile(rf"{acts}{nouns}|(?:{any_of(roles['oversight'])}{any_of(roles['persons'])})")

    @cached_property
    def boxed_label(self) -> re.Pattern[str]:
        """A label in a box: 【责任单位】."""
        return re.compile(rf"(?:【|\[|［)(?P<label>{self.bare_label.pattern})(?:】|\]|］)[:：]?")

    @cached_property
    def other_label(self) -> re.Pattern[str]:
        """A label of something else, which ends an assignment: 完成时限：, 【备注】."""
        other = any_of((*self._roles["times"], *self._roles["bare_times"], *self._roles["others"]))
        return re.compile(rf"{other}[:：]|[【\[［]{other}[】\]］]")

    @cached_property
    def time_label(self) -> re.Pattern[str]:
        """A label of times: 完成时限：."""
        roles = self._roles
        return re.compile(rf"(?:{any_of(roles['times'])}|(?<![㐀-鿿]){any_of(roles['bare_times'])})[:：]")

    @cached_property
    def _qualifier(self) -> re.Pattern[str]:
        return re.compile(rf"{any_of(self._roles['modifiers'])}{{1,2}}")

    @cached_property
    def _person(self) -> re.Pattern[str]:
        return re.compile(any_of(self._roles["persons"]))

    @cached_property
    def _person_only(self) -> re.Pattern[str]:
        roles = self._roles
        return re.compile(
            rf"(?:{self.act}|{any_of(roles['oversight'])}|{any_of(roles['modifiers'])}){{0,4}}{any_of(roles['persons'])}$"
        )

    @cached_property
    def _body(self) -> re.Pattern[str]:
        return re.compile(rf"{any_of(self._roles['bodies'])}(?:$|[及和与、/／（(）)])")

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """What a mark beside a name holds: 牵头, 配合单位."""
        return re.compile(rf"^{self._act_run}(?:{self._noun})?$")

    @cached_property
    def stated_label(self) -> re.Pattern[str]:
        """A label that a sentence is about: 责任单位为, 牵头单位均是."""
        return re.compile(
            rf"(?P<label>{self.bare_label.pattern})(?:分别|均|都|统一|仍|应|主要)*[为是系](?![何谁否了])[:：]?"
        )

    @cached_property
    def _part(self) -> str:
        act = self.act
        return rf"(?:作为|均?为|均?是|系)(?:主要|总|共同)?{act}{{1,2}}{any_of(self._roles['bodies'])}"

    @cached_property
    def part(self) -> re.Pattern[str]:
        """What gives names a part at their end: 县财政局为配合单位."""
        return re.compile(rf"{self._part}$")

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """What a clause of bodies ends with: 牵头负责, 按职责分工落实."""
        act = any_of(self._acts)
        tail = any_of(self._roles["done"])
        return re.compile(rf"(?:{_MANNER}{act}(?:{act}|{tail})*|{self._part}|并?按照?(?:各自)?职[责能](?:分工)?)$")

    @cached_property
    def _duty(self) -> re.Pattern[str]:
        """What a body does among others that have a part: 指导, 分别组织实施, 保障资金."""
        done = any_of(self._done_words)
        return re.compile(rf"{_MANNER}(?:{done})+(?P<object>(?:(?!{done})[㐀-鿿]){{0,6}})$")

    @cached_property
    def inner_verb(self) -> re.Pattern[str]:
        """What stands between bodies of two parts: 牵头, 会同."""
        return re.compile(rf"(?P<act>{any_of(self._leads)})(?:并?会同|联合)?|(?P<joint>会同|协同)")

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
        said = any_of((*self._acts, *self._roles["duties"], *self._roles["done"]))
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
        if known:
            return known[-1]
        return next((at for at in ends if text[at] not in self.continuations.get(text[at - 1], "")), start)

    @cached_property
    def _verb_ends(self) -> tuple[str, ...]:
        return (*self._acts, *self._roles["done"], *self._roles["bodies"], "分工", "职责", "职能")

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

    @cached_property
    def _stated_ends(self) -> frozenset[str]:
        nouns = (*self._roles["bodies"], *self._roles["persons"])
        return frozenset(word[-1] for word in nouns) | set("别均都一仍应要")

    def verb_behind(self, piece: str, *, duties: bool = False, objects: bool = True) -> re.Match[str] | None:
        """The verb at a piece's end, unless it is the end of a name: 财政局会办, but not 社会办; 社会组织|牵头. `duties`: where
        others have a part, what a body does counts as well (质控科指导, with `objects` 财政局保障资金)."""
        found = self._act_behind(piece)
        if found is not None or not duties:
            return found
        found = self._duty_behind(piece)
        return None if found is not None and found["object"] and not objects else found

    def _duty_behind(self, piece: str) -> re.Match[str] | None:
        if not self.may_do(piece):
            return None
        found = self._duty.search(piece)
        while found is not None and not self._is_holder(piece[: found.start()]):
            found = self._duty.search(piece, found.start() + 1)
        if found is None or (self.is_body(piece) and found.group() != "组织"):  # 县委|组织部, but 市教育局|组织
            return None
        return found

    def _is_holder(self, name: str) -> bool:
        return self.is_body(name) or names_holders(name)

    def _act_behind(self, piece: str) -> re.Match[str] | None:
        if not piece.endswith(self._verb_ends):
            return None
        found = self.verb.search(piece)
        if found is None or not found.start() or self.is_body(piece[: found.start()]):
            return found
        if self.is_body(piece):
            return None
        later = self.verb.search(piece, found.start() + 1)
        return later if later is not None and self.is_body(piece[: later.start()]) else found

    def labels(
        self, text: str, start: int = 0, end: int | None = None, *, apart: bool = True
    ) -> Iterator[re.Match[str]]:
        """The labels of names in text[start:end], in order; looks before colons alone, which is what makes it cheap.

        `apart`: behind another word a bare word of role is that word's own (加强基础建设：); in a list it may be a label whose
        blank is gone (县文联协办：).
        """
        position = start
        for colon in _colons(text, start, len(text) if end is None else end):
            if text[colon - 1] not in self._label_ends:
                continue
            found = self.label.search(text, max(position, colon - _LONGEST_LABEL), colon + 1)
            if found is None:
                continue
            before = text[found.start() - 1 : found.start()]
            if not apart or not "㐀" <= before <= "鿿" or not self.names_no_kind(found["label"]):
                position = found.end()
                yield found

    def find_label(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first label of names in text[start:end]."""
        return next(self.labels(text, start, end), None)

    @cached_property
    def time_word(self) -> str:
        """A pattern of what a label of times ends with."""
        return any_of((*self._roles["times"], *self._roles["bare_times"]))

    def find_time_label(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first label of times: 完成时限：."""
        for colon in _colons(text, start, len(text)):
            if text[colon - 1] in self._label_ends and (
                found := self.time_label.search(text, max(start, colon - _LONGEST_LABEL), colon + 1)
            ):
                return found
        return None

    def role_of(self, text: str, default: Role = "responsible") -> Role:
        """The role that a label, mark or verb gives: 牵头 → lead, 配合 → support, 责任 → responsible."""
        if self._lead.search(text):
            return "lead"
        if self._support.search(text):
            return "support"
        return default

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

    def may_act(self, text: str) -> bool:
        """Whether any word of role is in it; plain substring search, for texts that have none."""
        return any(word in text for word in self._acts)

    def may_do(self, text: str) -> bool:
        """Whether a word of role, or of what a body does among others, is in it."""
        return self._any_done.search(text) is not None

    @cached_property
    def _any_done(self) -> re.Pattern[str]:
        return re.compile(any_of(self._done_words))

    @cached_property
    def _done_words(self) -> tuple[str, ...]:
        return (*self._acts, *self._roles["duties"])

    def may_lead(self, text: str) -> bool:
        """Whether a sentence of it may say who leads, by whom a thing is done, or who is 责任单位."""
        return (
            any(word in text for word in self._leads)
            or "会同" in text
            or (any(by in text for by in "由为请") and self.may_act(text))
        )

    def may_label(self, text: str) -> bool:
        """Whether a colon stands behind what may be a label's last character, or a label may stand in a box."""
        if "】" in text or "]" in text or "］" in text:
            return True
        for colon in "：:":
            at = text.find(colon)
            while at > 0:
                if text[at - 1] in self._label_ends:
                    return True
                at = text.find(colon, at + 1)
        return False

    def without_lead(self, text: str) -> str:
        """The text without its words of leading."""
        return self._lead.sub("", text)

    def names_no_kind(self, label: str) -> bool:
        """Whether a label says neither body nor person: 负责：, 具体负责：."""
        return not self._body.search(label) and not self._person.search(label)

    def of_persons(self, label: str) -> bool:
        """Whether a label asks for persons: 分管领导, 责任人; a mixed one (责任单位及责任人) counts as one of bodies."""
        return self._person_only.search(label) is not None and not self._body.search(label)

    def mixed(self, label: str) -> bool:
        """Whether a label asks for bodies and persons at once: 责任单位及责任人."""
        return self._body.search(label) is not None and self._person.search(label) is not None

    def without_qualifier(self, name: str) -> str:
        """A body's name without what qualifies the label behind it, their blank gone: 县文旅局项目 before 负责人：."""
        if not self.is_body(name):
            for size in range(len(name) - 1, max(1, len(name) - 5), -1):
                if self._qualifier.fullmatch(name, size) and self.is_complete(name[:size]):
                    return name[:size]
        return name

    def is_time(self, piece: str) -> bool:
        """Whether a piece of a list says when, not who: 6月底前完成, 长期坚持."""
        return _TIME.search(piece) is not None and not self.suffix(piece)

    def is_nobody(self, text: str) -> bool:
        """Whether a cell names nobody: 无, /, a form's prompt (单击此处输入文字)."""
        return text in self.nobody or text.strip("[【（(").startswith(self._prompts)

    def _is_label(self, name: str) -> bool:
        """牵头单位 by itself names nobody."""
        return self._plain_label.fullmatch(name) is not None

    @cached_property
    def _plain_label(self) -> re.Pattern[str]:
        nouns = any_of(word for word in self._roles["bodies"] if len(word) > 1)
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
        name = NICKNAME.sub("", name) or name
        if self.suffix(name) and not _SENTENCE.search(name):
            return True
        return not _TIME.search(name) and not _SENTENCE.search(name)


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


def _colons(text: str, start: int, end: int) -> Iterator[int]:
    """Where colons stand behind a character, in order."""
    at = start
    while (at := min((found for mark in "：:" if (found := text.find(mark, at, end)) >= 0), default=-1)) >= 0:
        if at > start:
            yield at
        at += 1
