"""The `.deb`: installed by dpkg into a root of its own it is whole and works, and removed it leaves nothing."""

import json
import struct
import subprocess
from pathlib import Path

import pytest
from packages_support import EXTENSION_ID, GECKO_ID, run

MANIFESTS = (
    "etc/chromium/native-messaging-hosts",
    "etc/opt/chrome/native-messaging-hosts",
    "etc/opt/edge/native-messaging-hosts",
    "etc/vivaldi/native-messaging-hosts",
    "usr/lib/mozilla/native-messaging-hosts",
)


class Root:
    """A root folder with a dpkg of its own. No script of the package has to be run there: it has none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("var/lib/dpkg/updates", "var/lib/dpkg/info", "etc", "usr/bin"):
            (folder / name).mkdir(parents=True)
        (folder / "var/lib/dpkg/status").touch()

    def dpkg(self, *words: str | Path) -> None:
        # It knows of no other package there, so python3 counts as missing; and who runs this may not be root.
        run("dpkg", f"--root={self.folder}", "--force-depends,not-root", "--log=/dev/null", *words)

    def tree(self) -> set[str]:
        found = {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")}
        return {name for name in found if name.split("/")[0] != "var"}

    def of(self, path: str) -> Path:
        """What this absolute path is in there, links followed as they would be from inside."""
        found = self.folder / path.lstrip("/")
        return self.of(str(found.readlink())) if found.is_symlink() else found


@pytest.fixture(scope="module")
def root(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Root:
    made = Root(tmp_path_factory.mktemp("root"))
    made.dpkg("--install", deb)
    return made


@pytest.fixture
def clean_environment(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def test_every_browsers_manifest_starts_a_host_that_greets(root: Root, clean_environment: dict[str, str]) -> None:
    """With the system's own Python, and nothing of this checkout."""
    for folder in MANIFESTS:
        manifest = json.loads((root.folder / folder / "org.callwith.companion.json").read_text())
        assert manifest["path"] == "/usr/bin/callwith-host"
        caller = EXTENSION_ID if "allowed_origins" in manifest else GECKO_ID
        assert caller in json.dumps(manifest)
    host = root.of("/usr/bin/callwith-host")
    ran = subprocess.run(
        [host, f"chrome-extension://{EXTENSION_ID}/"], input=b"", capture_output=True, check=True, env=clean_environment
    )
    (length,) = struct.unpack("=I", ran.stdout[:4])
    assert json.loads(ran.stdout[4 : 4 + length])["type"] == "greeting"


def test_the_command_works_whatever_a_users_environment_holds(root: Root, clean_environment: dict[str, str]) -> None:
    command, environment = root.of("/usr/bin/callwith"), clean_environment | {"PYTHONPATH": "/nowhere"}
    words = (
        "--no-input --no-register --kind v10 --host pbx.example --extension 100 --region GB --store file --pin-stdin"
    )
    run(command, "setup", *words.split(), env=environment, stdin="1234")
    said = run(command, "call", "+44 20 7946 0958", "--dry-run", env=environment)
    assert "02079460958" in said.replace(" ", "")


def test_extension_and_policies_are_where_each_browser_looks(root: Root) -> None:
    for place in (
        "/usr/share/chromium/extensions/call-with-3cx",
        f"/usr/share/mozilla/extensions/{{ec8030f7-c20a-464f-9b0e-13a3a9e97384}}/{GECKO_ID}",
    ):
        assert json.loads((root.of(place) / "manifest.json").read_text())["manifest_version"] == 3
    for browser in ("chromium", "opt/chrome", "opt/edge", "brave", "vivaldi"):
        policy = json.loads((root.folder / "etc" / browser / "policies/managed/callwith.json").read_text())
        assert policy["NativeMessagingAllowlist"] == ["org.callwith.companion"]
        assert list(policy["ExtensionSettings"]) == [EXTENSION_ID]


def test_everything_is_roots_and_nobody_else_can_write_it(deb: Path) -> None:
    for line in run("dpkg-deb", "--contents", deb).splitlines():
        rights, owner = line.split()[:2]
        assert owner == "root/root", line
        assert rights[0] == "l" or (rights[5], rights[8]) == ("-", "-"), line


def test_it_carries_no_day_on_which_it_was_made_and_no_script_that_root_runs(deb: Path, tmp_path: Path) -> None:
    """So that the same source gives the same package."""
    run("dpkg-deb", "--raw-extract", deb, tmp_path / "again")
    assert {path.lstat().st_mtime for path in (tmp_path / "again").rglob("*") if path.is_file()} == {1_700_000_000}
    assert [path.name for path in (tmp_path / "again" / "DEBIAN").iterdir()] == ["control"]


def test_removed_it_leaves_nothing(root: Root) -> None:
    """The last test: it takes away what the others look at."""
    assert (root.folder / "usr/lib/callwith").is_dir()
    root.dpkg("--purge", "callwith")
    assert root.tree() <= {"etc", "usr", "usr/bin"}
