"""Clauses that say who does it: 由A牵头，会同B、C落实；A牵头，B、C配合；请A同志负责，B承办."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.duties import calls_to_account, doers_end, supports_alone
from ...language.roles import Words
from ...model.bulletin import Role
from .labelled import DepartmentEntry
from .names import NotAListError, read_names

_CLAUSE = Pattern(r"[^，,。；;！!？?\n：:—―]+")
_ENDS = ("", "。", "；", ";", "\n")
_BEGIN_BY = Pattern(r"(?:(?<![理自缘经])由|(?<![申邀聘提报敬])请)(?=.)")


def clause_runs(text: str, words: Words) -> list[tuple[int, int, list[DepartmentEntry]]]:
    """Sentences that say who leads, each as (start, end, entries); a run goes on as long as each clause is nothing but bodies
    and verbs."""
    found: list[tuple[int, int, list[DepartmentEntry]]] = []
    begin: int | None = None
    entries: list[DepartmentEntry] = []
    last = 0
    for match in _CLAUSE.finditer(text):
        start, end = match.span()
        separator = text[last : match.start()]
        follows = begin is not None and separator in "，,；;、"
        led = follows and any(entry.role == "lead" for entry in entries)
        got: list[DepartmentEntry] = []
        clause = match.group()
        for by in _BEGIN_BY.finditer(clause) if "由" in clause or "请" in clause else ():
            if got := _clause(text, match.start() + by.start(), end, words, True, follows, led):
                start += by.start()
                break
        got = got or _clause(text, start, end, words, False, follows, led)
        if got and begin is not None and separator in ("，", ",", "；", ";") and start == match.start():
            entries += got
        elif got:
            if begin is not None:
                found.append((begin, last, entries))
            begin, entries = start, got
        elif begin is not None:
            found.append((begin, last, entries))
            begin, entries = None, []
        last = match.end()
    if begin is not None:
        found.append((begin, last, entries))
    return found


def _clause(text: str, start: int, end: int, words: Words, by: bool, follows: bool, led: bool) -> list[DepartmentEntry]:
    """A clause that is nothing but bodies with their verbs; a bare 负责 or 配合 counts only behind 由 or another one, or as
    为责任单位, or behind those who share it (会同, 按职责)."""
    piece = text[start:end]
    if len(piece) > 80 or not (by or follows or "职责" in piece or words.may_act(piece)) or calls_to_account(piece):
        return []
    role: Role | None = None
    joint = words.joint.search(piece, 1)
    acted = doers_end(piece[1:] if by else piece, alone=not by, opens=start == 0)
    if joint and joint.start() > acted:  # 县民政局牵头|会同县残联落实
        acted = 0
    if acted:  # 由总务科负责|采购奖品, 总务科牵头|采购奖品
        end = start + int(by) + acted
        piece = text[start:end]
    elif (by or words.has_lead(piece)) and (stop := _end_behind_joint(text, start, end, words)):
        end, role = stop, None if words.has_lead(piece) else "responsible"
    if follows and (names := words.joint_before(text, start, end)) > start:
        return _joined(text, names, end, words, "support" if led else "responsible")
    shared = (joint is not None or "职责" in piece) and words.verb_behind(piece) is not None  # 会同…落实, 按职责推进
    if role is None and not (words.may_do(piece) if by or follows or acted or shared else words.may_act(piece)):
        return []
    stated = by or follows or bool(acted) or shared or words.part.search(piece) is not None
    stated = stated or (text[end : end + 1] in _ENDS and supports_alone(piece))  # 举办读书月，县工会、团县委配合。
    stated = stated or _is_joined_by_support(text, end, words)
    if not (stated or words.has_own_part(piece)):
        return []
    try:
        # behind a clause that says who leads, most of those who support need be known: …牵头，省财政厅、国网江北电力配合
        sure = 0.6 if follows and words.verb.search(piece) else 1.0
        duties = follows or shared or (by and words.verb_behind(piece[1:], duties=True, objects=False) is not None)
        entries, _ = read_names(text, start, end, words, role=role, rule="clause", sure=sure, led=led, duties=duties)
    except NotAListError:
        return []
    if not stated and not any(entry.role == "lead" for entry in entries) and not words.has_own_part(piece):
        return []
    return entries


def _is_joined_by_support(text: str, end: int, words: Words) -> bool:
    """Whether who supports stands right behind a clause: 县总工会承办，|团县委协办."""
    behind = _CLAUSE.match(text, end + 1) if text[end : end + 1] in ("，", ",", "、") else None
    return behind is not None and (words.has_own_part(behind.group()) or supports_alone(behind.group()))


def _end_behind_joint(text: str, start: int, end: int, words: Words) -> int:
    """Where the names end behind 会同 inside a clause that no verb of theirs closes (由质控科会同病案室|每月抽查); 0 where one does."""
    joint = words.joint.search(text, start + 1, end)
    if joint is None or words.verb_behind(text[start:end]) is not None:
        return 0
    stop = words.end_of_names(text, joint.end(), end)
    return stop if stop > joint.end() else 0


def _joined(text: str, start: int, end: int, words: Words, role: Role) -> list[DepartmentEntry]:
    """Those behind 会同, whatever the clause goes on with: they support who leads, or share the work of who does it."""
    stop = words.end_of_names(text, start, end)
    try:
        return read_names(text, start, stop, words, role=role, rule="joint", sure=0.6)[0] if stop > start else []
    except NotAListError:
        return []
