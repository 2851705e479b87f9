"""A table does to every pixel what plain arithmetic says, at any size and depth, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from palette_studio.core.lut import Lut, Stage, graded, node_colors

DEPTHS = [np.uint8, np.uint16]


def picture(dtype: type, channels: int = 3, shape: tuple[int, int] = (37, 53)) -> np.ndarray:
    most = int(np.iinfo(dtype).max)
    pixels = np.random.default_rng(0).integers(0, most + 1, (*shape, channels), dtype=dtype)
    pixels[0, :4, :3] = [[0, 0, 0], [most, most, most], [most, 0, 0], [0, most, most]]
    pixels[1, :, 0] = pixels[1, :, 1] = pixels[1, :, 2]  # grays: all shares equal
    return pixels


def cube(values: np.ndarray, **domain: tuple[float, ...]) -> Lut:
    return Lut(cube=Stage(np.ascontiguousarray(values, np.float32), **domain))


def random_cube(size: int) -> Lut:
    return cube(np.random.default_rng(1).uniform(-0.2, 1.2, (size, size, size, 3)))


def tetrahedral(colors: np.ndarray, nodes: np.ndarray) -> np.ndarray:
    """Return (n, 3) by the six tetrahedra of a cell, each written out; colors (n, 3) 0..1, float64."""
    size, out = len(nodes), []
    for color in colors:
        place = color * (size - 1)
        node = np.minimum(place.astype(int), size - 2)
        (r, g, b), (x, y, z) = node, place - node

        def at(i: int, j: int, k: int, r: int = r, g: int = g, b: int = b) -> np.ndarray:
            return nodes[b + k, g + j, r + i].astype(np.float64)

        first, last = at(0, 0, 0), at(1, 1, 1)
        if x >= y >= z:
            value = first * (1 - x) + at(1, 0, 0) * (x - y) + at(1, 1, 0) * (y - z) + last * z
        elif x >= z >= y:
            value = first * (1 - x) + at(1, 0, 0) * (x - z) + at(1, 0, 1) * (z - y) + last * y
        elif z >= x >= y:
            value = first * (1 - z) + at(0, 0, 1) * (z - x) + at(1, 0, 1) * (x - y) + last * y
        elif y >= x >= z:
            value = first * (1 - y) + at(0, 1, 0) * (y - x) + at(1, 1, 0) * (x - z) + last * z
        elif y >= z >= x:
            value = first * (1 - y) + at(0, 1, 0) * (y - z) + at(0, 1, 1) * (z - x) + last * x
        else:
            value = first * (1 - z) + at(0, 0, 1) * (z - y) + at(0, 1, 1) * (y - x) + last * x
        out.append(value)
    return np.array(out)


@pytest.mark.parametrize("dtype", DEPTHS)
@pytest.mark.parametrize("size", [2, 3, 16, 17, 33, 36, 65])
def test_a_cube_is_interpolated_in_tetrahedra(size, dtype):
    pixels, lut, most = picture(dtype), random_cube(size), np.iinfo(dtype).max
    assert lut.cube is not None
    plain = tetrahedral(pixels.reshape(-1, 3) / most, lut.cube.values).reshape(pixels.shape)
    off = np.abs(graded(pixels, lut).astype(np.float64) - np.clip(plain, 0, 1) * most)
    assert off.max() < 0.5 + (0.001 if dtype == np.uint8 else 0.1)  # rounding, and float32


@pytest.mark.parametrize("dtype", DEPTHS)
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("size", [2, 5, 17, 33, 64, 129])
def test_a_cube_that_changes_nothing_gives_the_bytes_back(size, channels, dtype):
    pixels = picture(dtype, channels)
    for strength in (1.0, 0.3):
        assert np.array_equal(graded(pixels, cube(node_colors(size)), strength), pixels)


def test_every_8_bit_color_of_a_ramp_comes_back_from_256_nodes():
    ramp = np.arange(256, dtype=np.uint8)
    pixels = np.stack([ramp, ramp[::-1], np.roll(ramp, 7)], axis=1)[None]
    assert np.array_equal(graded(pixels, cube(node_colors(256))), pixels)


@pytest.mark.parametrize("dtype", DEPTHS)
def test_curves_are_straight_between_their_steps(dtype):
    values = np.array([[0, 1, 0.2], [0.7, 0.5, 0.2], [1, 0, 0.2]], np.float32)
    pixels, most = picture(dtype), np.iinfo(dtype).max
    after = graded(pixels, Lut(curves=Stage(values)))
    for channel in range(3):
        plain = np.interp(pixels[..., channel] / most, [0, 0.5, 1], values[:, channel]) * most
        assert np.abs(after[..., channel] - plain).max() <= 0.5001


@pytest.mark.parametrize("dtype", DEPTHS)
def test_a_curve_comes_before_the_cube(dtype):
    curves = Stage(np.repeat(np.float32([0, 0.1, 1])[:, None], 3, axis=1))
    lut = random_cube(9)
    assert lut.cube is not None
    pixels, most = picture(dtype), np.iinfo(dtype).max
    bent = np.interp(pixels / most, [0, 0.5, 1], curves.values[:, 0].astype(np.float64))
    plain = tetrahedral(bent.reshape(-1, 3), lut.cube.values).reshape(pixels.shape)
    after = graded(pixels, Lut(curves=curves, cube=lut.cube))
    assert np.abs(after - np.clip(plain, 0, 1) * most).max() < 0.6


def test_what_lies_outside_the_domain_is_taken_for_its_edge():
    lut = cube(node_colors(5), low=(0.2, 0.0, 0.0), high=(0.6, 1.0, 0.5))
    pixels = np.uint8([[[20, 20, 200], [250, 128, 51], [103, 128, 0]]])
    assert graded(pixels, lut)[0].tolist() == [[0, 20, 255], [255, 128, 102], [130, 128, 0]]


def test_results_are_clipped_before_they_are_mixed():
    lut = cube(np.full((2, 2, 2, 3), 5.0))
    pixels = np.full((1, 1, 3), 100, np.uint8)
    assert graded(pixels, lut).tolist() == [[[255, 255, 255]]]
    assert graded(pixels, lut, 0.5).tolist() == [[[178, 178, 178]]]


def test_huge_and_tiny_values_do_no_harm():
    values = np.random.default_rng(0).choice(np.float32([3e38, -3e38, 1e-40, 0.5]), (4, 4, 4, 3))
    after = graded(picture(np.uint8), cube(values))
    assert after.dtype == np.uint8


@pytest.mark.parametrize("dtype", DEPTHS)
@pytest.mark.parametrize("lut", [random_cube(7), Lut(curves=Stage(np.float32([[1, 0, 0], [0, 1, 1]])))])
def test_strength_goes_the_way_in_values(lut, dtype):
    pixels = picture(dtype, 4)
    whole = graded(pixels, lut).astype(np.float64)
    assert graded(pixels, lut, 0) is not None
    assert np.array_equal(graded(pixels, lut, 0), pixels)
    half = graded(pixels, lut, 0.5)
    assert np.abs(half - (pixels.astype(np.float64) + whole) / 2).max() <= 1
    assert np.array_equal(half[..., 3], pixels[..., 3])


def test_a_mask_says_how_much_a_pixel_gets():
    pixels, lut = picture(np.uint8), random_cube(7)
    mask = np.zeros(pixels.shape[:2], np.uint8)
    mask[5:20] = 255
    after = graded(pixels, lut, mask=mask)
    assert np.array_equal(after[5:20], graded(pixels, lut)[5:20])
    assert np.array_equal(after[20:], pixels[20:])


def test_results_are_read_only_and_the_photo_is_left_alone():
    pixels = picture(np.uint8)
    before = pixels.copy()
    after = graded(pixels, random_cube(3))
    assert not after.flags.writeable
    assert np.array_equal(pixels, before)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Lut(), "curves, a cube, or both"),
        (lambda: Lut(curves=Stage(node_colors(3))), "curves are"),
        (lambda: Lut(cube=Stage(np.zeros((3, 3), np.float32))), "a cube is"),
        (lambda: Stage(np.zeros((3, 3))), "float32"),
        (lambda: Stage(np.zeros((3, 3, 2, 3), np.float32)), "a stage is"),
        (lambda: Stage(np.zeros((1, 3), np.float32)), "2 to 65536"),
        (lambda: Stage(np.zeros((65537, 3), np.float32)), "2 to 65536"),
        (lambda: Stage(np.float32([[0, 0, 0], [0, np.nan, 0]])), "finite"),
        (lambda: Stage(node_colors(2), (0, 0, 1), (1, 1, 1)), "empty"),
        (lambda: Stage(node_colors(2), (0,), (1,)), "three channels"),
        (lambda: node_colors(257), "2 to 256"),
        (lambda: graded(picture(np.uint8), random_cube(2), 1.5), "strength"),
        (lambda: graded(picture(np.uint8), random_cube(2), mask=np.zeros((2, 2), np.uint8)), "mask"),
        (lambda: graded(np.zeros((2, 2, 3), np.float32), random_cube(2)), "uint8 or uint16"),
    ],
)
def test_what_makes_no_sense_is_refused(make, words):
    with pytest.raises(ValueError, match=words):
        make()


def test_a_table_says_what_it_is():
    curves, nodes = Stage(np.zeros((4, 3), np.float32)), Stage(node_colors(3))
    kinds = [Lut(curves=curves), Lut(cube=nodes), Lut(curves=curves, cube=nodes)]
    assert [(lut.kind, lut.size) for lut in kinds] == [("1-D", 4), ("3-D", 3), ("1-D + 3-D", 3)]
