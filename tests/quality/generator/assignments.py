"""Forms of assignment: how an outline says who does it. Each gives the words and, by construction, who has which role.

A shape stands in one place: tail (closes the item's paragraph), line (paragraphs of their own after it), title (behind
the item's title), heading (behind a section's title, for all items beneath).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .meaning import Piece, joined, names, people
from .words.bodies import Office
from .words.places import person


@dataclass
class Style:
    """What one office keeps to: brackets, colon, the word for its bodies (单位, 部门, 科室), what stands between names."""

    left: str = "（"
    right: str = "）"
    colon: str = "："
    word: str = "单位"
    between: str = "、"
    stop: bool = False  # a line of its own ends with a full stop
    last: str = ""  # what stands before the last of several names, where not the same

    def names(self, words: list[str], role: str) -> Piece:
        """Names behind a word and a colon."""
        return names(words, role, self.between, self.last)

    def listed(self, words: list[str], role: str) -> Piece:
        """Names in a sentence, where a comma would end the clause."""
        return names(words, role, "、", self.last)

    def bracketed(self, *parts: str | Piece) -> Piece:
        return joined(self.left, *parts, self.right)


def style(rng: Random, office: Office) -> Style:
    word = {"government": ("单位", "部门"), "bureau": ("科室", "单位"), "school": ("部门", "单位")}.get(
        office.kind, ("部门",)
    )
    left, right = rng.choice(("（）",) * 8 + ("()", "〔〕", "【】", "[]"))
    colon = ":" if left == "(" else "："
    return Style(
        left,
        right,
        colon,
        rng.choice(word),
        rng.choice(("、",) * 8 + ("，",)),
        rng.random() < 0.3,
        rng.choice(("",) * 9 + ("和",)),
    )


Shape = Callable[[Random, Office, Style], list[Piece]]


def bare(rng: Random, office: Office, s: Style) -> list[Piece]:
    return [s.bracketed(s.names(office.some(rng, rng.randrange(1, 4)), "responsible"))]


def responsible(rng: Random, office: Office, s: Style) -> list[Piece]:
    return [s.bracketed(f"责任{s.word}{s.colon}", s.names(office.some(rng, rng.randrange(1, 5)), "responsible"))]


def lead_responsible(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    semicolon = ";" if s.colon == ":" else "；"
    return [
        s.bracketed(
            f"牵头{s.word}{s.colon}",
            names([first], "lead"),
            f"{semicolon}责任{s.word}{s.colon}",
            s.names(rest, "responsible"),
        )
    ]


def lead_support(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    one, other = rng.choice((("牵头", "配合"), ("主办", "协办"), ("牵头", "参与"), ("主责", "协同")))
    semicolon = ";" if s.colon == ":" else "；"
    return [
        s.bracketed(
            f"{one}{s.word}{s.colon}",
            names([first], "lead"),
            f"{semicolon}{other}{s.word}{s.colon}",
            s.names(rest, "support"),
        )
    ]


def led_by(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    return [s.bracketed("由", names([first], "lead"), "牵头，", s.listed(rest, "support"), "配合")]


def leads_supports(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    verb = rng.choice(("配合", "参与", "协办", "配合", "等部门配合"))
    return [s.bracketed(names([first], "lead"), "牵头，", s.listed(rest, "support"), verb)]


def answers(rng: Random, office: Office, s: Style) -> list[Piece]:
    return [s.bracketed(s.listed(office.some(rng, rng.randrange(1, 4)), "responsible"), "负责")]


def answers_supports(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    return [s.bracketed(names([first], "responsible"), "负责，", s.listed(rest, "support"), "配合")]


def leads_by_duty(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    return [s.bracketed(names([first], "lead"), "牵头，", s.listed(rest, "responsible"), "按职责分工负责")]


def by_duty(rng: Random, office: Office, s: Style) -> list[Piece]:
    return [
        s.bracketed(
            s.listed(office.some(rng, rng.randrange(2, 5)), "responsible"),
            rng.choice(("", "", "", "等部门")) + "按职责分工负责",
        )
    ]


def leads(rng: Random, office: Office, s: Style) -> list[Piece]:
    return [s.bracketed(names(office.some(rng, rng.randrange(1, 3), 0), "lead"), rng.choice(("牵头", "牵头负责")))]


def marked(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 4))
    mark = "（牵头）" if s.left != "（" else "(牵头)"
    return [s.bracketed(f"责任{s.word}{s.colon}", names([first], "lead"), mark, "、", s.names(rest, "responsible"))]


def led_together(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 4))
    return [s.bracketed("由", names([first], "lead"), "牵头，会同", s.listed(rest, "support"))]


def first_leads(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    return [s.bracketed(f"责任{s.word}{s.colon}", names([first], "lead"), s.between, s.names(rest, "responsible"))]


def person_and_body(rng: Random, office: Office, s: Style) -> list[Piece]:
    semicolon = ";" if s.colon == ":" else "；"
    head = people([person(rng)], "responsible")
    return [
        s.bracketed(
            f"责任领导{s.colon}",
            head,
            f"{semicolon}责任{s.word}{s.colon}",
            s.names(office.some(rng, rng.randrange(1, 3)), "responsible"),
        )
    ]


def line(rng: Random, office: Office, s: Style) -> list[Piece]:
    stop = "。" if s.stop else ""
    return [joined(f"责任{s.word}{s.colon}", s.names(office.some(rng, rng.randrange(1, 5)), "responsible"), stop)]


def lines_lead(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    stop = "。" if s.stop else ""
    word, role = rng.choice((("责任", "responsible"), ("配合", "support")))
    return [
        joined(f"牵头{s.word}{s.colon}", names([first], "lead"), stop),
        joined(f"{word}{s.word}{s.colon}", s.names(rest, role), stop),
    ]


def lines_people(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 5))
    stop = "。" if s.stop else ""
    heads = rng.choice(
        (
            ("牵头领导", f"牵头{s.word}", f"责任{s.word}", "responsible"),
            ("牵头负责领导", "牵头责任单位", "协同责任单位", "support"),
        )
    )
    said = (people([person(rng)], "lead"), names([first], "lead"), s.names(rest, heads[3]))
    return [joined(head + s.colon, piece, stop) for head, piece in zip(heads, said, strict=False)]


def line_sentence(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 4))
    return [joined(names([first], "responsible"), "负责，", s.listed(rest, "support"), "配合", "。" if s.stop else "")]


def one_line(rng: Random, office: Office, s: Style) -> list[Piece]:
    first, *rest = office.some(rng, rng.randrange(2, 4))
    semicolon = ";" if s.colon == ":" else "；"
    return [
        joined(
            f"牵头{s.word}{s.colon}",
            names([first], "lead"),
            f"{semicolon}配合{s.word}{s.colon}",
            s.names(rest, "support"),
            "。" if s.stop else "",
        )
    ]


SHAPES: dict[str, tuple[str, Shape]] = {
    "（A、B）": ("tail", bare),
    "（责任单位：A、B）": ("tail", responsible),
    "（牵头单位：A；责任单位：B）": ("tail", lead_responsible),
    "（牵头单位：A；配合单位：B）": ("tail", lead_support),
    "（由A牵头，B配合）": ("tail", led_by),
    "（A牵头，B配合）": ("tail", leads_supports),
    "（A负责）": ("tail", answers),
    "（A负责，B配合）": ("tail", answers_supports),
    "（A牵头，B按职责分工负责）": ("tail", leads_by_duty),
    "（A、B按职责分工负责）": ("tail", by_duty),
    "（A牵头）": ("tail", leads),
    "（责任单位：A（牵头）、B）": ("tail", marked),
    "（由A牵头，会同B）": ("tail", led_together),
    "列第一位的牵头": ("tail", first_leads),
    "（责任领导：甲；责任单位：A）": ("tail", person_and_body),
    "责任单位：A ¶": ("line", line),
    "牵头单位：A ¶ 责任单位：B ¶": ("line", lines_lead),
    "牵头领导：甲 ¶ 牵头单位：A ¶ …": ("line", lines_people),
    "A负责，B配合 ¶": ("line", line_sentence),
    "牵头单位：A；配合单位：B ¶": ("line", one_line),
    "（责任单位：A） ¶": ("line", responsible),
    "（A牵头，B配合） ¶": ("line", leads_supports),
    "title（责任单位：A）": ("title", responsible),
    "title（A牵头，B配合）": ("title", leads_supports),
    "heading（责任单位：A）": ("heading", responsible),
    "heading（牵头单位：A；配合单位：B）": ("heading", lead_support),
    "none": ("none", lambda rng, office, s: []),
}
