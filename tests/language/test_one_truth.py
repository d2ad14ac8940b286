"""There is one list of each kind of words: a word that leaves it is forgotten by every stage, and no second copy stands anywhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import plancli
from plancli import parse
from plancli.language import lexicon
from plancli.model.bulletin import Task
from plancli.model.settings import Settings

ROOT = Path(plancli.__file__).parent
ENDINGS = frozenset(
    [
        "局",
        "委",
        "办",
        "科",
        "处",
        "厅",
        "院",
        "校",
        "所",
        "站",
        "公司",
        "集团",
        "街道",
        "镇",
        "乡",
        "单位",
        "部门",
        "工会",
        "妇联",
        "残联",
    ]
)
ACTS = frozenset(["牵头", "责任", "主办", "主责", "承办", "配合", "协办", "协同", "参与", "负责"])
# Labels of who and until when: 责任单位, 牵头领导, 完成时限.
LABELS = frozenset(
    act + noun for act in ACTS for noun in ("单位", "部门", "科室", "领导", "人", "人员", "主体")
) | frozenset([word for word in lexicon.load("roles")["times"] if len(word) == 4])
# Words that name no body and no part although they hold several of the above, each with its reason.
NO_COPIES = {
    "annotate.departments.run_ons": "what may follow an office within one name",
    "annotate.departments.keys": "what the name of a place holds none of",
    "extract.text.encoding": "characters by which simplified script is told",
}


def tasks_of(text: str, monkeypatch: pytest.MonkeyPatch, **without: list[str]) -> list[Task]:
    """The tasks of a text where the words `without` (list → words) stand in no list; keys are `file.list` with `__`."""
    shipped = lexicon._shipped

    def thinned(name: str) -> object:
        words = dict(shipped(name))
        for key, gone in without.items():
            file, _, list_name = key.partition("__")
            if file == name:
                words[list_name] = [word for word in words[list_name] if word not in gone]
        return words

    with monkeypatch.context() as patch:
        patch.setattr(lexicon, "_shipped", thinned)
        settings = Settings(lexicon={"test": {"without": sorted(map(repr, without.items()))}})
        return [task for plan in parse(text.encode(), settings=settings).plans for task in plan.tasks]


def departments(tasks: list[Task]) -> list[list[tuple[str, str]]]:
    return [[(one.name, one.role) for one in task.departments] for task in tasks]


OUTLINE = "云岭县2025年工作要点\n一、文化\n1.举办读书节（县苗圃工坊）。\n2.修路。（县住建局负责）\n"
TABLE = "云岭县2025年任务表\n序号\t工作任务\t扛旗单位\t完成时限\n1\t举办读书节\t县文化馆\t6月底前\n2\t修路\t县住建局\t9月底前\n"


def test_an_ending_that_leaves_its_list_is_forgotten_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    text = OUTLINE.replace("县苗圃工坊", "县文化馆")
    assert departments(tasks_of(text, monkeypatch))[0] == [("县文化馆", "responsible")]
    gone = tasks_of(text, monkeypatch, departments__suffixes=["馆"])
    assert gone[0].title == "举办读书节（县文化馆）"  # segment
    assert departments(gone)[0] == []  # annotate


def test_an_ending_that_a_user_adds_is_known_everywhere() -> None:
    settings = Settings(lexicon={"departments": {"suffixes": ["工坊"]}})
    assert parse(OUTLINE.encode()).plans[0].tasks[0].title == "举办读书节（县苗圃工坊）"
    [task, _] = parse(OUTLINE.encode(), settings=settings).plans[0].tasks
    assert (task.title, departments([task])) == ("举办读书节", [[("县苗圃工坊", "responsible")]])
    titled = OUTLINE.replace("云岭县2025年", "苗圃工坊2025年")
    assert parse(titled.encode(), settings=settings).plans[0].issuer == "苗圃工坊"


@pytest.mark.parametrize(("word", "list_name"), [("抓总", "lead"), ("辅助", "support"), ("主抓", "responsible")])
def test_a_word_of_role_that_leaves_its_list_is_forgotten_everywhere(
    word: str, list_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    prose = f"云岭县2025年工作要点\n一、举办读书节（县文化馆{word}）。\n"
    table = TABLE.replace("扛旗单位", word)
    known = tasks_of(prose, monkeypatch)
    assert (known[0].title, departments(known)) == ("举办读书节", [[("县文化馆", list_name)]])
    assert departments(tasks_of(table, monkeypatch))[0] == [("县文化馆", list_name)]
    without = {f"roles__{list_name}": [word]}
    gone = tasks_of(prose, monkeypatch, **without)
    assert [name for task in departments(gone) for name in task] == []
    assert not gone or gone[0].title != "举办读书节"
    assert [name for task in departments(tasks_of(table, monkeypatch, **without)) for name in task] == []


def test_a_label_of_times_that_leaves_its_list_makes_no_task(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "云岭县2025年工作要点\n一、深化改革\n销号时限：按季推进\n二、修路\n（县住建局负责）\n"
    titles = [task.title for task in tasks_of(text, monkeypatch)]
    assert "深化改革" in titles
    without = {"roles__times": [word for word in lexicon.load("roles")["times"] if "时限" in word]}
    assert "深化改革" not in [task.title for task in tasks_of(text, monkeypatch, **without)]


@pytest.mark.parametrize(("post", "known"), [("副县长", True), ("主理人", False)])
def test_a_post_is_known_by_its_list_alone(post: str, known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaders(tasks: list[Task]) -> list[str]:
        return [one.name for task in tasks for one in task.leaders]

    text = TABLE.replace("扛旗单位", "责任领导").replace("县文化馆", f"{post}王平").replace("县住建局", "李安")
    assert ("王平" in leaders(tasks_of(text, monkeypatch))) is known
    if known:
        assert "王平" not in leaders(tasks_of(text, monkeypatch, posts__chiefs=["县"]))
    else:
        settings = Settings(lexicon={"posts": {"posts": [post]}})
        assert "王平" in leaders([*parse(text.encode(), settings=settings).plans[0].tasks])


def literals(file: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every string of a module that is no docstring, f-strings' fixed parts among them."""
    tree = ast.parse(file.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def alternatives(pattern: str) -> list[set[str]]:
    """The sets of alternatives of a pattern: between bars, and in character classes."""
    inner = pattern.replace("(?:", "|").replace("(", "|").replace(")", "|")
    words = {part.strip("?$^*+\\") for part in inner.split("|")}
    classes = [set(part.split("]")[0]) for part in pattern.split("[")[1:] if "]" in part]
    return [words, *classes]


def copies(file: Path) -> list[str]:
    return [
        f"{file.name}:{line}: {text[:60]}"
        for line, text in literals(file)
        if "|" in text or "[" in text
        for held in alternatives(text)
        if len(held & ENDINGS) >= 4 or len(held & ACTS) >= 3 or len(held & LABELS) >= 2
    ]


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


FILES = [
    file
    for file in sorted(ROOT.rglob("*.py"))
    if not module_of(file).startswith("language.") and "corpus" not in file.name and module_of(file) not in NO_COPIES
]


def test_the_finder_of_copies_finds_them(tmp_path: Path) -> None:
    for number, source in enumerate(
        [
            'X = r"(?:局|委|办|科|处)$"',
            'X = r"[局委办科处]$"',
            'X = rf"(?:牵头|配合|责任){1}"',
            'X = r"牵头|配合|责任"',
            'X = r"(?:责任单位|牵头部门)[:：]"',
            'X = r"完成时限|整改时限"',
        ]
    ):
        file = tmp_path / f"copy{number}.py"
        file.write_text(source, "utf-8")
        assert copies(file)


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_no_second_list_of_endings_or_roles_stands_outside_language(file: Path) -> None:
    assert copies(file) == []
