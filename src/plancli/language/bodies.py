"""What a body (机关, 部门, 单位) is called: the one recogniser of names, from the words of `departments.toml`.

bodies().is_body("县教育局")        True       by its ending, a short name or a collective (各镇街)
bodies().is_particular("学校")      False      a kind of bodies, nobody in particular
all_bodies("县教育局、财政局")       True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any

from ..grammar.pattern import Pattern
from .lexicon import load
from .lexicon.in_force import compiled
from .script import has_any
from .verbs import WORK

OPEN = "（(【[〔［〈"
CLOSE = "）)】]〕］〉"
_BRACKETS = frozenset(OPEN + CLOSE)
_TRAILING_BRACKET = Pattern(
    r"(?:（[^（）]*）|\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]|〈[^〈〉]*〉)+$", needs=("（(【[〈",)
)
_LEVELS = "省市区县州盟旗镇乡村街校园科室组班"
SENTENCE = Pattern(
    r"[。！？!?“”《》：:]|[的了将把]|要求|自行(?!车)|负责(?!人)|(?<=[㐀-鿿])(?<![自理缘经事])由(?!贸)",
    needs=((*"。！？!?“”《》：:的了将把由", "要求", "自行", "负责"),),
)
_ENDS_OF_BODIES = (*("政府", "部门", "单位", "企业", "学校", "主体", "乡镇", "镇街", "街道", "机构", "社区", "医院"),)
# 落实乡镇政府|责任, 推荐报县教育局, 完成并上报教科室, 各学校组织本校: words of a sentence that end as a body does.
_DEED_AND_BODY = Pattern(
    rf"^(?:落实|[压夯靠]实|履行|明确|厘清|强化|加强|督促|引导).{{0,8}}(?:{'|'.join(_ENDS_OF_BODIES)})$"
    r"|(?:推荐|审核|审批|初审|汇总|盖章|签字|完成|并)(?:上报|报送|报)|^上?报[送请]?(?:[省市区县州旗镇]|各|当地|上级|学校)|组织(?:本|所属|辖)|[㐀-鿿]{3}(?:召开|举行)",
    needs=(
        ("实", "履行", "明确", "厘清", "强化", "加强", "督促", "引导", "报", "组织", "召开", "举行"),
        (*_ENDS_OF_BODIES, "报", "组织", "召开", "举行"),
    ),
)
_QUOTES = '“"'
NICKNAME = Pattern(r"[“\"][^“”\"]{1,8}[”\"]")  # “两新”工委
_LISTED = Pattern(r"(?:[^、，,；;\s/（(]|[（(][^（()）]*[)）]?)+")  # a separator inside brackets is none
LONGEST = 30  # characters of a name
_ANY_LEVEL = Pattern(r"^(?:[省市县区]直|乡镇|村|社区|基层|民营|民办|公办)")
_PLACES = frozenset("省市区县州盟旗镇乡道")  # what their names end with
_LEVELS_BEFORE = "省市区县州盟旗镇乡局"
_LEVEL_BEFORE = Pattern(rf"[{_LEVELS_BEFORE}]级?", needs=(_LEVELS_BEFORE,))
_HELD = ("召开", "举办", "举行", "组织召开", "开好", "参加", "筹备", "承办")  # 召开培训会 is no body
_KEPT = 4096  # texts whose reading is kept: a document names the same bodies again and again
_HALF_NAME = 8  # of the first part of a name that is broken
_BETWEEN = "、，,"  # names
_LONGEST_LISTED = 16  # of one among others in a cell, or on a line of its own
_OF_DEEDS = ("办", "办公室", "专班", "指挥部", "领导小组")  # bodies that are called by what they do
_LEAST_OBJECT = 3  # characters of what a verb before it deals with
# 2个社区, 第2.召开: a text that counts or is counted names nobody.
_COUNTED = Pattern(
    r"\d[\d.]*(?:[个项次名场套批期家户条座亩吨%％万亿]|余)|^(?:\d{1,2}[.．、]|[①-⑳])|[一二两三四五六七八九十百千万余][个项次名场套批户条座亩吨]$"
)
# 布设监测点60处, 改造厕所2所, 修复岸线两处, 新设卡口十四处; 第十二中学, 督查三处 are bodies
_COUNTED_BODIES = "处所院馆站队"
_HOW_MANY = Pattern(
    rf"(?:\d\d|两|(?<![第一二三四五六七八九十百])[一二三四五六七八九十百]{{2,3}})[{_COUNTED_BODIES}]$",
    needs=(_COUNTED_BODIES,),
)
_SETS_UP = Pattern(rf"{WORK}.*\d[{_COUNTED_BODIES}]$")
# What begins a body of a level of government (县人社局, 市文旅局), and the words that only look so (市场, 县域, 区划).
LEVEL = (
    r"省(?![级直属会际内外])|[省市县区州]直(?=(?:机关)?工委)|市(?![级直属场容域内外辖县南北]|区(?!委|政|人|纪)|政(?=[管工园公设道环建处所]|中心)|民(?=中心|广|服|热|学|文|之|需|满)|监[局所]|中[区心])"
    r"|[县旗](?![级直属域城乡内外区市])|区(?![级直属域划块位内外间县])|[州盟](?![级直属市县])|镇(?=司法所|派出所|工会|妇联|团委|党|政府|人民|人大|纪|财政|综合|应急|农|社)"
    r"|团(?=[省市县区州旗镇乡]委)|国家税务总局|国网(?!络)"
)
LEVEL_HEAD = Pattern(LEVEL)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that nothing matches where there are none."""
    held = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, held))})" if held else r"(?!)"


