"""The cube: exact on every color, after every drag."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from palettes import PALETTES, cluster, every_color, levels, noise

from palette_studio.core.nearest import METRICS, Cube, nearest
from palette_studio.core.nearest.store import Full, Store
from palette_studio.core.palette import Palette
from palette_studio.core.tick import Canceled


@pytest.fixture(scope="module")
def every():
    return every_color()


def plainly(pixels, colors, metric, method="parallel"):
    return nearest(pixels, colors, metric=metric, method=method)


@pytest.mark.parametrize("metric", ["rgb", "lab", "oklab", "ciede2000"])
def test_the_compiled_loop_is_brute_force_on_every_color(every, metric):
    colors = noise(3, 3)
    some = every[:: 16 if metric == "ciede2000" else 1]  # which takes a second for a million pairs
    assert np.array_equal(plainly(some, colors, metric), plainly(some, colors, metric, "brute"))


ALL = [("rgb", name) for name in PALETTES]
ALL += [("lab", "two equal"), ("lab", "dark"), ("lab", "cluster"), ("oklab", "dark"), ("oklab", "twice")]


@pytest.mark.parametrize(("metric", "name"), ALL)
def test_a_cube_is_the_plain_search_on_every_color(every, metric, name):
    colors = PALETTES[name]
    found = Cube.build(colors, metric).spread()
    assert np.array_equal(found.reshape(65536, 256), plainly(every, colors, metric))


def test_a_cube_is_the_plain_search_on_every_color_by_ciede2000(every):
    colors = np.array([[20, 40, 250], [120, 118, 121], [240, 30, 30]], np.uint8)
    found = Cube.build(colors, "ciede2000").spread()
    assert np.array_equal(found.reshape(65536, 256), plainly(every, colors, "ciede2000"))


@pytest.mark.parametrize("name", ["corners", "grays", "cluster", "twice"])
def test_a_cube_by_ciede2000_is_the_plain_search_on_many_colors(name):
    """On grays, on the darkest, and on any; where hues are opposite, and where there are none."""
    colors = PALETTES[name][:: 12 if name == "cluster" else 1][:20]
    some = [noise(120_000, 3), cluster(20_000, 2, 3), cluster(20_000, 122, 14), PALETTES["grays"]]
    pixels = np.concatenate(some)[None]
    cube = Cube.build(colors, "ciede2000")
    assert np.array_equal(cube.map(pixels), plainly(pixels, colors, "ciede2000"))


def moves(colors, count, reach, seed=0):
    """Yield palettes of a drag: now and then the swatch changes, or jumps onto another one's color."""
    rng = np.random.default_rng(seed)
    index = 0
    for step in range(count):
        colors = colors.copy()
        if step % 5 == 0:
            index = int(rng.integers(len(colors)))
        to = colors[index].astype(int) + rng.integers(-reach, reach + 1, 3)
        colors[index] = colors[int(rng.integers(len(colors)))] if step % 7 == 6 else to.clip(0, 255)
        yield index, colors


@pytest.mark.parametrize(
    ("metric", "colors", "count", "reach"),
    [
        ("rgb", noise(16, 3), 40, 12),
        ("rgb", PALETTES["twice"], 40, 90),
        ("rgb", PALETTES["cluster"], 20, 6),
        ("rgb", noise(1, 3), 3, 90),
        ("lab", noise(16, 3), 12, 40),
        ("oklab", PALETTES["twice"], 12, 40),
        ("ciede2000", noise(6, 3), 4, 40),
    ],
)
def test_a_moved_cube_is_a_new_one(metric, colors, count, reach):
    cube = Cube.build(colors, metric)
    for step, (index, palette) in enumerate(moves(colors, count, reach)):
        cube = cube.moved(index, palette[index])
        assert np.array_equal(cube.colors, palette)
        if step % 4 == 3 or step == count - 1:
            assert np.array_equal(cube.spread(), Cube.build(palette, metric).spread())


def test_a_cube_stays_as_it_was_while_others_come_of_it():
    colors = noise(12, 3)
    first = Cube.build(colors)
    answers = first.spread()
    with ThreadPoolExecutor(4) as pool:
        targets = [(n % 12, tuple(int(v) for v in noise(3, seed=n))) for n in range(24)]
        cubes = list(pool.map(lambda target: first.moved(*target), targets))
    assert np.array_equal(first.spread(), answers)
    for (index, color), cube in list(zip(targets, cubes, strict=True))[::4]:
        palette = colors.copy()
        palette[index] = color
        assert np.array_equal(cube.spread(), Cube.build(palette).spread())


def test_a_drag_that_fills_the_store_goes_on_in_another():
    colors = levels(0, 255)
    first = cube = Cube.build(colors)
    for _ in range(400):
        target = (60, 60, 60) if tuple(cube.colors[0]) == (0, 0, 0) else (0, 0, 0)
        cube = cube.moved(0, target)
        if cube.store is not first.store:
            break
    assert cube.store is not first.store
    assert np.array_equal(cube.spread(), Cube.build(cube.colors).spread())
    assert np.array_equal(first.spread(), Cube.build(colors).spread())


def test_a_store_gives_out_no_more_than_it_has():
    store = Store(5)
    assert store.claim(3) == 1
    with pytest.raises(Full, match="3 blocks are more than the 2"):
        store.claim(3)
    assert store.claim(2) == 4


@pytest.mark.parametrize("channels", [3, 4])
def test_pictures_are_mapped_and_painted(channels):
    pixels, colors = noise(90, 130, channels), noise(50, 3)
    cube = Cube.build(Palette.from_colors(colors))
    index, picture = cube.map(pixels), cube.painted(pixels)
    assert np.array_equal(index, plainly(pixels, colors, "rgb"))
    assert np.array_equal(picture[..., :3], colors[index])
    assert channels == 3 or np.array_equal(picture[..., 3], pixels[..., 3])
    assert not index.flags.writeable
    assert not picture.flags.writeable
    assert np.array_equal(cube.map(pixels[::2, ::-3]), index[::2, ::-3])


def test_a_color_that_does_not_move_changes_nothing():
    cube = Cube.build(noise(5, 3))
    assert cube.moved(2, cube.colors[2]) is cube


def test_building_reports_and_can_be_canceled():
    told = []

    def tick(fraction, partial=None):
        told.append(fraction)
        if len(told) == 5:
            raise Canceled

    with pytest.raises(Canceled):
        Cube.build(noise(256, 3), "lab", tick)
    assert told == sorted(told)


def test_what_makes_no_sense_is_refused():
    cube = Cube.build(noise(5, 3))
    with pytest.raises(ValueError, match=r"not \(0, 3\)"):
        Cube.build(np.empty((0, 3)))
    with pytest.raises(ValueError, match=r"k in 1\.\.256, not \(257, 3\)"):
        Cube.build(noise(257, 3))
    with pytest.raises(ValueError, match=r"colors are 0\.\.255"):
        Cube.build([(0, 0, 256)])
    with pytest.raises(ValueError, match="'xyz' is no metric"):
        Cube.build(noise(5, 3), "xyz")
    with pytest.raises(ValueError, match="uint16"):
        cube.map(np.zeros((2, 2, 3), np.uint16))
    with pytest.raises(ValueError, match=r"\(2, 2\)"):
        cube.painted(np.zeros((2, 2), np.uint8))
    with pytest.raises(IndexError, match="no color 5 among 5"):
        cube.moved(5, (0, 0, 0))
    with pytest.raises(ValueError, match=r"0\.\.255"):
        cube.moved(0, (0, 0, -1))
    assert set(METRICS) == {"rgb", "lab", "oklab", "ciede2000"}
