"""What the settings window does, without a window: work is done at once, and what is shown is looked at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from companion.checks.result import Check, Health
from companion.cli.answers import Answers
from companion.credentials import Name
from companion.errors import CallError, Code
from companion.protocol import Call, PreviewReply
from companion.secret import Secret
from companion.window.form import Form, answers_in, form_of, shown_address
from companion.window.model import Model
from companion.window.regions import region_names

ANSWERS = Answers(kind="v10", host="pbx.example.com", extension="100", region="GB", store="keyring", outside_line="9")
PREVIEW = {"type": "preview", "id": "6f1d1f0c-6b5e-4d0e-9f0a-4d8f3f2c9b1a", "steps": []}


class AtOnce:
    """Does work on the spot, so that a test sees its end."""

    def work(self, do: Callable[[], Any], then: Callable[[Any], None]) -> None:
        try:
            outcome: Any = do()
        except Exception as error:  # noqa: BLE001 - as the window's threads do
            outcome = error
        then(outcome)

    def soon(self, do: Callable[[], None]) -> None:
        do()


class Desk:
    """Settings and store in memory; `fails` is raised by whatever is asked next."""

    def __init__(self, answers: Answers | None = None) -> None:
        self.answers = answers
        self.secrets: dict[Name, str] = {}
        self.fails: Exception | None = None
        self.called: list[tuple[str, bool]] = []
        self.preview_code: Code | None = None
        self.dialled: str | None = "02079460958"

    def _may(self) -> None:
        if self.fails:
            raise self.fails

    def load(self) -> tuple[Answers, bool, str | None]:
        return self.answers or Answers(), self.answers is not None, "DE"

    def save(self, answers: Answers, secrets: Mapping[Name, Secret]) -> None:
        self._may()
        self.answers = answers
        self.secrets |= {name: secret.reveal() for name, secret in secrets.items()}

    def stored(self) -> Mapping[Name, bool]:
        self._may()
        return {"pin": "pin" in self.secrets, "password": "password" in self.secrets}

    def remove(self, name: Name) -> None:
        self.secrets.pop(name, None)

    def look(self, host: str) -> list[Answers]:
        self._may()
        return [Answers(kind="v20", host=host)] if "v20" in host else []

    def checks(self) -> Iterator[Check]:
        yield Check("PBX", "pbx_dns", Health.OK, "It is known.")
        self._may()
        yield Check("PBX", "pbx_tcp", Health.FAIL, "No answer.", "Look.")

    def preview(self, written: str) -> PreviewReply:
        return PreviewReply.model_validate(
            PREVIEW | {"dialled": self.dialled, "code": self.preview_code, "message": written}, strict=False
        )

    def call(self, written: str, *, confirmed: bool, say: Callable[[Call], None]) -> None:
        self._may()
        self.called.append((written, confirmed))
        say(Call.model_validate({"id": PREVIEW["id"], "state": "accepted", "message": "Pick up."}, strict=False))


def opened(desk: Desk) -> Model:
    model = Model(desk, AtOnce(), lambda _state: None)
    model.open()
    return model


def test_it_opens_with_what_is_set_or_with_a_guess_of_the_country() -> None:
    assert opened(Desk()).state.form == Form(region="DE")
    state = opened(Desk(ANSWERS)).state
    assert state.form == state.saved == form_of(ANSWERS)
    assert state.stored == {"pin": False, "password": False}


def test_fields_and_secrets_are_saved_together_and_what_is_missing_is_said() -> None:
    desk = Desk()
    model = opened(desk)
    model.changed_by_hand(Form("https://pbx.example.com:5001", "v10", "", "100", "GB", "9", "file"))
    followed: list[bool] = []
    model.save({"pin": "", "password": ""}, lambda: followed.append(True))
    assert desk.answers == replace(ANSWERS, scheme="https", port=5001, store="file")
    assert "PIN of your extension" in model.state.notice.text
    model.save({"pin": "47&11", "password": ""})
    assert desk.secrets == {"pin": "47&11"}
    assert (model.state.notice.text, model.state.stored["pin"], model.is_changed()) == ("Saved.", True, False)
    assert followed
    assert "47&11" not in repr(model.state)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"host": ""}, "host"),
        ({"host": "two words"}, "host"),
        ({"host": "pbx.example.com:99999"}, "host"),
        ({"extension": "10a"}, "extension"),
        ({"region": ""}, "region"),
        ({"outside_line": "nine"}, "outside_line"),
        ({"kind": "v20", "client_id": ""}, "client_id"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_saved(change: dict[str, str], field: str) -> None:
    desk = Desk(ANSWERS)
    model = opened(desk)
    model.changed_by_hand(replace(model.state.form, **change))  # type: ignore[arg-type]  # cases of several types
    model.save({"pin": "1234"})
    assert list(model.state.faults) == [field]
    assert model.state.faults[field].endswith(".")
    assert (desk.answers, desk.secrets) == (ANSWERS, {})
    model.changed_by_hand(form_of(ANSWERS))
    assert not model.state.faults, "a field that is being mended is not red any more"


def test_a_secret_that_cannot_be_one_is_refused_without_showing_it() -> None:
    model = opened(Desk(ANSWERS))
    model.save({"pin": "a\tb", "password": ""})
    assert list(model.state.faults) == ["pin"]
    assert "a\tb" not in repr(model.state)


@pytest.mark.parametrize(
    "error",
    [CallError(Code.KEYRING_LOCKED, "unlock the keyring, or answer its question, then try again"), OSError("disk")],
)
def test_what_fails_is_said_and_the_window_can_go_on(error: Exception) -> None:
    desk = Desk(ANSWERS)
    model = opened(desk)
    desk.fails = error
    model.save({"pin": "1234"})
    assert model.state.notice.tone == "bad"
    assert model.state.notice.text
    assert not model.state.busy
    desk.fails = None
    model.save({"pin": "1234"})
    assert model.state.notice.tone == "good"


def test_looking_chooses_the_kind_that_answers_and_keeps_what_was_typed() -> None:
    model = opened(Desk())
    model.changed_by_hand(replace(model.state.form, host="v20.example.com", extension="123"))
    model.look()
    assert (model.state.form.kind, model.state.form.extension) == ("v20", "123")
    model.changed_by_hand(replace(model.state.form, host="other.example.com"))
    model.look()
    assert model.state.form.kind == "v20"
    assert model.state.notice.tone == "doubt"


def test_checks_are_shown_as_they_come_also_when_one_breaks_off() -> None:
    desk = Desk(ANSWERS)
    model = opened(desk)
    model.check()
    assert [check.name for check in model.state.checks] == ["pbx_dns", "pbx_tcp"]
    assert (model.state.checking, model.state.notice.tone) == (False, "bad")
    desk.fails = OSError("gone")
    model.check()
    assert [check.name for check in model.state.checks] == ["pbx_dns"]
    assert not model.state.checking


def test_a_call_is_placed_only_after_yes_and_only_once() -> None:
    desk = Desk(ANSWERS)
    model = opened(desk)
    model.call()
    model.ask_to_call("020 7946 0958")
    assert model.state.preview is not None
    model.do_not_call()
    model.call()
    assert desk.called == []
    model.ask_to_call("020 7946 0958")
    model.call()
    model.call()
    assert desk.called == [("020 7946 0958", False)]
    assert model.state.call is not None
    assert model.state.call.message == "Pick up."


def test_a_destination_that_asks_first_is_confirmed_by_the_yes() -> None:
    desk = Desk(ANSWERS)
    desk.preview_code = Code.CONFIRMATION_NEEDED
    model = opened(desk)
    model.ask_to_call("999")
    model.call()
    assert desk.called == [("999", True)]


def test_a_number_that_is_not_dialled_says_why_and_asks_nothing() -> None:
    desk = Desk(ANSWERS)
    desk.preview_code, desk.dialled = Code.NUMBER_BARRED, None
    model = opened(desk)
    model.ask_to_call("0900 1")
    assert model.state.preview is None
    assert "0900 1" in model.state.faults["number"]
    model.call()
    assert desk.called == []


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (Answers(host="pbx.example.com"), "pbx.example.com"),
        (Answers(host="pbx.example.com", scheme="http", port=5000), "http://pbx.example.com:5000"),
        (Answers(host="10.0.0.5", port=5001), "10.0.0.5:5001"),
        (Answers(host="fe80::1", port=5001), "[fe80::1]:5001"),
        (Answers(host="fe80::1"), "fe80::1"),
    ],
)
def test_an_address_is_shown_as_it_can_be_read_again(answers: Answers, shown: str) -> None:
    assert shown_address(answers) == shown
    form = Form(shown, "v10", "", "100", "GB")
    found, faults = answers_in(form, Answers())
    assert not faults
    assert (found.host, found.port, found.scheme) == (answers.host, answers.port, answers.scheme)


def test_what_is_not_asked_here_stays_for_the_same_pbx_only() -> None:
    before = replace(ANSWERS, kind="v20", client_id="a", admin_client_id="b", path="/x.aspx")
    form = replace(form_of(before), extension="200")
    assert answers_in(form, before)[0].admin_client_id == "b"
    assert answers_in(replace(form, host="other.example.com"), before)[0].admin_client_id is None


def test_countries_are_named_in_the_language_and_sorted() -> None:
    german = region_names("de")
    assert german["GB"] == "Vereinigtes Königreich (GB)"
    assert [*german.values()] == sorted(german.values(), key=str.casefold)
    assert not [name for name in german.values() if name.startswith("*")]
    assert region_names("pt")["GB"] == "Reino Unido (GB)"
