"""An edit as a table: exact at its nodes, near in between, nearer on the photo it was made for."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.extract import extract
from palette_studio.core.lut import Lut, PaletteEdit, Stage, graded, lut_error, lut_of, node_colors
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor
from palette_studio.core.scene import Scene
from palette_studio.core.tick import Canceled

FOUND = Palette.from_colors([(30, 30, 50), (120, 60, 40), (90, 150, 90), (230, 220, 200)])
EDIT = PaletteEdit(FOUND, FOUND.with_color(1, (40, 60, 190)))


@pytest.fixture(scope="module")
def scene() -> Scene:
    """Ramps between the swatches' colors, and a little noise."""
    share = np.random.default_rng(0).dirichlet([0.6] * 4, (120, 160))
    return Scene.of(np.rint(share @ FOUND.colors).astype(np.uint8))


@pytest.mark.parametrize("size", [16, 17, 33])
def test_nodes_are_exact_results(size):
    lut = lut_of(EDIT, size)
    assert lut.cube is not None
    nodes = np.rint(node_colors(size).reshape(size, -1, 3) * 65535).astype(np.uint16)
    exact = recolor(nodes, EDIT.found, EDIT.edited)
    assert (
        np.abs(lut.cube.values.reshape(exact.shape) * 65535 - exact).max() < 0.51
    )  # where a node lies between two 16-bit colors


@pytest.mark.parametrize("method", ["rbf", "nearest"])
def test_an_unchanged_palette_gives_a_table_that_changes_nothing(method, scene):
    lut = lut_of(PaletteEdit(FOUND, FOUND, method), 17, scene)
    assert lut.cube is not None
    assert np.array_equal(lut.cube.values, node_colors(17))
    assert np.array_equal(graded(scene.pixels, lut), scene.pixels)
    assert lut_error(lut, PaletteEdit(FOUND, FOUND, method), scene) == (0, 0)


def test_finer_tables_are_nearer_and_the_photo_brings_them_nearer_still(scene):
    plain = [lut_error(lut_of(EDIT, size), EDIT, scene).mean for size in (9, 17, 33)]
    assert plain == sorted(plain, reverse=True)
    for size, error in zip((9, 17, 33), plain, strict=True):
        assert lut_error(lut_of(EDIT, size, scene), EDIT, scene).mean < 0.9 * error


def test_the_error_is_the_mean_over_the_pixels(scene):
    lut = lut_of(EDIT, 9)
    deep = scene.pixels.astype(np.uint16) * np.uint16(257)
    exact, table = recolor(deep, EDIT.found, EDIT.edited), graded(deep, lut)
    off = ciede2000(srgb_to_lab(exact / 65535), srgb_to_lab(table / 65535))
    error = lut_error(lut, EDIT, scene)
    assert error.mean == pytest.approx(off.mean(), rel=1e-3)
    assert error.largest == pytest.approx(off.max(), rel=1e-3)


def test_nodes_far_from_the_photo_stay(scene):
    plain, near = lut_of(EDIT, 17), lut_of(EDIT, 17, scene)
    assert plain.cube is not None
    assert near.cube is not None
    moved = (plain.cube.values != near.cube.values).any(axis=-1)
    assert 0 < moved.sum() < moved.size / 4
    assert near.cube.values.min() >= 0
    assert near.cube.values.max() <= 1


def test_pixels_that_do_not_show_have_no_say(scene):
    hidden = np.dstack([scene.pixels, np.zeros(scene.pixels.shape[:2], np.uint8)])
    ghost = Scene.of(hidden)
    lut = lut_of(EDIT, 9, ghost)
    plain = lut_of(EDIT, 9)
    assert lut.cube is not None
    assert plain.cube is not None
    assert np.array_equal(lut.cube.values, plain.cube.values)
    assert lut_error(lut, EDIT, ghost) == (0, 0)


def test_without_a_photo_the_error_is_over_all_colors():
    coarse, fine = (lut_error(lut_of(EDIT, size), EDIT) for size in (9, 33))
    assert 0 < fine.mean < coarse.mean / 2
    assert fine == lut_error(lut_of(EDIT, 33), EDIT)


def test_an_engine_that_looks_at_places_needs_the_photo():
    with pytest.raises(ValueError, match="needs the photo"):
        lut_of(PaletteEdit(FOUND, EDIT.edited, "layers"), 9)


def test_pixel_by_pixel_is_the_same_where_places_do_not_count(scene, monkeypatch):
    by_color = lut_of(EDIT, 17, scene)
    error = lut_error(by_color, EDIT, scene)
    monkeypatch.setattr("palette_studio.core.lut.building.LOOK_AT_PLACES", {"rbf"})
    by_pixel = lut_of(EDIT, 17, scene)
    assert by_color.cube is not None
    assert by_pixel.cube is not None
    assert np.abs(by_color.cube.values - by_pixel.cube.values).max() < 1e-3
    assert lut_error(by_color, EDIT, scene).mean == pytest.approx(error.mean, rel=1e-6)


def test_strength_and_kept_light_are_in_the_table(scene):
    edit = PaletteEdit(FOUND, EDIT.edited, strength=0.5, keep_light=0.7)
    other = lut_error(lut_of(EDIT, 33, scene), edit, scene)
    assert lut_error(lut_of(edit, 33, scene), edit, scene).mean < other.mean / 5


def test_building_can_be_canceled(scene):
    def stop(fraction: float, partial: object = None) -> None:
        if fraction > 0.5:
            raise Canceled

    with pytest.raises(Canceled):
        lut_of(EDIT, 9, scene, tick=stop)


def test_the_same_edit_gives_the_same_table(scene):
    first, second = lut_of(EDIT, 17, scene), lut_of(EDIT, 17, Scene.of(scene.pixels.copy()))
    assert isinstance(first, Lut)
    assert isinstance(first.cube, Stage)
    assert isinstance(second.cube, Stage)
    assert np.array_equal(first.cube.values, second.cube.values)


@pytest.mark.parametrize("name", ["kodak/05.webp", "kodak/19.webp", "free/oranges.jpg"])
def test_33_nodes_are_near_enough_on_photos(name, shared_data):
    with Image.open(shared_data / "photos" / name) as image:
        scene = Scene.of(np.asarray(image.convert("RGB")))
    found = extract(scene.pixels, 6)
    vivid = int(np.argmax(np.hypot(*srgb_to_lab(found.colors / 255)[:, 1:].T)))
    r, g, b = found[vivid].color
    edit = PaletteEdit(found, found.with_color(vivid, (b, r, g)))
    assert lut_error(lut_of(edit, 33, scene), edit, scene).mean <= 0.35


def test_curves_before_the_cube_bring_it_nearer_to_the_photo(scene):
    plain, bent = lut_of(EDIT, 17, scene), lut_of(EDIT, 17, scene, shaper=True)
    assert bent.kind == "1-D + 3-D"
    assert bent.curves is not None and (np.diff(bent.curves.values, axis=0) > 0).all()
    assert lut_error(bent, EDIT, scene).mean < 0.9 * lut_error(plain, EDIT, scene).mean


def test_curves_are_left_out_where_nothing_changes_and_need_a_photo(scene):
    lut = lut_of(PaletteEdit(FOUND, FOUND), 17, scene, shaper=True)
    assert lut.curves is None
    assert np.array_equal(graded(scene.pixels, lut), scene.pixels)
    with pytest.raises(ValueError, match="photo"):
        lut_of(EDIT, 17, shaper=True)
    clear = np.zeros((4, 4, 4), np.uint8)
    assert lut_of(EDIT, 9, Scene.of(clear), shaper=True).curves is None
