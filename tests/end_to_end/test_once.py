"""A gesture is dialled at most once: whoever repeats it, and whenever the host is killed."""

import time
import uuid
from typing import Any

import pytest

NUMBER = "020 7946 0958"


def test_the_same_id_twice_in_one_host_places_one_call(home: Any, simulate: Any) -> None:
    pbx = simulate()
    home.set_up("v10", pbx.port)
    host = home.host()
    call_id = host.dial(NUMBER)
    host.dial(NUMBER, call_id=call_id)
    host.outcome(call_id)
    host.dial(NUMBER, call_id=call_id)
    again = host.receive_until(lambda it: it.get("code") == "duplicate_call")
    assert again["id"] == call_id
    host.close()
    assert len(pbx.called()) == 1
    assert [line["id"] for line in home.history()] == [call_id]


def test_the_same_id_in_two_hosts_at_once_places_one_call(home: Any, simulate: Any) -> None:
    pbx = simulate("v10", "--latency", "0.2")
    home.set_up("v10", pbx.port)
    first, second = home.host(), home.host()
    call_id = str(uuid.uuid4())
    first.dial(NUMBER, call_id=call_id)
    second.dial(NUMBER, call_id=call_id)
    told = [
        host.receive_until(lambda it: it["id"] == call_id and (it["state"] != "asked" or it["code"] is not None))
        for host in (first, second)
    ]
    assert sorted(str(reply["code"]) for reply in told) == ["None", "duplicate_call"]
    for host in (first, second):
        host.close()
    assert len(pbx.called()) == 1


MOMENTS = [0, 0.001, 0.003, 0.006, 0.01, 0.015, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.35]
"""Seconds between the gesture and SIGKILL, from before it is read to after it is answered."""


@pytest.mark.parametrize("delay", MOMENTS)
def test_a_host_killed_at_any_moment_has_told_the_journal_first_and_dials_nothing_again(
    home: Any, simulate: Any, delay: float
) -> None:
    pbx = simulate("v10", "--latency", "0.05")
    home.set_up("v10", pbx.port)
    host = home.host()
    call_id = host.dial(NUMBER)
    time.sleep(delay)
    host.kill()
    time.sleep(0.3)  # what was sent arrives
    requests, placed = pbx.state()["requests"], len(pbx.called())
    written = home.history()
    assert placed <= 1
    if requests:
        assert [line["id"] for line in written] == [call_id], "something was sent that no journal knows of"
    assert all(line["state"] in {"asked", "unknown", "accepted"} for line in written)

    later = home.host()
    time.sleep(0.3)
    assert pbx.state()["requests"] == requests, "the restarted host sent something by itself"
    later.dial(NUMBER, call_id=call_id)
    reply = later.receive_until(lambda it: it["id"] == call_id and (it["state"] != "asked" or it["code"] is not None))
    later.close()
    if written:
        assert reply["code"] == "duplicate_call"
        assert len(pbx.called()) == placed, "it was dialled again"
    assert len(pbx.called()) <= 1


def test_after_a_kill_the_next_gesture_is_a_call_of_its_own(home: Any, simulate: Any) -> None:
    pbx = simulate()
    home.set_up("v10", pbx.port)
    host = home.host()
    host.outcome(host.dial(NUMBER))
    host.kill()
    later = home.host()
    assert later.outcome(later.dial("0161 496 0137"))["state"] == "accepted"
    assert len(pbx.called()) == 2
    assert len(home.history()) == 2
