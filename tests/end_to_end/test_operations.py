"""The seven operations in each layout, and combinations, told from the PBX's own state."""

from typing import Any

import pytest

LAYOUTS = ("v9-iis", "v9-abyss", "v10")
NUMBER = "020 7946 0958"

OPERATIONS = {
    "disable": (["--disabled"], {"enabled": False}),
    "enable": (["--enabled"], {"enabled": True}),
    "external off": (["--no-external-calls"], {"external_calls": False}),
    "external on": (["--external-calls"], {"external_calls": True}),
    "recording off": (["--no-recording"], {"recording": False}),
    "recording on": (["--recording"], {"recording": True}),
    "two at once": (["--no-external-calls", "--recording"], {"external_calls": False, "recording": True}),
    "all at once": (
        ["--disabled", "--external-calls", "--no-recording"],
        {"enabled": False, "external_calls": True, "recording": False},
    ),
}


@pytest.mark.parametrize("kind", LAYOUTS)
def test_each_extension_operation_changes_what_it_names_and_nothing_else(home: Any, simulate: Any, kind: str) -> None:
    pbx = simulate(kind)
    home.set_up(kind, pbx.port)
    home.callwith("secret", "set", "password", stdin="admin")
    # Each operation is tried from both sides, so that none can pass by finding its wish already there.
    for opposite, words in (("all on", ["--enabled", "--external-calls", "--recording"]), ("all off", [])):
        for name, (options, change) in OPERATIONS.items():
            before_words = words or ["--disabled", "--no-external-calls", "--no-recording"]
            home.callwith("extension", "set", "101", *before_words)
            before = pbx.state()["extensions"]
            requests = pbx.state()["requests"]
            home.callwith("extension", "set", "101", *options)
            after = pbx.state()["extensions"]
            assert after["101"] == {**before["101"], **change}, f"{kind}, {name}, from {opposite}"
            assert {**after, "101": None} == {**before, "101": None}, "another extension changed"
            assert pbx.state()["requests"] == requests + 2, "one request and its session redirect"


@pytest.mark.parametrize("kind", LAYOUTS)
@pytest.mark.parametrize(("extension", "pin"), [("100", "1234"), ("102", "a&b+c%# ü")])
def test_a_call_is_placed_from_the_users_own_extension(
    home: Any, simulate: Any, kind: str, extension: str, pin: str
) -> None:
    pbx = simulate(kind)
    home.set_up(kind, pbx.port, extension=extension, pin=pin)
    host = home.host()
    reply = host.outcome(host.dial(NUMBER))
    assert reply["state"] == "accepted", reply
    calls = pbx.state()["calls"]
    assert [(call["from"], call["to"]) for call in calls] == [(extension, reply["dialled"])]
    assert reply["dialled"].endswith("2079460958")


def test_without_the_management_password_nothing_is_sent_and_the_command_says_so(home: Any, simulate: Any) -> None:
    pbx = simulate("v10")
    home.set_up("v10", pbx.port)
    done = home.callwith("extension", "set", "101", "--disabled", check=False)
    assert done.returncode != 0
    assert "callwith secret set password" in done.stderr
    assert pbx.state()["requests"] == 0
