"""Decoders in a process of their own: the same photos, and whatever ends them ends in words."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from photo_files import (
    ADOBE_PRIMARIES,
    FORMATS,
    deep_png,
    deep_tiff,
    encoded,
    exif_block,
    matrix_profile,
)

from palette_studio.core.files import FileError, apart, read_photo, read_photo_apart, read_photo_bytes_apart
from palette_studio.core.files.apart import asking, process
from palette_studio.core.tick import Canceled

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture(autouse=True)
def ended():
    yield
    apart.close()


@pytest.fixture
def path(tmp_path, random_pixels):
    (tmp_path / "x.png").write_bytes(encoded(random_pixels((40, 50, 3)), "png"))
    return tmp_path / "x.png"


@pytest.fixture
def stopped(path) -> int:
    """The number of a warm process that does not go on."""
    read_photo_apart(path)
    os.kill(child(), signal.SIGSTOP)
    return child()


def child() -> int:
    number = asking.running()
    assert number is not None
    return number


def refusal(path, **how: object) -> str:
    with pytest.raises(FileError) as caught:
        read_photo_apart(path, **how)
    text = str(caught.value)
    assert text.startswith(path.name) and text.endswith(".") and text.isprintable()
    return text


def files(random_pixels) -> dict[str, bytes]:
    flat, deep = random_pixels((30, 40, 3)), random_pixels((30, 40, 4), np.uint16)
    adobe = matrix_profile(ADOBE_PRIMARIES, 563 / 256)
    return {kind: encoded(flat, kind) for kind in FORMATS} | {
        "deep png": deep_png(deep, profile=adobe),
        "deep tiff": deep_tiff(deep[..., :3]),
        "inks": encoded(flat, "jpeg", "CMYK"),
        "gray": encoded(flat, "png", "L"),
        "indexed": encoded(flat, "png", "P"),
        "turned": encoded(flat, "jpeg", exif=exif_block(6, gps=True), icc_profile=adobe),
    }


def test_a_photo_is_the_same_apart_bit_for_bit(tmp_path, random_pixels):
    for name, data in files(random_pixels).items():
        path = tmp_path / name
        path.write_bytes(data)
        for convert in (True, False):
            there, here = read_photo_apart(path, convert=convert), read_photo(path, convert=convert)
            np.testing.assert_array_equal(there.pixels, here.pixels)
            assert there.pixels.dtype == here.pixels.dtype
            assert (there.name, there.origin) == (here.name, here.origin)
        assert not there.pixels.flags.writeable and there.pixels.flags.c_contiguous


def test_bytes_are_read_apart_too(random_pixels):
    pixels = random_pixels((600, 700, 3))  # more than a socket holds at once
    photo = read_photo_bytes_apart(encoded(pixels, "bmp"), "clip")
    np.testing.assert_array_equal(photo.pixels, pixels)
    assert (photo.name, photo.origin.path) == ("clip", None)


def test_refusals_are_the_same_word_for_word(tmp_path, path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.jpg").write_text("no picture")
    (tmp_path / "cut.png").write_bytes(path.read_bytes()[:900])
    os.mkfifo(tmp_path / "pipe.png")
    for name in ("empty.png", "text.jpg", "cut.png", "pipe.png", "gone.png", ".", "nul\0.png"):
        with pytest.raises(FileError) as here:
            read_photo(name)
        with pytest.raises(FileError) as there:
            read_photo_apart(name)
        assert str(there.value) == str(here.value)
    assert "opens up to 0.001 MP" in refusal(path, most_megapixels=0.001)


def test_names_that_are_no_text_and_relative_paths_are_found(tmp_path, path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    strange = os.fsdecode(b"bad\xff\xfe.png")
    path.rename(strange)
    assert read_photo_apart(strange).width == 50


def test_one_process_reads_all_photos(path):
    read_photo_apart(path)
    first = child()
    read_photo_apart(path)
    with pytest.raises(FileError, match="is a text"):
        read_photo_bytes_apart(b"text", "x.jpg")
    assert child() == first


def test_the_program_in_one_file_reads_by_a_hidden_command(path, monkeypatch):
    program = [sys.executable, "-m", "palette_studio", process.HIDDEN_COMMAND]
    monkeypatch.setattr(process, "_command", lambda: program)
    assert read_photo_apart(path).width == 50


def test_preparing_starts_it_and_closing_ends_it(path):
    apart.prepare()
    number = child()
    read_photo_apart(path)
    assert child() == number
    apart.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert read_photo_apart(path).width == 50


def test_a_decoder_that_is_killed_is_one_message_and_the_next_photo_opens(path, stopped):
    def kill(fraction: float, partial: object = None) -> None:
        os.kill(stopped, signal.SIGKILL)

    assert "most likely for want of memory" in refusal(path, tick=kill)
    assert read_photo_apart(path).width == 50


def test_a_decoder_that_crashes_is_one_message_and_the_next_photo_opens(path):
    with instead("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"):
        assert "made its decoder crash" in refusal(path)
    assert read_photo_apart(path).width == 50


def test_a_process_that_was_ended_while_it_waited_is_replaced(path):
    read_photo_apart(path)
    assert asking._reader is not None
    asking._reader._process.kill()
    asking._reader._process.wait()
    assert read_photo_apart(path).width == 50


def test_cancel_ends_the_decoder_at_once(path, stopped):
    def cancel(fraction: float, partial: object = None) -> None:
        raise Canceled

    with pytest.raises(Canceled):
        read_photo_apart(path, tick=cancel)
    with pytest.raises(ProcessLookupError):
        os.kill(stopped, 0)
    assert child() != stopped
    assert read_photo_apart(path).width == 50


def test_a_decoder_that_never_ends_is_given_up(path, stopped, monkeypatch):
    monkeypatch.setattr(asking, "LEAST_S", 0.1)
    assert "could not be read in time" in refusal(path)
    monkeypatch.undo()
    assert read_photo_apart(path).width == 50


@LINUX
def test_memory_beyond_the_limit_is_refused_and_the_next_photo_opens(tmp_path, path, random_pixels):
    huge = tmp_path / "huge.png"
    huge.write_bytes(deep_png(random_pixels((4, 4, 3), np.uint16)))
    os.truncate(huge, 3 << 30)  # a hole, which is read whole for 16-bit pixels
    assert "needs more memory" in refusal(huge, most_megapixels=1)
    assert read_photo_apart(path, most_megapixels=1).width == 50


@LINUX
def test_it_opens_few_files_and_leaves_no_core(path):
    read_photo_apart(path)
    with Path(f"/proc/{child()}/limits").open() as file:
        limits = {line[:26].strip(): line[26:].split()[0] for line in file}
    assert (limits["Max core file size"], limits["Max open files"]) == ("0", "64")
    assert int(limits["Max address space"]) < 20 << 30


def test_threads_take_turns(path):
    found: list[np.ndarray] = []
    readers = [
        threading.Thread(target=lambda: found.extend(read_photo_apart(path).pixels for _ in range(20)))
        for _ in range(3)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(found) == 60
    assert all((pixels == found[0]).all() for pixels in found)


def test_one_who_waits_for_a_turn_may_give_up(path):
    def cancel(fraction: float, partial: object = None) -> None:
        raise Canceled

    with asking._turn, pytest.raises(Canceled):
        read_photo_apart(path, tick=cancel)


@LINUX
def test_it_ends_with_a_program_that_is_killed(path):
    code = (
        "from palette_studio.core.files.apart import asking, read_photo_apart\n"
        f"read_photo_apart({str(path)!r})\nprint(asking.running(), flush=True)\ninput()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1) as program:
        assert program.stdout is not None
        handle = os.pidfd_open(int(program.stdout.readline()))
        program.kill()
    gone = select.poll()
    gone.register(handle, select.POLLIN)
    assert gone.poll(10_000)
    os.close(handle)


LIE = """
import json, socket
line = socket.socket(fileno=0)
line.recv(65536)
words = {words!r}
line.sendall(len(words).to_bytes(4, "big") + words.encode() + bytes({more}))
line.recv(1)
"""
TRUE = (
    '{"shape": [2, 2, 3], "dtype": "uint8", "format": "png", "profile": -1, "exif": -1, '
    '"profile_name": "sRGB", "converted": false, "digest": ""}'
)


class instead:  # noqa: N801  it reads as a sentence
    """Other code in place of the process of decoders."""

    def __init__(self, code: str) -> None:
        self.code, self.patch = code, pytest.MonkeyPatch()

    def __enter__(self) -> None:
        apart.close()
        self.patch.setattr(process, "_command", lambda: [sys.executable, "-c", self.code])

    def __exit__(self, *error: object) -> None:
        self.patch.undo()
        apart.close()


def test_what_is_true_is_believed(path):
    with instead(LIE.format(words=TRUE, more=12)):
        assert (read_photo_apart(path).pixels == np.zeros((2, 2, 3), np.uint8)).all()


@pytest.mark.parametrize(
    "words",
    [
        "[]",
        "nonsense",
        "[" * 60_000,
        '{"error": 5}',
        '{"error": "' + "x" * 2000 + '"}',
        TRUE.replace("[2, 2, 3]", "[2, 2, 2]"),
        TRUE.replace("[2, 2, 3]", "[99999, 99999, 3]"),
        TRUE.replace("[2, 2, 3]", "[-2, -2, 3]"),
        TRUE.replace("[2, 2, 3]", "[2.5, 2, 3]"),
        TRUE.replace("[2, 2, 3]", '"abc"'),
        TRUE.replace("uint8", "object"),
        TRUE.replace("png", "exe"),
        TRUE.replace('"exif": -1', '"exif": 99999999999'),
        TRUE.replace('"profile": -1', '"profile": "1"'),
        TRUE.replace('"digest": ""', f'"digest": "{"a" * 65}"'),
    ],
)
def test_what_cannot_be_true_is_refused_and_the_next_photo_opens(words, path):
    with instead(LIE.format(words=words, more=0)):
        assert "led its decoder astray" in refusal(path)
    assert read_photo_apart(path).width == 50


def test_a_process_that_does_not_start_is_said(path, monkeypatch):
    with instead("raise SystemExit(1)"):
        assert "the decoders do not start. Install" in refusal(path)
    apart.close()
    monkeypatch.setattr(process, "_command", lambda: ["/nowhere/python"])
    assert "the system starts no process" in refusal(path)
