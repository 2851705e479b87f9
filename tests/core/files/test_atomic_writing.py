"""A file is written whole or stays as it was, and nothing else is left behind."""

from __future__ import annotations

import errno
import gc
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import (
    ExportOptions,
    FileError,
    read_palette,
    read_photo,
    write_lut,
    write_palette,
    write_photo,
)
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.lut.table import Lut, Stage, node_colors
from palette_studio.core.palette import Palette
from palette_studio.core.project import Project, write_project

OLD = b"the old content, which is worth keeping"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of its own: the home of the tests lies in the other."""
    made = tmp_path / "exports"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_content_is_written_exactly(folder):
    data = bytes(np.random.default_rng(0).integers(0, 256, 100_000, np.uint8))
    for content in (data, b"", b"short"):
        write_atomically(folder / "x.bin", content)
        assert (folder / "x.bin").read_bytes() == content
    assert names(folder) == ["x.bin"]


def test_short_writes_are_continued(folder, monkeypatch):
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: whole(handle, data[:7]))
    write_atomically(folder / "x.bin", bytes(range(100)))
    assert (folder / "x.bin").read_bytes() == bytes(range(100))


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk of the folder .* is full"),
        (errno.EDQUOT, "is full"),
        (errno.EROFS, "is read-only"),
        (errno.EACCES, "you may not write"),
        (errno.EIO, "the system says"),
    ],
)
def test_an_error_at_any_step_is_said_and_changes_nothing(step, number, words, folder, monkeypatch):
    target = folder / "x.bin"
    target.write_bytes(OLD)

    def failing(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(*{"replace": (Path, "replace")}.get(step, (os, step)), failing)
    with pytest.raises(FileError, match=words) as caught:
        write_atomically(target, b"new")
    assert str(caught.value).startswith("x.bin could not be written: ")
    assert target.read_bytes() == OLD
    assert names(folder) == ["x.bin"]


def test_a_canceled_write_leaves_nothing(folder, monkeypatch):
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(folder / "x.bin", b"new")
    assert names(folder) == []


def test_a_full_disk_is_said_and_the_old_file_stays(folder):
    """A limit on the size of files does to a process what a full disk does: short writes, then an error."""
    resource = pytest.importorskip("resource")
    target = folder / "x.png"
    target.write_bytes(OLD)
    script = f"""
import numpy as np
from palette_studio.core.files import FileError, write_photo
pixels = np.random.default_rng(0).integers(0, 256, (400, 400, 3), np.uint8)
try:
    write_photo({str(target)!r}, pixels)
except FileError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
        check=False,
    )
    assert done.stdout.startswith("x.png could not be written: the disk of the folder"), done.stderr
    assert "is full. Make room there or choose another folder." in done.stdout
    assert target.read_bytes() == OLD
    assert names(folder) == ["x.png"]


def test_a_folder_that_may_not_be_written_to_is_said(folder, as_nobody_special):
    (folder / "x.png").write_bytes(OLD)
    folder.chmod(0o555)
    message = as_nobody_special(
        "from palette_studio.core.files.atomic import write_atomically\n"
        f"write_atomically({str(folder / 'x.png')!r}, b'new')"
    )
    folder.chmod(0o755)
    assert message.startswith(f"x.png could not be written: you may not write to the folder {folder}")
    assert (folder / "x.png").read_bytes() == OLD
    assert names(folder) == ["x.png"]


def test_a_folder_that_can_not_be_changed_is_said(folder):
    chattr = shutil.which("chattr")
    if chattr is None or subprocess.run([chattr, "+i", folder], capture_output=True, check=False).returncode:
        pytest.skip("folders cannot be made immutable here")
    try:
        with pytest.raises(FileError, match="you may not write to the folder"):
            write_atomically(folder / "x.png", b"new")
    finally:
        subprocess.run([chattr, "-i", folder], check=True)
    assert names(folder) == []


