"""How well an output agrees with the truth: precision, recall and F1 a field, and the share of perfect tasks.

Text is compared with white space removed and character width folded; the script counts. A time node marked `optional`
is neither asked for nor held against the output, `lenient_start` compares the end alone, `any_dates` the kind alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

FIELDS = (
    "notice",
    "plans",
    "metadata",
    "sections",
    "tasks",
    "titles",
    "texts",
    "section paths",
    "departments",
    "leaders",
    "time nodes",
    "remarks",
    "prose",
)
ENOUGH = 0.995  # of a text's characters
Record = dict[str, Any]


def fold(text: object) -> str:
    """White space away, width folded, quotation marks and dashes made one."""
    flat = re.sub(r"\s+", "", unicodedata.normalize("NFKC", "" if text is None else str(text)))
    return flat.translate(str.maketrans("“”‘’;；–—－~～", "\"\"'';;-----"))


def bare(text: object) -> str:
    return fold(text).strip("。.;,、:")


@dataclass
class Tally:
    """Counts of one field: found and right, asked for, given."""

    right: int = 0
    asked: int = 0
    given: int = 0

    def merge(self, other: Tally) -> None:
        self.right, self.asked, self.given = (
            self.right + other.right,
            self.asked + other.asked,
            self.given + other.given,
        )

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else float(not self.asked)

    @property
    def recall(self) -> float:
        return self.right / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Score:
    """The tallies of one or more comparisons, the perfect tasks among all, and what was missed."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    perfect: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.perfect / self.total if self.total else 1.0

    def merge(self, other: Score) -> None:
        for name, tally in other.tallies.items():
            self.tallies[name].merge(tally)
        self.perfect += other.perfect
        self.total += other.total
        self.misses += other.misses

    def count(self, name: str, truth: list[Hashable], output: list[Hashable], where: str) -> bool:
        """Compare two bags of values; True where they are the same."""
        wanted, given = Counter(truth), Counter(output)
        tally = self.tallies[name]
        tally.right += (wanted & given).total()
        tally.asked += wanted.total()
        tally.given += given.total()
        self.misses += [f"{where}: {name}: missing {key}" for key in wanted - given]
        self.misses += [f"{where}: {name}: extra {key}" for key in given - wanted]
        return wanted == given


def fits(truth: Record, output: Record) -> bool:
    """Whether an output time node is the one of the truth, whatever its words."""
    if output.get("kind") not in (truth.get("kinds") or [truth["kind"]]):
        return False
    if truth.get("any_dates"):
        return True
    same_start = truth.get("lenient_start") or output.get("start") == truth.get("start")
    return bool(same_start) and output.get("end") == truth.get("end")


def said(node: Record) -> str:
    return f"{node.get('raw')} {node.get('kind')} {node.get('start')}..{node.get('end')}"


def time_nodes(score: Score, truth: list[Record], output: list[Record], where: str) -> bool:
    """One to one: required nodes first, then optional ones take what is left."""
    tally, left, good = score.tallies["time nodes"], list(output), True
    for node in (n for n in truth if not n.get("optional")):
        tally.asked += 1
        same_words = [o for o in left if fold(o.get("raw")) == fold(node["raw"])]
        found = next((o for o in [*same_words, *left] if fits(node, o)), None)
        if found is None:
            good = False
            score.misses.append(f"{where}: time nodes: missing {said(node)}")
            continue
        left = [o for o in left if o is not found]
        tally.right += 1
        tally.given += 1
    for node in (n for n in truth if n.get("optional")):
        words = fold(node["raw"])
        found = next((o for o in left if words in fold(o.get("raw")) or fold(o.get("raw")) in words), None)
        left = [o for o in left if o is not found]
    tally.given += len(left)
    score.misses += [f"{where}: time nodes: extra {said(node)}" for node in left]
    return good and not left


def overlap(truth: str, output: str) -> float:
    """The share of characters that two texts have in common, whatever their order."""
    a, b = Counter(fold(truth)), Counter(fold(output))
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 1.0


def pairs(truth: list[Record], output: list[Record]) -> list[tuple[Record, Record | None]]:
    """Each task of the truth with one of the output: same number and title, else same title, else same number."""
    left = list(output)
    found: list[Record | None] = [None] * len(truth)

    def number(a: Record, b: Record) -> bool:
        return str(b.get("number")) == str(a["number"])

    def title(a: Record, b: Record) -> bool:
        return bare(b.get("title")) == bare(a["title"])

    ways: list[Callable[[Record, Record], bool]] = [lambda a, b: number(a, b) and title(a, b), title, number]
    for same in ways:
        for i, task in enumerate(truth):
            if found[i] is None:
                match = next((o for o in left if same(task, o)), None)
                left = [o for o in left if o is not match]
                found[i] = match
    return list(zip(truth, found, strict=True))


