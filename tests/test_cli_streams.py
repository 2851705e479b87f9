"""The command line keeps its promises when its streams are closed, full, or speak another alphabet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from palette_studio.__main__ import main
from palette_studio.core.files import write_palette
from palette_studio.core.palette import Palette, Swatch

POSIX = pytest.mark.skipif(os.name != "posix", reason="streams are closed by a POSIX shell")
FULL = Path("/dev/full")


def through_shell(
    redirection: str, *arguments: object, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with its streams as a shell redirects them."""
    command = ["sh", "-c", f'exec "$0" -m palette_studio "$@" {redirection}', sys.executable]
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        [*command, *map(str, arguments)], capture_output=True, timeout=100, env=usual | variables
    )


def failed_in_one_line(done: subprocess.CompletedProcess[bytes], words: str) -> bool:
    text = done.stderr.decode()
    return done.returncode == 1 and done.stdout == b"" and text.count("\n") == 1 and words in text


@POSIX
def test_a_closed_stdout_or_stdin_is_said():
    done = through_shell(">&-", "palette", "show", "red")
    assert failed_in_one_line(done, "stdout is closed")
    done = through_shell("<&-", "palette", "show", "-")
    assert failed_in_one_line(done, "stdin is closed")


@POSIX
def test_words_never_go_to_stdout_even_where_stderr_is_closed():
    done = through_shell("2>&-", "palette", "show", "gone.gpl")
    assert (done.returncode, done.stdout) == (1, b"")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_stdout_is_said():
    done = through_shell(f">{FULL}", "palette", "convert", "red,blue", "-")
    assert failed_in_one_line(done, "could not be written to stdout; the system says: No space left")


@POSIX
def test_data_is_the_same_bytes_whatever_the_locale(tmp_path):
    path = tmp_path / "green.gpl"
    write_palette(path, Palette((Swatch((1, 2, 3), "緑"),)))
    for kind in ("gpl", "json"):
        done = through_shell("", "palette", "convert", path, "-", "--to", kind, PYTHONIOENCODING="ascii")
        assert done.returncode == 0 and "緑".encode() in done.stdout
    done = through_shell("", "palette", "show", path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.rstrip()) == (0, b"#010203    1   2   3  ?")


def test_a_failure_stays_one_line_whatever_the_file_is_called(capfd):
    for name in ("two\nlines.png", "red\x1b[31m.gpl", "bad\udcff.png"):
        assert main(["extract", name]) == 1
        err = capfd.readouterr().err
        assert err.count("\n") == 1 and "\x1b" not in err and ("?" in err or "\ufffd" in err)


def test_stdin_is_read_only_once(capfd):
    for arguments in (
        ["map", "-", "--palette", "-", "-o", "out.png"],
        ["recolor", "a.png", "--from", "-", "--to", "-", "-o", "out.png"],
    ):
        assert main(arguments) == 2
        assert "can be read only once" in capfd.readouterr().err


@pytest.mark.parametrize("limit", ["nan", "inf", "0", "-1", "many"])
def test_a_limit_that_is_no_limit_is_wrong_usage(limit, capfd):
    assert main(["extract", "x.png", "--most-megapixels", limit]) == 2
    assert "is no number above 0" in capfd.readouterr().err


def test_an_output_that_cannot_be_is_refused_before_the_photo_is_read(tmp_path, capfd):
    for out in (tmp_path / "no" / "out.png", tmp_path):
        name = f"{out}/" if out == tmp_path else str(out)
        arguments = ["gone.png", "--palette", "red", "--format", "png", "--force", "-o", name]
        assert main(["map", *arguments]) == 1
        err = capfd.readouterr().err
        assert "could not be written" in err and "gone.png" not in err
