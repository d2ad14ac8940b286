"""The page of supported forms is made of the corpora, and current; the corpora are as large as promised."""

from __future__ import annotations

from pathlib import Path

from plancli.annotate.timenodes.families import FAMILIES as RULEBOOK
from plancli.annotate.timenodes.families import SCANNER
from plancli.annotate.timenodes.forms import FAMILIES, corpus_of, page

PAGE = Path(__file__).parents[3] / "docs" / "time-forms.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run: python -m plancli.annotate.timenodes.forms > docs/time-forms.md"
    )


def test_the_corpora_are_large_and_of_different_years() -> None:
    corpora = [corpus_of(name) for name in FAMILIES]
    assert sum(len(corpus.examples) for corpus in corpora) >= 600
    assert sum(len(corpus.negatives) for corpus in corpora) >= 150
    years = {example.options.get("year", 2025) for corpus in corpora for example in corpus.examples}
    assert len(years) >= 8


def test_every_rule_of_the_rulebook_stands_in_a_corpus() -> None:
    named = {rule for name in FAMILIES for rule in corpus_of(name).rules}
    assert {rule.name for rules in RULEBOOK.values() for rule in rules} <= named


def test_the_longest_reading_wins_at_a_place() -> None:
    texts = [example.text for name in FAMILIES for example in corpus_of(name).examples]
    for text in texts:
        found = SCANNER.after(text, 0)
        if found is None or found.start != 0:
            continue
        lengths = [
            match.end()
            for rule in SCANNER.rules
            if (match := rule.pattern.match(text)) and rule.build(match) is not None
        ]
        assert found.end == max(lengths), text
