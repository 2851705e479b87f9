"""Plots of colors: ranges of histograms, swatches in planes, numbers beside them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from palette_studio.core import planes
from palette_studio.core.craft.harmony import HARMONIES, harmonized
from palette_studio.core.density import density
from palette_studio.core.histogram import histograms
from palette_studio.core.palette import Palette, Swatch
from palette_studio.ui import theme as themes
from palette_studio.ui.ab_plane import AbPlane
from palette_studio.ui.density_picture import own_colors, tinted
from palette_studio.ui.histogram_panel import VIEWS, HistogramPanel
from palette_studio.ui.pictures import array_of
from palette_studio.ui.plane_view import PlaneView
from palette_studio.ui.swatch_table import ROW_PX
from palette_studio.ui.value_span import Span
from palette_studio.ui.vectorscope import TARGETS, Vectorscope

LEFT = Qt.MouseButton.LeftButton
FOUND = Palette((Swatch((164, 69, 44), "Brick", 0.5), Swatch((59, 110, 165), "Lake", 0.5)))
PHOTO = np.random.default_rng(0).integers(0, 256, (60, 90, 3)).astype(np.uint8)
both = pytest.mark.parametrize("kind", [AbPlane, Vectorscope])
spans = st.builds(
    lambda low, wide, wraps: Span(0, low, min(low + wide, 359 if not wraps else low + 359), 360, wraps),
    st.floats(0, 359),
    st.floats(0, 359),
    st.booleans(),
)


@pytest.fixture
def panel(qtbot) -> HistogramPanel:
    made = HistogramPanel(themes.load("dark"))
    qtbot.addWidget(made)
    made.resize(940, 230)
    made.show()
    qtbot.waitExposed(made)
    made.make_plot()
    made.set_before(histograms(PHOTO))
    made.set_after(histograms(PHOTO))
    made.set_palettes(FOUND, FOUND, 0)
    made._draw()
    return made


@pytest.fixture
def plot(panel):
    return panel.plot


def show(panel, view):
    panel.tabs.setCurrentIndex(VIEWS.index(view))


@pytest.fixture
def make(qtbot):
    """Return a plane in a window that obeys its wishes, as the document would."""

    def go(kind, edited=FOUND, selected=0) -> PlaneView:
        view = PlaneView(kind(themes.load("dark")), themes.load("dark"))
        view.edited = edited
        view.set_palettes(FOUND, edited, selected)

        def obey(row, rgb, pressed):
            view.edited = view.edited.with_color(row, rgb)
            view.set_palettes(FOUND, view.edited, view.plane.swatches.selected)

        view.color_requested.connect(obey)
        view.select_requested.connect(lambda row: view.set_palettes(FOUND, view.edited, row))
        qtbot.addWidget(view)
        view.resize(940, 190)
        view.show()
        qtbot.waitExposed(view)
        return view

    return go


def drag(qtbot, widget, start, end, modifier=Qt.KeyboardModifier.NoModifier, steps=4, release=True):
    """Press, go there step by step, let go."""
    qtbot.mousePress(widget, LEFT, modifier, pos=start)
    for n in range(1, steps + 1):
        event_at(widget, start + (end - start) * n / steps, modifier)
    if release:
        qtbot.mouseRelease(widget, LEFT, modifier, pos=end)


def event_at(widget, point, modifier):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    kind, at = QEvent.Type.MouseMove, QPointF(point)
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, modifier)
    QApplication.sendEvent(widget, event)


def wheel(widget, notches, modifier=Qt.KeyboardModifier.NoModifier):
    at = QPointF(widget.rect().center() + QPoint(20, 10))
    turn, none = QPoint(0, round(120 * notches)), Qt.MouseButton.NoButton
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), turn, none, modifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(widget, event)


def at(plot, value, share=0.5):
    return QPoint(round(plot.place(value)), round(plot.height() * share))


# A range of a histogram


@given(spans, st.floats(-400, 400))
def test_a_span_that_moves_keeps_its_width_and_its_axis(span, by):
    moved = span.shifted(by)
    assert moved.high - moved.low == pytest.approx(span.high - span.low)
    assert all(0 <= end < 360 for end in moved.ends)
    assert sum(last - first + 1 for first, last in moved.pieces) <= 360


@given(spans, st.floats(-400, 400), st.floats(-400, 400))
def test_a_span_between_any_two_values_is_on_the_axis(span, one, other):
    made = span.between(one, other)
    assert all(0 <= end < 360 for end in made.ends)
    assert made.wraps or made.ends[0] <= made.ends[1]


def test_a_drag_on_a_histogram_selects_the_values_it_went_over(panel, plot, qtbot):
    show(panel, "lightness")
    drag(qtbot, plot, at(plot, 40), at(plot, 120))
    assert (panel.range.channel, panel.range.first, panel.range.last) == ("lightness", 40, 120)
    assert "% of the photo" in panel.numbers.text()
    assert "Lightness 16 to 47" in panel.numbers.text()


def test_on_rgb_the_range_is_of_the_curve_that_is_nearest(panel, plot, qtbot):
    pixels = np.zeros((64, 64, 3), np.uint8)
    for channel, rows in ((0, 60), (1, 30), (2, 5)):  # curves of three heights
        pixels[:rows, :, channel] = 20
    panel.set_after(histograms(pixels))
    panel.set_before(None)
    panel._draw()
    heights = [float(plot._heights(curve)[20]) for curve in plot._curves.now]
    for height, channel in zip(heights, ("red", "green", "blue"), strict=True):
        room = plot._room()
        start = QPoint(round(plot.place(20)), round(room.bottom() - height * room.height()))
        drag(qtbot, plot, start, start + QPoint(30, 0))
        assert panel.range.channel == channel
        panel.clear_range()


def test_a_range_of_hues_can_go_through_red(panel, plot, qtbot):
    show(panel, "hue")
    drag(qtbot, plot, at(plot, 340), QPoint(round(plot.place(375)), 40))
    assert (panel.range.first, panel.range.last) == (340, 15)
    assert "Hue 340° to 15°" in panel.numbers.text()


def test_grips_move_the_ends_and_the_middle_moves_it_all(panel, plot, qtbot):
    show(panel, "lightness")
    drag(qtbot, plot, at(plot, 100), at(plot, 150))
    half = plot._room().width() / plot.bins / 2
    drag(qtbot, plot, at(plot, 150) + QPoint(round(half), 0), at(plot, 180) + QPoint(round(half), 0))
    assert (panel.range.first, panel.range.last) == (100, pytest.approx(180, abs=1))
    drag(qtbot, plot, at(plot, 140), at(plot, 120))
    assert panel.range.first == pytest.approx(80, abs=1)
    assert panel.range.last == pytest.approx(160, abs=1)


@pytest.mark.parametrize("way", ["click", "escape", "tab"])
def test_a_range_is_cleared(panel, plot, qtbot, way):
    show(panel, "lightness")
    drag(qtbot, plot, at(plot, 100), at(plot, 150))
    with qtbot.waitSignal(panel.range_requested) as heard:
        if way == "click":
            qtbot.mouseClick(plot, LEFT, pos=at(plot, 30))
        elif way == "escape":
            qtbot.keyClick(plot, Qt.Key.Key_Escape)
        else:
            show(panel, "hue")
    assert heard.args == [None]
    assert panel.range is None
    assert "of the photo" not in panel.numbers.text()


def test_escape_during_a_drag_gives_back_the_range_before_it(panel, plot, qtbot):
    show(panel, "lightness")
    drag(qtbot, plot, at(plot, 100), at(plot, 150))
    drag(qtbot, plot, at(plot, 20), at(plot, 60), release=False)
    assert panel.range.first == 20
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert (panel.range.first, panel.range.last) == (100, 150)


def test_arrow_keys_make_move_and_widen_a_range(panel, plot, qtbot):
    show(panel, "lightness")
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    first, last = panel.range.first, panel.range.last
    assert first < 128 < last
    qtbot.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert (panel.range.first, panel.range.last) == (first + 10, last + 10)
    qtbot.keyClick(plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert panel.range.last - panel.range.first == last - first + 10


def test_a_pixel_is_marked_at_its_values(panel, plot):
    for view, places in (("rgb", [10, 200, 30]), ("lightness", None), ("hue", None)):
        show(panel, view)
        panel.set_probe((10, 200, 30))
        found = [value for value, _ in plot._probe]
        assert found == (places or found) and len(found) == (3 if view == "rgb" else 1)
        panel.set_probe(None)
        assert plot._probe == []
    panel.set_probe((90, 90, 90))
    assert plot._probe == []  # a gray has no hue


# Swatches in a plane


@both
def test_a_drag_keeps_lightness_and_is_one_gesture(make, qtbot, kind):
    view, heard, gestures = make(kind), [], []
    plane = view.plane
    view.color_requested.connect(lambda row, rgb, pressed: heard.append((row, rgb, pressed)))
    view.gesture_began.connect(lambda: gestures.append("began"))
    view.gesture_ended.connect(lambda: gestures.append("ended"))
    light, start = plane.swatches.place[0], plane.handle_point(0).toPoint()
    drag(qtbot, plane, start, start + QPoint(9, 12), steps=5)
    assert len(heard) == 5
    assert all(row == 0 and pressed for row, _, pressed in heard)
    assert gestures == ["began", "ended"]
    lights = [planes.places_of(kind.PLANE, np.array(rgb) / 255)[0] for _, rgb, _ in heard]
    assert np.abs(np.array(lights) - light).max() < 0.01 * planes.LIGHTEST[kind.PLANE]
    end = plane.handle_point(0)
    assert abs(end.x() - start.x() - 9) <= 2
    assert abs(end.y() - start.y() - 12) <= 2


@both
def test_what_is_dragged_far_out_stays_in_srgb_and_in_sight(make, qtbot, kind):
    view = make(kind)
    plane = view.plane
    hue = np.arctan2(400, 500)
    start = plane.handle_point(0).toPoint()
    drag(qtbot, plane, start, start + QPoint(500, -400))
    x, y = plane.swatches.place[1:]
    assert abs(np.arctan2(y, x) - hue) < 0.35
    assert plane.rect().contains(plane.handle_point(0).toPoint())
    back = planes.held(kind.PLANE, plane.swatches.place * [1, 1.05, 1.05])
    assert np.hypot(*back[1:]) < 1.02 * np.hypot(x, y)  # it stands at the edge


@both
def test_shift_keeps_hue_or_chroma_and_ctrl_is_slow(make, qtbot, kind):
    view = make(kind)
    plane = view.plane
    place, start = plane.swatches.place.copy(), plane.handle_point(0).toPoint()
    out = QPointF(place[1], -place[2]) / np.hypot(*place[1:])
    drag(qtbot, plane, start, start - (out * 20 + QPointF(1, 2)).toPoint(), Qt.KeyboardModifier.ShiftModifier)
    now = plane.swatches.place
    assert now[1] * place[2] == pytest.approx(now[2] * place[1], rel=0.02)
    assert np.hypot(*now[1:]) < 0.95 * np.hypot(*place[1:])
    before, start = plane.handle_point(0), plane.handle_point(0).toPoint()
    drag(qtbot, plane, start, start + QPoint(-40, 0), Qt.KeyboardModifier.ControlModifier)
    assert 2 <= before.x() - plane.handle_point(0).x() <= 6


@both
def test_escape_takes_the_drag_back_and_a_press_on_another_handle_selects_it(make, qtbot, kind):
    view = make(kind)
    plane = view.plane
    start = plane.handle_point(0).toPoint()
    drag(qtbot, plane, start, start + QPoint(-20, 5), release=False)
    with qtbot.waitSignal(view.gesture_canceled):
        qtbot.keyClick(plane, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.select_requested) as heard:
        qtbot.mouseClick(plane, LEFT, pos=plane.handle_point(1).toPoint())
    assert heard.args == [1]


@both
def test_a_locked_swatch_does_not_move(make, qtbot, kind):
    locked = Palette((Swatch((164, 69, 44), "Brick", 0.5, True), FOUND[1]))
    view = make(kind, locked)
    start = view.plane.handle_point(0).toPoint()
    with qtbot.assertNotEmitted(view.color_requested):
        drag(qtbot, view.plane, start, start + QPoint(20, 20))
        qtbot.keyClick(view.plane, Qt.Key.Key_Left)
        point = view.axis.handle_point(0).toPoint()
        drag(qtbot, view.axis, point, point + QPoint(0, 20))


@both
def test_arrow_keys_move_the_selected_handle_shift_ten_times_as_far(make, qtbot, kind):
    view = make(kind)
    plane = view.plane
    place = plane.swatches.place.copy()
    qtbot.keyClick(plane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert plane.swatches.place[1] == pytest.approx(place[1] - 10 * kind.STEP)
    qtbot.keyClick(plane, Qt.Key.Key_Up)
    assert plane.swatches.place[2] == pytest.approx(place[2] + kind.STEP)


@both
def test_lightness_can_be_dragged_on_its_axis(make, qtbot, kind):
    view = make(kind)
    axis, plane = view.axis, view.plane
    place, start = plane.swatches.place.copy(), axis.handle_point(0).toPoint()
    drag(qtbot, axis, start, start + QPoint(0, 8))
    step = 8 / axis._track().height() * planes.LIGHTEST[kind.PLANE]
    now = plane.swatches.place
    assert now[0] == pytest.approx(place[0] - step, rel=0.03)
    assert now[1] * place[2] == pytest.approx(now[2] * place[1], rel=0.02)
    qtbot.keyClick(axis, Qt.Key.Key_Up)
    assert plane.swatches.place[0] == pytest.approx(now[0] + 0.01 * planes.LIGHTEST[kind.PLANE])


@both
def test_a_handle_that_is_pointed_at_lights_up_its_region(make, qtbot, kind):
    view = make(kind)
    with qtbot.waitSignal(view.hovered) as heard:
        qtbot.mouseMove(view.plane, view.plane.handle_point(1).toPoint())
    assert heard.args == [1]
    with qtbot.waitSignal(view.hovered) as heard:
        qtbot.mouseMove(view.plane, QPoint(view.plane.width() // 2, view.plane.height() - 2))
    assert heard.args == [-1]


@both
def test_numbers_of_every_swatch_and_of_the_pixel_stand_beside_the_plane(make, qtbot, kind):
    view = make(kind)
    table = view.table
    assert [row.name for row in table._rows] == ["Brick", "Lake"]
    assert "Brick" in table.accessibleDescription()
    view.set_pixel((10, 20, 200))
    assert table._pixel.name == "Pixel #0A14C8"
    assert len(table._pixel.values) >= 3
    view.set_pixel(None)
    assert table._pixel is None
    with qtbot.waitSignal(view.select_requested) as heard:
        qtbot.mouseClick(table, LEFT, pos=QPoint(60, round(2.4 * ROW_PX)))
    assert heard.args == [1]


def test_of_many_swatches_the_table_shows_those_around_the_selected_one(make):
    many = Palette.from_colors([(n, 255 - n, n // 2) for n in range(0, 250, 5)])
    view = make(AbPlane)
    view.set_palettes(many, many, 40)
    shown = [row.number for row in view.table._shown]
    assert 41 in shown
    assert len(shown) < 12


def test_the_wheel_zooms_the_ab_plane_at_the_pointer_and_a_double_click_shows_all(make, qtbot):
    plane = make(AbPlane).plane
    point = QPointF(plane.rect().center() + QPoint(20, 10))
    before, scale = plane.spot(point), plane.scale
    wheel(plane, 3)
    assert plane.scale > scale * 1.5
    assert (plane.spot(point) - before).manhattanLength() < 1e-6
    qtbot.mouseDClick(plane, LEFT, pos=QPoint(3, plane.height() - 3))
    assert plane.scale == pytest.approx(scale)


def test_the_ab_plane_shows_closely_what_there_is(make):
    plane = make(AbPlane).plane
    gray = np.repeat(PHOTO[..., :1], 3, axis=2) // 4 * 4
    plane.set_densities(None, None, False)
    plane.set_densities(density(gray, "ab"), None, False)
    for number in range(2):
        assert plane.rect().contains(plane.handle_point(number).toPoint())
    close = plane.scale
    plane.set_densities(None, None, False)
    plane.set_densities(density(PHOTO, "ab"), None, False)
    assert plane.scale < close


# The vectorscope


def test_the_targets_stand_where_video_has_them(make):
    """Angles and lengths of the primaries in Cb and Cr of BT.709, from its equations."""
    found = {name: planes.places_of("vectorscope", rgb) for name, rgb in TARGETS.items()}
    assert found["R"] == pytest.approx([0.2126, -0.1146, 0.5], abs=1e-4)
    assert found["B"] == pytest.approx([0.0722, 0.5, -0.0458], abs=1e-4)
    assert found["G"] == pytest.approx([0.7152, -0.3854, -0.4542], abs=1e-4)
    for one, other in (("R", "Cy"), ("G", "Mg"), ("B", "Yl")):
        assert found[one][1:] == pytest.approx(-found[other][1:])


@pytest.mark.parametrize("harmony", [name for name in HARMONIES if name != "monochrome"])
def test_guides_go_through_swatches_that_are_in_harmony(make, harmony):
    view = make(Vectorscope)
    view.guides.box.setCurrentIndex(view.guides.box.findData(harmony))
    view.guides.box.activated.emit(view.guides.box.currentIndex())
    scope = view.plane
    assert len(scope.guide_hues) == len(HARMONIES[harmony])
    hue_of_key = scope.guide_places()[0]
    assert (hue_of_key.x(), hue_of_key.y()) == pytest.approx(tuple(scope.swatches.place[1:]), abs=0.01)
    tuned = harmonized(FOUND, harmony, 0)
    view.set_palettes(FOUND, tuned, 0)
    off = [float(row.values[-1].rstrip("°").replace("−", "-")) for row in view.table._rows]
    assert np.abs(off).max() <= 2


def test_the_wheel_turns_the_guides_and_a_double_click_sets_them_back(make, qtbot):
    view = make(Vectorscope)
    scope = view.plane
    wheel(scope, 1)
    assert scope.turn_deg == 0  # there are none
    scope.set_harmony("triad")
    view.guides.box.setCurrentIndex(view.guides.box.findData("triad"))
    hues = scope.guide_hues
    wheel(scope, 2)
    wheel(scope, -1, Qt.KeyboardModifier.ControlModifier)
    assert (scope.guide_hues - hues) % 360 == pytest.approx(9)
    assert "9°" in view.guides._turn.text()
    qtbot.keyClick(scope, Qt.Key.Key_PageDown)
    assert scope.turn_deg == pytest.approx(4)
    qtbot.mouseDClick(scope, LEFT, pos=QPoint(scope.width() // 2, scope.height() - 12))
    assert scope.turn_deg == 0


def test_twice_as_large_no_handle_leaves_the_ring(make, qtbot):
    vivid = Palette.from_colors([(255, 0, 0), (0, 0, 255)])
    view = make(Vectorscope)
    view.set_palettes(vivid, vivid, 0)
    view.guides.double.setChecked(True)
    for number in range(2):
        away = view.plane.handle_point(number) - QPointF(view.plane._center())
        assert np.hypot(away.x(), away.y()) <= view.plane._rim_px() + 1e-6


# Densities as pictures


@pytest.mark.parametrize("name", themes.THEMES)
@pytest.mark.parametrize("plane", planes.PLANES)
def test_no_color_drowns_in_the_ground_it_stands_on(name, plane):
    field = QColor(themes.load(name).field)
    rgba = array_of(own_colors(density(PHOTO, plane), field, False))
    filled = rgba[..., 3] > 0
    assert filled.sum() == (density(PHOTO, plane).counts > 0).sum()
    luma = rgba[filled, :3] @ np.array([0.2126, 0.7152, 0.0722])
    assert np.quantile(np.abs(luma - field.red()), 0.02) > 25


def test_what_was_is_gray_and_fainter():
    rgba = array_of(tinted(density(PHOTO, "ab"), QColor("#9C9C9C"), log=True))
    filled = rgba[..., 3] > 0
    assert (np.ptp(rgba[filled, :3].astype(int), axis=1) == 0).all()
    assert rgba[..., 3].max() <= 150


@both
@pytest.mark.parametrize("theme", themes.THEMES)
def test_a_plane_without_a_photo_is_gray_but_for_its_hues(qtbot, kind, theme):
    view = PlaneView(kind(themes.load(theme)), themes.load(theme))
    qtbot.addWidget(view)
    view.resize(940, 190)
    shot = view.plane.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    colors = array_of(shot).astype(int)
    chroma = np.ptp(colors, axis=2)
    if kind is AbPlane:
        assert chroma.max() <= 2
    else:
        size, middle = view.plane.height() / 2, np.array(chroma.shape) / 2
        rows, columns = np.nonzero(chroma > 8)
        far = np.hypot(rows + 0.5 - middle[0], columns + 0.5 - middle[1])
        assert far.min() > size - 10  # the ring alone


@pytest.mark.parametrize("view", ["lightness", "hue"])
def test_a_plot_that_changes_under_the_hand_lets_go_of_the_range(panel, qtbot, view):
    plot, height = panel.plot, panel.plot.height()
    blue = [QPoint(round(plot.place(at)), height // 2) for at in (60, 120)]
    for row in range(4, height - 12):  # wherever the last of the three curves is the nearest
        if plot._curve_at(QPointF(blue[0].x(), row)) == 2:
            blue = [QPoint(point.x(), row) for point in blue]
    drag(qtbot, plot, *blue, release=False)
    assert plot.span.curve == 2
    canceled = []
    panel.gesture_canceled.connect(lambda: canceled.append(True))
    show(panel, view)
    panel._draw()
    event_at(plot, blue[0] + QPoint(90, 0), Qt.KeyboardModifier.NoModifier)
    assert plot.span is None
    assert not plot.dragging
    panel.grab()
    qtbot.mouseRelease(plot, LEFT, pos=blue[1])
