"""The page of supported forms, made of the corpora: `python -m plancli.annotate.timenodes.forms > docs/time-forms.md`."""

from __future__ import annotations

from importlib import import_module

from ...grammar.corpus import Corpus
from .specimens import PLAN_YEAR

FAMILIES = (
    "dates",
    "ranges",
    "lists",
    "deadlines",
    "starts",
    "quarters",
    "edges",
    "allyear",
    "recurrence",
    "holidays",
    "school",
    "weeks",
    "relative",
    "fiveyear",
    "conditional",
    "lookalikes",
    "reports",
    "slips",
)

_HEAD = f"""# Forms of time that plancli reads

Made from the corpora of `plancli.annotate.timenodes`; do not edit. To add a form, add an example to the family's
`corpus.py` and mend its `rules.py`, then run `python -m plancli.annotate.timenodes.forms > docs/time-forms.md`.

The plan year is {PLAN_YEAR} where the column `given` says nothing else; `..` is an open side, `~` means approximate.
"""


def corpus_of(name: str) -> Corpus:
    """The corpus of a family."""
    corpus: Corpus = import_module(f"{__package__}.families.{name}.corpus").CORPUS
    return corpus


def page() -> str:
    """The page as Markdown."""
    parts = [_HEAD]
    for name in FAMILIES:
        package = import_module(f"{__package__}.families.{name}")
        corpus = corpus_of(name)
        title = (package.__doc__ or name).strip().splitlines()[0].rstrip(".")
        parts.append(f"## {title}\n")
        if corpus.examples:
            parts.append("| text | read as | given |\n| --- | --- | --- |")
            parts += [
                f"| {_cell(example.text)} | {'<br>'.join(_cell(str(value)) for value in example.expected)} | {_given(example.options)} |"
                for example in corpus.examples
            ]
            parts.append("")
        if corpus.negatives:
            parts.append("Not read:\n\n| text | why |\n| --- | --- |")
            parts += [f"| {_cell(negative.text)} | {_cell(negative.why)} |" for negative in corpus.negatives]
            parts.append("")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def _given(options: object) -> str:
    items = dict(options) if isinstance(options, dict) else {}
    return ", ".join(f"{key}={value}" for key, value in items.items() if key != "calendar") + (
        " own calendar" if "calendar" in items else ""
    )


if __name__ == "__main__":
    print(page(), end="")
