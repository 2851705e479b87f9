"""Color tables come back as written, others' as their programs mean them, and bad ones with a clear word."""

from __future__ import annotations

import json
import os
from pathlib import Path

import cv2
import numpy as np
import pillow_lut
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from palette_studio.core.files import FileError, read_lut, write_lut
from palette_studio.core.files.lut_io import hald
from palette_studio.core.lut import Lut, Stage, graded, node_colors


def random_cube(size: int, title: str = "") -> Lut:
    values = np.random.default_rng(0).random((size, size, size, 3), np.float32)
    return Lut(title, cube=Stage(values))


def smooth_cube(size: int) -> Lut:
    r, g, b = np.moveaxis(node_colors(size), -1, 0)
    return Lut(cube=Stage(np.stack([r**1.5, (g + r * b) / 2, 1 - b], axis=-1)))


def values_of(lut: Lut) -> np.ndarray:
    assert lut.cube is not None
    return lut.cube.values


def saved(folder: Path, text: str | bytes, name: str = "table.cube") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("size", [2, 16, 17, 33, 65])
def test_a_cube_comes_back_and_others_read_it_alike(size, tmp_path):
    lut, path = random_cube(size, "Plum"), tmp_path / "a.cube"
    write_lut(path, lut)
    again, theirs = read_lut(path), pillow_lut.load_cube_file(str(path))
    assert again.title == "Plum"
    assert np.abs(values_of(again) - values_of(lut)).max() * 65535 < 0.1
    assert theirs.size == (size, size, size)
    assert np.abs(np.reshape(theirs.table, values_of(lut).shape) - values_of(lut)).max() * 65535 < 0.1


@pytest.mark.parametrize("level", [2, 4, 6, 8])
def test_a_hald_picture_comes_back_and_others_read_it_alike(level, tmp_path):
    lut, path = random_cube(level * level), tmp_path / "a.png"
    write_lut(path, lut)
    again, theirs = read_lut(path), pillow_lut.load_hald_image(str(path))
    assert again.title == "a"
    assert np.abs(values_of(again) - values_of(lut)).max() * 65535 <= 0.51
    off = np.reshape(theirs.table, values_of(lut).shape) - values_of(lut)
    assert np.abs(off).max() * 255 <= 1  # theirs is read at 8 bits
    pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert pixels.dtype == np.uint16
    assert pixels.shape == (level**3, level**3, 3)


@pytest.mark.parametrize("name", ["a.cube", "a.png"])
def test_others_apply_it_alike(name, tmp_path):
    lut, path = smooth_cube(36), tmp_path / name
    write_lut(path, lut)
    load = pillow_lut.load_cube_file if name.endswith("cube") else pillow_lut.load_hald_image
    pixels = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    theirs = np.asarray(Image.fromarray(pixels).filter(load(str(path))))
    ours = graded(pixels, read_lut(path))
    assert np.abs(ours.astype(int) - theirs).max() <= 1


def test_a_table_read_again_grades_16_bits_within_a_255th(tmp_path):
    deep = np.random.default_rng(0).integers(0, 65536, (50, 50, 3), dtype=np.uint16)
    for name, size in (("a.cube", 17), ("b.cube", 33), ("c.cube", 65), ("d.png", 36), ("e.png", 64)):
        lut = random_cube(size)
        write_lut(tmp_path / name, lut)
        again = graded(deep, read_lut(tmp_path / name)).astype(int)
        assert np.abs(again - graded(deep, lut)).max() <= 2


@pytest.mark.parametrize(("size", "level"), [(17, 4), (33, 6), (65, 8), (2, 2), (256, 16), (100, 10)])
def test_a_hald_picture_has_a_level_near_every_size(size, level):
    assert hald.level_for(size) == level


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_hald_pictures_of_8_and_16_bits_are_read(bits, suffix, tmp_path):
    dtype, most = (np.uint8, 255) if bits == 8 else (np.uint16, 65535)
    values = np.random.default_rng(0).integers(0, most + 1, (27, 27, 3)).astype(dtype)
    path = tmp_path / f"hald{suffix}"
    cv2.imwrite(str(path), values[..., ::-1])
    assert np.array_equal(np.rint(values_of(read_lut(path)).reshape(27, 27, 3) * most), values)


