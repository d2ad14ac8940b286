"""Every corpus under plancli is its family's specification; this one test holds them all to it."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import plancli
from plancli.grammar.corpus import Corpus, Example, Negative

# What may stand between the readings of one example: separators, brackets, blanks.
BETWEEN = re.compile(r"[\s、，,；;。和及与或以/（）()]*")


def corpora() -> list[Corpus]:
    """All objects named CORPUS in modules of plancli named `corpus`."""
    found = []
    for module in pkgutil.walk_packages(plancli.__path__, "plancli."):
        if module.name.rsplit(".", 1)[-1] == "corpus":
            corpus = getattr(importlib.import_module(module.name), "CORPUS", None)
            if corpus is not None:
                found.append(corpus)
    return found


CORPORA = corpora()
EXAMPLES = [pytest.param(c, e, id=f"{c.family}:{e.text[:30]}:{n}") for c in CORPORA for n, e in enumerate(c.examples)]
NEGATIVES = [pytest.param(c, e, id=f"{c.family}:{e.text[:30]}:{n}") for c in CORPORA for n, e in enumerate(c.negatives)]


def test_corpora_are_found() -> None:
    assert len({corpus.family for corpus in CORPORA}) == len(CORPORA) >= 1


def covered(example: Example) -> list[tuple[int, int]]:
    """The ranges that the readings must cover: all the text, or the parts of `raw`, which … separates."""
    parts, position = [], 0
    for part in [example.text] if example.raw is None else example.raw.split("…"):
        start = example.text.index(part, position)
        position = start + len(part)
        parts.append((start, position))
    return parts


@pytest.mark.parametrize(("corpus", "example"), EXAMPLES)
def test_example_has_exactly_its_reading_and_is_covered_whole(corpus: Corpus, example: Example) -> None:
    readings = corpus.read(example.text, **example.options)
    assert corpus.plain(readings) == example.expected
    parts = covered(example)
    left = list(example.text)
    for reading in readings:
        assert any(start <= reading.start < reading.end <= end for start, end in parts)
        left[reading.start : reading.end] = [""] * (reading.end - reading.start)
    assert BETWEEN.fullmatch("".join("".join(left[start:end]) for start, end in parts))


@pytest.mark.parametrize(("corpus", "negative"), NEGATIVES)
def test_negative_is_silent(corpus: Corpus, negative: Negative) -> None:
    assert corpus.read(negative.text, **negative.options) == [], negative.why


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.family)
def test_every_rule_fires_in_some_example(corpus: Corpus) -> None:
    fired = {
        rule
        for example in corpus.examples
        for reading in corpus.read(example.text, **example.options)
        for rule in reading.rules
    }
    assert set(corpus.rules) <= fired
