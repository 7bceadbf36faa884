"""Who owns a file on Windows and who may write it, from its security descriptor in text (SDDL)."""

import re
import sys
from typing import Final

ADMINISTRATORS: Final = {
    "BA",  # the group of administrators
    "SY",  # the system itself
    "S-1-5-32-544",
    "S-1-5-18",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
}
_OWNER: Final = re.compile(r"O:(S-[0-9-]+|[A-Z]{2})")
_ENTRY: Final = re.compile(r"\((?P<kind>[A-Z]*);(?P<flags>[A-Z]*);(?P<rights>[^;]*);[^;]*;[^;]*;(?P<who>[^;)]*)[^)]*\)")
_WRITING: Final = {"GA", "GW", "FA", "FW", "WD", "WO", "SD", "DC", "LC"}
"""Generic and file rights in letters with which content, owner or rights change; DC and LC are write and append."""
_WRITING_BITS: Final = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000
"""Write, append, delete child, delete, write DAC, write owner, generic all, generic write."""


def untrusted(descriptor: str) -> str | None:
    """Say why others than administrators could have changed it; None where only they could. Pure.

    `descriptor` such as `O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)`.
    """
    owner = _OWNER.match(descriptor)
    if owner is None or owner[1] not in ADMINISTRATORS:
        return "does not belong to administrators"
    _, list_given, entries = descriptor.partition("D:")
    if not list_given or "NO_ACCESS_CONTROL" in entries:
        return "can be written by everybody"
    for entry in _ENTRY.finditer(entries.partition("S:(")[0]):
        if entry["kind"] not in {"A", "XA", "OA"} or entry["who"] in ADMINISTRATORS or "IO" in entry["flags"]:
            continue  # denies, or names administrators, or is only inherited by what lies below
        if _writes(entry["rights"]):
            return "can be written by others than administrators"
    return None


def _writes(rights: str) -> bool:
    if rights.lower().startswith("0x"):
        return bool(int(rights, 16) & _WRITING_BITS)
    return any(rights[at : at + 2] in _WRITING for at in range(0, len(rights), 2))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from pathlib import Path

    _FILE: Final = 1  # SE_FILE_OBJECT
    _OWNER_AND_LIST: Final = 0x1 | 0x4  # OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION

    def descriptor_of(path: Path) -> str:
        """Return a file's or folder's owner and access list in SDDL. Raises OSError."""
        found, text = ctypes.c_void_p(), wintypes.LPWSTR()
        library = ctypes.WinDLL("advapi32")
        failed = library.GetNamedSecurityInfoW(
            str(path), _FILE, _OWNER_AND_LIST, None, None, None, None, ctypes.byref(found)
        )
        if failed:
            raise ctypes.WinError(failed)
        try:
            if not library.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                found, 1, _OWNER_AND_LIST, ctypes.byref(text), None
            ):
                raise ctypes.WinError()
            return text.value or ""
        finally:
            ctypes.windll.kernel32.LocalFree(text)
            ctypes.windll.kernel32.LocalFree(found)