def test_red_is_fastest_in_a_hald_picture(tmp_path):
    write_lut(tmp_path / "a.png", Lut(cube=Stage(node_colors(4))))
    pixels = cv2.imread(str(tmp_path / "a.png"), cv2.IMREAD_UNCHANGED)[..., ::-1].reshape(-1, 3)
    third = 65535 // 3
    assert pixels[:6].tolist() == [
        [0, 0, 0],
        [third, 0, 0],
        [2 * third, 0, 0],
        [65535, 0, 0],
        [0, third, 0],
        [third, third, 0],
    ]


@pytest.mark.parametrize(
    "lut",
    [
        random_cube(33),
        Lut(curves=Stage(np.float32([[0, 1, 0], [0.7, 0.4, 0.2], [1, 0, 0.3]]))),
        Lut(curves=Stage(np.float32([[0] * 3, [0.1] * 3, [1] * 3])), cube=random_cube(9).cube),
        Lut(cube=Stage(node_colors(16), (0.1, 0.1, 0.1), (0.9, 0.9, 0.9))),
    ],
)
def test_any_table_can_become_a_hald_picture(lut, tmp_path):
    path = tmp_path / "a.png"
    write_lut(path, lut)
    nodes = np.rint(node_colors(read_lut(path).size) * 65535).astype(np.uint16).reshape(-1, 1, 3)
    baked = values_of(read_lut(path)).reshape(-1, 3) * 65535
    assert np.abs(baked - graded(nodes, lut)[:, 0]).max() <= 1


ONE_D = Stage(np.float32([[0, 0, 0], [0.5, 1, 1.5], [1, 1, 1]]), (0, 0, 0), (1, 2, 3))
TWO = "0 0 0\n1 0 0\n0 .75 0\n1 .75 0\n0 .25 1\n1 .25 1\n0 1 1\n1 1 1\n"


@pytest.mark.parametrize(
    "text",
    [
        "LUT_3D_SIZE 2\n" + TWO,
        "lut_3d_size 2\n" + TWO,
        "TITLE\tno quotes\nLUT_3D_SIZE\t2\n\n" + TWO.replace(" ", "\t"),
        "\ufeff# a remark\nLUT_3D_SIZE 2 # here too\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 1.0 1.0 1.0\n" + TWO,
        ("LUT_3D_SIZE 2\n" + TWO).replace("\n", "\r\n"),
        ("LUT_3D_SIZE 2\n" + TWO).replace("\n", "\r"),
        "LUT_3D_SIZE 2\n" + TWO.rstrip(),
        "LUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0 1\n" + TWO,
        "LUT_3D_SIZE 2\nSOME_WORD of another program\n" + TWO,
        "LUT_3D_SIZE +2\n" + TWO.replace("\n", "  # why\n# what\n \n\n"),
        "LUT_3D_SIZE 2\n" + TWO.replace("1 ", "1. ").replace(".75", "+7.5e-1").replace(".25", "0.00025E3"),
        "LUT_3D_SIZE 2\n" + TWO.replace(".75", "0.75000000000000000000000000001"),
        "LUT_3D_SIZE 2\n" + TWO + "\n\n# the end",
    ],
)
def test_every_way_to_write_a_cube_is_read(text, tmp_path):
    lut = read_lut(saved(tmp_path, text))
    wanted = [
        [0, 0, 0],
        [1, 0, 0],
        [0, 0.75, 0],
        [1, 0.75, 0],
        [0, 0.25, 1],
        [1, 0.25, 1],
        [0, 1, 1],
        [1, 1, 1],
    ]
    assert values_of(lut).reshape(-1, 3).tolist() == wanted
    assert lut.title == ("no quotes" if "TITLE" in text else "table")