class Bodies:
    """The compiled words of bodies. `additions` as in `Settings.lexicon`."""

    def __init__(self, additions: Mapping[str, Any]) -> None:
        words = load("departments", additions)
        self._suffixes: dict[str, list[str]] = {}  # by their last character, the longest first
        for suffix in sorted(words["suffixes"], key=len, reverse=True):
            self._suffixes.setdefault(suffix[-1], []).append(suffix)
        self.short_names = frozenset(words["short_names"])
        self.sectors = frozenset(words["sectors"])
        self.generic = frozenset(words["generic"])
        self.strict: tuple[str, ...] = tuple(words["strict"])
        self.organs = frozenset(words["organs"])
        self._of_places = frozenset(words["of_places"])
        self.continuations: Mapping[str, str] = words["continuations"]
        self._not_tails: dict[str, list[str]] = {}
        for word in words["not_bodies"]:
            self._not_tails.setdefault(word[-1], []).append(word)
        self._overlaps = frozenset(words["overlaps"])
        self.collectives = tuple(words["collectives"])
        self._offices = tuple(words["offices"])
        self._groups = tuple(words["groups"])
        self._kinds: tuple[str, ...] = tuple(words["kinds"])
        self._acts: tuple[str, ...] = tuple(words["acts"])
        self._endings: tuple[str, ...] = tuple(words["suffixes"])
        self._role_words = tuple(load("roles", additions)[key] for key in ("lead", "support", "responsible"))
        # 强化部门 before 协同: what is done, no name
        self._deeds = frozenset(act + "部门" for act in self._acts if act not in ("落实", "实施"))

    @cached_property
    def ending(self) -> str:
        """A pattern of what the name of a body ends with."""
        return any_of(self._endings)

    @cached_property
    def _name_end(self) -> re.Pattern[str]:
        """Any character with which names end, but for those of a few words that are names by themselves."""
        ends = {*self._suffixes, *CLOSE, *_LEVELS, '"', "”"}
        return re.compile(f"[{re.escape(''.join(sorted(ends)))}]")

    @cached_property
    def _whole_names(self) -> frozenset[str]:
        """How those words begin."""
        return frozenset(name[:2] for name in (*self.short_names, *self.sectors))

    def may_begin(self, text: str, least: int) -> bool:
        """Whether a name may stand at a text's beginning, of so many characters at least, and not be all of it: for texts of which
        none does."""
        begins = text[:2] in self._whole_names or text[:1] in _LEVELS_BEFORE or text[:1] in _QUOTES
        return begins or self._name_end.search(text, least - 1, len(text) - 1) is not None

    @cached_property
    def _role(self) -> re.Pattern[str]:
        """A label or mark beside names in a list: 牵头单位：, （配合）."""
        act = any_of(word for words in self._role_words for word in words)
        return re.compile(
            rf"{act}[^：:，,；;、]{{0,4}}[：:]|(?:分别|共同)?[（(]?{act}(?:单位|部门|科室)?(?:落实|实施|负责|推进|办理)?[)）]?(?=[，,；;。、]|$)"
        )

    def suffix(self, name: str) -> str:
        """The body's word at the name's end, a bracket behind it aside; "" where there is none."""
        for form in dict.fromkeys((name, bare_name(name))):  # 县（市、区） is an ending with its bracket
            for suffix in self._suffixes.get(form[-1:], ()):
                if form.endswith(suffix):
                    return suffix
        return ""

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - the recognisers of few word lists are made, and kept
    def is_body(self, name: str) -> bool:
        """Whether it surely reads as a body's name: by its last word, a short name, or a collective (各…, 相关…)."""
        if "“" in name or '"' in name:
            name = NICKNAME.sub("", name) or name
        bare = bare_name(name)
        if bare in self.short_names or self._is_sector(bare):
            return True
        if len(bare) < 2 or len(bare) > LONGEST or SENTENCE.search(bare) or self._is_other_word(bare):
            return False
        if bare in self._deeds or _DEED_AND_BODY.search(bare):
            return False
        if (bare[-1] == "会" and bare.startswith(_HELD)) or _says_how_many(bare):
            return False
        if not _BRACKETS.isdisjoint(bare) and any(
            bare.count(one) != bare.count(other) for one, other in zip(OPEN, CLOSE, strict=True)
        ):
            return False
        return bool(self.suffix(name)) or (self.is_collective(bare) and bare[-1] in _LEVELS)

    def _is_sector(self, bare: str) -> bool:
        """财政, 市发展改革: a field of work that stands for its body, its level before it."""
        level = _LEVEL_BEFORE.match(bare)
        return bare in self.sectors or (level is not None and bare[level.end() :] in self.sectors)

    def _is_other_word(self, bare: str) -> bool:
        """Whether it ends with a word that only ends like a body (家庭, 小组), and with no longer one of a body (领导小组)."""
        ends = len(self.suffix(bare))
        return any(
            len(word) > ends
            and bare.endswith(word)
            and (len(bare) == len(word) or bare[-len(word) - 1 : 1 - len(word)] not in self._overlaps)
            for word in self._not_tails.get(bare[-1:], ())
        )

    def is_complete(self, name: str) -> bool:
        """Whether it may end where a line breaks off."""
        bare = bare_name(name)
        villages = bare[-1:] == "村" and self.is_collective(bare)  # 各村（居）
        return bare in self.short_names or villages or (len(bare) >= 2 and bool(self.suffix(name)))

    def ends_as_body(self, text: str) -> bool:
        """Whether a text ends as the name of a body does, and with no other word that ends so (家庭, 现场会)."""
        return self.is_complete(text) and not self._is_other_word(bare_name(text))

    def ends_as_office(self, text: str) -> bool:
        """Whether a text ends as an office of a body does (科, 局, 会), and with no other word that ends so (社会, 老干部)."""
        return text.endswith(self.strict) and not self._is_other_word(text)

    def is_particular(self, name: str) -> bool:
        """Whether a body's name says which: by its level (县图书馆), an office (财务科), or all of a kind (各学校); 卫生院 and
        社区卫生服务中心 name a kind."""
        bare = bare_name(name)
        if bare in self.short_names or self._is_sector(bare) or self.is_collective(bare):
            return True
        return (LEVEL_HEAD.match(bare) is not None or bare.endswith(self._offices)) and not self.is_bare_kind(bare)

    def is_bare_kind(self, bare: str) -> bool:
        """市直学校, 乡镇卫生院: a kind with nothing but a level before it."""
        return _ANY_LEVEL.sub("", bare) in self._kinds

    def is_collective(self, name: str) -> bool:
        """各镇街, 局属各单位, 有关部门: by how it begins."""
        return name.startswith(self.collectives)

    def is_kind(self, name: str) -> bool:
        """Whether it ends with a word for a kind of bodies (社会组织, 乡镇), and is neither long nor a collective one (各乡镇)."""
        return len(name) <= 6 and name.endswith(self._kinds) and not self.is_collective(name)

    def organ(self, left: str, right: str) -> bool:
        """县委 + 宣传部, 区政府 + 办公室, 柳渡镇 + 人民政府: whether the second is an organ of the body or place before it."""
        if right in self._of_places:
            return left[-1:] in _PLACES
        if left.endswith("政府"):
            return right in ("办公室", "办", "研究室")
        return len(left) >= 2 and left[-1] == "委" and left[-2] in "省市区县州盟旗党镇乡工" and right in self.organs

    def may_sign(self, line: str) -> bool:
        """Whether a line is nothing but the name of a body that may sign: 某县教育局, no group of them (各有关单位)."""
        if has_any(line, "。；：;:"):
            return False
        ends = self.suffix(line)
        return bool(ends) and ends not in self._groups and not self._is_other_word(line)

    @lru_cache(maxsize=_KEPT)  # noqa: B019
    def are_all(self, text: str) -> bool:
        """Whether a text is nothing but names of bodies, most of them surely, their labels and marks aside."""
        if text[-1:] in "。；：":
            return False
        names = [name if self.is_body(name) else self._role.sub("", name) for name in _LISTED.findall(text)]
        names = [name for name in names if name]
        return (
            bool(names)
            and all(len(name) <= _LONGEST_LISTED and not self._says_deed(name) for name in names)
            and sum(map(self.is_body, names)) * 2 > len(names)
        )

    def fill_line(self, line: str) -> bool:
        """Whether a line beneath a label is nothing but names of bodies, one or several: 配合单位：A / B / C、D."""
        names = _LISTED.findall(line)
        return bool(names) and all(2 < len(name) <= _LONGEST_LISTED and self.is_body(name) for name in names)

    def _says_deed(self, name: str) -> bool:
        """Whether it says what is done with a body, or how many: 打造2个示范社区, 申报劳模创新工作室; not 创建办, 落实办."""
        if _COUNTED.search(name):
            return True
        act = next((act for act in self._acts if name.startswith(act)), "")
        return bool(act) and len(name) - len(act) >= _LEAST_OBJECT and not name.endswith(_OF_DEEDS)


