"""A batch on a real terminal, stopped with Ctrl-C and begun again: python bench/terminal_batch.py [--show]

In tmux, at 80 and 120 columns, in Chinese and in English, a batch of slow files is run. Asked of it: a bar with files, failures and rate
that fits the terminal; that Ctrl-C ends it with 130 and a line that says how far it came; that the same command does the rest and says
what it skipped; that the folder is then, byte for byte, that of a run which nobody stopped. `--show` prints the screens. Needs tmux.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from plancli.export.terminal import cells

FILES, SECONDS = 8, 90
PLAN = "云岭区2025年第{number}号工作要点\n一、民生\n1.建设食堂。6月底前建成{number}家。（牵头单位：民政局）\n"
SAID = {
    "en": {
        "bar": rf"(?P<done>\d+)/{FILES}\s+0 failed\s+[\d.]+/s",
        "stopped": rf"plancli: stopped: (?P<done>\d+) of {FILES} files are done; the same command goes on",
        "ended": rf"{FILES} files: {FILES} ok, 0 failed, (?P<done>\d+) of them unchanged and skipped",
    },
    "zh": {
        "bar": rf"(?P<done>\d+)/{FILES}\s+失败 0 个\s+每秒 [\d.]+ 个",
        "stopped": rf"plancli: 已中断：{FILES} 个文件中完成 (?P<done>\d+) 个；再次运行同一命令可接着做",
        "ended": rf"共 {FILES} 个文件：成功 {FILES} 个，失败 0 个，其中没有变化而略过 (?P<done>\d+) 个",
    },
}


class Terminal:
    """A shell in a terminal of tmux, with the environment of a user of that language."""

    def __init__(self, folder: Path, lang: str, width: int) -> None:
        server = f"plancli-{os.getpid()}-{lang}-{width}"  # one each: a server that is ending takes no session
        self._tmux = ["tmux", "-u", "-f", "/dev/null", "-L", server]
        locale = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}[lang]
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PLANCLI_", "TMUX"))
        }
        environment |= {"LANG": locale, "PYTHONUTF8": "1", "PS1": "$ ", "TERM": "xterm-256color", "NO_COLOR": ""}
        size = ["-x", str(width), "-y", "24"]
        subprocess.run([*self._tmux, "new-session", "-d", *size, "-c", str(folder), "sh"], env=environment, check=True)

    def type(self, *keys: str) -> None:
        """Presses keys, by tmux's names."""
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def screen(self) -> str:
        """What is to be seen; lines that the terminal broke are whole again."""
        shown = subprocess.run([*self._tmux, "capture-pane", "-p", "-J"], check=True, capture_output=True)
        return shown.stdout.decode()

    def wait(self, found: Callable[[str], re.Match[str] | None]) -> tuple[str, re.Match[str]]:
        """The first screen on which something is found."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            screen = self.screen()
            if match := found(screen):
                return screen, match
            time.sleep(0.1)
        raise SystemExit(f"not seen in {SECONDS} s:\n{self.screen()}")

    def close(self) -> None:
        """Ends the terminal and what runs in it."""
        subprocess.run([*self._tmux, "kill-server"], check=False)


def contents(folder: Path) -> dict[str, bytes]:
    """The results by path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.txt.json"))}


def check(folder: Path, lang: str, width: int, show: bool) -> None:
    """One language at one width; ends the program where something does not hold."""
    said = {name: re.compile(pattern) for name, pattern in SAID[lang].items()}
    command = f"{shlex.quote(sys.executable)} -m plancli batch in -o out-{lang}-{width} --jobs 2"
    terminal = Terminal(folder, lang, width)
    try:
        terminal.type(f"clear; PLANCLI_FAULTS='slow=*.txt' {command}; echo ended $?", "Enter")
        moving, bar = terminal.wait(
            lambda screen: next((m for m in said["bar"].finditer(screen) if int(m["done"])), None)
        )
        line = next(line for line in moving.splitlines() if bar[0] in line)
        assert cells(line) <= width, line
        terminal.type("C-c")
        screen, ended = terminal.wait(re.compile(r"^ended (\d+)", re.MULTILINE).search)
        stopped = said["stopped"].search(screen)
        assert ended[1] == "130" and stopped and 0 < int(stopped["done"]) < FILES, screen
        assert "Traceback" not in screen and not said["bar"].search(screen), screen
        terminal.type(f"clear; {command}; echo ended $?", "Enter")
        again, ended = terminal.wait(re.compile(r"^ended (\d+)", re.MULTILINE).search)
        resumed = said["ended"].search(again)
        assert ended[1] == "0" and resumed and resumed["done"] == stopped["done"], again
        assert contents(folder / f"out-{lang}-{width}") == contents(folder / "undisturbed"), "other results"
    finally:
        terminal.close()
    if show:
        print(line, screen.strip(), again.strip(), sep="\n")
    print(
        f"{lang}, {width} columns: a bar, stopped at {stopped['done']} of {FILES} with 130, went on to the same results"
    )


def main() -> None:
    """Both languages at both widths."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the screens")
    show = parser.parse_args().show
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for number in range(1, FILES + 1):
            (folder / "in" / f"{number}.txt").write_text(PLAN.format(number=number), "utf-8")
        undisturbed = [sys.executable, "-m", "plancli", "batch", "in", "-o", "undisturbed", "-q"]
        subprocess.run(undisturbed, cwd=folder, check=True)
        for lang in SAID:
            for width in (80, 120):
                check(folder, lang, width, show)


if __name__ == "__main__":
    main()
