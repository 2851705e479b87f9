"""The Colorize workspace in the whole window: a gray photo gets color, hints lead it, a swatch, a file."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.colorize.hints import write_hints
from palette_studio.core.colorize.paint import lightness
from palette_studio.core.files import ExportOptions, read_photo
from palette_studio.workbench.jobs.export import export_job

PATIENCE = 60_000
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def models(tmp_path, monkeypatch):
    """A folder of models in which there is a small automatic one, untrained, and no network of hints."""
    import torch

    from palette_studio.nets import runtime
    from palette_studio.nets.let_there_be_color.model import LetThereBeColor
    from palette_studio.nets.let_there_be_color.recipe import STUDIO

    folder = tmp_path / "models"
    folder.mkdir()
    runtime.calm()
    torch.manual_seed(1)
    net = LetThereBeColor(replace(STUDIO, width=0.125, size=32, whole=32, classes=2))
    with torch.no_grad():
        for _ in range(20):
            net(torch.rand(4, 1, 32, 32) - 0.5)  # norms learn how large features are
    path = folder / "let-there-be-color.safetensors"
    runtime.write(net, path, {"recipe": json.dumps(net.recipe.as_dict())})
    monkeypatch.setattr(runtime, "shipped", lambda name: folder / f"{name}.safetensors")
    return folder


@pytest.fixture
def gray(tmp_path):
    """A gray photo of 150 x 100 pixels: a dark half, a light half, and grain."""
    rng = np.random.default_rng(0)
    values = np.where(np.arange(150) < 75, 70, 170) + rng.normal(0, 5, (100, 150))
    path = tmp_path / "gray.png"
    Image.fromarray(values.clip(0, 255).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def studio_on_gray(studio, qtbot, models, gray):
    studio.open(gray)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)
    studio.window.actions_["colorize"].trigger()
    settle(studio, qtbot)
    return studio


def settle(studio, qtbot):
    """Wait until the exact picture stands and its palette has been found."""
    qtbot.waitUntil(lambda: studio.settled and not studio.document.stale, timeout=PATIENCE)


def result(studio):
    return studio.showing.rendering.full


def chroma(pixels):
    return srgb_to_lab(pixels[..., :3] / 255)[..., 1:]


def point(studio, x, y):
    """Return where a photo pixel is on the canvas."""
    (frame, _), *_ = studio.window.canvas.results()
    scale = frame.width() / studio.document.photo.width
    return (frame.topLeft() + QPointF(x + 0.5, y + 0.5) * scale).toPoint()


def click(studio, qtbot, x, y, button=LEFT):
    """Click the photo, or what lies over it there."""
    where = point(studio, x, y)
    target = studio.window.canvas.childAt(where) or studio.window.canvas
    qtbot.mouseClick(target, button, pos=where)


def test_a_gray_photo_is_colored_at_once_and_its_lightness_stays(studio_on_gray):
    studio = studio_on_gray
    photo, made = studio.document.photo.pixels, result(studio)
    assert studio.document.coloring.on
    assert np.abs(chroma(made)).mean() > 1
    assert np.abs(lightness(made) - lightness(photo)).mean() < 0.15
    assert studio.store.stack.count() == 1  # its palette is found in the same step
    assert any(len(set(swatch.color)) > 1 for swatch in studio.document.found.swatches)


def test_the_swatch_of_a_photo_of_one_pixel_follows_its_color(studio, qtbot, models, tmp_path):
    path = tmp_path / "pixel.png"
    Image.new("L", (1, 1), 120).save(path)
    studio.open(path)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)
    studio.window.actions_["colorize"].trigger()
    settle(studio, qtbot)
    assert [swatch.color for swatch in studio.document.found.swatches] == [tuple(result(studio)[0, 0])]


@pytest.mark.parametrize("workspace", ["recolor", "map", "segment", "transfer", "colorize", "sequence"])
def test_a_window_that_nothing_happens_in_paints_nothing(workspace, studio_on_gray, qtbot):
    studio = studio_on_gray
    click(studio, qtbot, 30, 40)
    studio.window.actions_[workspace].trigger()
    settle(studio, qtbot)
    canvas, painted = studio.window.canvas, []
    with qtbot.waitSignal(canvas.painted, timeout=PATIENCE):
        canvas.update()
    canvas.painted.connect(painted.append)
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()
    assert len(painted) <= 2  # what was on its way


def test_a_color_photo_keeps_its_colors_until_new_ones_are_asked_for(opened_small, qtbot, models):
    studio = opened_small
    studio.window.actions_["colorize"].trigger()
    settle(studio, qtbot)
    assert not studio.document.coloring.on
    assert np.array_equal(result(studio), studio.document.photo.pixels)
    qtbot.mouseClick(studio.window.colorize_panel.on, LEFT, pos=QPoint(8, 8))
    settle(studio, qtbot)
    assert not np.array_equal(result(studio), studio.document.photo.pixels)


def test_a_click_hints_a_drag_moves_the_wheel_sizes_and_the_right_button_removes(studio_on_gray, qtbot):
    studio = studio_on_gray
    layer = studio.window.hint_layer
    click(studio, qtbot, 30, 40)
    settle(studio, qtbot)
    (hint,) = studio.document.coloring.hints
    assert (hint.x, hint.y) == pytest.approx((30.5, 40.5), abs=1)
    steps = studio.store.stack.count()
    qtbot.mousePress(layer, LEFT, pos=point(studio, 30, 40))
    for x in (40, 50, 60):
        qtbot.mouseMove(layer, point(studio, x, 50))
    qtbot.mouseRelease(layer, LEFT, pos=point(studio, 60, 50))
    settle(studio, qtbot)
    assert studio.document.coloring.hints[0].x == pytest.approx(60.5, abs=1)
    assert studio.store.stack.count() == steps + 1
    there = QPointF(point(studio, 60, 50))
    wheel = QWheelEvent(
        there,
        layer.mapToGlobal(there),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(layer, wheel)
    assert studio.document.coloring.hints[0].size == hint.size + 1
    click(studio, qtbot, 60, 50, RIGHT)
    assert studio.document.coloring.hints == ()


def test_a_hinted_place_has_its_color_and_what_is_like_it_follows(studio_on_gray, qtbot):
    studio = studio_on_gray
    click(studio, qtbot, 20, 50)
    studio.colorize_desk._on_color_requested(35.0, -20.0, False)
    settle(studio, qtbot)
    made = chroma(result(studio))
    assert made[50, 20] == pytest.approx((35, -20), abs=1.5)
    assert made[20:80, 10:60].mean((0, 1)) == pytest.approx((35, -20), abs=8)


def test_suggestions_are_of_the_lightness_of_the_place(studio_on_gray, qtbot):
    studio = studio_on_gray
    click(studio, qtbot, 110, 50)
    light = lightness(studio.document.photo.pixels)[50, 110]
    colors = np.array([studio.window.colorize_panel.suggested.colors], np.uint8)
    assert colors.shape[1] >= 6
    assert np.abs(lightness(colors) - light).max() < 1.5


def test_swatches_of_the_colored_photo_are_edited_and_the_command_line_writes_the_same(
    studio_on_gray, qtbot, models, gray, tmp_path, run
):
    studio = studio_on_gray
    click(studio, qtbot, 20, 50)
    studio.colorize_desk._on_look_requested("vividness", 1.0, False)
    settle(studio, qtbot)
    export_job(studio.document, tmp_path / "window.png", ExportOptions(), None).run(lambda *_: None)
    (tmp_path / "hints.json").write_text(write_hints(studio.document.coloring.hints))
    code, _, said = run(
        "colorize", gray, "--hints", tmp_path / "hints.json", "--vivid", "-o", tmp_path / "line.png"
    )
    assert code == 0, said
    window, line = (read_photo(tmp_path / f"{name}.png").pixels for name in ("window", "line"))
    assert np.array_equal(window, line)
    studio.window.actions_["recolor"].trigger()
    settle(studio, qtbot)
    before = result(studio)
    studio.palette_desk._on_color_requested(0, (200, 40, 40), False)
    settle(studio, qtbot)
    assert not np.array_equal(result(studio), before)


def test_a_palette_without_its_network_says_so_and_the_picture_stays(studio_on_gray, qtbot):
    studio = studio_on_gray
    seen = [studio.window.canvas.color_at("after", x, 50) for x in (20, 110)]
    QGuiApplication.clipboard().setText("#c03020 #3060c0")
    studio.window.colorize_panel.palette_paste_requested.emit()
    panel = studio.window.colorize_panel
    qtbot.waitUntil(lambda: "hints.safetensors" in panel.reason.text(), timeout=PATIENCE)
    assert panel.reason.isVisible()
    assert [studio.window.canvas.color_at("after", x, 50) for x in (20, 110)] == seen


@pytest.mark.parametrize("damaged", [False, True])
def test_a_missing_or_damaged_model_says_so_and_the_photo_stays(damaged, studio, qtbot, models, gray):
    weights = models / "let-there-be-color.safetensors"
    if damaged:
        weights.write_bytes(weights.read_bytes()[:-999])
    else:
        weights.unlink()
    studio.open(gray)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)
    studio.window.actions_["colorize"].trigger()
    panel = studio.window.colorize_panel
    qtbot.waitUntil(lambda: "let-there-be-color" in panel.reason.text(), timeout=PATIENCE)
    assert "install" in panel.reason.text()


def test_every_step_of_coloring_is_undone(studio_on_gray, qtbot):
    studio = studio_on_gray
    click(studio, qtbot, 20, 50)
    settle(studio, qtbot)
    studio.colorize_desk._on_clear_hints_requested()
    settle(studio, qtbot)
    while studio.store.stack.canUndo():
        studio.store.stack.undo()
    settle(studio, qtbot)
    assert not studio.document.coloring.on
    assert np.array_equal(result(studio), studio.document.photo.pixels)


def test_a_color_chosen_by_dragging_is_remembered_among_the_recent_ones(studio_on_gray, qtbot):
    studio = studio_on_gray
    plane, recent = studio.window.colorize_panel.plane, studio.window.colorize_panel.recent
    click(studio, qtbot, 30, 40)
    settle(studio, qtbot)
    qtbot.mousePress(plane, LEFT, pos=plane.point(0, 0).toPoint())
    qtbot.mouseMove(plane, plane.point(40, 20).toPoint())
    assert recent.colors == ()
    qtbot.mouseRelease(plane, LEFT, pos=plane.point(40, 20).toPoint())
    assert recent.colors == (studio.document.coloring.hints[0].color,)
