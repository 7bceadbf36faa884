"""What is handed out, built once from a clean copy of the checkout and used by all tests here."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from packages_support import ROOT, Built, run


@pytest.fixture(scope="session")
def clean_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a clone holds of the files as they are now: nothing installed, nothing built."""
    target = tmp_path_factory.mktemp("clone")
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT)
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@pytest.fixture(scope="session")
def built(clean_checkout: Path) -> Built:
    run(sys.executable, "-m", "build", "--outdir", "dist", cwd=clean_checkout)
    (wheel,) = (clean_checkout / "dist").glob("*.whl")
    (sdist,) = (clean_checkout / "dist").glob("*.tar.gz")
    return Built(clean_checkout, wheel, sdist)


@pytest.fixture(scope="session")
def deb(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("deb")
    module = (sys.executable, "-m", "companion.packaging.deb")
    return Path(run(*module, "--quick", "--wheel", built.wheel, "--out", out, cwd=built.checkout).strip())


@pytest.fixture(scope="session")
def deb_library(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages that the `.deb` installs for the system's Python."""
    out = tmp_path_factory.mktemp("unpacked")
    run("dpkg-deb", "--extract", deb, out)
    return out / "usr" / "lib" / "callwith" / "lib"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody with an empty home folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CALLWITH_", "PIPX_"))}
    return kept | {"HOME": str(tmp_path), "LANG": "C.UTF-8"}
