"""The wheel and the sdist: what is in them, and what a person gets who installs one with pipx."""

import json
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from packages_support import EXTENSION_ID, ROOT, Built, run


def test_the_wheel_carries_the_extension_for_both_browsers_as_the_checkout_builds_it(
    built: Built, tmp_path: Path
) -> None:
    """Byte for byte, and nothing that only builds or tests."""
    run("node", "build.mjs", "--out", tmp_path, cwd=built.checkout / "extension")
    expected = {
        f"companion/data/extension/{path.relative_to(tmp_path)}": path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(built.wheel) as wheel:
        names = wheel.namelist()
        carried = {name: wheel.read(name) for name in names if name.startswith("companion/data/extension/")}
    assert {"companion/data/extension/chromium/manifest.json", "companion/data/extension/firefox/manifest.json"} <= set(
        carried
    )
    assert carried == expected
    assert [name for name in names if name.startswith(("tests/", "companion/packaging/", "extension/"))] == []


def test_the_sdist_carries_the_sources_and_the_built_extension(built: Built) -> None:
    """The wheel above was made from it, by `python -m build`, in a folder without node_modules."""
    with tarfile.open(built.sdist) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"extension/build.mjs", "extension/dist/firefox/manifest.json", "companion/host.py", "LICENSE"} <= names
    assert not any("node_modules" in name for name in names)


def test_a_wheel_made_from_the_checkout_is_the_one_made_from_the_sdist(built: Built, tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path, built.checkout)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.read_bytes() == built.wheel.read_bytes()


def test_pipx_install_and_setup_leave_a_host_that_greets_and_an_extension_to_load(
    built: Built, home: dict[str, str], tmp_path: Path
) -> None:
    """As a person does it, in an empty home."""
    environment = home | {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    run(sys.executable, "-m", "pipx", "install", "--python", sys.executable, built.wheel, env=environment)
    callwith = tmp_path / "bin" / "callwith"
    words = "--no-input --kind v10 --host pbx.example --extension 100 --region GB --store file --pin-stdin --register"
    run(callwith, "setup", *words.split(), env=home, stdin="1234")

    manifest = json.loads((tmp_path / ".config/chromium/NativeMessagingHosts/org.callwith.companion.json").read_text())
    assert str(tmp_path) in manifest["path"], "not one that is on this machine anyway"
    host = subprocess.run(
        [manifest["path"], f"chrome-extension://{EXTENSION_ID}/"], input=b"", capture_output=True, check=True, env=home
    )
    (length,) = struct.unpack("=I", host.stdout[:4])
    greeting = json.loads(host.stdout[4 : 4 + length])
    assert (greeting["type"], greeting["capabilities"]) == ("greeting", ["make_call", "set_extension"])

    folder = Path(run(callwith, "browser-extension", "--browser", "firefox", env=home).strip())
    assert json.loads((folder / "manifest.json").read_text())["browser_specific_settings"]
    copies = tmp_path / "copies"
    said = run(callwith, "browser-extension", "--to", copies, env=home)
    assert str(copies / "callwith-chromium") in said
    key = json.loads((ROOT / "extension" / "extension-key.json").read_text())["key"]
    assert json.loads((copies / "callwith-chromium" / "manifest.json").read_text())["key"] == key
    run(callwith, "browser-extension", "--to", copies, env=home)  # a copy is replaced by the next one
    (copies / "callwith-firefox" / "manifest.json").unlink()
    refused = subprocess.run(
        [callwith, "browser-extension", "--to", copies], env=home, capture_output=True, check=False
    )
    assert refused.returncode == 2, "a folder that is no copy is left alone"
