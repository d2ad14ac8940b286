"""Messages over a socket: whole, or an error that says what is wrong."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from plancli.batch.channel import Channel, GarbledError


@pytest.fixture
def ends() -> tuple[Channel, socket.socket]:
    ours, theirs = socket.socketpair()
    return Channel(ours), theirs


def test_messages_arrive_whole_and_in_order(ends: tuple[Channel, socket.socket]) -> None:
    here, there = ends
    sent = [b"x" * 3_000_000, "句", None, {"a": 1}]
    other = Channel(there)
    thread = threading.Thread(target=lambda: [other.send(message) for message in sent])
    thread.start()
    assert [here.receive(patience=30) for _ in sent] == sent
    thread.join()
    other.close()
    with pytest.raises(EOFError):
        here.receive(patience=30)
    here.close()


def test_patience_ends_and_the_message_is_not_lost(ends: tuple[Channel, socket.socket]) -> None:
    here, there = ends
    other = Channel(there)
    other.send("late")
    with pytest.raises(TimeoutError):
        other.receive(patience=0.01)
    assert here.receive(patience=30) == "late"
    here.close()
    other.close()


def test_one_thread_may_wait_while_another_sends(ends: tuple[Channel, socket.socket]) -> None:
    """Each with its own patience."""
    here, there = ends
    other = Channel(there)
    took: list[float] = []

    def wait() -> None:
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            here.receive(patience=0.2)
        took.append(time.monotonic() - began)

    thread = threading.Thread(target=wait)
    thread.start()
    for _ in range(5):
        here.send("句" * 1000, patience=600)
    thread.join(timeout=60)
    assert took and took[0] < 60
    assert [other.receive(patience=30) for _ in range(5)] == ["句" * 1000] * 5
    here.close()
    other.close()


def test_half_a_message_can_be_asked_for_again(ends: tuple[Channel, socket.socket]) -> None:
    import pickle
    import struct

    here, there = ends
    data = pickle.dumps("whole")
    frame = struct.pack("!4sQ", b"plan", len(data)) + data
    there.sendall(frame[:7])
    with pytest.raises(TimeoutError):
        here.receive(patience=0.01)
    there.sendall(frame[7:])
    assert here.receive(patience=30) == "whole"
    here.close()
    there.close()


@pytest.mark.parametrize("garbage", [b"\0" * 64, b"plan" + b"\xff" * 8, b"plan" + b"\0" * 7 + b"\x04none"])
def test_garbage_is_told(ends: tuple[Channel, socket.socket], garbage: bytes) -> None:
    here, there = ends
    there.sendall(garbage)
    with pytest.raises(GarbledError):
        here.receive(patience=30)
    here.close()
    there.close()
