"""Sentences and clauses that say what bodies do: 市公安局负责，市城管局、各区政府配合; A牵头实施修缮，B负责资金保障."""

from __future__ import annotations

import re

from ..grammar.pattern import Pattern
from .bodies import is_collective
from .collectives import AND_SO_ON
from .lexicon.in_force import asked_once
from .posts import names_holders, names_titled
from .role_verbs import BEARING
from .roles import WordPattern, Words, words
from .script import has_any
from .verbs import ADVERB, NOMINAL, STRENGTHENED, WORK, WORKS

CLAUSE = Pattern(r"[^，,；;。—―\s]+")
_PIECE = Pattern(r"[^，,；;。、\s]+")
_NAME = Pattern(r"(?:[^、，,；;。\s/（(]|[（(][^（()）]*[)）]?)+")
_AND = Pattern(r"[和及与]")
_OF_THIS = rf"(?:以上|上述|该|此|本|这)?[两三四五六七八九十\d]{{0,2}}(?:各?项|条|个)?{WORKS}?"
_BY = Pattern(rf"{_OF_THIS}(?:均|统一|主要|具体)?[由请]", needs=("由请",))
_PERSON = Pattern(r"[㐀-鿿]{2,8}同志$")
# 列第一位的为牵头单位; 牵头单位列第一位
_FIRST = Pattern(
    r"(?P<before>[^，。；]{0,12}?)(?:(?:排名?|列|居|在)(?:在|于)?(?:第一|首位?|最前)|第一(?:[位个家名列]|责任|单位|部门|科室)|首(?:[位个家列]|单位))"
    r"(?:[^，。；]{0,10}?(?:为|是|系|即|作为)(?P<behind>[^，。；]{0,12}))?",
    needs=(("第一", "首", "最前"),),
)
# …，其余为配合单位
_REST = Pattern(
    r"[^，,、。；;]{0,6}[，,、；;]\s*(?:其[余他它]|余[下者]?|后[面续列]|第二[位个家名]?)(?P<said>[^，,。；;（()）]{1,16})"
)
_IN_ALL = Pattern(
    r"[^。；;）)]{0,24}(?:[下后]同|以[上下]|均|都|各项|所有)"
)  # such a note speaks of all the lists of a plan
# 县水利局牵头的重点任务（8项）：: what of a heading is no part of who has the share
_SHARE = Pattern(
    r"(?:的|实施的)?(?:重点|主要|其他|各项|具体|年度)?(?:工作|任务|事项|项目|指标|内容|部分)?(?:清单|任务|事项|部分)?"
    r"(?:[（(][^（()）]{1,12}[)）])?[:：]?$"
)
_DEED = Pattern(rf"(?:{WORK}|{NOMINAL}|配合|支持|协助)[全省市县区镇乡村街州旗]")  # 推进县医院牵头项目
_SEEN_THROUGH = Pattern(r"[^，,；;]{2,40}负责(?!组织实施|具体实施|组织落实|具体落实)[^，,；;]{3,12}(?:实施|落实)")
# 负责改造工程的指导和监督
_OF_WORK = Pattern(rf"的(?:(?:{WORK}|{NOMINAL}|工作)+|[㐀-鿿]{{2,4}}[和及与、][㐀-鿿]{{2,4}})$")
_ATTRIBUTE = Pattern(r"[㐀-鿿]{0,3}的")  # 负责运营的门店, but 负责制定比赛的规则
_CALLED_TO_ACCOUNT = Pattern(
    rf"(?:追究|追查|倒查|查究|厘清)[^，,]*责任|^(?:{ADVERB}|层层|逐级){{0,2}}(?:{STRENGTHENED})[^，,]*责任$|{BEARING}$",
    needs=(("责任",),),
)
_SET_UP = Pattern("组织(?:机构|领导|架构|单位)|^[㐀-鿿]{0,4}组织$|领导(?:小组|机构)|工作(?:机构|专班)|组委会")
_DIVISION = Pattern("分工|职责")
# Who explains a paper or keeps an office has no part of its work, nor who calls in others (文明办牵头有关部门检查).
_NO_PART = Pattern("的|解释|日常|(?:有关|相关|各)[㐀-鿿]{0,6}?(?:部门|单位)")
LONGEST = 120  # characters of a clause or line that may be an assignment and nothing else


# 以县农机站为主，各镇配合: who leads, in other words.
_MAINLY = Pattern(r"(?<![㐀-鿿])以([^，,。；;：:\n]{2,40})为主(?=[，,。；;）)\n]|$)", needs=("为主",))


# 县水利局牵头、各镇配合: clauses that no comma parts.
_THEN = WordPattern(
    lambda known: rf"(?:{known.act})、(?=[^，,。；;：:（()）\n]{{2,40}}?(?:{known.act})(?:[、，,。；;）)\n]|$))"
)