def test_a_write_protected_file_is_left_alone(folder, as_nobody_special):
    (folder / "x.png").write_bytes(OLD)
    (folder / "x.png").chmod(0o444)
    message = as_nobody_special(
        "from palette_studio.core.files.atomic import write_atomically\n"
        f"write_atomically({str(folder / 'x.png')!r}, b'new')"
    )
    assert "it is write-protected. Choose another name" in message
    assert (folder / "x.png").read_bytes() == OLD


@pytest.mark.parametrize("write", [write_photo, write_atomically])
def test_targets_that_are_no_files_are_refused(write, folder):
    content = np.zeros((4, 4, 3), np.uint8) if write is write_photo else b"new"
    (folder / "file").write_bytes(OLD)
    os.mkfifo(folder / "pipe.png")
    (folder / "loop.png").symlink_to("loop.png")
    for name, words in (
        ("", "it is a folder"),
        ("no/x.png", "there is no folder"),
        ("file/x.png", "is a file, not a folder|there is no folder"),
        ("pipe.png", "is a device or pipe"),
        ("x" * 300, "its name is too long"),
        ("loop.png", "could not be written"),
    ):
        with pytest.raises(FileError, match=words):
            write(folder / name, content)
    assert names(folder) == ["file", "loop.png", "pipe.png"]
    assert (folder / "file").read_bytes() == OLD


def test_a_link_keeps_pointing_where_it_did(folder):
    (folder / "real.bin").write_bytes(OLD)
    (folder / "link.bin").symlink_to("real.bin")
    write_atomically(folder / "link.bin", b"new")
    assert (folder / "link.bin").is_symlink()
    assert (folder / "real.bin").read_bytes() == b"new"


def test_an_existing_file_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(folder):
    (folder / "old.bin").write_bytes(OLD)
    (folder / "old.bin").chmod(0o640)
    write_atomically(folder / "old.bin", b"new")
    assert stat.S_IMODE((folder / "old.bin").stat().st_mode) == 0o640
    mask = os.umask(0o027)
    try:
        write_atomically(folder / "new.bin", b"new")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((folder / "new.bin").stat().st_mode) == 0o640


def test_the_content_is_on_the_disk_before_the_name_is(folder, monkeypatch):
    steps: list[str] = []
    flush, rename = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: steps.append("flush") or flush(handle))
    monkeypatch.setattr(Path, "replace", lambda path, new: steps.append("rename") or rename(path, new))
    write_atomically(folder / "x.bin", b"new")
    assert steps == ["flush", "rename", "flush"]  # the folder too


def test_names_of_any_bytes_are_written(folder):
    for name in ("фото 🎨.png", os.fsdecode(b"bad\xff\xfe.png")):
        write_photo(folder / name, np.zeros((4, 4, 3), np.uint8), None, ExportOptions())
        with Image.open(folder / name) as image:
            assert image.size == (4, 4)


def as_palette(path):
    write_palette(path, Palette.from_colors([(1, 2, 3), (4, 5, 6)]))


def as_lut(path):
    write_lut(path, Lut(cube=Stage(node_colors(4))))


def as_project(path):
    write_project(path, Project())


@pytest.mark.parametrize("write", [as_palette, as_lut, as_project])
@pytest.mark.parametrize("link", [None, "symlink_to", "hardlink_to"])
def test_nothing_of_any_kind_is_written_over_a_photo_that_is_open(tmp_path, photo, write, link):
    read = read_photo(photo)
    before, path = photo.read_bytes(), photo
    if link is not None:
        path = tmp_path / "other.png"
        getattr(path, link)(photo)
    with pytest.raises(FileError, match="originals are never overwritten"):
        write(path)
    assert photo.read_bytes() == before and read.origin.path == photo


def test_a_photo_that_is_no_longer_open_may_be_replaced(photo):
    read = read_photo(photo)
    del read
    gc.collect()
    as_palette(photo)
    assert len(read_palette(photo)) == 2
