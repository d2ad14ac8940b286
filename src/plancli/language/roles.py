"""The lexicons of bodies and roles, compiled once into what the rules ask of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from ..model.bulletin import Role
from .lexicon import load

OPEN = "（(【[〔［〈"
CLOSE = "）)】]〕］〉"
_TRAILING_BRACKET = re.compile(r"(?:（[^（）]*）|\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]|〈[^〈〉]*〉)+$")
_COLLECTIVE = re.compile(r"^(?:各|局属|委属|厅属|区属|市属|县属|校属|直属|全体|所有|其他|其它|有关|相关|机关各)")
_LEVELS = "省市区县州盟旗镇乡村街校园科室组班"
_TIME = re.compile(
    r"^(?:\d{2,4}年|\d{1,2}月|每[年月周日季]|全年|长期|常年|持续|贯穿|年底|年内|[上下]半年|第?[一二三四1-4]季度|即日|立即|适时|按时|常态|视情|待|(?:条件|时机)(?:成熟|具备))"
    r"|(?:前|底|末|完成|推进|坚持|进行|开展|到位|长期|全年|[上中下]旬|\d[日号月年])$"
)
_NICKNAME = re.compile(r"[“\"][^“”\"]{1,8}[”\"]")  # “两新”工委
_SENTENCE = re.compile(r"[。！？!?“”《》：:]|[的了将把]|要求")


def _bare(name: str) -> str:
    """A name without the brackets behind it."""
    return _TRAILING_BRACKET.sub("", name) if name[-1:] in CLOSE else name


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


class Words:
    """Compiled word lists. `overrides` as in `Settings.lexicon`; without any, use `shipped_words()`."""

    def __init__(self, overrides: Mapping[str, Any] | None = None) -> None:
        bodies, roles = load("departments", overrides), load("roles", overrides)
        self._suffixes: dict[str, list[str]] = {}  # by their last character, the longest first
        for suffix in sorted(bodies["suffixes"], key=len, reverse=True):
            self._suffixes.setdefault(suffix[-1], []).append(suffix)
        self.short_names = frozenset(bodies["short_names"])
        self.sectors = frozenset(bodies["sectors"])
        self.generic = frozenset(bodies["generic"])
        self.strict: tuple[str, ...] = tuple(bodies["strict"])
        self.organs = frozenset(bodies["organs"])
        self._not_tails = tuple(bodies["not_bodies"])
        self.continuations: Mapping[str, str] = bodies["continuations"]
        self._kind = re.compile(rf"{any_of(bodies['kinds'])}$")
        self.nobody = frozenset(roles["nobody"])
        self.same = frozenset(roles["same"])
        self.signs: str = "".join(roles["signs"])
        self._acts: tuple[str, ...] = (*roles["lead"], *roles["support"], *roles["responsible"])
        self._leads: tuple[str, ...] = tuple(roles["lead"])
        self._lead = re.compile(any_of(roles["lead"]))
        self._support = re.compile(any_of(roles["support"]))
        self._compile_labels(roles)
        self._compile_verbs(roles)

    def _compile_labels(self, roles: Mapping[str, Any]) -> None:
        act = any_of((*self._acts, *roles["label_acts"]))
        over, modifier = any_of(roles["oversight"]), any_of(roles["modifiers"])
        body, person = any_of(roles["bodies"]), any_of(roles["persons"])
        noun = f"(?:{body}|{person})"
        link = r"[及和与、/／]"
        before = rf"(?:(?<![㐀-鿿]){modifier}{{1,3}})?"  # after a Chinese character 局, 市 are the end of a name
        acts = rf"{before}{act}(?:{link}?{modifier}{{0,2}}{act}|[（(]{act}[)）]){{0,3}}"
        nouns = rf"{noun}(?:{link}(?:{acts})?{noun}|[（(](?:{act}|{noun})[)）](?:{noun})?){{0,3}}(?:{link}联系人)?"
        # 分管馆领导, 项目负责人: whatever stands between; without a word of oversight only where no name can be part of it
        between = rf"(?:(?!{over}|{act})[㐀-鿿])"
        holder = (
            rf"(?=[㐀-鿿]{{2,14}}[:：])(?:{over}{{1,2}}{between}{{0,5}}?|(?<![㐀-鿿：:、])(?!各位|尊敬|出席|参加|参会|陪同|邀请){between}{{0,8}}?)"
            r"(?:领导(?:同志)?|负责人|负责同志|责任人)"
        )
        division = any_of(roles["divisions"])
        label = rf"(?!联系人[:：])(?:{division}|{acts}(?:{nouns})?|(?<![㐀-鿿]){modifier}{{1,3}}(?:领导|领导同志|负责人)|{before}{over}{{1,3}}{person}(?:{link}{nouns})?|{holder})"
        self.label = re.compile(rf"(?P<label>{label})[:：]")
        self.bare_label = re.compile(rf"{acts}{nouns}|(?:{over}{person})")
        self.boxed_label = re.compile(rf"(?:【|\[|［)(?P<label>{acts}{nouns}|{over}{person})(?:】|\]|］)[:：]?")
        self.other_label = re.compile(rf"{any_of(roles['others'])}[:：]")
        self._qualifier = re.compile(rf"{modifier}{{1,2}}")
        self._person = re.compile(person)
        self._person_only = re.compile(rf"(?:{act}|{over}|{modifier}){{0,4}}{person}$")
        self._body = re.compile(rf"{body}(?:$|[及和与、/／（(）)])")
        self.mark = re.compile(rf"^{acts}(?:{noun})?$")
        ends = [*roles["bodies"], *roles["persons"], *roles["divisions"], *self._acts]
        self._label_ends = frozenset(word[-1] for word in ends) | set("）)")

    def _compile_verbs(self, roles: Mapping[str, Any]) -> None:
        act = any_of(self._acts)
        manner = r"(?:(?:并?按照?|根据|依据|依)?(?:各自)?(?:职责|职能)?(?:任务)?(?:分工)?(?:范围)?(?:共同|分别|具体|全面|统一|联合|各自|分头|通力|密切|积极|(?<![党团群织])组织|为主|予以)*)"
        tail = r"(?:督办|督导|相关|有关|各项|组织实施|起草|编制|制定|制订|拟订|组织落实|统筹|指导|督促|汇总|抓好落实|抓落实|组织|协调|推进|做好|完成|具体|工作)"
        part = rf"(?:作为|为|是|系)(?:主要|总|共同)?{act}{{1,2}}{any_of(roles['bodies'])}"  # 县财政局为配合单位
        self.part = re.compile(rf"{part}$")
        self.verb = re.compile(rf"(?:{manner}{act}(?:{act}|{tail})*|{part}|并?按照?(?:各自)?职[责能](?:分工)?)$")
        self.inner_verb = re.compile(rf"(?P<act>{any_of(roles['lead'])})(?:并?会同|联合)?|(?P<joint>会同|协同)")

    def role_of(self, text: str, default: Role = "responsible") -> Role:
        """The role that a label, mark or verb gives: 牵头 → lead, 配合 → support, 责任 → responsible."""
        if self._lead.search(text):
            return "lead"
        if self._support.search(text):
            return "support"
        return default

    def has_lead(self, text: str) -> bool:
        """Whether a word of leading is in it."""
        return self._lead.search(text) is not None

    def may_act(self, text: str) -> bool:
        """Whether any word of role is in it; plain substring search, for texts that have none."""
        return any(word in text for word in self._acts)

    def may_lead(self, text: str) -> bool:
        """Whether a sentence of it may say who leads, by whom a thing is done, or who is 责任单位."""
        return any(word in text for word in self._leads) or (("由" in text or "为" in text) and self.may_act(text))

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

    def is_kind(self, name: str) -> bool:
        """Whether it ends with a word for a kind of bodies (社会组织, 乡镇), and is neither long nor a collective one (各乡镇)."""
        return len(name) <= 6 and self._kind.search(name) is not None and _COLLECTIVE.match(name) is None

    def organ(self, left: str, right: str) -> bool:
        """县委 + 宣传部, 区政府 + 办公室: whether the second is an organ of the body before it."""
        if left.endswith("政府"):
            return right in ("办公室", "办", "研究室")
        return len(left) >= 2 and left[-1] == "委" and left[-2] in "省市区县州盟旗党镇乡工" and right in self.organs

    def suffix(self, name: str) -> str:
        """The body's word at the name's end, a bracket behind it aside; "" where there is none."""
        bare = _bare(name)
        for suffix in self._suffixes.get(bare[-1:], ()):
            if bare.endswith(suffix):
                return suffix
        return ""

    def is_body(self, name: str) -> bool:
        """Whether it surely reads as a body's name: by its last word, a short name, or a collective (各…, 相关…)."""
        bare = _bare(name)
        if bare in self.short_names or bare in self.sectors:
            return True
        if len(bare) < 2 or len(bare) > 30 or _SENTENCE.search(bare) or bare.endswith(self._not_tails):
            return False
        if any(bare.count(one) != bare.count(other) for one, other in zip(OPEN, CLOSE, strict=True)):
            return False
        return bool(self.suffix(bare)) or (_COLLECTIVE.match(bare) is not None and bare[-1] in _LEVELS)

    def is_complete(self, name: str) -> bool:
        """Whether it may end where a line breaks off."""
        bare = _bare(name)
        return bare in self.short_names or (len(bare) >= 2 and bool(self.suffix(bare)))

    def is_time(self, piece: str) -> bool:
        """Whether a piece of a list says when, not who: 6月底前完成, 长期坚持."""
        return _TIME.search(piece) is not None and not self.suffix(piece)

    def may_be_name(self, name: str) -> bool:
        """Whether a piece of a labelled statement or a column can be a name at all: no empty mark, time or sentence."""
        if name in self.nobody or len(name) < 2 or len(name) > 40:
            return False
        if not re.search(r"[㐀-鿿]|[A-Za-z]{2}", name):
            return False
        name = _NICKNAME.sub("", name) or name
        if self.suffix(name) and not _SENTENCE.search(name):
            return True
        return not _TIME.search(name) and not _SENTENCE.search(name)


@cache
def shipped_words() -> Words:
    """The word lists as shipped."""
    return Words()


def words_for(overrides: Mapping[str, Any] | None) -> Words:
    """The word lists with the user's own words."""
    if overrides and ("departments" in overrides or "roles" in overrides):
        return Words(overrides)
    return shipped_words()
