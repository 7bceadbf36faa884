"""The companion speaks the person's language: the command line the environment's, the host the extension's."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from host_support import Host, Pbx, configure, dial

from companion import language
from companion.errors import TEXTS, Code, told
from companion.language import LANGUAGES, choose, from_environment, plural

OTHERS = [tag for tag in LANGUAGES if tag != "en"]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use("en")


@pytest.mark.parametrize("tag", OTHERS)
def test_each_catalogue_says_every_error_in_words_of_its_own(tag: str) -> None:
    assert language.use(tag) == tag
    same = [code for code in Code if told(code)[0] == TEXTS[code][0]]
    assert same == []


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", ["1 call erased.", "2 calls erased.", "5 calls erased."]),
        ("de", ["1 Anruf gelöscht.", "2 Anrufe gelöscht.", "5 Anrufe gelöscht."]),
        ("pl", ["Usunięto 1 połączenie.", "Usunięto 2 połączenia.", "Usunięto 5 połączeń."]),
    ],
)
def test_plurals_are_those_of_the_language(tag: str, forms: list[str]) -> None:
    language.use(tag)
    assert [plural("{count} call erased.", "{count} calls erased.", n).format(count=n) for n in (1, 2, 5)] == forms


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["de_AT.UTF-8"], "de"),
        (["pt-BR"], "pt"),
        (["sv", "fr-CA"], "fr"),
        (["C.UTF-8", "de"], "en"),
        (["xx"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_there_is_is_taken(wanted: list[str], chosen: str) -> None:
    assert choose(wanted) == chosen


def test_the_environment_is_read_as_gettext_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert from_environment() == ["fr_FR.UTF-8"]
    monkeypatch.setenv("LANGUAGE", "nl:de")
    assert from_environment() == ["nl", "de"]


def test_the_host_answers_in_the_extensions_language(home: Path, start: Callable[..., Host]) -> None:
    server = Pbx()
    configure(home, server.port)
    host = start()
    host.receive()
    host.send({"type": "language", "tag": "de-AT"})
    call = dial()
    host.send(call)
    assert host.outcome(str(call["id"]))["message"].startswith("Die Telefonanlage hat den Anruf angenommen")
    host.send({"type": "preview", "id": str(call["id"]), "written": "+44 20 7946 0958"})
    steps = host.receive()["steps"]
    assert steps[0]["sentence"] == "Geschrieben: +44 20 7946 0958"
    assert steps[0]["name"] == "as written", "programs read the name, people the sentence"
    host.send({"type": "status", "checks": True})
    parts = {check["part"] for check in host.receive()["checks"]}
    assert {"Einstellungen", "Geheimnisse"} <= parts


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"LANG": "de_DE.UTF-8"}, "Das Begleitprogramm kennt Ihre Telefonanlage noch nicht"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "pl"}, "Program pomocniczy nie zna jeszcze Twojej centrali"),
        ({"LANG": "C.UTF-8"}, "The companion does not know your PBX yet"),
    ],
)
def test_the_command_line_speaks_the_environments_language(
    tmp_path: Path, variables: dict[str, str], said: str
) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    program = Path(sys.executable).with_name("callwith")
    env |= {"CALLWITH_HOME": str(tmp_path), "PYTHONUTF8": "1", **variables}
    ran = subprocess.run([program, "call", "123"], env=env, capture_output=True, encoding="utf-8", check=False)
    assert said in ran.stderr
