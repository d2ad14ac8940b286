"""Which tests can notice a fault in a line, and a run of these: the cheap ones first, until one fails.

The tests are run once under coverage, which says for every line which test functions execute it, and how long each takes.
A line that runs when its module is imported matters to those that use what it makes. What was recorded of other source is recorded anew; of
test files that have changed since, their functions are recorded anew, and those that are gone are dropped.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from mutant_readers import Readers

SLOW = 100.0  # seconds of a test function beyond which it is none of the fast ones
PATIENCE = 3.0  # times what the chosen tests take, and a minute: a fault that loops is noticed
_RECORD = "record.json"
_LOADED = "ignore::pytest.PytestAssertRewriteWarning"  # hypothesis is loaded before pytest knows of it
_SETTINGS = "[run]\ndynamic_context = test_function\ndata_file = {data}\nsource = {source}\n"


class Timing:
    """A plugin of pytest: seconds of this process a test function, so that what else the machine does makes none slow."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.failed: list[str] = []
        self._began = 0.0

    def pytest_runtest_logstart(self) -> None:
        self._began = time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.seconds[nodeid.split("[")[0]] += time.process_time() - self._began

    def pytest_runtest_logreport(self, report: object) -> None:
        if report.failed:  # type: ignore[attr-defined]
            self.failed.append(report.nodeid)  # type: ignore[attr-defined]


