"""Draws the items of an outline: title, text, points, who and when, by one office's habit."""

from __future__ import annotations

from random import Random

from . import lookalikes, moments, times
from .assignments import SHAPES, Style, style
from .labels import FORMS, POINTS
from .meaning import Piece, joined
from .tree import Item
from .words import works
from .words.bodies import Office

ENDS = ("完成任务", "完成建设", "形成长效机制", "全面完成", "落实到位", "建成投用", "完成验收", "印发实施")
DONE = ("完成{}任务", "完成{}方案编制", "完成{}验收", "建成{}平台", "印发{}方案")
DOES = (
    "组织开展专项检查",
    "召开工作推进会",
    "开展集中宣传",
    "举办业务培训",
    "开展自查",
    "进行阶段总结",
    "启动申报工作",
)
INSIDE = (
    "（责任单位：A、B）",
    "（牵头单位：A；责任单位：B）",
    "（牵头单位：A；配合单位：B）",
)  # may close with 完成时限：…
WHERE = ("inside", "inside", "clause", "clause", "bracket", "opening", "line", "title")


class Drawer:
    """One outline's choices, made once, and its items drawn by them."""

    def __init__(self, rng: Random, office: Office, year: int, ladder: tuple[str, ...], shape: str) -> None:
        self.rng, self.office, self.year, self.ladder, self.shape = rng, office, year, ladder, shape
        self.place = SHAPES[shape][0]
        self.style: Style = style(rng, office)
        self.families = [rng.choice(times.COMMON)] + [rng.choice(list(times.PROSE)) for _ in range(rng.randrange(1, 4))]
        if ladder[-1] == "一是":
            self.place, self.shape = ("tail", shape) if self.place == "tail" else ("tail", "（A负责）")
        fits = {"line": self.place in ("line", "none"), "inside": self.shape in INSIDE}
        self.where = rng.choice([where for where in WHERE if fits.get(where, True)])
        self.timed = rng.choice((0.0, 0.3, 0.7, 1.0))
        if self.place == "heading":  # else the heading would be the lowest level with an assignment: the task
            self.timed = 1.0
        self.assigned = (
            0.0 if self.place in ("none", "heading") else 1.0 if ladder[-1] == "一是" else rng.choice((0.8, 1.0, 1.0))
        )
        self.own_line = self.place == "title" or (ladder[-1] != "一是" and rng.random() < 0.25)
        self.full = rng.choice((0.0, 0.5, 1.0))  # share of items with text beyond their title
        self.alike = rng.choice((0.0, 0.0, 0.2, 0.5))
        self.points = (
            rng.choice(("none", "none", "none", "lines", "inline", "一是")) if ladder[-1] != "一是" else "none"
        )
        self.point_form = rng.choice([p for p in POINTS if p not in ladder and not (p in ("1）",) and "1." in ladder)])
        self.on_line = (
            0.3 if rng.random() < 0.07 and not self.own_line and self.place != "line" and self.points == "none" else 0.0
        )
        self.skips = rng.random() < 0.06

    def assignment(self) -> list[Piece]:
        return SHAPES[self.shape][1](self.rng, self.office, self.style)

    def clause(self, moment: moments.Moment, *, alone: bool = False) -> Piece:
        """A sentence of prose around an expression; `alone`: it says what is done too."""
        said = Piece(moment.raw, nodes=moment.nodes)
        thing = self.rng.choice(works.THINGS)
        if moment.use == "by" and (alone or self.rng.random() < 0.5):
            return joined(said, self.rng.choice(("", "，" if alone else "")), self.rng.choice(DONE).format(thing), "。")
        if moment.use == "do" and alone:
            return joined(said, self.rng.choice(("组织开展", "启动", "集中开展")), thing, "。")
        return {
            "do": lambda: joined(said, self.rng.choice(DOES), "。"),
            "by": lambda: joined(said, self.rng.choice(ENDS), "。"),
            "until": lambda: joined("专项行动持续", said, "。"),
            "all": lambda: joined(said, f"开展{thing}。"),
            "turn": lambda: joined(
                said, self.rng.choice(("调度一次工作进展。", "通报工作情况。", "开展一次督导检查。"))
            ),
            "when": lambda: joined(said, self.rng.choice(DOES), "。"),
        }[moment.use]()

    def in_bracket(self, moment: moments.Moment) -> Piece:
        said = Piece(moment.raw, nodes=moment.nodes)
        end = self.rng.choice(("", "完成")) if moment.use == "by" else ""
        return joined(
            self.style.left if self.style.left in "（(" else "（",
            said,
            end,
            self.style.right if self.style.right in "）)" else "）",
        )

    def item(self) -> Item:
        """An item with what it states of who and when."""
        rng = self.rng
        tags = {
            "assignment": self.shape if self.place == "heading" else "none",
            "time": "none",
            "time at": "none",
            "look-alike": "none",
        }
        thing = rng.choice(works.THINGS)
        found = Item(Piece(works.title(rng, thing)), own_line=self.own_line, tags=tags)
        timed, assigned = rng.random() < self.timed, rng.random() < self.assigned
        if self.own_line and not (timed or assigned):
            assigned = self.assigned > 0
            timed = not assigned
        where = self.where
        sentences = [
            Piece(works.sentence(rng, thing)) for _ in range(rng.randrange(1, 4) if rng.random() < self.full else 0)
        ]
        if rng.random() < self.alike:
            tags["look-alike"] = rng.choice(lookalikes.KINDS)
            sentences.insert(
                rng.randrange(len(sentences) + 1), Piece(lookalikes.sentence(rng, self.year, tags["look-alike"]))
            )
        lines: list[Piece] = []
        if timed:
            if where == "title" and (self.own_line or self.place == "title"):
                where = "clause"
            if where == "inside":
                assigned = True
            else:
                self.put_time(found, where, sentences, lines)
        if assigned:
            tags["assignment"] = self.shape
            parts = self.assignment()
            if timed and where == "inside":
                parts = [self.with_limit(parts[0], tags)]
            if self.place == "tail" and not (self.own_line and not sentences):
                sentences = [*sentences[:-1], joined(sentences[-1], *parts)] if sentences else parts
            elif self.place == "title":
                found.behind = parts[0]
            else:
                lines = [*parts, *lines]
        if found.own_line and not sentences and rng.random() < 0.5:
            sentences = [Piece(works.sentence(rng, thing))]
        head = [joined(*sentences)] if sentences else []
        points = self.with_points(head) if ((timed and where != "line") or assigned) else []
        found.run_in = bool(head)
        found.paragraphs = [*head, *points, *lines]
        return found

    def with_limit(self, bracket: Piece, tags: dict[str, str]) -> Piece:
        """The bracket of an assignment, with the time behind the names: （责任单位：A；完成时限：6月底）."""
        semicolon = ";" if self.style.colon == ":" else "；"
        family = self.rng.choice([f for f in self.families if f in times.COLUMN] or ["6月底前"])
        moment = times.column(self.rng, self.year, family, "完成时限")
        tags["time"], tags["time at"] = family, "inside the assignment"
        found = joined(
            bracket, f"{semicolon}完成时限{self.style.colon}", Piece(moment.raw, nodes=moment.nodes), self.style.right
        )
        found.text = found.text.replace(bracket.text, bracket.text[:-1], 1)
        return found

    def put_time(self, found: Item, where: str, sentences: list[Piece], lines: list[Piece]) -> None:
        rng, tags = self.rng, found.tags
        if where == "line":
            family = rng.choice(self.families if all(f in times.COLUMN for f in self.families) else list(times.COLUMN))
            word = rng.choice(("完成时限", "时限"))
            moment = times.column(rng, self.year, family, word)
            lines.append(
                joined(
                    f"{word}{self.style.colon}", Piece(moment.raw, nodes=moment.nodes), "。" if self.style.stop else ""
                )
            )
        else:
            family, moment = times.draw(rng, self.year, self.families)
            while times.like_a_label(moment.raw) and where != "bracket":
                family, moment = times.draw(rng, self.year, [*self.families, rng.choice(times.COMMON)])
            if where == "bracket" and moment.use != "until":
                sentence = sentences.pop() if sentences else Piece(works.sentence(rng))
                sentences.append(joined(sentence.text[:-1], self.in_bracket(moment), "。"))
            elif where == "title":
                found.title = self.clause(moment, alone=True)
                found.title.text = found.title.text.removesuffix("。")
            else:
                sentences.insert(0 if where == "opening" else len(sentences), self.clause(moment))
                where = "opening" if where == "opening" else "clause"
        tags["time"], tags["time at"] = family, where

    def with_points(self, head: list[Piece]) -> list[Piece]:
        """Points below the item: paragraphs of their own; or inline, put into the item's first paragraph."""
        if self.points == "none" or self.rng.random() < 0.5:
            return []
        count = self.rng.randrange(2, 4)
        texts = [works.sentence(self.rng) for _ in range(count)]
        if self.points == "lines":
            form = FORMS[self.point_form]
            return [Piece(form.label(n, "")[0] + text) for n, text in enumerate(texts, 1)]
        if not head:
            return []
        words = "一二三" if self.points == "一是" else ""
        marks = [f"{w}是" for w in words] or [FORMS[self.point_form].label(n, "")[0] for n in range(1, 4)]
        run = "".join(
            mark + text.rstrip("。") + ("；" if n < count else "。")
            for n, (mark, text) in enumerate(zip(marks, texts, strict=False), 1)
        )
        lead = "重点做好以下工作：" if self.own_line else ""
        head[0] = joined(lead, run, head[0])
        return []
