"""What a process is said to have held."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plancli.batch import memory

_CHILD = "from plancli.batch import memory; memory.forget_peak(); print(memory.peak())"


@pytest.mark.skipif(not memory.LINUX, reason="elsewhere the system keeps one peak alone")
def test_the_peak_of_a_process_is_its_own_and_forgotten() -> None:
    """A worker that is an interpreter of its own has nothing of the memory of the one that started it."""
    held = bytearray(b"x" * (200 << 20))
    child = subprocess.run([sys.executable, "-c", _CHILD], capture_output=True, check=True)
    assert memory.peak() > len(held) > 4 * int(child.stdout)
    before = memory.peak()
    del held
    memory.forget_peak()
    assert memory.peak() < before - (100 << 20)