class FastTests:
    """The test functions of some folders: what they cost, and which lines each executes."""

    def __init__(self, root: Path, folders: tuple[str, ...], kept: Path) -> None:
        """`root` is a tree with src/plancli and tests; `kept` a folder for what was recorded, of which is recorded anew what does
        not hold for this tree. Raises `SystemExit` where a test fails before any fault is made."""
        self.root, self.source = root, root / "src" / "plancli"
        self._brought_up_to_date(folders, kept)
        self.readers = Readers(self.source)
        self.texts = {
            str(file.relative_to(root)): file.read_text("utf-8")
            for folder in folders
            for file in _python(root / folder)
        }
        record = json.loads((kept / _RECORD).read_text("utf-8"))
        self.seconds: dict[str, float] = record["seconds"]
        by_context = {_context(name): name for name in self.seconds}
        self.lines: dict[str, dict[int, list[str]]] = {}
        from coverage import CoverageData

        data = CoverageData(str(kept / "lines"))
        data.read()
        for source in record["sources"]:  # the trees in which it was recorded
            for file in data.measured_files():
                if Path(file).is_relative_to(source):
                    held = self.lines.setdefault(str(Path(file).relative_to(source)), {})
                    for line, contexts in data.contexts_by_lineno(file).items():
                        held.setdefault(line, []).extend(by_context[one] for one in contexts if one in by_context)

    def _brought_up_to_date(self, folders: tuple[str, ...], kept: Path) -> None:
        files = [file for folder in folders for file in _python(self.root / folder)]
        tests = {str(file.relative_to(self.root)): _digest([file]) for file in files if file.name.startswith("test_")}
        others = _digest([*_python(self.source), *(file for file in files if not file.name.startswith("test_"))])
        path = kept / _RECORD
        record = json.loads(path.read_text("utf-8")) if path.exists() else {}
        if record.get("others") != others:
            if record:
                print("what was recorded is of other source: recorded anew", flush=True)
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir(parents=True)
            record = {"others": others, "tests": {}, "seconds": {}, "sources": []}
        changed = [file for file, digest in tests.items() if record["tests"].get(file) != digest]
        held = {
            name: cost
            for name, cost in record["seconds"].items()
            if record["tests"][_file(name)] == tests.get(_file(name))
        }
        if gone := record["seconds"].keys() - held.keys():
            print(
                f"{len(gone)} test functions have changed or are gone: {', '.join(sorted(set(map(_file, gone))))}",
                flush=True,
            )
        if changed:
            held |= self._recorded(changed if record["tests"] else list(folders), kept)
            record["sources"] = sorted({*record["sources"], str(self.source)})
        path.write_text(json.dumps({**record, "tests": tests, "seconds": held}), "utf-8")

    def _recorded(self, tests: list[str], kept: Path) -> dict[str, float]:
        """The seconds of each test function of these files or folders; the lines that they execute are added to those in `kept`."""
        (kept / "settings").write_text(_SETTINGS.format(data=kept / "lines", source=self.source), "utf-8")
        code = (
            "import json, sys, pytest; sys.path.insert(0, 'bench'); from mutant_tests import Timing; timing = Timing(); "
            f"pytest.main(['-q', '-p', 'no:cacheprovider', *{tests!r}], plugins=[timing]); "
            "sys.exit('fails without a fault: ' + ' '.join(timing.failed)) if timing.failed else None; "
            f"json.dump(timing.seconds, open({str(kept / 'seconds.json')!r}, 'w'))"
        )
        (kept / "record.py").write_text(code, "utf-8")
        settings = f"--rcfile={kept / 'settings'}"
        command = [sys.executable, "-m", "coverage", "run", "--append", settings, str(kept / "record.py")]
        environment = {**os.environ, "PYTHONPATH": f"{self.source.parent}{os.pathsep}{self.root}"}
        if subprocess.run(command, cwd=self.root, env=environment).returncode:
            raise SystemExit("tests fail without a fault")
        seconds: dict[str, float] = json.loads((kept / "seconds.json").read_text("utf-8"))
        return seconds

    def of(self, file: str, first: int, last: int, makes: tuple[str, ...]) -> list[str]:
        """The test functions that execute one of these lines, the cheap ones first; where they run at import and make something of these
        names, those that execute a line which uses it, or anything of the module where nothing does, and those of files that name it."""
        readers = self.readers.lines_of(file, makes) if makes else []
        if makes and not readers:
            readers = [(file, 1, max(self.lines.get(file, {1: []})))]
        places = [(file, first, last), *readers]
        held = (self.lines.get(name, {}).get(line, ()) for name, begin, end in places for line in range(begin, end + 1))
        chosen = {test for tests in held for test in tests}
        if makes:
            named = re.compile(rf"\b(?:{'|'.join(map(re.escape, makes))})\b")
            naming = {name for name, text in self.texts.items() if named.search(text)}
            chosen.update(test for test in self.seconds if _file(test) in naming)
        return [test for test in sorted(chosen, key=self.seconds.__getitem__) if self.seconds[test] <= SLOW]

    def fail(self, tests: list[str]) -> bool:
        """Whether one of these fails on the source as it is now, or they do not end. By a fork of this process, which has loaded
        what the tests need but plancli. Raises `RuntimeError` where they could not be run at all."""
        if not tests:
            return False
        limit = int(60 + PATIENCE * sum(self.seconds[test] for test in tests))
        child = os.fork()
        if child == 0:
            code = 70
            try:
                resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
                nothing = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nothing, 1)
                os.dup2(nothing, 2)
                os.chdir(self.root)
                sys.path[:0] = [str(self.root / "src"), str(self.root)]
                os.environ["PYTHONPATH"] = str(self.root / "src")
                import pytest

                code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-W", _LOADED, *tests]))
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code > 0 and code not in (1, 2, 4):  # 1: one failed, 2 and 4: one cannot be imported, below 0: out of time
            raise RuntimeError(f"pytest ends with {code} for {tests}")
        return code != 0


def _python(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]


def _digest(files: list[Path]) -> str:
    return hashlib.sha256(b"\0".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()


def _file(name: str) -> str:
    return name.split("::")[0]


def _context(name: str) -> str:
    """`tests.language.test_roles.test_it` for the node `tests/language/test_roles.py::test_it`, as coverage names it."""
    file, *rest = name.split("::")
    return ".".join([file.removesuffix(".py").replace("/", "."), *rest])
