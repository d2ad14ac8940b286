"""What bodies are said to do, behind their names: 牵头负责, 按职责分工落实, 轮流值守, and among others 指导, 复查."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from .bodies import any_of
from .posts import names_holders, posts
from .role_labels import RoleLabels
from .verbs import ADVERB, ADVERBS, LISTED, NOMINAL, WORK

# By what they share it: 按职责分工, 按片区, 按月.
_SHARED_BY = (
    r"(?:并?按照?|根据|依据|依)?(?:各自)?(?:职责|职能)?(?:任务)?(?:分工)?(?:范围)?"
    r"|按(?:[区片]区?域?|[年季月周日天]|条线|领域|行业|辖区|属地|(?:管理)?权限|[顺次]?序)"
)


# What a body does where others have their part, though by itself it says nothing of who has the work: 落实属地责任.
BEARING = "(?:落实|履行|承担|担负|压实)[㐀-鿿]{1,4}责任"
_NO_WORDS: tuple[str, ...] = ()
_OBJECT = 6  # characters of what a body guides or guards


def _by_last(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their last character."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[-1:]] = (*found.get(word[-1:], ()), word)
    return found


class Verbs(RoleLabels):
    """The compiled verbs of role, beside labels and the names of bodies. Patterns are compiled at their first use."""

    @cached_property
    def _part(self) -> str:
        act = self.act
        return rf"(?:作为|均?为|均?是|系)(?:主要|总|共同)?{act}{{1,2}}{any_of(self._roles['bodies'])}"

    @cached_property
    def part(self) -> re.Pattern[str]:
        """What gives names a part at their end: 县财政局为配合单位."""
        return re.compile(rf"{self._part}$")

    @cached_property
    def _manner(self) -> str:
        """How they do it: 按职责分工, 共同, 轮流."""
        return rf"(?:(?:{_SHARED_BY})(?:{any_of(self._roles['manner'])}|(?<![党群织])(?<!(?<!集)团)组织)*)"

    def _begun(self, *words: str, signs: str = "") -> str:
        """What looks whether such a manner, one of the words or of the signs can begin, before all else is tried."""
        first = {word[:1] for word in (*self._roles["manner"], *words)}
        return f"(?=[{re.escape(''.join(sorted(first)) + '并按根依各职任分范组' + signs)}])"

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """What a clause of bodies ends with: 牵头负责, 按职责分工落实, 各司其职."""
        act, each = any_of(self._acts), any_of(self._roles["each"])
        tail = any_of(self._roles["done"])
        aid = rf"做好[㐀-鿿]{{1,6}}?{any_of(self._roles['support'])}"  # 做好技术配合
        begun = self._begun(*self._acts, *self._roles["each"], signs="做作均为是系履承担压")
        shared = rf"并?按照?(?:各自)?职[责能](?:分工)?(?:{self._manner}{any_of(self._roles['duties'])})?"  # 按职责推进
        return re.compile(
            rf"{begun}(?:{self._manner}{act}(?:{act}|{tail})*|{self._manner}{each}|{aid}|{BEARING}|{self._part}|{shared})$"
        )

    @cached_property
    def act_inside(self) -> re.Pattern[str]:
        """The verb between a body and its part of the work: 县文旅局具体负责 + 场馆开放, 体育科抓总 + 赛事; none is who holds a post there (主要负责
        同志)."""
        return re.compile(
            rf"(?:具体|主要|分别)?(?P<act>负责|{any_of(self._leads)})(?!人|同志|领导|干部|制(?![作定订造发]))"
        )

    @cached_property
    def part_of_work(self) -> re.Pattern[str]:
        """A clause of bodies, such a verb and its object: A牵头实施古驿道修缮."""
        return re.compile(rf"(?P<names>[^，,；;。]{{2,60}}?){self.act_inside.pattern}(?!的)(?:[㐀-鿿（）]{{2,16}})$")

    @cached_property
    def _duty(self) -> re.Pattern[str]:
        """What a body does among others that have a part: 指导, 分别组织实施, 保障资金."""
        done = any_of(self._done_words)
        begun = self._begun(*self._done_words)
        return re.compile(rf"{begun}{self._manner}(?:{done})+(?P<object>(?:(?!{done})[^\W\d_A-Za-z]){{0,{_OBJECT}}})$")

    @cached_property
    def _duty_end(self) -> int:
        """In so many characters at a piece's end stand the last of such words and its object."""
        return max(map(len, self._done_words)) + _OBJECT

    @cached_property
    def _verb_ends(self) -> dict[str, tuple[str, ...]]:
        done, bodies, each = (self._roles[key] for key in ("done", "bodies", "each"))
        return _by_last((*self._acts, *done, *bodies, *each, "分工", "职责", "职能"))

    def verb_behind(self, piece: str, *, duties: bool = False, objects: bool = True) -> re.Match[str] | None:
        """The verb at a piece's end, unless it is the end of a name: 财政局会办, but not 社会办; 社会组织|牵头. `duties`: where
        others have a part, what a body does counts as well (质控科指导, with `objects` 财政局保障资金)."""
        found = self._act_behind(piece)
        if found is not None or not duties:
            return found
        found = self._duty_behind(piece)
        return None if found is not None and found["object"] and not objects else found

    def _duty_behind(self, piece: str) -> re.Match[str] | None:
        end = max(0, len(piece) - self._duty_end)
        if not self._any_done.search(piece, end) or not self._may_begin_with_holder(piece):
            return None
        body = self.is_body(piece)
        if body and not piece.endswith("组织"):  # 县委|组织部, but 市教育局|组织
            return None
        found = self._duty.search(piece)
        while found is not None and not self._is_holder(piece[: found.start()]):
            found = self._duty.search(piece, found.start() + 1)
        return None if found is not None and body and found.group() != "组织" else found

    def deed_behind(self, piece: str) -> re.Match[str] | None:
        """Any verb behind an office or a collective, where a list says what each does (安全部复查, 各乡镇每季度自查), that does not
        befall it (县档案馆搬迁)."""
        if not piece.endswith(self._deed_ends.get(piece[-1:], _NO_WORDS)) or self.is_body(piece):
            return None
        if not self._may_begin_with_holder(piece, max(2, len(piece) - 12)):
            return None
        found = self._deed.search(piece, max(2, len(piece) - 12))
        while found is not None and not self._is_particular_holder(piece[: found.start()]):
            found = self._deed.search(piece, found.start() + 1)
        return found

    def _is_particular_holder(self, name: str) -> bool:
        return (self.is_body(name) and self.is_particular(name)) or names_holders(name)

    @cached_property
    def _deed(self) -> re.Pattern[str]:
        """With how often before it and an object behind it: 每季度抽查, 复查结果."""
        often = r"(?:(?:每|按)[㐀-鿿\d]{1,3})?"
        begun = self._begun(*ADVERBS, *LISTED, signs="每")
        return re.compile(
            rf"{begun}{often}{self._manner}(?:(?!已){ADVERB}){{0,2}}(?!{any_of(self._roles['befalls'])})(?:{WORK}|{NOMINAL})+$"
        )

    @cached_property
    def _deed_ends(self) -> dict[str, tuple[str, ...]]:
        return _by_last(LISTED)

    def _may_begin_with_holder(self, piece: str, least: int = 2) -> bool:
        if self.may_begin(piece, least):
            return True
        return posts().any_end.search(piece, least - 1, len(piece) - 1) is not None

    def _is_holder(self, name: str) -> bool:
        return self.is_body(name) or names_holders(name)

    def _act_behind(self, piece: str) -> re.Match[str] | None:
        if not piece.endswith(self._verb_ends.get(piece[-1:], _NO_WORDS)):
            return None
        if "职" not in piece and not self._any_part.search(piece):  # 共同完成
            return None
        found = self.verb.search(piece)
        if found is None or not found.start() or self.is_body(piece[: found.start()]):
            return found
        if self.is_body(piece):
            return None
        later = self.verb.search(piece, found.start() + 1)
        return later if later is not None and self.is_body(piece[: later.start()]) else found

    @cached_property
    def _any_part(self) -> re.Pattern[str]:
        """Any word of role in a label (为承担单位), or in a phrase."""
        return re.compile(rf"{self.act}|{any_of(self._roles['each'])}")

    @cached_property
    def _any_act(self) -> re.Pattern[str]:
        return re.compile(any_of((*self._acts, *self._roles["each"], *self._roles["own_parts"])))

    def may_be_led(self, clause: str) -> bool:
        """Whether a clause may begin with names, 由 or 会同 before them; for clauses that do not."""
        return clause.startswith(self._before_names) or self._may_begin_with_holder(clause)

    @cached_property
    def _before_names(self) -> tuple[str, ...]:
        return ("由", *self._roles["joints_between"])

    def may_do(self, text: str) -> bool:
        """Whether a word of role, or of what a body does among others, is in it."""
        return self._any_done.search(text) is not None

    @cached_property
    def _any_done(self) -> re.Pattern[str]:
        return re.compile(any_of(self._done_words))

    @cached_property
    def _done_words(self) -> tuple[str, ...]:
        return (*self._acts, *self._roles["each"], *self._roles["duties"])