def test_a_domain_belongs_to_the_first_stage(tmp_path):
    text = "LUT_1D_SIZE 2\nDOMAIN_MIN 0 0.1 0\nDOMAIN_MAX 1 2 3\nLUT_3D_SIZE 2\n0 0 0\n1 1 1\n" + TWO
    lut = read_lut(saved(tmp_path, text))
    assert lut.curves is not None
    assert lut.cube is not None
    assert (lut.curves.low, lut.curves.high) == ((0, 0.1, 0), (1, 2, 3))
    assert lut.cube.of_unit_domain


def test_a_curve_before_a_cube_is_read_and_written(tmp_path):
    text = (
        'TITLE "Both"\nLUT_1D_SIZE 3\nLUT_1D_INPUT_RANGE -0.5 1.5\nLUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0 2\n'
        "0 0 0\n.2 .3 .4\n2 2 2\n" + TWO
    )
    first = read_lut(saved(tmp_path, text))
    write_lut(tmp_path / "again.cube", first)
    for lut in (first, read_lut(tmp_path / "again.cube")):
        assert lut.kind == "1-D + 3-D"
        assert lut.title == "Both"
        assert lut.curves is not None
        assert lut.cube is not None
        assert np.allclose(lut.curves.values, [[0, 0, 0], [0.2, 0.3, 0.4], [2, 2, 2]])
        assert (lut.curves.low, lut.curves.high) == ((-0.5,) * 3, (1.5,) * 3)
        assert (lut.cube.low, lut.cube.high) == ((0,) * 3, (2,) * 3)


def test_curves_come_back_with_their_domain(tmp_path):
    write_lut(tmp_path / "a.cube", Lut("Curves", curves=ONE_D))
    again = read_lut(tmp_path / "a.cube")
    assert again.kind == "1-D"
    assert again.curves is not None
    assert np.array_equal(again.curves.values, ONE_D.values)
    assert (again.curves.low, again.curves.high) == (ONE_D.low, ONE_D.high)


def test_the_text_is_what_every_program_reads(tmp_path):
    write_lut(tmp_path / "a.cube", Lut('Grün "x"\nLUT_1D_SIZE 9', cube=Stage(node_colors(2))))
    lines = (tmp_path / "a.cube").read_bytes().split(b"\n")
    assert lines[:6] == [
        b"TITLE \"Grun 'x' LUT_1D_SIZE 9\"",
        b"LUT_3D_SIZE 2",
        b"DOMAIN_MIN 0.0 0.0 0.0",
        b"DOMAIN_MAX 1.0 1.0 1.0",
        b"0.000000 0.000000 0.000000",
        b"1.000000 0.000000 0.000000",
    ]
    assert lines[-1] == b""
    assert len(lines) == 4 + 8 + 1


def test_the_last_digit_of_every_number_is_right(tmp_path):
    rng = np.random.default_rng(0)
    numbers = rng.standard_normal((4096, 3)) * 10.0 ** rng.integers(-30, 30, (4096, 3))
    rows = "\n".join(" ".join(f"{v:.17g}" for v in row) for row in numbers)
    lut = read_lut(saved(tmp_path, f"LUT_1D_SIZE 4096\n{rows}\n"))
    assert lut.curves is not None
    assert np.allclose(lut.curves.values, numbers.astype(np.float32), rtol=1.2e-7, atol=0)


