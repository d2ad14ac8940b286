"""Messages over a socket: whole, or an error that says what is wrong."""

from __future__ import annotations

import pickle
import socket
import struct
import threading
from collections.abc import Iterator

import pytest

from plancli.batch.channel import Channel, GarbledError, packed


@pytest.fixture
def ends() -> Iterator[tuple[Channel, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Channel(ours), theirs


def test_messages_arrive_whole_and_in_order(ends: tuple[Channel, socket.socket]) -> None:
    here, there = ends
    sent = [b"x" * 3_000_000, "句", None, {"a": 1}]
    other = Channel(there)
    thread = threading.Thread(target=lambda: [other.put(packed(message)) for message in sent])
    thread.start()
    assert [here.receive() for _ in sent] == sent
    thread.join()
    other.close()
    with pytest.raises(EOFError):
        here.receive()


def test_patience_ends_where_nobody_takes_a_message(ends: tuple[Channel, socket.socket]) -> None:
    with pytest.raises(TimeoutError):
        ends[0].put(bytes(10 << 20), patience=0.01)


def test_what_has_arrived_is_told_without_waiting(ends: tuple[Channel, socket.socket]) -> None:
    here, there = ends
    assert list(here.arrived()) == []
    data = b"".join(packed(message) for message in ("a", "b", "c"))
    there.sendall(data[:-3])
    assert list(here.arrived()) == ["a", "b"]
    there.sendall(data[-3:])
    assert list(here.arrived()) == ["c"]
    there.close()
    with pytest.raises(EOFError):
        list(here.arrived())


def test_half_a_message_can_be_asked_for_again(ends: tuple[Channel, socket.socket]) -> None:
    here, there = ends
    data = pickle.dumps("whole")
    frame = struct.pack("!4sQ", b"plan", len(data)) + data
    there.sendall(frame[:7])
    assert list(here.arrived()) == []
    there.sendall(frame[7:])
    assert here.receive() == "whole"


@pytest.mark.parametrize("garbage", [b"\0" * 64, b"plan" + b"\xff" * 8, b"plan" + b"\0" * 7 + b"\x04none"])
def test_garbage_is_told(ends: tuple[Channel, socket.socket], garbage: bytes) -> None:
    here, there = ends
    there.sendall(garbage * 2)
    with pytest.raises(GarbledError):
        list(here.arrived())
    with pytest.raises(GarbledError):
        here.receive()
