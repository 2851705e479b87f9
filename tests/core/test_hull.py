"""Hulls of few corners, colors as mixtures of them, and palettes that enclose a photo."""

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reference_tan import plainly_simplified
from scipy.optimize import linprog
from scipy.spatial import ConvexHull

from palette_studio.core.extract import extract
from palette_studio.core.hull.collapse import Polyhedron, simplified
from palette_studio.core.hull.flat import polygon
from palette_studio.core.hull.places import Places
from palette_studio.core.hull.tessellation import Tessellation, maps_of
from palette_studio.core.kernels import hull as kernels
from palette_studio.core.kernels import simplices
from palette_studio.core.scene import Scene

SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", Path(__file__).resolve().parents[2] / ".." / "shared"))
PHOTOS = sorted((SHARED / "data" / "photos" / "kodak").glob("*.webp"))[::5]
levels = st.integers(0, 255)
palettes = st.lists(st.tuples(levels, levels, levels), min_size=1, max_size=32, unique=True)


def noise(*shape):
    return np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)


def ball(count=400):
    """Return colors in a ball: a hull of many corners, none of them in the way of the gamut."""
    points = np.random.default_rng(0).standard_normal((count, 3))
    return 0.5 + 0.4 * points / np.linalg.norm(points, axis=1, keepdims=True)


def blobs(height=60, width=80):
    """Return a smooth picture of many colors, with a little noise."""
    y, x = np.mgrid[0:height, 0:width]
    waves = [np.sin(x / 9.0 + c) * np.cos(y / (7.0 + c)) for c in range(3)]
    pixels = np.stack(waves, axis=2) * 90 + 128 + np.random.default_rng(0).normal(0, 4, (height, width, 3))
    pixels = np.clip(np.rint(pixels), 0, 255).astype(np.uint8)
    pixels.flags.writeable = False
    return pixels


def contains(hull, points, slack=1e-7):
    return bool((points @ hull.normals.T <= hull.offsets + slack).all())


@pytest.mark.parametrize("count", [4, 6, 10])
def test_the_hull_is_that_of_solving_every_edge_anew_each_time(count):
    colors = ball(32)
    hulls = list(simplified(colors))  # four may be out of reach
    ours = next((hull for hull in hulls if len(hull.corners) <= count), hulls[-1])
    plain = plainly_simplified(colors, count)
    assert ours.places[np.lexsort(ours.places.T)] == pytest.approx(plain[np.lexsort(plain.T)], abs=1e-6)


def test_every_simpler_hull_encloses_the_one_before():
    hulls = list(simplified(ball(150)))
    counts = [len(hull.corners) for hull in hulls]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 4
    for before, after in pairwise(hulls):
        assert contains(after, before.places)


def test_a_collapse_is_where_a_linear_program_has_it():
    hull = Polyhedron.around(ball(40))
    edges = hull.edges
    cost, place = np.empty(len(edges)), np.empty((len(edges), 3))
    kernels.collapses(hull.faces, hull.normals, hull.offsets, hull.areas, edges, cost, place)
    for edge, own, at in zip(edges, cost, place, strict=True):
        near = np.isin(hull.faces, edge).any(axis=1)
        goal = hull.areas[near] @ hull.normals[near]
        found = linprog(goal, -hull.normals[near], -hull.offsets[near], bounds=(None, None), method="highs")
        if not np.isfinite(own):
            assert not found.success or np.abs(found.x).max() > kernels.FAR - 1
            continue
        assert own == pytest.approx((found.fun - hull.areas[near] @ hull.offsets[near]) / 3, abs=1e-7)
        assert goal @ at == pytest.approx(found.fun, abs=1e-6)


def test_a_polygon_of_few_corners_encloses_the_points():
    points = ball()[:, :2]
    for count in (3, 4, 7):
        corners = polygon(points, count)
        assert len(corners) <= count
        hull = ConvexHull(corners)
        assert (points @ hull.equations[:, :2].T + hull.equations[:, 2] < 1e-9).all()


@given(palettes)
@settings(max_examples=60, deadline=None)
def test_colors_are_mixtures_of_any_swatches(colors):
    """Shares are not negative, sum to 1, are one swatch at its color, and mix what is nearest."""
    points = np.array(colors) / 255
    found = Tessellation.of(points)
    asked = noise(200, 3)
    shares = found.shares(asked)
    assert shares.min() >= 0
    assert np.abs(shares.sum(axis=1) - 1).max() < 1e-12
    assert np.abs(found.shares(points) - np.eye(len(points))).max() < 1e-6
    missed = np.linalg.norm(shares @ points - asked / 255, axis=1)
    nearest = np.linalg.norm(asked[:, None] / 255 - points, axis=2).min(axis=1)
    assert (missed <= nearest + 1e-9).all()


@given(palettes)
@settings(max_examples=60, deadline=None)
def test_what_is_mixed_of_swatches_is_mixed_again(colors):
    points = np.array(colors) / 255
    weights = np.random.default_rng(0).dirichlet(np.full(len(points), 0.4), 100)
    mixed = weights @ points
    assert np.abs(Tessellation.of(points).shares(mixed) @ points - mixed).max() < 1e-5