def test_long_files_are_read_in_parts(tmp_path, monkeypatch):
    lut, path = random_cube(17), tmp_path / "a.cube"
    write_lut(path, lut)
    for size, ends in ((64, b"\n"), (77, b"\r\n"), (101, b"\r")):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", ends))
        monkeypatch.setattr("palette_studio.core.files.lut_io.cube.CHUNK", size)
        assert np.abs(values_of(read_lut(path)) - values_of(lut)).max() < 1e-6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "x.cube is empty"),
        ("hello world\n", "no color table"),
        ("GIMP Palette\n0 0 0 black\n", "no color table"),
        ("0 0 0\n1 1 1\n", "numbers begin in line 1"),
        ("LUT_3D_SIZE 1\n0 0 0\n", "line 1 says LUT_3D_SIZE 1; it is 2 to 256"),
        ("LUT_3D_SIZE 257\n", "2 to 256"),
        ("LUT_3D_SIZE 99999999999999\n", "2 to 256"),
        ("LUT_1D_SIZE 65537\n", "2 to 65,536"),
        ("LUT_1D_SIZE -3\n", "2 to 65,536"),
        ("LUT_1D_SIZE three\n", "LUT_1D_SIZE three"),
        ("LUT_1D_SIZE\n", "LUT_1D_SIZE"),
        ("LUT_1D_SIZE 2\nLUT_1D_SIZE 3\n", "line 2 says LUT_1D_SIZE a second time"),
        ("LUT_3D_SIZE 256\n0 0 0\n", "16,777,216 rows, and the file has 22 bytes"),
        ("LUT_3D_SIZE 2\n" + TWO[:-6], "it has 7 of the 8 rows"),
        ("LUT_3D_SIZE 2\n# nothing else, for a while\n", "it has 0 of the 8 rows"),
        ("LUT_3D_SIZE 2\n" + TWO + "0 0 0\n", "line 10 is one row more than the 8"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 1\n", "line 3 (“1 1”) has 2 numbers"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 1 1 1\n", "line 3 (“1 1 1 1”) has 4 numbers"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 nan 1\n", "line 3 (“1 nan 1”) is no row"),
        ("LUT_1D_SIZE 2\n0 0 0\nnan 1 1\n", "line 3 (“nan 1 1”) is neither"),
        ("LUT_1D_SIZE 2\n0 0 0\n-inf 1 1\n", "line 3"),
        ("LUT_1D_SIZE 2\r\n0 0 0\r\n1 1e999 1\r\n", "line 3 (“1 1e999 1”) has a number that is too large"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 0,5 1\n", "line 3"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 1e 1\n", "line 3"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 . 1\n", "line 3"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 1_0 1\n", "line 3"),
        ("LUT_1D_SIZE 2\nDOMAIN_MIN 0 0\n", "DOMAIN_MIN 0 0; it takes 3 numbers"),
        ("LUT_1D_SIZE 2\nDOMAIN_MIN 0 nan 0\n", "takes 3 numbers"),
        ("LUT_1D_SIZE 2\nDOMAIN_MIN 0 0 1\n0 0 0\n1 1 1\n", "empty domain"),
        ("LUT_1D_SIZE 2\nLUT_1D_INPUT_RANGE 1 0\n0 0 0\n1 1 1\n", "empty domain"),
        ("LUT_3D_SIZE 2\nLUT_IN_VIDEO_RANGE\n" + TWO, "video levels"),
        ("LUT_3D_SIZE 2\n" + "A\n" * 20_000, "too many"),
        (b"LUT_3D_SIZE 2\n\0\0\0", "no text"),
        (b"\xff\xfeL\0U\0T\0", "no text"),
        (b"\x80\x81\x82\x83", "no color table"),
    ],
)
def test_what_is_no_table_is_refused_by_name_line_and_reason(text, words, tmp_path):
    with pytest.raises(FileError) as caught:
        read_lut(saved(tmp_path, text, "x.cube"))
    message = str(caught.value)
    assert message.startswith("x.cube ")
    assert words in message
    assert message.endswith(".")
    assert message.isprintable()


@pytest.mark.parametrize(
    ("shape", "words"),
    [((8, 27, 3), "27 × 8"), ((9, 9, 3), "9 × 9"), ((1, 1, 3), "1 × 1"), ((100, 100, 3), "100 × 100")],
)
def test_a_picture_that_is_no_hald_clut_is_refused(shape, words, tmp_path):
    path = tmp_path / "photo.png"
    Image.fromarray(np.zeros(shape, np.uint8)).save(path)
    with pytest.raises(FileError, match=words):
        read_lut(path)


