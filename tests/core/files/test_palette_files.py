"""Palettes come back as they were written, and files of others as their programs mean them."""

from __future__ import annotations

import csv
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest

from palette_studio.core.files import FileError, read_palette, write_palette
from palette_studio.core.files.palette_io import FORMATS, format_palette, parse_palette
from palette_studio.core.palette import Palette, Swatch

SAMPLE = Palette(
    (
        Swatch((0, 0, 0), "Coal", 0.25),
        Swatch((255, 128, 7), "Grün / 緑 100%", 0.5, locked=True),
        Swatch((1, 2, 3), "", 0.25),
    )
)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_palette_comes_back_with_what_its_format_holds(kind, tmp_path):
    path = tmp_path / f"sample.{kind}"
    write_palette(path, SAMPLE)
    again = read_palette(path)
    assert np.array_equal(again.colors, SAMPLE.colors)
    if kind != "hex":
        assert [s.name for s in again.swatches] == [s.name for s in SAMPLE.swatches]
    if kind == "json":
        assert again == SAMPLE
    assert list(tmp_path.glob("*")) in ([path], [path, tmp_path / "home"])


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("count", [1, 256])
def test_palettes_of_every_size_come_back(kind, count):
    colors = np.random.default_rng(0).integers(0, 256, (count, 3))
    assert np.array_equal(parse_palette(format_palette(Palette.from_colors(colors), kind)).colors, colors)


def test_content_counts_and_not_the_extension(tmp_path):
    path = tmp_path / "lies.hex"
    path.write_bytes(format_palette(SAMPLE, "gpl"))
    assert read_palette(path)[1].name == "Grün / 緑 100%"


@pytest.mark.parametrize(
    "data",
    [
        b"GIMP Palette\n#\n255 0 0 Red\n0 0 255 Blue\n",
        b"GIMP Palette\r\nName: x\r\nColumns: 3\r\n# a remark\r\n\r\n255 0 0\tRed\r\n  0   0 255\tBlue\r\n",
        b"GIMP Palette\r255 0 0 Red\r0 0 255 Blue\r",
        b"\xef\xbb\xbfGIMP Palette\nname: \xc3\xa4\n255\t0\t0\tRed\n0\t0\t255\tBlue",
        b"GIMP Palette\nChannels: RGBA\n255 0 0 255 Red\n0 0 255 0 Blue\n",
        b"GIMP Palette\nName: caf\xe9\n255 0 0 Red\n0 0 255 Blue\n",
        b'{"colors": [{"hex": "#FF0000", "name": "Red"}, {"rgb": [0, 0, 255], "name": "Blue"}]}',
    ],
)
def test_what_other_programs_write_is_read(data):
    palette = parse_palette(data)
    assert [(s.hex, s.name) for s in palette.swatches] == [("#FF0000", "Red"), ("#0000FF", "Blue")]


@pytest.mark.parametrize(
    "data", [b"ff0000\n0000FF\n", b"\xef\xbb\xbf#ff0000\r\n\r\n#0000ffff", b'["red", "blue"]']
)
def test_nameless_lists_are_read(data):
    assert [s.hex for s in parse_palette(data).swatches] == ["#FF0000", "#0000FF"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "x is empty"),
        (b" \n ", "x is empty"),
        (b"hello", "x is no palette that Palette Studio reads. It reads GPL"),
        (b"\x89PNG\r\n\x1a\n", "x is no palette"),
        (b"GIMP Palette\n", "x has no colors"),
        (b"GIMP Palette\n1 2 300 Bad\n", "line 2, “1 2 300 Bad”, is no color"),
        (b"GIMP Palette\n1 2\n", "line 2, “1 2”, is no color"),
        (b"GIMP Palette\n" + b"9" * 4000 + b" 0 0\n", "line 2"),
        (b"GIMP Palette\n" + b"1 2 3\n" * 257, "x has 257 colors; a palette holds at most 256"),
        (b"123456\n" * 300, "x has 300 colors"),
        (b"{", "it is no JSON from line 1 on"),
        (b"{}", 'it has no list of "colors"'),
        (b'{"colors": 5}', 'it has no list of "colors"'),
        (b'["blurple"]', "“blurple” is no color"),
        (b"[5]", "color 1 is neither a text"),
        (b"[[1, 2, 256]]", "color 1 is neither a text"),
        (b"[[1, 2, true]]", "color 1 is neither a text"),
        (b"[{}]", "color 1 is neither a text"),
        (b"[" * 200_000, "nested too deeply"),
        (b"[" + b"9" * 20_000 + b"]", "a number that is too long"),
        (b"0" * (5 << 20), "more than 4 MB"),
    ],
)
def test_what_is_no_palette_is_refused_with_words(data, words):
    with pytest.raises(FileError) as caught:
        parse_palette(data, "x")
    assert words in str(caught.value) and "\n" not in str(caught.value) and len(str(caught.value)) < 400


def test_numbers_without_meaning_are_put_right():
    data = b'[{"hex": "#123456", "coverage": 1e999, "name": 5, "locked": 1}, {"hex": "#123", "coverage": -3}]'
    assert parse_palette(data).swatches == (Swatch((18, 52, 86)), Swatch((17, 34, 51)))


def test_names_are_written_on_one_line():
    wild = Palette((Swatch((1, 2, 3), "two\nlines\tand a tab\0"),))
    assert parse_palette(format_palette(wild, "gpl"))[0].name == "two lines and a tab"


def test_missing_files_folders_and_other_extensions_have_their_words(tmp_path):
    with pytest.raises(FileError, match="does not exist"):
        read_palette(tmp_path / "gone.gpl")
    with pytest.raises(FileError, match="is a folder"):
        read_palette(tmp_path)
    with pytest.raises(FileError, match=r"written as GPL \(\.gpl\), JSON"):
        write_palette(tmp_path / "x.ase", SAMPLE)
    with pytest.raises(ValueError, match="is no palette format"):
        format_palette(SAMPLE, "ase")


def test_no_mutation_of_a_palette_raises_anything_else():
    generator = np.random.default_rng(0)
    for kind in FORMATS:
        whole = np.frombuffer(format_palette(SAMPLE, kind), np.uint8)
        for _ in range(300):
            damaged = whole[: generator.integers(1, len(whole) + 1)].copy()
            places = generator.integers(0, len(damaged), 3)
            damaged[places] = generator.integers(0, 256, 3, np.uint8)
            try:
                parse_palette(damaged.tobytes())
            except FileError as error:
                assert "\n" not in str(error)


def test_real_palettes_have_the_colors_and_names_expected(shared_data):
    expected = json.loads((shared_data / "palettes" / "expected.json").read_text())
    known = {name: palette for name, palette in expected.items() if name.startswith("gpl/")}
    assert len(known) >= 6
    for name, palette in known.items():
        swatches = read_palette(shared_data / "palettes" / name).swatches
        assert [[s.hex.lower(), s.name] for s in swatches] == palette["colors"]


def test_hostile_palettes_open_or_are_refused(shared_data, tmp_path):
    hostile = shared_data / "hostile"
    with tarfile.open(hostile / "files.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    with (hostile / "index.csv").open(newline="") as index:
        rows = list(csv.DictReader(index))
    files = [tmp_path / row["file"] for row in rows]
    files += [path for path in Path(shared_data / "palettes" / "hostile").iterdir() if path.is_file()]
    opened = 0
    for path in files:
        try:
            read_palette(path)
            opened += 1
        except FileError as error:
            assert path.name[:20] in str(error)
    assert opened >= 3
