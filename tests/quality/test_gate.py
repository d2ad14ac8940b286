"""The gate: no bulletin may be read worse than its floor, in any format; gold beside the project by `--gold DIR`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .bulletins import load
from .describe import Bulletin
from .measure import WRITERS, fingerprint, floors, measure, read_data
from .score import compare
from .truth import truth

BULLETINS = {bulletin.name: bulletin for bulletin in load()}
GOLD_FLOOR = 0.97
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", BULLETINS)
def test_no_bulletin_is_read_worse_than_its_floor(name: str, kind: str) -> None:
    score = measure(BULLETINS[name], kind)
    floor = floors()["perfect"][name][kind]
    assert score.share >= floor, "\n".join([f"{score.share:.3f} < {floor}", *score.misses[:40]])


def test_the_corpus_is_the_one_that_the_floors_were_taken_on() -> None:
    assert floors()["fingerprint"] == fingerprint(), (
        "descriptions or writers of the text changed: look at `python -m tests.quality --report`, "
        "then write the floors anew with --raise-floors or --lower-floors"
    )


def test_the_corpus_is_large_and_half_of_it_is_held_out() -> None:
    groups = [bulletin.group for bulletin in BULLETINS.values()]
    assert groups.count("dev") >= 10
    assert groups.count("held") >= 10


@pytest.mark.parametrize("name", BULLETINS)
def test_truth_agrees_with_itself_and_not_with_nothing(name: str) -> None:
    wanted = truth(BULLETINS[name])
    for plan in wanted["plans"]:
        for task in plan["tasks"]:
            task["time_nodes"] = [node for node in task["time_nodes"] if not node.get("optional")]
    same = compare(wanted, wanted)
    assert same.share == 1.0
    assert not same.misses
    assert compare(wanted, {"plans": []}).perfect == 0


@pytest.mark.parametrize("kind", WRITERS)
def test_equal_descriptions_give_equal_bytes(kind: str) -> None:
    bulletin = next(iter(BULLETINS.values()))
    assert WRITERS[kind](bulletin) == WRITERS[kind](bulletin)


@pytest.mark.parametrize("bulletin", load("sample"), ids=lambda bulletin: bulletin.name)
def test_samples_are_what_their_descriptions_say(bulletin: Bulletin) -> None:
    folder = SAMPLES / bulletin.name
    for kind, write in WRITERS.items():
        assert (folder / f"source.{kind}").read_bytes() == write(bulletin), f"run samples/make.py: {kind}"
    score = compare(truth(bulletin), json.loads((folder / "expected.json").read_text(encoding="utf-8")))
    assert score.share == 1.0, "\n".join(score.misses)


def test_gold_beside_the_project(gold_case: tuple[Path, Path] | None) -> None:
    if gold_case is None:
        pytest.skip("no --gold DIR")
    gold, source = gold_case
    if source.stem.endswith("_scan"):
        from plancli.errors import MissingExtra

        with pytest.raises(MissingExtra):
            read_data(source.read_bytes())
        return
    score = compare(json.loads(gold.read_text(encoding="utf-8")), read_data(source.read_bytes()))
    assert score.share >= GOLD_FLOOR, "\n".join([f"{score.share:.3f} of {score.total}", *score.misses[:40]])