def in_plain_words(text: str) -> str:
    """The text, as long as before, with bodies that it says to do most (以县农机站为主) said to lead, and a comma between clauses that
    say who does which part (县水利局牵头、各镇配合)."""
    known = words()
    if known.acts_before(text, "、") and known.may_act(text):
        text = _THEN().sub(lambda it: it[0][:-1] + "，", text)
    if "为主" not in text:
        return text
    return _MAINLY.sub(lambda it: f"由{it[1]}牵头" if _all_names(it[1], known) else it[0], text)


def is_duty_line(text: str) -> bool:
    """Whether a line is nothing but bodies with their verbs: 市公安局负责，市城管局、各区政府配合."""
    return duty_part(text) == len(text) - len(text.lstrip())


def duty_part(text: str) -> int:
    """Where a sentence begins to say nothing but which bodies do it (修好水渠，|县水利局负责，各镇配合。); -1 where it does not end so."""
    line = text.rstrip().rstrip("。；;")
    known = words()
    last = max(map(line.rfind, "，,；;。 ")) + 1
    if not 2 < len(line) - last <= LONGEST:
        return -1
    end = line[last:]
    ends = CLAUSE.findall(end)
    if ends and not known.may_be_led(ends[-1]):
        return -1
    if not (known.may_do(end) or known.deed_behind(end)) or calls_to_account(end):
        return -1
    if ends and not _verb_behind_bodies(ends[-1], known, duties=True):
        return -1
    clauses = list(CLAUSE.finditer(line, max(0, len(line) - LONGEST)))
    begin, told, whole = -1, False, False  # told: a body in particular is said to do more than to support
    for clause in reversed(clauses):
        verb = _verb_behind_bodies(clause.group(), known, duties=True)
        if not verb and (begin < 0 or not _all_names(clause.group(), known)):
            break
        names = listed_names(clause.group()[: verb.start()] if verb else clause.group())
        if verb and known.verb_behind(clause.group()):
            particular = any(
                (known.is_particular(name) or names_holders(name) or names_titled(name)) and not is_collective(name)
                for name in names
            )
            parted = known.role_of(verb.group()) != "support" or known.has_own_part(verb.group())
            told = told or (particular and parted) or supports_alone(clause.group())
            whole = True
        begin = clause.start()
    return begin if told or (whole and not line[:begin].strip()) else -1


def supports_alone(clause: str) -> bool:
    """Whether a clause is nothing but bodies, each a particular one, that support what is said before: 县工会、团县委配合; not 学校配合,
    nor 各科室配合."""
    known = words()
    verb = known.verb_behind(clause)
    if verb is None or known.role_of(verb.group()) != "support" or clause[0] in "与和同跟":
        return False
    names = listed_names(clause[: verb.start()])
    return bool(names) and all(known.is_particular(name) and not is_collective(name) for name in names)


def calls_to_account(clause: str) -> bool:
    """Whether a clause says who answers for what went wrong, whose duty is to weigh more, or what duty somebody has, not who has the
    work: 追究企业负责人责任, 压实河长责任, 各镇落实属地责任."""
    return "责任" in clause and _CALLED_TO_ACCOUNT.search(clause) is not None


def share_part(heading: str) -> int:
    """Where a heading that names a share of the work by who has it (县水利局牵头任务（8项）) has said so; 0 where it is none."""
    if not words().may_do(heading):
        return 0
    rest = _SHARE.search(heading)
    return rest.start() if rest and is_duty_line(heading[: rest.start()]) and not _DEED.match(heading) else 0


def division_part(sentence: str) -> int:
    """Where a sentence begins to divide its work (A牵头实施修缮，B负责资金保障，C配合): two clauses at least of bodies, their verb
    and an object, one of two bodies joined by 会同, or one that ends in what is done (A负责组织各企业实施); -1 where it does not."""
    if "负责" not in sentence and "牵头" not in sentence:
        return -1
    known = words()
    line = sentence.rstrip().rstrip("。；;")
    begin, parts = -1, 0
    for clause in reversed(list(CLAUSE.finditer(line))):
        part = known.part_of_work.match(clause.group())
        names = known.joint.sub("、", part["names"]) if part and "的" not in clause.group() else ""
        if names and _all_names(names, known):
            parts += 1 + (known.joint.search(clause.group()) is not None)
        elif not _verb_behind_bodies(clause.group(), known, duties=True):
            break
        begin = clause.start()
    return begin if parts > 1 or (parts and sees_through(line)) else -1


def sees_through(clause: str) -> bool:
    """Whether one clause says that bodies see to what others do: 县经信局负责组织各企业实施."""
    return len(clause) <= LONGEST and _SEEN_THROUGH.fullmatch(clause) is not None


