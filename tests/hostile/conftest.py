"""What the tests of hostile files share."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from runner import Runner


@pytest.fixture
def runner() -> Iterator[Runner]:
    if sys.platform == "win32":
        pytest.skip("limits and special files are those of POSIX")
    with Runner() as made:
        yield made
