"""Which tests can notice a fault in a line, and a run of these: the cheap ones first, until one fails.

The tests are run once under coverage, which says for every line which test functions execute it, and how long each takes.
A line that runs when its module is imported may matter to any test.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path

SLOW = 100.0  # seconds of a test function beyond which it is none of the fast ones
PATIENCE = 3.0  # times what the chosen tests take, and a minute: a fault that loops is noticed
_RECORD = "record.json"
_LOADED = "ignore::pytest.PytestAssertRewriteWarning"  # hypothesis is loaded before pytest knows of it
_SETTINGS = "[run]\ndynamic_context = test_function\ndata_file = {data}\nsource = {source}\n"


class Timing:
    """A plugin of pytest: seconds a test function."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: object) -> None:
        name = report.nodeid.split("[")[0]  # type: ignore[attr-defined]
        self.seconds[name] += report.duration  # type: ignore[attr-defined]
        if report.failed:  # type: ignore[attr-defined]
            self.failed.append(report.nodeid)  # type: ignore[attr-defined]


class FastTests:
    """The test functions of some folders: what they cost, and which lines each executes."""

    def __init__(self, root: Path, source: Path, folders: tuple[str, ...], kept: Path) -> None:
        """`kept` is a folder for what was recorded; it is recorded again where it is empty. Raises `SystemExit` where a test
        fails before any fault is made."""
        self.root, self.source = root, source
        if not (kept / _RECORD).exists():
            self._record(folders, kept)
        self.seconds: dict[str, float] = json.loads((kept / _RECORD).read_text("utf-8"))
        by_context = {_context(name): name for name in self.seconds}
        self.lines: dict[str, dict[int, list[str]]] = {}
        from coverage import CoverageData

        data = CoverageData(str(kept / "lines"))
        data.read()
        for file in data.measured_files():
            found = {
                line: [by_context[context] for context in contexts if context in by_context]
                for line, contexts in data.contexts_by_lineno(file).items()
            }
            self.lines[str(Path(file).relative_to(source))] = found

    def _record(self, folders: tuple[str, ...], kept: Path) -> None:
        kept.mkdir(parents=True, exist_ok=True)
        (kept / "settings").write_text(_SETTINGS.format(data=kept / "lines", source=self.source), "utf-8")
        code = (
            "import json, sys, pytest; sys.path.insert(0, 'bench'); from mutant_tests import Timing; timing = Timing(); "
            f"pytest.main(['-q', '-p', 'no:cacheprovider', *{folders!r}], plugins=[timing]); "
            "print('fails without a fault:', *timing.failed) if timing.failed else None; "
            f"json.dump(timing.seconds, open({str(kept / _RECORD)!r}, 'w'))"
        )
        (kept / "record.py").write_text(code, "utf-8")
        command = [sys.executable, "-m", "coverage", "run", f"--rcfile={kept / 'settings'}", str(kept / "record.py")]
        environment = {**os.environ, "PYTHONPATH": f"{self.source.parent}{os.pathsep}{self.root}"}
        subprocess.run(command, cwd=self.root, env=environment, check=True)

    def of(self, file: str, first: int, last: int, *, at_import: bool) -> list[str]:
        """The test functions that execute one of these lines, the cheap ones first; of lines that run at import those that
        execute anything else of the module, and behind them all others."""
        held = self.lines.get(file, {})
        if at_import:
            near = {test for tests in held.values() for test in tests}
        else:
            near = {test for line in range(first, last + 1) for test in held.get(line, ())}
        chosen = sorted(near, key=self.seconds.__getitem__)
        if at_import:
            chosen += sorted(self.seconds.keys() - near, key=self.seconds.__getitem__)
        return [test for test in chosen if self.seconds[test] <= SLOW]

    def fail(self, tests: list[str], tree: Path) -> bool:
        """Whether one of these fails on the source in `tree`, or they do not end. By a fork of this process, which has loaded
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
                sys.path[:0] = [str(tree / "src"), str(self.root)]
                os.environ["PYTHONPATH"] = str(tree / "src")
                import pytest

                code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-W", _LOADED, *tests]))
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code > 2:  # 1: a test failed, 2: one could not be imported, less than 0: out of time
            raise RuntimeError(f"pytest ends with {code} for {tests}")
        return code != 0


def _context(name: str) -> str:
    """`tests.language.test_roles.test_it` for the node `tests/language/test_roles.py::test_it`, as coverage names it."""
    file, *rest = name.split("::")
    return ".".join([file.removesuffix(".py").replace("/", "."), *rest])