def doers_end(sentence: str, *, alone: bool = False, opens: bool = False) -> int:
    """Where the verb ends behind the bodies that a sentence begins with and says to have a part of the work (教务处负责|命题); 0
    where it begins otherwise. `alone`: no 由 tells that they do, so that nothing may stand for an attribute (供销社负责运营的门店); where
    it `opens` an item, only what is one at once."""
    if "负责" not in sentence and "牵头" not in sentence:
        return 0
    known = words()
    clause = CLAUSE.match(sentence)
    act = known.act_inside.search(sentence, 2, clause.end()) if clause else None
    if act is None or clause is None or _NO_PART.match(sentence, act.end()):
        return 0
    attribute = _ATTRIBUTE.match(clause.group(), act.end()) is not None
    if alone and (attribute if opens else "的" in _OF_WORK.sub("", clause.group()[act.end() :])):
        return 0
    names = known.joint.sub("、", sentence[: act.start()].rstrip("：:"))  # 财政局：负责保障
    return act.end() if _all_names(names, known) else 0


def share_end(sentence: str) -> int:
    """Where a share of divided work begins behind whose it is: behind the verb (教务处负责|命题) or a colon (教务处：|命题); 0 where a
    sentence begins otherwise."""
    if end := doers_end(sentence):
        return end
    colon = sentence.replace(":", "：").find("：", 0, LONGEST) + 1
    return colon if colon > 1 and _all_names(sentence[: colon - 1], words()) else 0


def speaks_of_division(heading: str) -> bool:
    """Whether a heading announces who has which part: 职责分工, 部门职责."""
    return _DIVISION.search(heading) is not None


def speaks_of_bodies_set_up(heading: str) -> bool:
    """Whether a heading announces who steers the work, so that what stands beneath are members: 组织机构, 领导小组."""
    return _SET_UP.search(heading) is not None


@asked_once
def deeds_alone(part: str) -> bool:
    """Whether a bracket says of each office what it does, in verbs of any kind: 工程部自查，安全部复查."""
    known = words()
    clauses = [match.group() for match in _PIECE.finditer(part)]
    return bool(clauses) and all(known.deed_behind(clause) is not None for clause in clauses)


def first_leads(note: str, *, in_all: bool = False) -> bool:
    """Whether a note says that the body listed first leads: 列第一位的为牵头单位; and, asked for, that it is so in all lists: …，下同."""
    if "第一" not in note and "首" not in note and "最前" not in note:
        return False
    known = words()
    if not known.has_lead(note):
        return False
    for match in _FIRST.finditer(note):
        before, behind = match["before"], match["behind"] or ""
        leads = known.has_lead(behind) or (known.has_lead(before) and known.bare_label.search(before))
        if leads and (not in_all or _IN_ALL.match(note, match.start())):
            return True
    return False


def rest_supports(note: str) -> bool:
    """Whether a note by which the body listed first leads says too that the others support it: …，其余为配合单位."""
    if not first_leads(note):
        return False
    rests = (_REST.match(note, match.end()) for match in _FIRST.finditer(note))
    return any(rest is not None and words().role_of(rest["said"]) == "support" for rest in rests)


def states_who(text: str, known: Words) -> bool:
    """Whether a clause of a sentence says who leads, or by whom it is done."""
    text = in_plain_words(text)
    acts, leads = known.may_tell(text)
    if not leads and not (acts and len(text) <= LONGEST):
        return False
    if duty_part(text) >= 0:
        return True
    own = known.has_own_part(text)
    if not (own or has_any(text, "由请为是系")):
        return False
    for match in CLAUSE.finditer(text):
        clause = match.group()
        by = _BY.match(clause)
        if len(clause) > LONGEST or not (by or (own and known.has_own_part(clause)) or known.part.search(clause)):
            continue
        if _verb_behind_bodies(clause[by.end() :] if by else clause, known, duties=by is not None, objects=False):
            return True
    return False


def _verb_behind_bodies(
    clause: str, known: Words, *, duties: bool = False, objects: bool = True
) -> re.Match[str] | None:
    """县水利局、县财政局负责: the verb of a clause that is names and a verb behind them."""
    verb = known.verb_behind(clause, duties=duties, objects=objects)
    if verb is None and duties and objects:
        verb = known.deed_behind(clause)
    return verb if verb is not None and verb.start() and _all_names(clause[: verb.start()], known) else None


def _all_names(text: str, known: Words) -> bool:
    names = listed_names(text)
    return bool(names) and all(
        known.is_body(name) or names_holders(name) or names_titled(name) or _PERSON.fullmatch(name) is not None
        for name in names
    )


@asked_once
def listed_names(text: str) -> tuple[str, ...]:
    """The names of a list, 等 behind the last aside; joined by 和 they count as one where that is a name."""
    known = words()
    listed = [AND_SO_ON.sub("", name).removeprefix("由") for name in _NAME.findall(text)]
    listed = [name[found.end() :] if (found := known.joint.match(name)) else name for name in listed]
    return tuple(
        part
        for name in listed
        if name
        for part in ([name] if known.is_body(name) or is_collective(name) else filter(None, _AND.split(name)))
    )
