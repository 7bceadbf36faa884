"""A secret that cannot be printed by accident."""

from typing import Never


class Secret:
    """Holds a PIN or password; shows `****` however it is formatted, logged, pickled or compared in an assertion.

    `reveal()` is the only way out, called where the secret is sent and nowhere else.
    """

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """Return the secret itself."""
        return self.__value

    def __bool__(self) -> bool:
        return bool(self.__value)

    def __repr__(self) -> str:
        return "Secret(****)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __reduce__(self) -> Never:
        raise TypeError("a secret is not to be pickled or copied to another process")
