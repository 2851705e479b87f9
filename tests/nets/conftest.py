"""One thread for tensors, as in the program: more of them wait for each other on a busy machine."""

import pytest

from palette_studio.nets import runtime


@pytest.fixture(autouse=True)
def calm() -> None:
    runtime.calm()