def test_a_damaged_hald_picture_is_refused(tmp_path):
    write_lut(tmp_path / "a.png", random_cube(16))
    data = (tmp_path / "a.png").read_bytes()
    for end in (100, len(data) // 2):
        with pytest.raises(FileError, match=r"cut\.png"):
            read_lut(saved(tmp_path, data[:end], "cut.png"))


def test_a_folder_a_pipe_and_nothing_are_refused(tmp_path):
    with pytest.raises(FileError, match="folder"):
        read_lut(tmp_path)
    with pytest.raises(FileError, match="does not exist"):
        read_lut(tmp_path / "none.cube")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.cube")
        with pytest.raises(FileError, match="pipe"):
            read_lut(tmp_path / "pipe.cube")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "x.cube"
    with path.open("wb") as file:
        file.truncate(3 << 30)
    with pytest.raises(FileError, match="3072 MB"):
        read_lut(path)


def test_a_line_without_an_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("palette_studio.core.files.lut_io.cube.CHUNK", 1000)
    with pytest.raises(FileError, match="does not end"):
        read_lut(saved(tmp_path, "#" * 5000))


def test_other_extensions_are_not_written(tmp_path):
    with pytest.raises(FileError, match=r"a\.3dl has no extension of a color table"):
        write_lut(tmp_path / "a.3dl", random_cube(2))
    assert not (tmp_path / "a.3dl").exists()


def test_different_domains_of_channels_cannot_be_said_before_a_cube(tmp_path):
    with pytest.raises(FileError, match=r"a\.cube .*different domains"):
        write_lut(tmp_path / "a.cube", Lut(curves=ONE_D, cube=random_cube(2).cube))


def test_a_failed_export_leaves_the_old_file(tmp_path, monkeypatch):
    path = saved(tmp_path, "old", "a.cube")

    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(FileError, match="full"):
        write_lut(path, random_cube(2))
    assert path.read_text() == "old"


KEYWORDS = ["LUT_1D_SIZE", "LUT_3D_SIZE", "DOMAIN_MIN", "TITLE", "LUT_3D_INPUT_RANGE"]
NUMBERS = ["2", "3", "0", "-1.5", "1e5", "nan", "inf", "1e-400", "9" * 40, ".", "+", "e"]
SIGNS = ['"', "#", "\n", "\r", "\r\n", " ", "\t", "\0", "ü"]
WORDS = st.sampled_from([*KEYWORDS, *NUMBERS, *SIGNS])


@given(st.one_of(st.lists(WORDS, max_size=60).map("".join), st.text(max_size=200)))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_or_refused(tmp_path, text):
    path = saved(tmp_path, text.encode("utf-8", "replace"), "x.cube")
    try:
        lut = read_lut(path)
    except FileError as error:
        assert str(error).startswith("x.cube ")
    else:
        assert graded(np.zeros((1, 1, 3), np.uint8), lut).shape == (1, 1, 3)


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_table_with_some_bytes_changed_is_read_or_refused(tmp_path, place, junk):
    data = bytearray(b'TITLE "x"\nLUT_3D_SIZE 2\nDOMAIN_MIN 0 0 0\n' + TWO.encode())
    place %= len(data)
    data[place : place + len(junk)] = junk
    try:
        read_lut(saved(tmp_path, bytes(data), "x.cube"))
    except FileError as error:
        assert str(error).startswith("x.cube ")


def test_real_tables_are_read(shared_data):
    folder = shared_data / "palettes"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    tables = {name: facts for name, facts in expected.items() if name.startswith("cube/")}
    assert tables
    for name, facts in tables.items():
        lut = read_lut(folder / name)
        assert lut.kind == f"{facts['dim']}-D"
        assert lut.size == facts["size"]
        assert lut.title == (facts["name"] or Path(name).stem)
    demo = read_lut(folder / "cube" / "iridas_cube__Demo.cube")
    assert demo.curves is not None
    assert np.array_equal(demo.curves.values, ONE_D.values)
    assert demo.curves.high == ONE_D.high


def test_hostile_files_are_refused(shared_data):
    for path in sorted((shared_data / "palettes" / "hostile").iterdir()):
        with pytest.raises(FileError):
            read_lut(path)
