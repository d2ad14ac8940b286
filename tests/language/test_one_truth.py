"""There is one list of each kind of words: a word that leaves it is forgotten by every stage, and no second copy stands anywhere."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import plancli
from plancli import parse
from plancli.language import figures, lexicon
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
UNITS = frozenset(figures.MEASURES)
PARTS_OF_YEAR = frozenset(["季度", "半年", "学期", "全年", "年底", "年内", "长期"])
# Words that name no body and no part although they hold several of the above, each with its reason.
NO_COPIES = {
    "extract.text.encoding": "characters by which simplified script is told",
    "annotate.timenodes.surroundings": "what stands behind a decimal that is no date, but not behind 3.8节",
}
# Modules with several words of one list of which they know something else than the list says.
OTHER_SENSE = {
    "annotate.headings": "what a heading that begins with a time may be about",
    "segment.titles": "what a title with a year says of no body's work, and words that a line of one cannot end with",
    "language.bodies": "the kinds of bodies that what is done is done with",
    "language.collectives": "the levels of places, and what a group of bodies is called",
    "language.times": "when work is done, the head of a column that says so, and a time that waits for it",
    "language.web_frame": "buttons with what they are about",
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
        if len(held & ENDINGS) >= 4
        or len(held & ACTS) >= 3
        or len(held & LABELS) >= 2
        or len(held & UNITS) >= 6
        or (len(held & PARTS_OF_YEAR) >= 3 and "timenodes" not in file.parts)
        or any(form.search(text) for form in FORMS)
    ]


# Forms of lines and marks that `official/lines` and `openings` read: 文号 within brackets, 附件： before a name.
FORMS = (
    re.compile(r"〔.{2,40}\\d.{0,20}号|\\d\{4\}\[?[〕\]].{0,20}号"),
    re.compile(r"附(?:件|\)|\[件).{0,30}\[:：\]"),
)


def word_lists() -> dict[str, frozenset[str]]:
    """The lists of words of all TOML files, by file and name; one character says nothing by itself."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted((ROOT / "language" / "lexicon").glob("*.toml")):
        tables = [(file.stem, tomllib.loads(file.read_text("utf-8")))]
        for name, table in tables:
            tables += [(f"{name}.{key}", value) for key, value in table.items() if isinstance(value, dict)]
            for key, value in table.items():
                if isinstance(value, list):
                    found[f"{name}.{key}"] = frozenset(one for one in value if isinstance(one, str) and len(one) > 1)
    return found


LISTS = word_lists()


def listed_again(file: Path, least: int) -> list[str]:
    """Patterns and tuples of a module that hold at `least` so many words of one list, and hardly any other."""
    found: list[str] = []
    for line, held in groups(file):
        words = {one for one in held if len(one) > 1}
        for name, listed in LISTS.items():
            if len(words & listed) >= least and 2 * len(words & listed) >= len(words):
                found.append(f"{file.name}:{line}: {' '.join(sorted(words & listed))} ({name})")
    return found


def groups(file: Path) -> Iterator[tuple[int, set[str]]]:
    """Line and words of each group of alternatives of a module's patterns, and of each tuple, list or set of words."""
    for line, text in literals(file):
        for part in re.split(r"\(\?(?:P<\w+>|<?[=!]|:)|[()]", text):
            yield line, {word for one in part.split("|") if (word := one.strip("?$^*+")).isalpha()}
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            held = [one.value for one in node.elts if isinstance(one, ast.Constant)]
            yield node.lineno, {one for one in held if isinstance(one, str) and one.isalpha()}


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


FILES = [
    file
    for file in sorted(ROOT.rglob("*.py"))
    if not module_of(file).startswith("language.") and "corpus" not in file.name and module_of(file) not in NO_COPIES
]


IN_LANGUAGE = [
    file
    for file in sorted((ROOT / "language").rglob("*.py"))
    if "corpus" not in file.name and module_of(file) not in OTHER_SENSE
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
            'X = "[年月日个家座处项次条]"',
            'X = r"[0-9]月|季度|[上下]半年|全年|年底|年内"',
            'X = r"[㐀-鿿]{2,10}〔(?:19|20)\\d\\d〕\\d{1,4}号"',
            'X = r".*\\d{4}[〕\\]）)】]第?\\d+号"',
            'X = r"附[件表录]?[\\d一二三]{0,2}[:：]"',
            'X = r"(?:附件|附)[:：]"',
            'X = r"附件[:：]"',
        ]
    ):
        file = tmp_path / f"copy{number}.py"
        file.write_text(source, "utf-8")
        assert copies(file)


@pytest.mark.parametrize("file", FILES, ids=module_of)
def test_no_second_list_of_endings_or_roles_stands_outside_language(file: Path) -> None:
    assert copies(file) == []


def test_the_finder_of_listed_words_finds_them(tmp_path: Path) -> None:
    for number, source in enumerate(
        [
            'X = r"(?:印发|转发|下发|下达)(?:给)?你们"',
            'X = r"(?P<noun>对象|条件|资格|宗旨|目的|意义)[。；]?"',
            'X = rf"(?:整治|检查|排查|摸排|治理|巡查|规范|抽查|督查)[^。]{1,12}$"',
            'X = ("发布", "录入", "上传", "供稿", "撰稿", "投稿")',
            'X = r"(?:已|未)?(?:完成|开始|启动|进行中?|办结|推进中)"',
            'X = r"(?:力争|争取|确保|务必)(?:在|于)?"',
        ]
    ):
        file = tmp_path / f"again{number}.py"
        file.write_text(source, "utf-8")
        assert listed_again(file, 4)


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if "timenodes" not in module_of(file) and module_of(file) not in OTHER_SENSE],
    ids=module_of,
)
def test_no_words_of_a_list_stand_again_outside_language(file: Path) -> None:
    assert listed_again(file, 4) == []


@pytest.mark.parametrize("file", IN_LANGUAGE, ids=module_of)
def test_no_list_stands_again_within_language(file: Path) -> None:
    assert listed_again(file, 8) == []
