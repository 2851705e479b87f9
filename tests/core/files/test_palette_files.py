"""Palettes come back as they were written, and files of others as their programs mean them."""

from __future__ import annotations

import csv
import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest

from palette_studio.core.files import FileError, read_lut, read_palette, write_palette
from palette_studio.core.files.palette_io import WRITTEN, format_palette, parse_palette, read_palette_file
from palette_studio.core.palette import MOST, Palette, Swatch

SAMPLE = Palette(
    (
        Swatch((0, 0, 0), "Coal", 0.25),
        Swatch((255, 128, 7), "Grün / 緑 100%", 0.5, locked=True),
        Swatch((1, 2, 3), "", 0.25),
    )
)


@pytest.mark.parametrize("suffix", ["gpl", "json", "hex"])
def test_a_file_is_written_in_the_format_of_its_extension(suffix, tmp_path):
    path = tmp_path / f"sample.{suffix}"
    write_palette(path, SAMPLE)
    again = read_palette(path)
    assert np.array_equal(again.colors, SAMPLE.colors)
    if suffix == "json":
        assert again == SAMPLE
    assert set(tmp_path.iterdir()) - {tmp_path / "home"} == {path}


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("count", [1, 96])
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
        (b"\x89PNG\r\n\x1a\n", "x is a PNG that cannot be read. The PNG is damaged"),
        (b"GIMP Palette\n", "x has no colors"),
        (b"GIMP Palette\n1 2 300 Bad\n", "line 2, “1 2 300 Bad”, is no color"),
        (b"GIMP Palette\n1 2\n", "line 2, “1 2”, is no color"),
        (b"GIMP Palette\n" + b"9" * 4000 + b" 0 0\n", "line 2"),
        (b"123456\n" * 65_537, "x has more than 65,536 colors"),
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
        (b"\0" * (33 << 20), "more than 32 MB"),
    ],
)
def test_what_is_no_palette_is_refused_with_words(data, words):
    with pytest.raises(FileError) as caught:
        parse_palette(data, "x")
    assert words in str(caught.value) and "\n" not in str(caught.value) and len(str(caught.value)) < 400


def test_the_editor_opens_no_more_colors_than_a_palette_of_a_photo_has():
    with pytest.raises(FileError, match="x has 257 colors; a palette holds at most 256"):
        parse_palette(b"GIMP Palette\n" + b"1 2 3\n" * 257, "x", most=MOST)
    assert len(parse_palette(b"GIMP Palette\n" + b"1 2 3\n" * 5414)) == 5414


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
    with pytest.raises(
        FileError, match=r"no extension of a palette\. .* written as GPL \(\.gpl \.gimp\), JASC"
    ):
        write_palette(tmp_path / "x.doc", SAMPLE)
    with pytest.raises(FileError, match=r"x\.acb cannot be written: ACB is only read"):
        write_palette(tmp_path / "x.acb", SAMPLE)
    with pytest.raises(ValueError, match="is no palette format"):
        format_palette(SAMPLE, "acb")


def test_real_palettes_have_the_colors_and_names_expected(shared_data):
    folder = shared_data / "palettes"
    expected = json.loads((folder / "expected.json").read_text())
    palettes = {name: palette for name, palette in expected.items() if not name.startswith("cube/")}
    assert len(palettes) >= 12
    for name, palette in palettes.items():
        file = read_palette_file(folder / name)
        swatches = file.palette.swatches
        assert [[s.hex.lower(), s.name] for s in swatches] == [color[:2] for color in palette["colors"]], name
        assert file.name == (palette["name"] or "")
        assert file.columns == palette.get("columns")
        assert {s.group for s in swatches} == set(palette.get("groups", [""]))