def _says_how_many(bare: str) -> bool:
    """Whether it ends with a number of bodies or places."""
    if bare[-1] not in _COUNTED_BODIES:
        return False
    return _HOW_MANY.search(bare) is not None or (bare[-2].isdecimal() and _SETS_UP.match(bare) is not None)


def open_brackets(text: str, start: int, position: int) -> int:
    """How many brackets are open at a position, counted from `start`."""
    return sum(char in OPEN for char in text[start:position]) - sum(char in CLOSE for char in text[start:position])


def bare_name(name: str) -> str:
    """A name without the brackets behind it."""
    return _TRAILING_BRACKET.sub("", name) if name[-1:] in CLOSE else name


def is_collective(name: str) -> bool:
    """各镇街, 局属各单位, 有关部门: by how it begins."""
    return bodies().is_collective(name)


def bodies() -> Bodies:
    """The recogniser with the word lists in force."""
    return compiled(Bodies)


def is_organ(line: str) -> bool:
    """Whether a line may be the name of a body that signs or issues: 某县教育局."""
    return bodies().may_sign(line)


def ends_as_body(text: str) -> bool:
    """Whether a text ends as the name of a body does."""
    return bodies().ends_as_body(text)


def all_bodies(text: str) -> bool:
    """Whether a text is nothing but names of bodies, by how these end."""
    return bodies().are_all(text)


def is_body_with(text: str, rest: str) -> bool:
    """Whether what stands last in a text is the name of a body with its rest alone, which a dump has broken: 质量安全 + 监管科."""
    name = text[max(text.rfind(sign) for sign in _BETWEEN) + 1 :]
    return len(name) <= _HALF_NAME and not (all_bodies(name) and all_bodies(rest)) and all_bodies(name + rest)
