"""The settings that an administrator made for all users of this machine."""

from companion.checks.result import Check, Health
from companion.errors import CallError, sentence_of
from companion.language import _
from companion.paths import Paths
from companion.settings import read_system

PART = "Settings"


def settings(paths: Paths) -> Check | None:
    """Check the file; None where there is none, which is usual."""
    try:
        found = read_system(paths)
    except CallError as error:
        remedy = _("Ask your administrator to mend {file}; no call is placed meanwhile.").format(file=paths.system)
        return Check(PART, "system_settings", Health.FAIL, sentence_of(error), remedy)
    if not found:
        return None
    says = _("For all users of this machine {file} sets: {names}.").format(
        file=paths.system, names=", ".join(sorted(found))
    )
    return Check(PART, "system_settings", Health.OK, says)


def overruled(paths: Paths, keys: list[str]) -> Check:
    """Name what of the user's own settings is not used."""
    says = _("{file} names more than {system} allows; not used: {names}.").format(
        file=paths.settings, system=paths.system, names=", ".join(keys)
    )
    return Check(PART, "overruled", Health.WARN, says, _("Remove these keys; the settings for all users hold."))
