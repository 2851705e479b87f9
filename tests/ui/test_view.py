"""Where the photo stands on the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from palette_studio.ui.view import LARGEST, View

PANE = QRectF(0, 0, 800, 600)


@given(
    st.floats(0, 800),
    st.floats(0, 600),
    st.floats(0.05, 32),
    st.floats(0.05, 32),
    st.sampled_from([1.0, 1.5, 2.0]),
)
def test_zoom_keeps_the_point_under_the_pointer(x, y, start, zoom, dpr):
    view, at = View(start, 2000, 1500, False), QPointF(x, y)
    held = view.to_photo(at, PANE, dpr)
    after = view.zoomed(zoom, at, PANE, dpr).to_photo(at, PANE, dpr)
    one_device_pixel = 1 / start + 1 / zoom
    assert abs(after.x() - held.x()) <= one_device_pixel
    assert abs(after.y() - held.y()) <= one_device_pixel


def test_fit_shows_the_whole_photo_with_room_around_it():
    frame = View.fit((4000, 3000), PANE, 1.0).frame((4000, 3000), PANE, 1.0)
    assert PANE.adjusted(20, 20, -20, -20).contains(frame)


def test_a_tiny_photo_grows_by_whole_factors():
    assert View.fit((20, 20), PANE, 1.0).zoom == 27
    assert View.fit((1, 1), PANE, 1.0).zoom == LARGEST


def test_one_hundred_percent_is_one_device_pixel_on_any_screen():
    for dpr in (1.0, 1.25, 2.0):
        frame = View(1.0, 50, 50, False).frame((100, 100), PANE, dpr)
        assert frame.width() * dpr == pytest.approx(100)
        assert (frame.left() * dpr) == pytest.approx(round(frame.left() * dpr))


def test_the_level_has_at_least_a_pixel_for_every_device_pixel():
    assert View(1.0).level(6) == 0
    assert View(0.5).level(6) == 1
    assert View(0.26).level(6) == 1
    assert View(0.01).level(3) == 2
