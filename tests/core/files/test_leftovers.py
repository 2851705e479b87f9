"""What a killed write leaves is found by the next start, and nothing else is touched."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from palette_studio.core.files import FileError, atomic
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.leftovers import notes_folder, sweep, temporary_beside

OURS = ".palette-studio-0123456789abcdef.tmp"
# Writes a file and waits in the middle of it, until it is told to go on
WAITING = """
import os, sys
from pathlib import Path
from palette_studio.core.files.leftovers import temporary_beside
with temporary_beside(Path(sys.argv[1])) as temporary:
    temporary.write_bytes(b"half")
    print("writing", flush=True)
    sys.stdin.readline()
    temporary.replace(sys.argv[1])
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "exports"
    made.mkdir()
    return made


@pytest.fixture
def writer(folder):
    """Another instance in the middle of writing x.png."""
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING, folder / "x.png"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "writing\n"
    yield process
    process.kill()
    process.communicate()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def note(about: Path, name: str = OURS) -> Path:
    notes_folder().mkdir(exist_ok=True)
    (notes_folder() / name).write_bytes(os.fsencode(about))
    return notes_folder() / name


def test_what_a_killed_write_leaves_is_swept_in_any_folder(folder, writer):
    assert len(names(folder)) == 1
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert sweep() == 1
    assert names(folder) == names(notes_folder()) == []


def test_what_another_instance_is_writing_is_left_alone(folder, writer):
    assert sweep() == 0
    writer.communicate("go on\n")
    assert names(folder) == ["x.png"] and (folder / "x.png").read_bytes() == b"half"
    assert names(notes_folder()) == []


def test_a_write_leaves_neither_note_nor_file(folder, monkeypatch):
    write_atomically(folder / "x.bin", b"new")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "broken")))
    with pytest.raises(FileError):
        write_atomically(folder / "y.bin", b"new")
    assert names(folder) == ["x.bin"] and names(notes_folder()) == []


def test_only_ordinary_files_of_our_names_are_swept(folder):
    (folder / "precious.png").write_bytes(b"precious")
    (folder / "link").symlink_to("precious.png")
    link, directory = ".palette-studio-00000000000000aa.tmp", ".palette-studio-00000000000000bb.tmp"
    (folder / link).symlink_to("precious.png")
    (folder / directory).mkdir()
    (folder / "mine.tmp").write_bytes(b"mine")
    note(folder / "precious.png")
    note(folder / link, link)
    note(folder / directory, directory)
    note(folder / "mine.tmp", "mine.tmp")
    before = names(folder)
    assert sweep() == 0
    assert names(folder) == before and (folder / "precious.png").read_bytes() == b"precious"


@pytest.mark.parametrize("data", [b"", b"\0", b"\xff" * 99, b"/" * 70_000])
def test_damaged_notes_are_no_trouble(data, folder):
    note(folder)
    (notes_folder() / OURS).write_bytes(data)
    assert sweep() == 0


def test_what_lies_on_a_disk_that_is_not_there_waits(folder):
    kept = note(folder / "unplugged" / OURS)
    assert sweep() == 0 and kept.exists()
    (folder / "unplugged").mkdir()
    (folder / "unplugged" / OURS).touch()
    assert sweep() == 1 and not kept.exists()


def test_without_a_home_files_are_written_all_the_same(folder, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("PALETTE_STUDIO_HOME", str(tmp_path / "file"))
    write_atomically(folder / "x.bin", b"new")
    assert names(folder) == ["x.bin"] and sweep() == 0


def test_a_note_that_a_sweep_took_too_early_is_made_again(folder, monkeypatch):
    taken: list[str] = []

    def lock(_: int, *, wait: bool) -> None:
        if not taken:
            taken.extend(names(notes_folder()))
            (notes_folder() / taken[0]).unlink()

    monkeypatch.setattr("palette_studio.core.files.leftovers.lock", lock)
    with temporary_beside(folder / "x.bin"):
        assert names(notes_folder()) == taken
    assert names(notes_folder()) == []


def test_an_error_at_closing_is_said_and_the_old_file_stays(folder, monkeypatch):
    (folder / "x.bin").write_bytes(b"old")
    close, opened = os.close, os.open
    ours: list[int] = []

    def opening(path, flags, *rest, **more):
        handle = opened(path, flags, *rest, **more)
        if Path(path).parent == folder and flags & os.O_CREAT:
            ours.append(handle)
        return handle

    def closing(handle: int) -> None:
        close(handle)
        if handle in ours:
            ours.remove(handle)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "open", opening)
    monkeypatch.setattr(os, "close", closing)
    with pytest.raises(FileError, match="the system says: Input/output error"):
        write_atomically(folder / "x.bin", b"new")
    assert names(folder) == ["x.bin"] and (folder / "x.bin").read_bytes() == b"old"


@pytest.mark.parametrize(("held", "written"), [(2, True), (9, False)])
def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(held, written, folder, monkeypatch):
    (folder / "x.bin").write_bytes(b"old")
    tries, rename = [], Path.replace

    def replace(path: Path, target: Path) -> Path:
        tries.append(path)
        if len(tries) <= held:
            raise PermissionError(errno.EACCES, "held by another process")
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(atomic, "PAUSES_S", (0.0, 0.0, 0.0))
    if written:
        write_atomically(folder / "x.bin", b"new")
    else:
        with pytest.raises(FileError, match="you may not write"):
            write_atomically(folder / "x.bin", b"new")
    assert (folder / "x.bin").read_bytes() == (b"new" if written else b"old")
    assert names(folder) == ["x.bin"]


def test_nobody_may_read_a_private_file_while_it_is_written(folder, monkeypatch):
    (folder / "x.bin").write_bytes(b"old")
    (folder / "x.bin").chmod(0o600)
    seen, flush = [], os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: seen.append(stat.S_IMODE(os.fstat(handle).st_mode)) or flush(handle)
    )
    write_atomically(folder / "x.bin", b"new")
    assert seen[0] == 0o600
