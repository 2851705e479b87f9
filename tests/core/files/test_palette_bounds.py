"""No palette file, however it is made, crashes the reader, keeps it or fills the memory."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from palette_bombs import bombs
from palette_bytes import packed
from peak_memory import CLEAR

from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import parse_palette, parse_palette_file

BOMBS = bombs()
SECONDS = 60  # whoever takes so long hangs: most take a tenth of one second, none four
MEGABYTES = 256

MEASURED = """
import sys
from palette_bombs import bombs
from peak_memory import most_mb
from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import parse_palette
made = bombs()
name = sys.argv[1]
data = made[name]
made.clear()
most_mb(forget=True)
try:
    parse_palette(data, name)
except FileError:
    pass
print(round(most_mb()))
"""


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_anyone_waits(name):
    try:
        file = parse_palette_file(BOMBS[name], name)
        assert name in ("digits.gpl", "count.aco", "urls.css", "colons.css", "dashes.css")
        assert len(file.palette) <= 65_536
    except FileError as error:
        assert str(error).startswith(name) and "\n" not in str(error) and len(str(error)) < 400


@pytest.mark.skipif(not CLEAR.exists(), reason="the peak of memory is read in Linux")
@pytest.mark.parametrize(
    "name",
    ["objects.json", "lists.json", "numbers.json", "wide.xml", "attributes.xml", "arrays.clr", "zeros.kpl"],
)
def test_a_bomb_stays_within_its_memory(name):
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, name],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) <= MEGABYTES


@pytest.mark.parametrize("name", ["laughs.xml", "laughs-16.soc", "laughs.kpl"])
def test_entities_are_refused_before_they_grow(name):
    with pytest.raises(FileError, match="has a DOCTYPE, which no palette needs"):
        parse_palette(BOMBS[name], name)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed(colorset__xml="<ColorSet>"), "it is no XML from line 1 on"),
        (packed(colorset__xml="<ColorSet/>"), "x has no colors. Open another file."),
        (packed(Swatches__json="{}"), "its Swatches.json has no list of swatches"),
        (packed(other="x"), "x is no palette that Palette Studio reads"),
        (packed(colorset__xml="<ColorSet/>")[:-30], "x is no palette"),
        (b"bplist00", "it ends at byte 8, before its trailer"),
        (b"bplist00" + bytes(40), "its trailer at byte 16 does not fit the rest"),
        (b"8BCB\0\1", "it ends at byte 6, where 4 bytes of its head from byte 4 on should be"),
        (b"ASEF\0\1\0\0\0\0\0\1\0\1\0\0\0\x20", "32 bytes of the block at byte 12 from byte 18 on should be"),
        (b"GIF89a\1\0\1\0\x80\0\0", "it ends at byte 13, where 6 bytes of colors"),
        (b"GPA version\0\0\0\0\0" + bytes(8), "it has no list of colors up to byte 24"),
        (b"RIFF\4\0\0\0PAL ", "it has no chunk of colors up to byte 12"),
    ],
)
def test_damage_is_told_with_its_place(data, words):
    with pytest.raises(FileError) as caught:
        parse_palette(data, "x")
    assert words in str(caught.value)


def test_a_locked_zip_says_so():
    data = bytearray(packed(colorset__xml="<ColorSet/>"))
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1
    with pytest.raises(FileError, match="is locked by a password"):
        parse_palette(bytes(data), "x")


def test_reading_is_ready_without_numpy_and_pictures():
    script = "import sys, palette_studio.core.files.palette_io as p; p.parse_palette(b'ff0000'); "
    script += "print({'numpy', 'cv2', 'PIL', 'numba'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