@pytest.mark.parametrize(("height", "width"), [(30, 40), (33, 21)])
def test_the_walk_finds_the_simplex_and_the_shares_that_scipy_finds(height, width):
    from scipy.spatial import Delaunay

    pixels = blobs(height, width)
    places = Places.of(Scene(pixels))
    assert places is not None
    peer = Delaunay(places.corners)
    y, x = np.mgrid[0:height, 0:width]
    points = np.stack([*np.moveaxis(pixels / 255, 2, 0), (x + 0.5) / width, (y + 0.5) / height], axis=2)
    points = points.reshape(-1, 5)
    simplex = peer.find_simplex(points)
    shares, start = np.empty(6), np.empty(6)
    inside, at = 0, places.home
    for point, other in zip(points, simplex, strict=True):
        at = simplices.located(
            point, places.center, places.home, at, places.neighbors, places.maps, shares, start
        )
        corners = places.corners[places.simplices[at]]
        assert shares.min() >= 0
        assert shares.sum() == pytest.approx(1)
        if other >= 0:
            inside += 1
            assert np.abs(shares @ corners - point).max() < 1e-8
            if shares.min() > 1e-6:
                assert set(places.simplices[at]) == set(peer.simplices[other])
        else:  # pulled straight toward the center, onto the surface
            way, whole = shares @ corners - places.center, point - places.center
            assert np.abs(np.cross(way[:3], whole[:3])).max() < 1e-8
            assert np.linalg.norm(way) < np.linalg.norm(whole)
    assert len(points) / 2 < inside < len(points)


def test_where_the_walk_begins_changes_nothing():
    pixels = blobs()
    places = Places.of(Scene(pixels))
    assert places is not None
    random = np.random.default_rng(0)
    one, other, start = np.empty(6), np.empty(6), np.empty(6)
    for point in random.random((300, 5)):
        rest = (places.neighbors, places.maps)
        first = simplices.located(point, places.center, places.home, places.home, *rest, one, start)
        begin = int(random.integers(len(places.simplices)))
        second = simplices.located(point, places.center, places.home, begin, *rest, other, start)
        assert first == second
        assert np.array_equal(one, other)


def test_maps_take_corners_to_themselves():
    points = noise(7, 5) / 255
    simplex = np.arange(6)[None]
    corners = np.concatenate([points[:6], np.ones((6, 1))], axis=1)
    assert maps_of(points, simplex)[0] @ corners.T == pytest.approx(np.eye(6), abs=1e-9)


@pytest.mark.parametrize(
    "pixels",
    [np.full((40, 50, 3), 90, np.uint8), np.zeros((1, 1, 3), np.uint8), np.zeros((9, 9, 4), np.uint8)],
    ids=["flat", "one pixel", "clear"],
)
def test_a_picture_without_five_dimensions_has_no_places(pixels):
    assert Places.of(Scene(pixels)) is None


def colors_of(palette):
    return palette.colors / 255


@pytest.mark.parametrize("k", [4, 6, 10, "auto"])
def test_a_hull_palette_encloses_the_colors_of_a_picture(k):
    palette = extract(blobs(), k, method="hull")
    assert 4 <= len(palette) <= (10 if k == "auto" else k)
    found = Tessellation.of(colors_of(palette))
    pixels = blobs().reshape(-1, 3)
    off = found.shares(pixels) @ found.points * 255 - pixels
    assert np.sqrt((off * off).mean()) < (8 if k == 4 else 2)


def test_few_dimensions_give_a_polygon_a_segment_or_what_there_is():
    ramp = np.arange(256, dtype=np.uint8)
    gray = np.repeat(ramp[None, :, None], 3, axis=2)
    palette = extract(gray, 2, method="hull")
    assert [s.color for s in palette.swatches] == [(0, 0, 0), (255, 255, 255)]
    grays = extract(gray, "auto", method="hull")
    assert {(0, 0, 0), (255, 255, 255)} <= {s.color for s in grays.swatches}
    assert all(max(s.color) - min(s.color) <= 1 for s in grays.swatches)
    plane = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(40)), axis=2)
    corners = {s.color for s in extract(plane, 4, method="hull").swatches}
    assert corners == {(0, 0, 40), (0, 255, 40), (255, 0, 40), (255, 255, 40)}
    two = np.array([[[10, 20, 30], [200, 100, 50]]], np.uint8)
    assert {s.color for s in extract(two, "auto", method="hull").swatches} == {(10, 20, 30), (200, 100, 50)}


@pytest.mark.parametrize("k", [2, 3])
def test_two_and_three_colors_lie_along_the_main_axes(k):
    palette = extract(blobs(), k, method="hull")
    assert len(palette) == k


def test_locked_colors_stay_and_count_among_the_corners():
    locked = [(128, 128, 128), (250, 10, 10)]
    for k in (2, 5, 8):
        palette = extract(blobs(), k, method="hull", locked=locked)
        assert len(palette) <= k
        assert {s.color for s in palette.swatches if s.locked} == set(locked)
    assert set(locked) <= {s.color for s in extract(blobs(), "auto", method="hull", locked=locked).swatches}


@pytest.mark.skipif(not PHOTOS, reason="the Kodak photos of ../shared/data are not here")
@pytest.mark.parametrize("path", PHOTOS, ids=lambda path: path.stem)
def test_the_automatic_size_encloses_a_photo_in_four_to_ten(path):
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    palette = extract(pixels, "auto", method="hull")
    assert 4 <= len(palette) <= 10
    found, colors = Tessellation.of(colors_of(palette)), np.ascontiguousarray(pixels.reshape(-1, 3))
    off = found.shares(colors) @ found.points * 255 - colors
    assert np.sqrt((off * off).mean()) < 2
