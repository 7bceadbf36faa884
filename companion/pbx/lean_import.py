"""Spares a host that talks plain http, or its own TLS settings, two copies of the system's certificates."""

import contextlib
import os
from collections.abc import Iterator
from typing import Final

_VARIABLES: Final = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@contextlib.contextmanager
def without_certificates() -> Iterator[None]:
    """Let whatever is imported within the block load no certificates.

    aiohttp makes two TLS contexts with all authorities of the system while it is imported (2 MB and 40 ms). The
    transport always gives it one of its own, made when there is TLS to be spoken. Should aiohttp's be used all the
    same, it trusts nobody.
    """
    before = {name: os.environ.get(name) for name in _VARIABLES}
    os.environ.update(dict.fromkeys(_VARIABLES, os.devnull))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
