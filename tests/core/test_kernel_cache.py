"""Compiled kernels that are damaged, planted or cannot be kept: compiled anew, never run."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from palette_studio.core import home as homes

# A kernel that compiles quickly; says whether it came from the disk
PROBE = """
import json, sys
from palette_studio.core.home import prepare_environment
prepare_environment()
import numpy as np
from palette_studio.core.kernels.counts import plane_labeled
out = np.zeros((1, 3), np.uint8)
plane_labeled(np.uint8([[0, 1, 2]]), np.uint8([7, 8, 9]), out)
print(json.dumps({"out": out.tolist(), "from_disk": sum(plane_labeled.stats.cache_hits.values())}))
"""


def probe(folder: Path | None, **more: str) -> bool:
    """Run the kernel in a process of its own, which must succeed; return whether it came from the disk."""
    environment = {name: value for name, value in os.environ.items() if name != "NUMBA_CACHE_DIR"}
    chosen = {"NUMBA_CACHE_DIR": str(folder)} if folder else {}
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        capture_output=True,
        text=True,
        env=environment | chosen | more,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["out"] == [[7, 8, 9]] and "Traceback" not in done.stderr
    return bool(told["from_disk"])


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    """A cache that holds the kernel."""
    folder = tmp_path_factory.mktemp("kernels")
    assert not probe(folder)
    assert probe(folder)
    return folder


@pytest.fixture
def cache(filled, tmp_path) -> Path:
    shutil.copytree(filled, tmp_path / "kernels")
    return tmp_path / "kernels"


def files(folder: Path, kind: str) -> list[Path]:
    found = list(folder.rglob(f"*.{kind}"))
    assert found
    return found


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


DAMAGES = {
    "empty": lambda _: b"",
    "half": lambda data: data[: len(data) // 2],
    "garbage": lambda data: bytes(range(256)) * (1 + len(data) // 256),
    "one bit": flipped,
}


@pytest.mark.parametrize("kind", ["nbi", "nbc"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_compiled_anew_and_replaced(kind, damage, cache):
    for path in files(cache, kind):
        path.write_bytes(DAMAGES[damage](path.read_bytes()))
    assert not probe(cache)
    assert probe(cache)


def test_a_folder_in_the_place_of_a_file_is_no_trouble(cache):
    for path in [*files(cache, "nbi"), *files(cache, "nbc")]:
        path.unlink()
        path.mkdir()
    assert not probe(cache)


def test_a_full_disk_only_means_that_nothing_is_kept(tmp_path):
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        assert not probe(tmp_path / "kernels", PYTHONDONTWRITEBYTECODE="1")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not list((tmp_path / "kernels").rglob("*.nb?"))


def test_without_any_folder_kernels_run_all_the_same(tmp_path):
    (tmp_path / "file").touch()
    assert not probe(tmp_path / "file" / "below")


# Whose folder it is


@pytest.fixture
def kept(monkeypatch, home) -> Path:
    """The folder that compiled kernels are kept in, of which numba has not been told yet."""
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    homes.prepare_environment()
    folder = Path(os.environ.pop("NUMBA_CACHE_DIR"))
    (folder / "planted.nbi").touch()
    return folder


def chosen() -> Path:
    homes.prepare_environment()
    return Path(os.environ["NUMBA_CACHE_DIR"])


def test_a_folder_of_ours_is_used_again(kept):
    assert chosen() == kept and (kept / "planted.nbi").exists()


@pytest.mark.parametrize("mode", [0o777, 0o720, 0o702])
def test_a_folder_that_others_could_write_is_emptied(mode, kept):
    kept.chmod(mode)
    assert chosen() == kept and not list(kept.iterdir())
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700


def test_a_folder_of_another_user_is_emptied(kept):
    try:
        os.chown(kept, 65534, 65534)
    except (OSError, AttributeError):
        pytest.skip("only root can give a folder away")
    assert chosen() == kept and not list(kept.iterdir()) and kept.stat().st_uid == os.geteuid()


def test_a_link_is_not_followed(kept, tmp_path):
    kept.rename(tmp_path / "elsewhere")
    kept.symlink_to(tmp_path / "elsewhere")
    assert chosen() == kept and not kept.is_symlink() and not list(kept.iterdir())
    assert (tmp_path / "elsewhere" / "planted.nbi").exists()


def test_a_folder_of_another_user_that_cannot_be_removed_is_not_used(kept, monkeypatch, tmp_path):
    kept.chmod(0o777)
    monkeypatch.setattr(homes, "_remove", lambda _: None)
    monkeypatch.setattr(homes, "_private", lambda folder: folder)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert chosen().parent == tmp_path
