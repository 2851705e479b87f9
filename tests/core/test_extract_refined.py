"""Hull palettes drawn toward colors that the picture has."""

import numpy as np
import pytest
from scipy.spatial import ConvexHull

from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.extract import extract
from palette_studio.core.extract.hull import hull
from palette_studio.core.extract.refined import OUTSIDE, Polyhedron, loss, refined
from palette_studio.core.tick import Canceled

CUBE = np.array([(r, g, b) for r in (0, 1) for g in (0, 1) for b in (0, 1)], np.float64)
NONE = np.empty((0, 3))


def cloud():
    """Return a picture that fills a tetrahedron of colors unevenly: few are near its corners."""
    corners = np.array([(10, 10, 20), (240, 60, 30), (40, 200, 90), (230, 230, 250)])
    share = np.random.default_rng(0).dirichlet(np.full(4, 0.6), (90, 120))
    return np.rint(share @ corners).astype(np.uint8)


HISTOGRAM = ColorHistogram.of(cloud())
BINS = HISTOGRAM.bins("srgb", 5)


def test_the_distance_from_a_convex_polyhedron_is_that_from_its_hull():
    places = np.random.default_rng(0).uniform(-0.5, 1.5, (500, 3))
    want = np.linalg.norm(np.maximum(np.maximum(-places, places - 1), 0), axis=1)
    assert Polyhedron.around(CUBE).distance(places) == pytest.approx(want, abs=1e-9)


def test_a_dent_is_outside():
    """A corner drawn in through the cube's middle: what was inside beside it is not any more."""
    cube = Polyhedron.around(CUBE)
    dented = cube.with_corner(7, np.full(3, 0.45))
    places = np.array([(0.3, 0.3, 0.3), (0.9, 0.9, 0.9), (0.5, 0.5, 0.5), (0.05, 0.5, 0.05)])
    assert (cube.distance(places) == 0).all()
    assert (dented.distance(places) > 0).tolist() == [False, True, True, False]


@pytest.mark.parametrize(("k", "ratio"), [(4, 0.5), (5, 0.7), (6, 1.0)])
def test_refining_lowers_the_loss(k, ratio):
    before, after = hull(HISTOGRAM, k, NONE), refined(HISTOGRAM, k, NONE)
    faces = Polyhedron.around(before).faces
    assert len(after) == len(before)
    assert loss(BINS, Polyhedron(after, faces)) < ratio * loss(BINS, Polyhedron(before, faces))


def test_the_loss_is_what_it_says():
    """Two points of equal weight, one 0.1 outside; the corners' own colors are the one inside."""
    places = np.array([(0.5, 0.5, 0.5), (1.1, 0.5, 0.5)])
    points = Points(places, np.ones(2))
    apart = np.linalg.norm(CUBE - places[0], axis=1).mean()
    assert loss(points, Polyhedron.around(CUBE)) == pytest.approx(OUTSIDE * 0.05 + apart)


def test_corners_come_nearer_to_colors_and_still_enclose_most():
    before, after = hull(HISTOGRAM, 6, NONE), refined(HISTOGRAM, 6, NONE)

    def far(corners):
        squared = ((corners[:, None] - BINS.place) ** 2).sum(axis=2)
        return np.sqrt(squared.min(axis=1)).mean()

    assert far(after) <= far(before)
    planes = ConvexHull(after).equations
    off = np.maximum((BINS.place @ planes[:, :3].T + planes[:, 3]).max(axis=1), 0)
    assert np.average(off, weights=BINS.weight) < 3 / 255


def test_locked_colors_stay_and_the_rest_refines():
    locked = np.array([(0.1, 0.9, 0.9), (0.5, 0.5, 0.5)])
    found = refined(HISTOGRAM, 6, locked)
    assert np.array_equal(found[:2], locked)
    assert len(found) <= 6


@pytest.mark.parametrize("k", [2, 3, 4, 8])
def test_flat_and_small_pictures_have_palettes_too(k):
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    plane = np.stack(np.meshgrid(np.arange(0, 256, 5), np.arange(0, 256, 5), [9]), axis=-1)[:, :, 0]
    for pixels in (ramp, plane.astype(np.uint8), np.full((5, 5, 3), 80, np.uint8)):
        assert 1 <= len(extract(pixels, k, method="refined")) <= k


def test_the_same_picture_gives_the_same_palette():
    assert extract(cloud(), 6, method="refined") == extract(cloud(), 6, method="refined")


def test_a_tick_that_cancels_stops_it():
    def tick(fraction, partial=None):
        if fraction > 0.8:
            raise Canceled

    with pytest.raises(Canceled):
        refined(HISTOGRAM, 6, NONE, tick)
