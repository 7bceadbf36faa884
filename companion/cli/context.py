"""What commands share: the settings, the secrets and a PBX client opened with them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from companion.cli.output import Problem
from companion.errors import CallError, Code
from companion.language import _

if TYPE_CHECKING:
    from companion.cli.answers import Answers
    from companion.credentials import Store
    from companion.installing.manifests import Callers
    from companion.paths import Paths
    from companion.pbx import PbxClient
    from companion.settings import Settings


V20 = "v20"
"""The kind whose calls are placed by an API client with a secret, in place of an extension's PIN."""


def paths() -> "Paths":
    """Return the companion's files of this process."""
    from companion.paths import Paths

    return Paths.current()


def log_to_file() -> None:
    """Write the companion's log as the host does, but not on the person's terminal."""
    import logging

    from companion import logs

    logs.start(paths())
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, logging.StreamHandler)]:
        root.removeHandler(handler)


def settings() -> "Settings":
    """Return the settings. Raises CallError where there are none, or wrong ones."""
    from companion.settings import load_settings

    return load_settings(paths())


def settings_or_none() -> "Settings | None":
    """Return the settings, None where nothing is set up yet. Raises CallError for wrong ones."""
    try:
        return settings()
    except CallError as error:
        if error.code is Code.NOT_CONFIGURED:
            return None
        raise


def callers() -> "Callers":
    """Return the further extensions that the settings let in."""
    from companion.installing.manifests import Callers

    found = settings_or_none()
    return Callers(tuple(found.callers.chromium), tuple(found.callers.firefox)) if found else Callers()


def current_answers() -> "Answers":
    """Return what the settings already answer. Raises CallError for a file with an error: it is not overwritten."""
    from companion.cli.answers import Answers

    found = settings_or_none()
    if found is None:
        return system_answers()
    return Answers(
        kind=found.pbx.kind,
        host=found.pbx.host,
        port=found.pbx.port,
        scheme=found.pbx.scheme,
        path=found.pbx.path,
        client_id=found.pbx.client_id if found.pbx.kind == V20 else None,
        admin_client_id=found.pbx.admin_client_id if found.pbx.kind == V20 else None,
        extension=found.user.extension,
        region=found.user.region,
        store=found.credentials.store,
        outside_line=found.dial_plan.outside_line_prefix,
    )


def system_answers() -> "Answers":
    """Return what an administrator answered for all users of this machine. Raises CallError."""
    from companion.cli.answers import Answers
    from companion.settings import SystemSettings, read_system

    shared = SystemSettings.model_validate(read_system(paths()))
    region = shared.user.region if shared.user else None
    store = shared.credentials.store if shared.credentials else None
    if shared.pbx is None:
        return Answers(region=region, store=store)
    pbx = shared.pbx
    return Answers(
        kind=pbx.kind, host=pbx.host, port=pbx.port, scheme=pbx.scheme, path=pbx.path, region=region, store=store
    )


def save_answers(answers: "Answers") -> None:
    """Write the answers into the settings; what setup does not ask for stays as it is. Raises CallError."""
    from companion.settings import parse_settings, read_system, read_toml, save_settings
    from companion.system_merge import merge

    where = paths()
    try:
        content = read_toml(where.settings)
    except CallError as error:
        if error.code is not Code.NOT_CONFIGURED:
            raise
        content = {}
    old = content.get("pbx")
    if isinstance(old, Mapping) and (old.get("host"), old.get("kind")) != (answers.host, answers.kind):
        of_the_old = {"port", "scheme", "path", "client_id", "admin_client_id", "device"}
        content["pbx"] = {key: value for key, value in old.items() if key not in of_the_old}
    changes: dict[str, dict[str, object]] = {
        "pbx": {
            name: getattr(answers, name)
            for name in ("kind", "host", "port", "scheme", "path", "client_id", "admin_client_id")
        },
        "user": {"extension": answers.extension, "region": answers.region},
        "credentials": {"store": answers.store},
        "dial_plan": {"outside_line_prefix": answers.outside_line or None},
    }
    for section, values in changes.items():
        there = content.get(section)
        merged = {**(there if isinstance(there, Mapping) else {}), **values}
        content[section] = {key: value for key, value in merged.items() if value is not None}
    merged = merge(read_system(where), content).content
    save_settings(parse_settings(merged, where.settings), where)


def use_store(store: "Store") -> None:
    """Remember where secrets are kept. Raises CallError."""
    from companion.settings import save_settings

    found = settings()
    save_settings(
        found.model_copy(update={"credentials": found.credentials.model_copy(update={"store": store})}), paths()
    )


def save_device(device: str | None) -> None:
    """Remember which of the user's phones rings; None lets the PBX decide. Raises CallError."""
    from companion.settings import save_settings

    found = settings()
    save_settings(found.model_copy(update={"pbx": found.pbx.model_copy(update={"device": device})}), paths())


def open_management() -> "PbxClient":
    """Open a client with the management password. Raises Problem or CallError where something is missing."""
    from companion.credentials import open_credentials
    from companion.pbx import open_client

    found = settings()
    password = open_credentials(found.credentials.store, paths()).get("password")
    if not password:
        raise Problem(
            _("The management password of the PBX is not stored; nothing was sent."),
            _("If you administer the PBX, run: callwith secret set password"),
        )
    return open_client(found.pbx.address(), found.user.extension, None, password, tokens=paths().tokens)
