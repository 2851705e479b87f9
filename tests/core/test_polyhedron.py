"""The polyhedron of swatches and the shares of its corners, against plain ones and by their laws."""

import numpy as np
import pytest
import reference_mean_value as plain
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import ConvexHull

from palette_studio.core.kernels import mean_value as kernels
from palette_studio.core.recolor.polyhedron import mesh_of

COLORS = np.random.default_rng(0).integers(0, 256, (500, 3)).astype(float)
SOLIDS = {
    "four": [(20, 30, 40), (220, 40, 60), (60, 210, 90), (240, 240, 230)],
    "cube": [(r, g, b) for r in (0, 255) for g in (0, 255) for b in (0, 255)],
    "seven": [
        (0, 0, 0),
        (55, 97, 155),
        (80, 176, 194),
        (131, 210, 34),
        (255, 12, 16),
        (255, 219, 0),
        (255,) * 3,
    ],
    "inside": [(10, 10, 10), (250, 20, 30), (20, 240, 40), (30, 20, 230), (250, 250, 245), (128, 120, 110)],
}
EVEN = {
    "point": [(10, 200, 30)],
    "segment": [(10, 20, 30), (90, 100, 110), (200, 190, 240)],
    "gray line": [(v, v, v) for v in (0, 60, 61, 200, 255)],
    "near line": [(0, 0, 0), (60, 62, 58), (128, 127, 130), (255, 255, 255)],
    "triangle": [(10, 10, 10), (250, 30, 30), (30, 60, 240)],
    "square": [(0, 0, 7), (200, 0, 7), (0, 200, 7), (200, 200, 7), (100, 90, 7)],
}
ALL = SOLIDS | EVEN
points = st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=32, unique=True)


def places(swatches):
    return np.array(swatches, np.float64)


def mesh(swatches):
    return mesh_of(places(swatches).tobytes())


def shares(colors, swatches):
    """Return (n, k) before small ones fade out."""
    out = np.empty((len(colors), len(swatches)))
    kernels.split_coordinates(np.array(colors, np.float64), tuple(mesh(swatches)), out)
    return out


def faded(colors, swatches):
    out = np.empty((len(colors), len(swatches)), np.float32)
    levels = np.arange(256.0)
    kernels.shares(np.array(colors, np.uint8), levels, tuple(mesh(swatches)), out)
    return out


def inside(colors, swatches, depth=0.5):
    hull = ConvexHull(places(swatches)).equations
    return colors[(colors @ hull[:, :3].T + hull[:, 3]).max(axis=1) < -depth]


@pytest.mark.parametrize("name", ["four", "cube", "seven"])
def test_shares_inside_are_the_plain_mean_value_coordinates(name):
    swatches = SOLIDS[name]
    found, some = mesh(swatches), inside(COLORS, swatches)[:60]
    assert len(some) >= 10 or name == "four"
    got = shares(some, swatches)[:, found.members]
    for color, share in zip(some, got, strict=True):
        assert share == pytest.approx(plain.coordinates(color, found.corners, found.faces), abs=1e-9)


@pytest.mark.parametrize("name", ["four", "cube", "seven"])
def test_shares_inside_mix_the_color_itself(name):
    some = inside(COLORS, SOLIDS[name], 1e-6)
    assert np.abs(shares(some, SOLIDS[name]) @ places(SOLIDS[name]) - some).max() < 1e-9


@pytest.mark.parametrize("name", ALL)
def test_a_swatch_is_all_its_own(name):
    got = shares(ALL[name], ALL[name])
    assert got == pytest.approx(np.eye(len(got)), abs=1e-12)
    assert np.array_equal(faded(ALL[name], ALL[name]), np.eye(len(got)))


@given(points)
@settings(max_examples=60, deadline=None)
def test_any_swatches_share_every_color_out_among_them(swatches):
    for got in (shares(COLORS, swatches), faded(COLORS, swatches)):
        assert got.min() >= 0
        assert np.abs(got.sum(axis=1) - 1).max() < 1e-6
    own = faded(swatches, swatches)
    assert np.abs(own - np.eye(len(swatches))).max() < 1e-9


