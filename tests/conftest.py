"""Which tests run in one process when several run at once (`tests/run.py`)."""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

SHARED = "tests/packages/"
"""A folder whose files share what takes long to make."""
SLOWEST_FIRST = (SHARED, "tests/end_to_end/")


class Together(LoadScopeScheduling):
    """Keeps a file's tests in one process and in their order."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", maxsplit=1)[0]
        return SHARED if file.startswith(SHARED) else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Take ours: xdist's own groups are written into a node's id, where pytest 9.2 no longer finds them."""
    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left alone with it."""
    order = {folder: place for place, folder in enumerate(SLOWEST_FIRST)}
    items.sort(
        key=lambda item: next((place for folder, place in order.items() if item.nodeid.startswith(folder)), len(order))
    )