def test_one_real_palette_is_the_same_in_five_formats(shared_data):
    folder = shared_data / "palettes"
    known = [(s.hex, s.name) for s in read_palette(folder / "ase" / "nord.ase").swatches]
    assert len(known) == 16
    for name in ("aco/nord.aco", "css/nord.css", "gpa/nord.gpa"):
        assert [(s.hex, s.name) for s in read_palette(folder / name).swatches] == known, name
    mac = read_palette(folder / "clr_macos" / "Nord.clr")
    assert [s.name for s in mac.swatches] == [name for _, name in known]
    near = np.abs(mac.colors.astype(int) - read_palette(folder / "ase" / "nord.ase").colors)
    assert near.max() <= 4  # its maker went through another space of color


def test_what_we_write_is_what_other_programs_wrote(shared_data):
    folder = shared_data / "palettes"
    ase = (folder / "ase" / "nord.ase").read_bytes()
    assert format_palette(parse_palette(ase), "ase") == ase
    aco = (folder / "aco" / "nord.aco").read_bytes()
    ours = format_palette(parse_palette(aco), "aco")
    steps = np.frombuffer(ours, ">u2").astype(int) - np.frombuffer(aco, ">u2")
    assert len(ours) == len(aco) and np.abs(steps).max() <= 1  # theirs were rounded in 16 bits


def test_pillow_reads_the_palettes_and_pictures_we_write():
    from PIL import GimpPaletteFile, Image

    table = GimpPaletteFile.GimpPaletteFile(io.BytesIO(format_palette(SAMPLE, "gpl"))).getpalette()[0]
    assert table[:9] == SAMPLE.colors.tobytes()
    with Image.open(io.BytesIO(format_palette(SAMPLE, "png"))) as image:
        assert image.size == (96, 32)
        assert [image.getpixel((x, 31)) for x in (0, 32, 95)] == [s.color for s in SAMPLE.swatches]


def test_real_palettes_without_a_listing_are_read_whole(shared_data):
    folder = shared_data / "palettes"
    ral = read_palette_file(folder / "sbz" / "Wikipedia_RAL_Classic.sbz")
    assert (ral.name, len(ral.palette), ral.palette[0].name) == (
        "Wikipedia RAL CLASSIC",
        213,
        "RAL 1000 Grünbeige",
    )
    assert all(swatch.spot for swatch in ral.palette.swatches) and "16 colors outside sRGB" in ral.notes[0]
    skencil = read_palette(folder / "spl_skencil" / "mini.spl").swatches
    assert (len(skencil), skencil[1].hex, skencil[1].name) == (23, "#1A1A1A", "90% Black")
    lists = read_palette(folder / "text_misc" / "a palette.json")
    assert [s.hex for s in lists.swatches][::5] == ["#000000", "#000000"] and len(lists) == 9


def test_the_hostile_palettes_end_as_they_should(shared_data):
    folder = shared_data / "palettes" / "hostile"
    notice = read_palette_file(folder / "aco_unknown_space.aco")
    assert len(notice.palette) == 1
    assert notice.notes == ("1 color skipped: they are numbers in a book of Pantone.",)
    named = read_palette(folder / "aco_v2_only.aco").swatches
    assert [s.name for s in named] == ["r", "hsb", "c", "lab", "g"]
    assert [s.name for s in read_palette(folder / "gpl_latin1.gpl").swatches] == ["Grün"]
    assert [s.alpha for s in read_palette(folder / "gpl_rgba.gpl").swatches] == [0, 128]
    assert [s.alpha for s in read_palette(folder / "jasc_alpha.pal").swatches] == [0, 255]
    short = read_palette(folder / "pdn_bom_short.txt").swatches
    assert [(s.hex, s.alpha) for s in short] == [("#FF0000", 255), ("#00FF00", 128)]
    for name, words in (
        ("act_short.act", "it ends at byte 100"),
        ("bomb.swatches", "has a Swatches.json of more than 8 MB"),
        ("krita_no_profiles.kpl", "it has no colorset.xml in it"),
        ("riff_trunc.pal", "it ends at byte 30, where 36 bytes of colors from byte 24 on should be"),
    ):
        with pytest.raises(FileError) as caught:
            read_palette(folder / name)
        assert str(caught.value).startswith(name) and words in str(caught.value)
    with pytest.raises(FileError, match="cube_huge"):
        read_lut(folder / "cube_huge.cube")


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
