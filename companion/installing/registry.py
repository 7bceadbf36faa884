"""The Windows registry, as little of it as is needed: default values of keys below one hive."""

import sys
from typing import Protocol


class Registry(Protocol):
    """Keys are written with backslashes and without the hive. Failures are OSError, as winreg raises them."""

    def read(self, key: str) -> str | None:
        """Return the key's default value, None where key or value is absent."""
        ...

    def exists(self, key: str) -> bool:
        """Tell whether the key is there."""
        ...

    def write(self, key: str, value: str) -> None:
        """Set the default value; missing keys on the way are made."""
        ...

    def remove_if_empty(self, key: str) -> bool:
        """Remove a key that holds no subkey and at most a default value; tell whether it was removed."""
        ...


def parents(key: str) -> list[str]:
    r"""All keys above this one, nearest first: `A\B\C` → [`A\B`, `A`]."""
    parts = key.split("\\")
    return ["\\".join(parts[:end]) for end in range(len(parts) - 1, 0, -1)]


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The real one: HKEY_CURRENT_USER, or for all users HKEY_LOCAL_MACHINE."""

        def __init__(self, *, everybody: bool = False) -> None:
            self._hive = winreg.HKEY_LOCAL_MACHINE if everybody else winreg.HKEY_CURRENT_USER

        def read(self, key: str) -> str | None:
            """Return the key's default value."""
            try:
                with winreg.OpenKey(self._hive, key) as opened:
                    value, _ = winreg.QueryValueEx(opened, "")
            except FileNotFoundError:
                return None
            return value if isinstance(value, str) else None

        def exists(self, key: str) -> bool:
            """Tell whether the key is there."""
            try:
                winreg.OpenKey(self._hive, key).Close()
            except FileNotFoundError:
                return False
            return True

        def write(self, key: str, value: str) -> None:
            """Set the default value."""
            with winreg.CreateKey(self._hive, key) as opened:
                winreg.SetValueEx(opened, "", 0, winreg.REG_SZ, value)

        def remove_if_empty(self, key: str) -> bool:
            """Remove a key without subkeys and named values."""
            try:
                with winreg.OpenKey(self._hive, key) as opened:
                    subkeys, values, _ = winreg.QueryInfoKey(opened)
                    if subkeys or (values and winreg.EnumValue(opened, 0)[0]) or values > 1:
                        return False
                winreg.DeleteKey(self._hive, key)
            except FileNotFoundError:
                return False
            return True
