"""The command line's engines: palettes by every method, quantizing, dithering, color tables."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.dither import METHODS as DITHERS
from palette_studio.core.extract import METHODS as FINDERS
from palette_studio.core.files import read_photo, write_photo
from palette_studio.core.mapping import Mapping, mapped
from palette_studio.core.quantize import METRIC_OF, MODES
from palette_studio.core.quantize import quantize as quantized

EDIT = ("--from", "#2b1a12,#a04020,#e8d0b0", "--to", "#2b1a12,#2050a0,#e8d0b0")


@pytest.mark.parametrize("method", FINDERS)
def test_every_method_finds_a_palette_with_the_locked_colors_in_it(method, photo, run):
    code, out, _ = run("extract", photo, "-k", 6, "--method", method, "--lock", "#00ff00")
    colors = json.loads(out)["colors"]
    assert code == 0 and 2 <= len(colors) <= 6
    assert "#00FF00" in {color["hex"].upper() for color in colors}


@pytest.mark.parametrize("mode", MODES)
def test_quantize_maps_the_photo_to_the_palette_of_the_mode(mode, photo, run, tmp_path):
    out = tmp_path / "out.png"
    assert run("quantize", photo, "-k", 12, "--mode", mode, "--indexed", "-o", out) == (0, "", "")
    pixels = read_photo(photo).pixels
    wanted = mapped(pixels, quantized(pixels, 12, mode=mode).colors, Mapping(metric=METRIC_OF[mode]))
    assert np.array_equal(read_photo(out).pixels, wanted)
    with Image.open(out) as image:
        assert image.mode == "P"


def test_soft_edges_stay_soft_in_a_quantized_indexed_picture(run, tmp_path):
    pixels = np.full((40, 40, 4), (200, 40, 30, 0), np.uint8)
    pixels[..., 3] = np.linspace(0, 255, 40)[None]
    write_photo(tmp_path / "soft.png", pixels)
    out = tmp_path / "out.png"
    assert run("quantize", tmp_path / "soft.png", "-k", 16, "--indexed", "-o", out)[0] == 0
    after = read_photo(out).pixels
    assert len(np.unique(after[..., 3])) > 4
    shown = after[after[..., 3] > 32]
    assert np.abs(shown[:, :3].astype(int) - (200, 40, 30)).max() < 24  # no dark fringe


@pytest.mark.parametrize("dither", DITHERS)
def test_map_dithers_as_the_window_does(dither, photo, run, tmp_path):
    out = tmp_path / "out.png"
    ends = ("--dither", dither, "--dither-strength", 0.7, "--linear", "--one-way", "-o", out)
    assert run("map", photo, "--palette", "black,white,crimson,#3060a0", *ends) == (0, "", "")
    colors = np.array([(0, 0, 0), (255, 255, 255), (220, 20, 60), (48, 96, 160)])
    mapping = Mapping(dither=dither, strength=0.7, linear=True, serpentine=False)
    assert np.array_equal(read_photo(out).pixels, mapped(read_photo(photo).pixels, colors, mapping))


@pytest.mark.parametrize("method", ["brute", "cube", "parallel"])
@pytest.mark.parametrize("metric", ["rgb", "lab", "oklab", "ciede2000"])
def test_every_exact_search_gives_the_same_picture(method, metric, photo, run, tmp_path):
    ends = ("--palette", "black,white,crimson,#3060a0", "--metric", metric, "-o", tmp_path / "out.png")
    assert run("map", photo, *ends, "--method", method) == (0, "", "")
    wanted = mapped(
        read_photo(photo).pixels,
        np.array([(0, 0, 0), (255, 255, 255), (220, 20, 60), (48, 96, 160)]),
        Mapping(metric=metric, method="brute"),
    )
    assert np.array_equal(read_photo(tmp_path / "out.png").pixels, wanted)


@pytest.mark.parametrize("alpha", [False, True])
def test_an_automatic_count_leaves_hardly_a_difference(alpha, photo, run, tmp_path):
    if alpha:
        with Image.open(photo) as image:
            image.putalpha(200)
            image.save(photo)
    assert run("quantize", photo, "-k", "auto", "--indexed", "-o", tmp_path / "out.png")[0] == 0
    before, after = (read_photo(path).pixels[..., :3] / 255 for path in (photo, tmp_path / "out.png"))
    assert ciede2000(srgb_to_lab(before), srgb_to_lab(after)).mean() < 2.5


def test_the_approximate_search_tells_how_often_it_is_right(photo, run, tmp_path):
    ends = ("--palette", "black,white,crimson,#3060a0", "--method", "flann", "-o", tmp_path / "out.png")
    code, out, err = run("map", photo, *ends)
    assert (code, out) == (0, "")
    assert float(err.split("nearest color of ")[1].split("%")[0]) > 80


def test_a_table_of_an_edit_grades_the_photo_as_the_edit_does(photo, run, tmp_path):
    cube, hald, bent = (tmp_path / name for name in ("look.cube", "look.png", "bent.cube"))
    code, out, _ = run("lut", *EDIT, "--photo", photo, "--json", "-o", cube)
    told = json.loads(out)
    assert code == 0 and told["nodes"] == 33 and 0 < told["mean_ciede2000"] < 1
    assert run("lut", *EDIT, "--photo", photo, "-o", hald)[0] == 0
    code, out, _ = run("lut", *EDIT, "--photo", photo, "--shaper", "--json", "-o", bent)
    assert code == 0 and json.loads(out)["mean_ciede2000"] < told["mean_ciede2000"]
    run("recolor", photo, *EDIT, "-o", tmp_path / "exact.png")
    exact = read_photo(tmp_path / "exact.png").pixels.astype(int)
    for table in (cube, hald, bent):
        out = tmp_path / f"{table.name}-graded.png"
        assert run("recolor", photo, "--lut", table, "-o", out) == (0, "", "")
        assert np.abs(read_photo(out).pixels - exact).mean() < 1.5


def test_a_table_tells_its_error_in_words_too(run, tmp_path):
    code, out, err = run("lut", *EDIT, "-o", tmp_path / "look.cube")
    assert code == 0 and out == "" and "mean CIEDE2000" in err and "all of sRGB" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("recolor", "x.png", "-o", "y.png"),
        ("recolor", "x.png", "--from", "red", "--to", "blue", "--lut", "l.cube", "-o", "y.png"),
        ("lut", "--from", "red", "--to", "blue", "-o", "look.txt"),
        ("lut", "--from", "red", "--to", "blue", "--size", "12", "-o", "look.cube"),
        ("lut", "--from", "red", "--to", "blue", "--shaper", "-o", "look.cube"),
        ("quantize", "x.png", "-k", "many", "-o", "y.png"),
        ("quantize", "x.png", "-k", "4", "--indexed", "-o", "y.jpg"),
        ("map", "x.png", "--palette", "red", "--dither", "magic", "-o", "y.png"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments, run):
    code, out, err = run(*arguments)
    assert code == 2 and out == "" and err
