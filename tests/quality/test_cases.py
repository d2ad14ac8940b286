"""Folders of cases: a scorer that is played by a script, floors that only a flag lowers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from . import cases

# Right is a file with as many tasks as its name says, or whose refusal has the code that it says.
SCORER = """
import json, shlex, subprocess, sys
from pathlib import Path
folder, _, command, *_ = sys.argv[1:]
right = perfect = 0
files = sorted(Path(folder).glob("*.txt"))
for file in files:
    done = subprocess.run([*shlex.split(command), "parse", str(file), "--format", "json"], capture_output=True, text=True)
    said = str(sum(len(plan["tasks"]) for plan in json.loads(done.stdout)["plans"])) if done.stdout else done.stderr
    good = file.stem.split("_")[1] in said
    right += good
    perfect += good
    print("MISS" * (not good), file.name)
print(f"{right} of {len(files)} files all right, 0 expectations not met; perfect tasks {perfect} of {len(files)} = 1")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "scorer.py").write_text(SCORER)
    (tmp_path / "outline").mkdir()
    for name, text in {"a_2": "1.修缮校舍。\n2.巡查河道。", "b_1": "1.修缮校舍。\n2.巡查河道。", "c_empty": ""}.items():
        (tmp_path / "outline" / f"{name}.txt").write_text(text and f"云岭县2025年工作要点\n{text}\n", "utf-8")
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"outline": {"files": 0.5, "tasks": 0.9}}))
    monkeypatch.setattr(cases, "FLOORS", floors)
    return tmp_path


def floors(folder: Path) -> dict[str, float]:
    return dict(json.loads((folder / "floors.json").read_text())["outline"])


def test_floors_are_held_raised_and_lowered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(folder / "scorer.py"), str(folder)]
    assert cases.main(arguments) == 1
    assert "outline: tasks 0.667 < 0.900" in capsys.readouterr().out
    assert cases.main([*arguments, "--raise-floors"]) == 1
    assert floors(folder) == {"files": 0.666, "tasks": 0.9}
    assert cases.main([*arguments, "--lower-floors"]) == 0
    assert floors(folder) == {"files": 0.666, "tasks": 0.666}
    assert cases.main(arguments) == 0
