"""`callwith secret` as people use it: where a secret is, and moved to the real keyring and back."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring_support import secret_service

PIN = "m0ve&me+9"


@pytest.fixture
def callwith(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """The command in a home of its own, with a keyring; returns what it says."""
    with secret_service(tmp_path / "desktop") as env:
        env |= {"CALLWITH_HOME": str(tmp_path / "home"), "LC_ALL": "C.UTF-8"}

        def run(*words: str, stdin: str = "") -> str:
            command = [Path(sys.executable).with_name("callwith"), *words]
            ran = subprocess.run(command, input=stdin, env=env, capture_output=True, text=True, check=False)
            assert ran.returncode == 0, ran.stderr
            return ran.stdout

        run(
            *("setup", "--no-input", "--no-register", "--kind", "v10", "--host", "127.0.0.1", "--extension", "100"),
            *("--region", "GB", "--store", "file", "--pin-stdin"),
            stdin=PIN,
        )
        yield run


def test_secrets_move_to_the_keyring_and_back_and_leave_nothing_behind(
    callwith: Callable[..., str], tmp_path: Path
) -> None:
    file = tmp_path / "home" / "secrets.json"
    assert str(file) in callwith("secret", "show-where")
    said = callwith("secret", "move", "keyring")
    assert "PIN of your extension: moved to the system keyring" in said
    assert not file.exists()
    assert 'store = "file"' not in (tmp_path / "home" / "settings.toml").read_text()
    where = callwith("secret", "show-where")
    assert "PIN of your extension: in the system keyring" in where
    assert "Management password of the PBX: not stored" in where
    assert not [each for each in (tmp_path / "home").rglob("*") if each.is_file() and PIN in each.read_text("latin-1")]
    callwith("secret", "move", "file")
    assert json.loads(file.read_text()) == {"pin": PIN}
    callwith("secret", "move", "keyring")
    assert PIN not in said + where
    assert "removed" in callwith("secret", "remove", "pin")
    assert "PIN of your extension: not stored" in callwith("secret", "show-where")
