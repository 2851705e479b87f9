"""What the tests of files share."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def random_pixels() -> Callable[..., np.ndarray]:
    """(h, w) or (h, w, c) random values of a dtype, others at each call."""
    generator = np.random.default_rng(0)

    def make(shape: tuple[int, ...], dtype: type = np.uint8) -> np.ndarray:
        return generator.integers(0, int(np.iinfo(dtype).max) + 1, shape, dtype=dtype)

    return make


@pytest.fixture
def save(tmp_path) -> Callable[..., Path]:
    """Save by Pillow and return the path."""

    def make(pixels: np.ndarray | Image.Image, name: str, **how: object) -> Path:
        image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
        path = tmp_path / name
        image.save(path, **how)
        return path

    return make


@pytest.fixture
def smooth() -> np.ndarray:
    """(40, 60, 3) uint8 ramps: lossy formats keep them within a few levels; no symmetry."""
    y, x = np.mgrid[:40, :60]
    return np.stack([x * 4, y * 6, 255 - x * 2 - y * 3], axis=2).astype(np.uint8)


@pytest.fixture
def as_nobody_special() -> Callable[[str], str]:
    """Run code in a process that permissions bind, root or not; return the FileError it ends with."""
    if not sys.platform.startswith("linux"):
        pytest.skip("dropping the superuser's rights needs Linux")

    def obey_permissions() -> None:
        if os.geteuid() == 0:
            for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH; 24 is PR_CAPBSET_DROP
                ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)

    def run(code: str) -> str:
        indented = "\n".join("    " + line for line in code.split("\n"))
        script = (
            f"from palette_studio.core.files import FileError\ntry:\n{indented}\n"
            "except FileError as error:\n    print(error)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            preexec_fn=obey_permissions,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run
