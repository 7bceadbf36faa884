"""The settings window on a real screen: real keys, the real keyring, the simulated PBX."""

import json
import os
import subprocess
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_support import simulator
from host_support import CHROMIUM, Host
from keyring_support import secret_service
from window_support import PATIENCE, drive, screen, tk_python

from companion.journal import Journal
from companion.language import LANGUAGES
from companion.paths import Paths
from companion.simulator import Options


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    with screen() as env:
        yield env


def test_somebody_without_a_terminal_sets_up_tests_and_calls(display: dict[str, str], tmp_path: Path) -> None:
    """Everything by keyboard, the PIN into the Secret Service, the call into the journal, and a no is a no."""
    home = tmp_path / "callwith"
    with simulator(Options(port=0)) as pbx, secret_service(tmp_path / "desktop") as desktop:
        env = {**desktop, "DISPLAY": display["DISPLAY"], "CALLWITH_HOME": str(home)}
        found = json.loads(drive("set_up", env, str(pbx.port), "1234"))
        assert len(pbx.pbx.calls) == 1
    assert found["call"]["state"] == "accepted"
    assert found["call"]["dialled"] == "902079460958"
    assert {"keyring", "pin", "pbx_tcp", "pbx_http"} <= set(found["checks"])
    written = tomllib.loads((home / "settings.toml").read_text())
    assert written["user"] == {"extension": "100", "region": "GB"}
    assert written["dial_plan"] == {"outside_line_prefix": "9"}
    journal = Journal(Paths.under(home).journal)
    assert [(call.written, call.state) for call in journal.recent(5)] == [("020 7946 0958", "accepted")]
    journal.close()
    assert not [each.name for each in home.rglob("*") if each.is_file() and b"1234" in each.read_bytes()]


@pytest.mark.parametrize("width", ["as it is", "narrowest"])
def test_no_text_is_cut_off_in_any_language(display: dict[str, str], width: str) -> None:
    found = json.loads(drive("texts", display, width, *LANGUAGES))
    assert set(found) == set(LANGUAGES)
    assert not [(tag, text) for tag, each in found.items() for text in each["cut"]]
    assert all(len(each["said"]) > 30 for each in found.values())


def test_the_browser_opens_it_once_and_it_outlives_the_host(
    display: dict[str, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display["DISPLAY"])
    host = Host(home, *CHROMIUM, python=tk_python())
    host.receive()
    windows = []
    for _ in range(2):
        host.send({"type": "open_settings"})
        assert host.receive() == {"type": "settings_opened", "code": None, "message": None, "remedy": None}
        windows.append(shown(display))
    assert windows[0] == windows[1] != []
    host.end()
    assert shown(display) == windows[0]
    close(display, windows[0][0])


def shown(display: dict[str, str]) -> list[str]:
    return xdotool(display, "search", "--onlyvisible", "--name", "Call with 3CX").split()


def close(display: dict[str, str], window: str) -> None:
    """Escape closes it."""
    until = time.monotonic() + PATIENCE
    while shown(display):
        assert time.monotonic() < until
        xdotool(display, "windowactivate", "--sync", window, "key", "Escape")


def xdotool(display: dict[str, str], *words: str) -> str:
    ran = subprocess.run(["xdotool", *words], env=display, capture_output=True, text=True, check=False)
    return ran.stdout


def test_without_a_screen_the_browser_is_told_what_to_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    host = Host(home, *CHROMIUM, python=tk_python())
    host.receive()
    host.send({"type": "open_settings"})
    answer = host.receive()
    assert (answer["type"], answer["code"]) == ("settings_opened", "window_unavailable")
    assert "callwith setup" in answer["remedy"]


def test_a_screen_that_is_gone_is_no_window_either(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9876")
    host = Host(home, *CHROMIUM, python=tk_python())
    host.receive()
    host.send({"type": "open_settings"})
    assert host.receive()["code"] == "window_unavailable"


def test_from_a_terminal_it_is_an_option_of_setup(home: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "DISPLAY"} | {"CALLWITH_HOME": str(home)}
    program = [tk_python().with_name("callwith"), "setup", "--window"]
    ran = subprocess.run(program, env=env, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ran.returncode == 1
    assert "callwith setup" in ran.stderr
