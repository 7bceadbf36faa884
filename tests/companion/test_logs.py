"""Logs help a supporter and cannot hold a secret, whoever wrote the line and whatever was raised."""

import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion import logs
from companion.errors import CallError, Code
from companion.paths import Paths

PIN = "geheim&7"
URL = f"http://pbx:5000/ivr/(S(abc))/PbxAPI.aspx?func=make_call&from=100&to=1&pin={PIN}"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook, sys.unraisablehook)
    for handler in before[0]:
        root.removeHandler(handler)
    logs.start(Paths.under(tmp_path), "debug")
    yield tmp_path / "logs" / "callwith.log"
    logging.captureWarnings(capture=False)
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    for handler in before[0]:
        root.addHandler(handler)
    root.setLevel(before[1])
    sys.excepthook, sys.unraisablehook = before[2:]
    logging.raiseExceptions = True


def raise_deep() -> None:
    secret = PIN
    try:
        raise ValueError(f"{URL} {secret}")  # noqa: TRY301 - a chain of exceptions is what is tested
    except ValueError as error:
        raise RuntimeError(PIN) from error


def test_a_traceback_has_types_and_places_but_no_text_and_no_values(file: Path) -> None:
    try:
        raise_deep()
    except RuntimeError:
        logs.logger("companion.calling").exception("it broke")
    text = file.read_text()
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert PIN not in text


def test_an_exception_nobody_caught_is_written_the_same_way(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise_deep()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "RuntimeError" in file.read_text()
    assert PIN not in file.read_text() + "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "text",
    [
        URL,
        f"GET /ivr/PbxAPI.aspx?pin={PIN} HTTP/1.1",
        f"<ClientResponse({URL}) [302 Found]>",
        f"Location: /x?a=1&pin={PIN}",
        f"password={PIN}",
        f"Unclosed response\nclient_response: {URL} {PIN}",
    ],
)
@pytest.mark.parametrize("name", ["aiohttp.client", "asyncio", "py.warnings"])
def test_what_libraries_say_of_requests_is_masked(file: Path, name: str, text: str) -> None:
    logging.getLogger(name).warning("%s", text)
    found = file.read_text()
    assert name in found
    assert PIN not in found


def test_warnings_go_through_the_same_mask(file: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"unclosed {URL}", ResourceWarning, stacklevel=1)
    assert "ResourceWarning" in file.read_text()
    assert PIN not in file.read_text()


def test_our_own_failures_keep_their_sentence(file: Path) -> None:
    try:
        raise CallError(Code.PBX_UNREACHABLE, "connection refused")  # noqa: TRY301 - as above
    except CallError:
        logs.logger("companion.x").exception("call")
    assert "connection refused" in file.read_text()


def test_a_line_stays_a_line_whatever_a_page_wrote(file: Path) -> None:
    logs.logger("companion.x").warning("turned away: %s", "a\n2026-01-01 forged\x1b[31m")
    assert len(file.read_text().splitlines()) == 1
    assert "\x1b" not in file.read_text()


def test_the_file_is_private_and_rotated_and_two_are_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 2000)
    for _ in range(100):
        logs.logger("companion.x").info("x" * 100)
    files = sorted(file.parent.iterdir())
    assert [each.name for each in files] == ["callwith.1.log", "callwith.log"]
    assert all(each.stat().st_size < 3000 for each in files)
    assert all(each.stat().st_mode & 0o077 == 0 for each in [*files, file.parent])


def test_a_log_that_cannot_be_written_does_not_stop_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("in the way")
    before = logging.getLogger().handlers[:]
    for handler in before:
        logging.getLogger().removeHandler(handler)
    logs.start(Paths.under(tmp_path))
    logs.logger("companion.x").warning("still heard")
    assert "still heard" in capsys.readouterr().err
    logging.captureWarnings(capture=False)
    for handler in logging.getLogger().handlers[:]:
        logging.getLogger().removeHandler(handler)
    for handler in before:
        logging.getLogger().addHandler(handler)
