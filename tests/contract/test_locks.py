"""The lock files hold what `pyproject.toml` asks for, with hashes for every Python and Linux that is supported."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
RUNNING, DEVELOPING = PROJECT["dependencies"], PROJECT["optional-dependencies"]["dev"]
COMPILED = ("aiohttp", "pydantic-core", "multidict", "yarl", "frozenlist", "propcache")
"""Packages with a file for each version of Python and each machine."""


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Name → version and number of hashes."""
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text())
    found = {}
    for entry in entries:
        if named := re.match(r"([A-Za-z0-9._-]+)==(\S+)", entry):
            found[canonicalize_name(named[1])] = (named[2], entry.count("--hash=sha256:"))
    return found


@pytest.mark.parametrize(
    ("file", "wanted"), [("requirements.lock", RUNNING), ("requirements-dev.lock", [*RUNNING, *DEVELOPING])]
)
def test_what_is_asked_for_is_locked_in_a_version_that_fits(file: str, wanted: list[str]) -> None:
    """Mend a difference with: make lock"""
    found = locked(file)
    for text in wanted:
        requirement = Requirement(text)
        version, _ = found[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version, prereleases=True), text


def test_every_package_has_hashes_and_a_compiled_one_has_one_for_each_python_and_machine() -> None:
    """Four versions of Python on two machines, and the source."""
    for file in ("requirements.lock", "requirements-dev.lock"):
        found = locked(file)
        assert len(found) > 20
        assert all(hashes for _, hashes in found.values())
        assert all(found[name][1] > 8 for name in COMPILED)


def test_both_locks_name_the_same_versions() -> None:
    running, developing = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: version for name, (version, _) in running.items()}.items() <= {
        name: version for name, (version, _) in developing.items()
    }.items()
