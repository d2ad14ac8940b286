"""A case: a drawn bulletin with a drawn writer, its bytes and its truth, by seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .draw import draw
from .render import printed
from .tree import Bulletin, settle
from .truth import Record, truth
from .writers import WRITERS, Writer


def matters(name: str, kind: str) -> bool:
    """Whether a writer's choice can touch a plan of the kind."""
    return kind == "table" or name not in ("tables as", "lines in cells", "categories")


@dataclass
class Case:
    """A bulletin and what writes it."""

    bulletin: Bulletin
    writer: Writer

    def data(self) -> bytes:
        return self.writer.write(printed(settle(self.bulletin)))

    def truth(self) -> Record:
        """With the writer's choices among the tags."""
        record = truth(settle(self.bulletin))
        for plan in record["plans"]:
            for task in plan["tasks"]:
                tags = {**task["tags"], **self.writer.tags()}
                task["tags"] = {name: value for name, value in tags.items() if matters(name, plan["kind"])}
        return record


def drawn(rng: Random, kind: str) -> Case:
    """A case by a source of randomness: `random.Random`, or hypothesis's, which can shrink what it gave."""
    writer = WRITERS[kind].drawn(rng)
    return Case(draw(rng, writer.can()), writer)


def seeded(seed: int, kind: str) -> Case:
    """The case of a seed, the same on any machine."""
    return drawn(Random(f"{kind} {seed}"), kind)
