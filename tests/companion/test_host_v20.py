"""The real host with a simulated V20: calls it hangs up, and the user's own extension as far as that is allowed."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cli_support import simulator
from test_host import Host, dial

from companion.journal import Journal
from companion.paths import Paths
from companion.simulator import Options, Simulator

SECRET = "api&secret+%"
ALLOWED = "[own_extension]\nrecording = true\n"


@pytest.fixture
def start(home: Path) -> Iterator[Callable[[], Host]]:
    hosts: list[Host] = []

    def started() -> Host:
        hosts.append(Host(home))
        assert hosts[-1].receive()["type"] == "greeting"
        return hosts[-1]

    yield started
    for host in hosts:
        if host.process.poll() is None:
            host.process.kill()
        host.process.communicate()


@pytest.fixture
def pbx() -> Iterator[Simulator]:
    """Both sides pick up at once and talk until somebody hangs up."""
    people: dict[str, Any] = {"answer_after": 0.2, "destination_answers_after": 0.2, "talk_for": None}
    with simulator(Options(kind="v20", port=0, password=SECRET, **people)) as started:
        yield started


def configure(home: Path, pbx: Simulator, more: str = "", *, kind: str = "v20", password: str | None = SECRET) -> None:
    (home / "settings.toml").write_text(
        f'[pbx]\nkind = "{kind}"\nhost = "127.0.0.1"\nscheme = "http"\nport = {pbx.port}\n'
        f'[user]\nextension = "100"\nregion = "GB"\n[credentials]\nstore = "file"\n{more}'
    )
    secrets = {"pin": SECRET} | ({"password": password} if password else {})
    (home / "secrets.json").write_text(json.dumps(secrets))
    (home / "secrets.json").chmod(0o600)


def until_state(host: Host, call: str, state: str) -> dict[str, Any]:
    while (message := host.receive()).get("id") != call or message["state"] != state:
        assert message.get("state") not in {"refused", "unknown"}, message
    return message


def states(home: Path) -> list[str]:
    journal = Journal(Paths.under(home).journal)
    try:
        return [call.state for call in journal.recent()]
    finally:
        journal.close()


def connected(host: Host) -> str:
    call = str(uuid4())
    host.send(dial(call))
    until_state(host, call, "connected")
    return call


def test_a_call_is_hung_up_by_its_id_and_the_journal_has_its_end(
    home: Path, start: Callable[[], Host], pbx: Simulator
) -> None:
    configure(home, pbx)
    host = start()
    call = connected(host)
    host.send({"type": "hang_up", "id": call})
    assert until_state(host, call, "ended")["hung_up_here"] is True
    assert pbx.pbx.calls[0].reason == "caller hung up"
    assert len(pbx.pbx.calls) == 1
    host.end()
    assert states(home) == ["ended"]


def test_hanging_up_again_says_that_it_has_ended_and_an_unknown_id_is_no_call(
    home: Path, start: Callable[[], Host], pbx: Simulator
) -> None:
    configure(home, pbx)
    host = start()
    call = connected(host)
    for _ in range(3):
        host.send({"type": "hang_up", "id": call})
        answer = until_state(host, call, "ended")
        assert answer["code"] is None
    other = str(uuid4())
    host.send({"type": "hang_up", "id": other})
    while (answer := host.receive()).get("id") != other:
        pass
    assert (answer["type"], answer["code"]) == ("error", "value_not_allowed")
    assert len(pbx.pbx.calls) == 1


def test_a_call_another_process_follows_is_told_as_known_and_not_claimed_to_have_ended(
    home: Path, start: Callable[[], Host], pbx: Simulator
) -> None:
    configure(home, pbx)
    call = connected(start())
    second = start()
    second.send({"type": "hang_up", "id": call})
    answer = second.receive()
    assert (answer["state"], answer["code"]) == ("connected", "hang_up_failed")
    assert pbx.pbx.calls[0].state != "ended"


def test_a_browser_that_goes_while_a_call_is_live_leaves_the_last_state_seen_in_the_journal(
    home: Path, start: Callable[[], Host], pbx: Simulator
) -> None:
    configure(home, pbx)
    host = start()
    connected(host)
    seconds, _, _ = host.end()
    assert seconds < 1.5
    assert states(home) == ["connected"]
    assert pbx.pbx.calls[0].state != "ended", "the talk goes on"


def test_a_call_for_the_web_client_is_handed_over_and_not_claimed_to_be_placed(
    home: Path, start: Callable[[], Host], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = tmp_path / "opened"
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{program} %s")
    (home / "settings.toml").write_text(
        '[pbx]\nkind = "v20-webclient"\nhost = "pbx.example"\n[user]\nextension = "100"\nregion = "GB"\n'
    )
    host = start()
    call = str(uuid4())
    host.send(dial(call))
    answer = until_state(host, call, "handed_over")
    assert answer["code"] is None
    host.send({"type": "hang_up", "id": call})
    assert until_state(host, call, "handed_over")["code"] == "hang_up_failed", "nobody here knows how to end it"
    host.end()
    assert states(home) == ["handed_over"]
    assert opened.read_text().count("https://pbx.example/webclient/#/call?phone=") == 1


def own(host: Host, **message: object) -> dict[str, Any]:
    host.send({"type": "own_extension", **message})
    while (answer := host.receive())["type"] != "own_extension":
        pass
    return answer


def test_nothing_of_the_own_extension_may_be_changed_unless_the_settings_say_so(
    home: Path, start: Callable[[], Host], pbx: Simulator
) -> None:
    configure(home, pbx)
    host = start()
    before = pbx.pbx.extensions["100"].recording
    for message in ({}, {"type": "set_own_extension", "recording": not before}):
        answer = own(host, **message)
        assert answer["code"] == "setting_not_allowed"
        assert answer["recording"] == {"value": None, "set_at": None, "may_set": False}
    assert pbx.pbx.requests == 0, "the PBX was not even asked"


def test_what_the_settings_allow_is_changed_and_nothing_else(
    home: Path, start: Callable[[], Host], pbx: Simulator
) -> None:
    configure(home, pbx, ALLOWED)
    host = start()
    answer = own(host)
    assert answer["code"] is None
    assert answer["recording"] == {"value": False, "set_at": None, "may_set": True}
    assert answer["external_calls"] == {"value": True, "set_at": None, "may_set": False}
    answer = own(host, type="set_own_extension", recording=True)
    assert (answer["code"], answer["recording"]["value"]) == (None, True)
    assert pbx.pbx.extensions["100"].recording
    answer = own(host, type="set_own_extension", recording=False, external_calls=False)
    assert answer["code"] == "setting_not_allowed"
    assert pbx.pbx.extensions["100"].recording, "all of it was refused, not only the half that is not allowed"
    assert pbx.pbx.extensions["100"].external_calls


def test_without_the_management_password_it_says_so(home: Path, start: Callable[[], Host], pbx: Simulator) -> None:
    configure(home, pbx, ALLOWED, password=None)
    answer = own(start())
    assert answer["code"] == "no_management_password"
    assert answer["recording"]["may_set"] is True
    assert pbx.pbx.requests == 0


def test_an_older_pbx_cannot_tell_so_it_is_what_was_last_set_and_when(home: Path, start: Callable[[], Host]) -> None:
    with simulator(Options(kind="v10", port=0, password=SECRET)) as pbx:
        configure(home, pbx, ALLOWED, kind="v10")
        host = start()
        assert own(host)["recording"] == {"value": None, "set_at": None, "may_set": True}
        begun = time.strftime("%Y-%m-%dT", time.gmtime())
        answer = own(host, type="set_own_extension", recording=True)
        assert answer["recording"]["value"] is True
        assert answer["recording"]["set_at"].startswith(begun[:8])
        assert pbx.pbx.extensions["100"].recording


def test_a_pbx_that_refuses_is_told_by_its_code(home: Path, start: Callable[[], Host], pbx: Simulator) -> None:
    configure(home, pbx, ALLOWED, password="wrong")
    answer = own(start(), type="set_own_extension", recording=True)
    assert answer["code"] == "login_rejected"
    assert not pbx.pbx.extensions["100"].recording
    assert "wrong" not in json.dumps(answer)


def test_secrets_stay_out_of_all_of_it(home: Path, start: Callable[[], Host], pbx: Simulator) -> None:
    configure(home, pbx, ALLOWED)
    host = start()
    call = connected(host)
    said = json.dumps([own(host), own(host, type="set_own_extension", recording=True)])
    host.send({"type": "hang_up", "id": call})
    said += json.dumps(until_state(host, call, "ended"))
    _, rest, errors = host.end()
    logs = "".join(each.read_text() for each in home.rglob("*.log*"))
    for text in (said, rest.decode(errors="replace"), errors.decode(errors="replace"), logs):
        assert SECRET not in text