def compare_task(score: Score, truth: Record, given: Record | None, where: str) -> bool:
    output: Record = given or {}
    good = given is not None
    good &= score.count("titles", [bare(truth["title"])], [bare(output.get("title"))], where)
    if "text" in truth:
        value = overlap(truth["text"], output.get("text", ""))
        tally = score.tallies["texts"]
        tally.asked += 1
        tally.given += 1
        tally.right += value >= ENOUGH
        if value < ENOUGH:
            good = False
            score.misses.append(f"{where}: texts: {value:.3f} of {output.get('text', '')!r}")
    if "section_path" in truth:
        path = [bare(p) for p in output.get("section_path") or []][: len(truth["section_path"])]
        wanted = " > ".join(map(bare, truth["section_path"]))
        good &= score.count("section paths", [wanted], [" > ".join(path)], where)
    spare = {bare(d["name"]) for d in truth["departments"] if d.get("optional")}
    good &= score.count(
        "departments",
        [(bare(d["name"]), d["role"]) for d in truth["departments"] if not d.get("optional")],
        list(
            {
                (bare(d.get("name")), d.get("role"))
                for d in output.get("departments", [])
                if bare(d.get("name")) not in spare
            }
        ),
        where,
    )
    if "leaders" in truth:
        people = [bare(p["name"]) for p in truth["leaders"]], [bare(p.get("name")) for p in output.get("leaders", [])]
        good &= score.count("leaders", list(people[0]), list(people[1]), where)
    good &= time_nodes(score, truth["time_nodes"], output.get("time_nodes", []), where)
    for key in ("remarks", "extra"):  # told, but no part of a perfect task
        if key in truth:
            score.count("remarks", told(truth[key], key), told(output.get(key), key), where)
    return good


def told(value: Any, key: str) -> list[Hashable]:
    """A value, or the values of a record, as a bag; nothing where there is none."""
    if isinstance(value, dict):
        return [f"{bare(name)}={bare(each)}" for name, each in value.items()]
    return [f"{key}={bare(value)}"] if value else []


def compare_plan(score: Score, truth: Record, output: Record) -> None:
    where = truth["title"][:12]
    for key in ("issuer", "year", "doc_number", "issued_on"):
        if key in truth:
            score.count("metadata", [f"{key}={bare(truth[key])}"], [f"{key}={bare(output.get(key))}"], where)
    if "sections" in truth:
        depth = truth.get("section_levels", 2)
        score.count(
            "sections",
            [(s["level"], bare(s["title"])) for s in truth["sections"]],
            [(s.get("level"), bare(s.get("title"))) for s in output.get("sections", []) if s.get("level", 1) <= depth],
            where,
        )
    for key in ("preamble", "closing"):
        if key in truth:
            score.count("prose", told(truth[key], key), told(output.get(key), key), where)
    if "sections" in truth and any("text" in s for s in truth["sections"]):
        wanted_prose = [f"{bare(s['title'])}: {bare(s['text'])}" for s in truth["sections"] if s.get("text")]
        given_prose = [
            f"{bare(s.get('title'))}: {bare(s['text'])}" for s in output.get("sections", []) if s.get("text")
        ]
        score.count("prose", list(wanted_prose), list(given_prose), where)
    given = output.get("tasks", [])
    score.count("tasks", [t["number"] for t in truth["tasks"]], [str(t.get("number")) for t in given], where)
    for wanted, found in pairs(truth["tasks"], given):
        score.total += 1
        score.perfect += compare_task(score, wanted, found, f"{where} #{wanted['number']}")


def compare(truth: Record, output: Record) -> Score:
    """Truth and output as plain data → their score."""
    score = Score()
    if truth.get("notice"):
        given = output.get("notice") or {}
        for key, value in truth["notice"].items():
            if value is not None:
                score.count("notice", [f"{key}={bare(value)}"], [f"{key}={bare(given.get(key))}"], "notice")
    plans = list(output.get("plans", []))
    score.count("plans", [bare(p["title"]) for p in truth["plans"]], [bare(p.get("title")) for p in plans], "plans")
    paired: list[tuple[Record, Record | None]] = []
    for wanted in truth["plans"]:
        match = next((p for p in plans if bare(p.get("title")) == bare(wanted["title"])), None)
        plans = [p for p in plans if p is not match]
        paired.append((wanted, match))
    spare = iter(plans)
    for wanted, match in paired:
        compare_plan(score, wanted, match if match is not None else next(spare, {}))
    return score
