"""`plancli batch` killed at random moments: python bench/kill_resume.py [--files 1000] [--kills 20] [--work DIR]

kill -9 of the whole group, so many times in a run, then once to the end; the folder must equal that of an undisturbed run,
byte for byte, and the journal must tell the same of each file. Workers stand in sessions of their own and are not killed: they
must end by themselves.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from batch_scale import ROOT, fingerprint, make


def start(source: Path, out: Path, form: str) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "plancli",
        "batch",
        str(source),
        "-o",
        str(out),
        "--format",
        form,
        "--jobs",
        "2",
        "-q",
    ]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)


def journal_of(out: Path) -> bytes:
    journal = out / "journal.jsonl"
    return journal.read_bytes() if journal.exists() else b""


def done(out: Path) -> int:
    return journal_of(out).count(b"\n")


def told(out: Path) -> dict[str, dict[str, Any]]:
    """What the journal says of each file; that nothing was to be done is no news of it."""
    lines = [json.loads(line) for line in journal_of(out).splitlines()]
    news = [line for line in lines if line["status"] != "skipped" or line["error"] is not None]
    return {line["path"]: {**line, "seconds": 0, "peak_mb": 0} for line in news}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", default="json")
    parser.add_argument("--samples", type=Path, default=ROOT / "samples")
    parser.add_argument("--work", type=Path, default=Path("kill-resume"))
    options = parser.parse_args()
    shutil.rmtree(options.work, ignore_errors=True)
    source, whole, out = (options.work / name for name in ("in", "whole", "out"))
    make(source, options.files, options.samples)
    start(source, whole, options.format).communicate()
    chance = random.Random(options.seed)
    torn = struck = 0
    for number in range(options.kills):
        process = start(source, out, options.format)
        # some while a run starts, most while it goes on: the kills spread over the whole of it
        further = chance.randrange(int(1.4 * options.files / options.kills))
        before = done(out)
        while further > 1 and done(out) < before + further and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 0.1 if further > 1 else 1.0))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        struck += process.returncode == -signal.SIGKILL
        held = journal_of(out)
        torn += bool(held) and not held.endswith(b"\n")
        print(f"kill {number + 1}: {done(out)} of {options.files} files done", flush=True)
    process = start(source, out, options.format)
    _, err = process.communicate()
    same = fingerprint(out) == fingerprint(whole)
    true = told(out) == told(whole)
    print(f"{struck} of {options.kills} kills struck a run that was going on")
    print(f"exit code {process.returncode}, {torn} torn lines; folders equal: {same}; journals tell the same: {true}")
    if b"Traceback" in err:
        print(err.decode())
    return int(not (same and true and process.returncode == 1))


if __name__ == "__main__":
    sys.exit(main())
