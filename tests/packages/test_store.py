"""What goes to the stores: the same bytes from the same source, nothing from elsewhere, nothing a linter objects to."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from packages_support import Built, run

NAMESPACES = ("http://www.w3.org/",)
"""Names that look like addresses and are never fetched."""
CODE_FROM_TEXT = re.compile(
    r"\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|\bimportScripts\b|\bimport\s*\(|set(?:Timeout|Interval)\s*\(\s*[\"'`]"
)
FETCHING = re.compile(r"\bfetch\s*\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon")
ADDRESS = re.compile(r"(?:https?:|(?<=[\"'`(=]))//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s\"'`)]*")


@pytest.fixture(scope="session")
def store(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The zips made in a clean copy, which is no git checkout, by what: chromium, firefox, source."""
    return made_in(built.checkout, tmp_path_factory.mktemp("store"))


def made_in(checkout: Path, out: Path) -> dict[str, Path]:
    if not (checkout / "extension" / "node_modules").is_dir():
        run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=checkout / "extension")
    run("node", "store.mjs", "--out", out, cwd=checkout / "extension")
    return {path.stem.rpartition("-")[2]: path for path in out.glob("*.zip")}


def contents(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_source_zip_makes_all_three_again_byte_for_byte_in_another_folder(
    store: dict[str, Path], tmp_path: Path
) -> None:
    """As its reviewers do it, by docs/store/building.md: nothing but Node.js and what npm installs."""
    assert set(store) == {"chromium", "firefox", "source"}
    with zipfile.ZipFile(store["source"]) as packed:
        packed.extractall(tmp_path / "elsewhere")
    again = made_in(tmp_path / "elsewhere", tmp_path / "out")
    for what, file in store.items():
        assert again[what].read_bytes() == file.read_bytes(), what
    names = contents(store["source"])
    assert {"extension/build.mjs", "extension/package-lock.json", "docs/store/building.md", "LICENSE"} <= set(names)
    assert not any("node_modules" in name or "/dist/" in name for name in names)


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_nothing_is_loaded_from_elsewhere_and_no_code_is_made_of_text(store: dict[str, Path], browser: str) -> None:
    for name, content in contents(store[browser]).items():
        if name.endswith((".js", ".html", ".css")):
            text = content.decode()
            assert not (found := CODE_FROM_TEXT.search(text)), f"{name}: {found}"
            assert not (found := FETCHING.search(text)), f"{name}: {found}"
            # A whole host stands in it; one put together from a site's name does not.
            for address in ADDRESS.findall(text):
                assert address.startswith(NAMESPACES) or ".example" in address or ".invalid" in address, (
                    f"{name}: {address}"
                )


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_what_is_uploaded_has_what_a_store_wants_and_nothing_it_refuses(store: dict[str, Path], browser: str) -> None:
    files = contents(store[browser])
    manifest = json.loads(files["manifest.json"])
    assert "key" not in manifest
    assert "update_url" not in manifest
    assert manifest["icons"]["128"] in files
    for language, messages in {n.split("/")[1]: files[n] for n in files if n.startswith("_locales/")}.items():
        described = json.loads(messages)["extension_description"]["message"]
        assert len(described) <= 132, f"{language}: longer than Chrome's store shows"


def test_the_linter_of_firefoxs_store_has_nothing_to_warn_of(store: dict[str, Path], built: Built) -> None:
    said = run(
        "npx", "--no-install", "web-ext", "lint", "--source-dir", store["firefox"], "--warnings-as-errors",
        "--output", "json", cwd=built.checkout / "extension",
    )  # fmt: skip
    summary = json.loads(said)["summary"]
    assert (summary["errors"], summary["warnings"]) == (0, 0)


def test_the_listing_is_there_in_every_language_of_the_extension_and_short_enough(built: Built) -> None:
    docs = built.checkout / "docs" / "store"
    languages = {path.name for path in (built.checkout / "extension" / "_locales").iterdir()}
    assert {path.stem for path in (docs / "listing").glob("*.md")} == languages
    for path in (docs / "listing").glob("*.md"):
        title, summary = path.read_text().split("\n\n")[:2]
        assert title == "# Call with 3CX"
        assert len(summary) <= 132, f"{path.name}: longer than Chrome's store allows"
    told = (docs / "permissions.md").read_text()
    script = "import('./manifest.mjs').then((m) => console.log(JSON.stringify(m.manifest('chromium'))))"
    manifest = run("node", "--eval", script, cwd=built.checkout / "extension")
    for permission in json.loads(manifest)["permissions"]:
        assert f"`{permission}`" in told, "each has its reason, as the stores ask"