@given(points)
@settings(max_examples=60, deadline=None)
def test_the_hull_is_closed_and_holds_all_swatches(swatches):
    found = mesh(swatches)
    if len(found.axes) < 3:
        assert len(found.edges) == 0
        return
    edges = np.concatenate([found.faces[:, [0, 1]], found.faces[:, [1, 2]], found.faces[:, [2, 0]]])
    assert len(np.unique(edges, axis=0)) == len(edges) == 2 * len(found.edges)
    assert set(map(tuple, edges)) == set(map(tuple, edges[:, ::-1]))
    assert len(found.members) - len(found.edges) + len(found.faces) == 2
    assert (places(swatches) @ found.normals.T - found.offsets).max() < 1e-9
    assert sorted([*found.members, *found.inner]) == list(range(len(swatches)))
    volume = np.linalg.det(found.corners[found.faces] - found.corners.mean(axis=0)).sum() / 6
    assert volume == pytest.approx(ConvexHull(places(swatches)).volume)


@pytest.mark.parametrize("name", ALL)
def test_shares_change_little_where_colors_change_little(name):
    """Across faces, along edges, around swatches, inside and out: no jump that an eye could see."""
    rng = np.random.default_rng(0)
    start, way = rng.uniform(0, 255, (300, 3)), rng.standard_normal((300, 3))
    way /= np.linalg.norm(way, axis=1)[:, None]
    small = np.abs(shares(start + 1e-4 * way, ALL[name]) - shares(start, ALL[name])).max()
    tiny = np.abs(shares(start + 1e-6 * way, ALL[name]) - shares(start, ALL[name])).max()
    assert small < 1e-3
    assert tiny < 1e-5


@pytest.mark.parametrize("name", ["four", "cube", "seven", "square", "triangle"])
def test_shares_on_the_surface_are_those_of_a_place_just_inside(name):
    swatches = ALL[name]
    found = mesh(swatches)
    center = found.origin + found.corners.mean(axis=0) @ found.axes
    some = np.random.default_rng(0).dirichlet(np.ones(found.faces.shape[1]), len(found.faces))
    surface = np.einsum("fc,fcd->fd", some, found.corners[found.faces]) @ found.axes + found.origin
    near = shares(surface + 1e-5 * (center - surface), swatches)
    assert np.abs(shares(surface, swatches) - near).max() < 1e-3
    assert shares(surface + 30 * (surface - center), swatches).min() >= 0


@pytest.mark.parametrize(
    ("name", "dimensions"), [("point", 0), ("segment", 2), ("gray line", 1), ("near line", 1)]
)
def test_thin_palettes_have_no_more_dimensions_than_they_need(name, dimensions):
    assert len(mesh(ALL[name]).axes) == dimensions


def test_on_a_line_shares_run_straight_from_swatch_to_swatch():
    grays = [(v, v, v) for v in (20, 100, 220)]
    got = shares([(60, 60, 60), (160, 160, 160), (5, 5, 5), (250, 250, 250)], grays)
    assert got == pytest.approx(np.array([[0.5, 0.5, 0], [0, 0.5, 0.5], [1, 0, 0], [0, 0, 1]]), abs=1e-9)


def test_a_swatch_in_a_tetrahedron_splits_it():
    """The shares of a color in the part between it and three corners are those of that part."""
    swatches = [(0, 0, 0), (200, 0, 0), (0, 200, 0), (0, 0, 200), (50, 50, 50)]
    part = places([swatches[i] for i in (4, 1, 2, 3)])
    share = np.random.default_rng(0).dirichlet(np.ones(4), 50)
    got = shares(share @ part, swatches)
    assert got[:, 0] == pytest.approx(0, abs=1e-9)
    assert got[:, [4, 1, 2, 3]] == pytest.approx(share, abs=1e-9)


def test_a_swatch_just_under_a_face_rules_just_above_it():
    corners = [(0, 0, 0), (200, 0, 0), (0, 200, 0), (0, 0, 200)]
    got = shares([(60, 60, 0), (60, 60, 8), (5, 190, 0)], [*corners, (60, 60, 4)])
    assert got[0, 4] > 0.9
    assert got[1, 4] > 0.8
    assert got[2, 4] < 0.1


def test_small_shares_fade_out():
    swatches = SOLIDS["seven"]
    raw, kept = shares(COLORS, swatches), faded(COLORS, swatches)
    small = raw < kernels.FADES * raw.max(axis=1)[:, None]
    assert small.mean() > 0.1
    assert (kept[small] == 0).all()
    assert (np.argmax(raw, axis=1) == np.argmax(kept, axis=1)).all()
