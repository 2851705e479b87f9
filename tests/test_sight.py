"""Color vision in the whole window: what the screen shows, and what stays as it is."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from palette_studio.core.craft.sight import DEFICIENCIES, Sight
from palette_studio.core.craft.vision import seen
from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.core.files import ExportOptions
from palette_studio.ui.pictures import array_of
from palette_studio.ui.vision_commands import VISIONS, seen_words
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.export import export_job

PATIENCE = 60_000


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def look(studio, qtbot, deficiency):
    studio.window.actions_[VISIONS[deficiency][0]].trigger()
    settle(studio, qtbot)


def on_screen(studio, qtbot, side):
    """Return what stands on the canvas of a photo that is zoomed to whole pixels: (its array, its pixels)."""
    canvas = studio.window.canvas
    canvas.zoom_to(1.0)
    settle(studio, qtbot)
    pane = next(pane for pane in canvas._panes() if pane.side == side)
    frame = canvas.view.frame(canvas._size, pane.area, 1.0).toRect()
    shot = array_of(canvas.grab().toImage())[..., :3]
    inside = frame.intersected(pane.clip.toRect()).adjusted(4, 60, -24, -24)  # beside labels and the knob
    pixels = shot[inside.top() : inside.bottom() + 1, inside.left() : inside.right() + 1]
    left, top = inside.left() - frame.left(), inside.top() - frame.top()
    return pixels, (slice(top, top + pixels.shape[0]), slice(left, left + pixels.shape[1]))


def off(shown, wanted):
    return np.abs(shown.astype(int) - wanted.astype(int)).max()


@pytest.fixture
def edited(opened_small, qtbot):
    """A photo of 150 x 100 pixels with an edited swatch."""
    opened_small.store.edit(*edits.colored(opened_small.document, 1, (20, 160, 90)))
    settle(opened_small, qtbot)
    return opened_small


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_canvas_shows_both_sides_as_they_are_seen(edited, qtbot, deficiency):
    edited.window.actions_["side_by_side"].trigger()
    look(edited, qtbot, deficiency)
    sides = {"before": edited.session.photo.pixels, "after": edited.showing.rendering.full}
    for side, pixels in sides.items():
        shown, place = on_screen(edited, qtbot, side)
        assert shown.size > 1000
        assert off(shown, seen(pixels, deficiency)[place]) <= 1


def test_normal_vision_brings_the_picture_back(edited, qtbot):
    before = array_of(edited.window.canvas.grab().toImage())
    look(edited, qtbot, "protan")
    assert off(array_of(edited.window.canvas.grab().toImage()), before) > 20
    assert edited.window.sight_label.text() == "Seen without red cones (protan 100 %)"
    qtbot.mouseClick(edited.window.sight_label, Qt.MouseButton.LeftButton)
    settle(edited, qtbot)
    assert not edited.window.sight_label.isVisible()
    assert (array_of(edited.window.canvas.grab().toImage()) == before).all()
    assert edited.window.actions_["vision_normal"].isChecked()


def test_the_strip_shows_both_rows_as_they_are_seen_and_tells_the_true_colors(edited, qtbot):
    look(edited, qtbot, "deutan")
    sight, strip = Sight("deutan"), edited.window.palette_panel.strip
    strip.show_chosen((0,), 0)
    shot, chip = strip.viewport().grab().toImage(), strip.chip_rect(1)
    above, below = shot.pixelColor(chip.center().x(), chip.top() + 8), shot.pixelColor(chip.center())
    found, now = edited.document.found[1].color, edited.document.edited[1].color
    assert (above.red(), above.green(), above.blue()) == sight.color(found)
    assert (below.red(), below.green(), below.blue()) == sight.color(now) != now
    tip = strip.model_.data(strip.model_.index(1), Qt.ItemDataRole.ToolTipRole)
    assert edited.document.edited[1].hex in tip


def test_exports_copies_picked_colors_and_numbers_are_never_simulated(edited, qtbot, tmp_path):
    full = edited.showing.rendering.full
    look(edited, qtbot, "deutan")
    assert edited.window.canvas.color_at("after", 40, 30) == tuple(full[30, 40])
    edited.window.canvas.pointed.emit(40, 30)
    assert edited.window.readouts._chips[1].color == tuple(full[30, 40])
    edited.window.actions_["copy_picture"].trigger()
    assert (array_of(QGuiApplication.clipboard().image())[..., :3] == full).all()
    path = tmp_path / "out.png"
    for ready in (full, None):
        edited.batch.submit(export_job(edited.document, path, ExportOptions(format="png"), ready))
        qtbot.waitUntil(lambda: path.exists() and edited.batch.idle(), timeout=PATIENCE)
        with Image.open(path) as image:
            assert (np.asarray(image.convert("RGB")) == full).all()
        path.unlink()
    assert edited.window.color_panel.hex.text() == edited.session.swatch.hex
    edited.window.canvas.picked.emit(40, 30, 1, 1)
    settle(edited, qtbot)
    wanted = tuple(int(v) for v in edited.session.photo.pixels[30, 40])
    assert edited.document.found[len(edited.document.found) - 1].color == wanted


def test_the_picture_that_is_dragged_is_seen_the_same_way(edited, qtbot):
    look(edited, qtbot, "tritan")
    for green in (20, 90, 200):
        edited.palette_desk._on_color_requested(1, (220, green, 40), True)
    settle(edited, qtbot)
    shown, place = on_screen(edited, qtbot, "after")
    assert off(shown, seen(edited.showing.rendering.full, "tritan")[place]) <= 1


def test_another_photo_is_never_painted_in_its_own_colors_while_the_label_stands(edited, qtbot, coffee):
    look(edited, qtbot, "achromat")
    grays = []

    def watch(serial):
        pile = edited.window.canvas._piles["before"]
        grays.extend(
            (layer.looked_at[..., 0] == layer.looked_at[..., 1]).all()
            for layer in pile.layers
            if not layer.image.isNull()
        )

    edited.window.canvas.painted.connect(watch)
    edited.open(coffee)
    qtbot.waitUntil(lambda: edited.session.photo.name == coffee.name and edited.settled, timeout=PATIENCE)
    edited.window.canvas.zoom_to(1.0)
    settle(edited, qtbot)
    qtbot.waitUntil(lambda: len(grays) > 2, timeout=PATIENCE)
    assert all(grays)
    shown, _ = on_screen(edited, qtbot, "after")
    assert (shown == shown[..., :1]).all() and shown.std() > 5
    assert edited.window.sight_label.isVisible()


def test_only_what_is_in_sight_of_a_large_photo_is_seen(edited, qtbot, coffee):
    canvas, path = edited.window.canvas, coffee.with_name("mountain-path.jpg")
    look(edited, qtbot, "deutan")
    edited.open(path)
    qtbot.waitUntil(lambda: edited.session.photo.name == path.name and edited.settled, timeout=PATIENCE)
    canvas.zoom_to(4.0)
    qtbot.waitUntil(lambda: not canvas._piles["after"].layers[0].image.isNull(), timeout=PATIENCE)
    settle(edited, qtbot)
    layer = canvas._piles["after"].layers[0]
    assert layer.image.width() < layer.pixels.shape[1] / 2
    at = QPoint(200, 300)
    shown = canvas.grab().toImage().pixelColor(at)
    x, y = canvas.photo_point(QPointF(at))
    wanted = Sight("deutan").color(tuple(int(v) for v in edited.session.photo.pixels[y, x]))
    assert off(np.array([shown.red(), shown.green(), shown.blue()]), np.array(wanted)) <= 1


@pytest.mark.parametrize("workspace", ["map", "segment", "transfer"])
def test_every_workspace_is_seen_the_same_way(edited, qtbot, coffee, workspace):
    look(edited, qtbot, "deutan")
    edited.window.actions_[workspace].trigger()
    if workspace == "transfer":
        edited.transfer_desk.open(coffee)
        qtbot.waitUntil(lambda: edited.document.transfers, timeout=PATIENCE)
    settle(edited, qtbot)
    shown, place = on_screen(edited, qtbot, "after")
    full = edited.showing.rendering.full
    assert (full != edited.session.photo.pixels).any()
    assert off(shown, seen(full, "deutan")[place]) <= 1


def test_frames_of_a_sequence_are_seen_the_same_way(studio, qtbot, tmp_path):
    for shot in Sequence("shadow", 5, (96, 64), 4):
        Image.fromarray(shot.pixels).save(tmp_path / f"frame{shot.pixels.sum()}.png")
    studio.open(tmp_path)
    qtbot.waitUntil(lambda: studio.sequence_desk.moment is not None and studio.settled, timeout=PATIENCE)
    look(studio, qtbot, "achromat")
    for number in range(1, 4):
        studio.window.actions_["frame_on"].trigger()
        qtbot.waitUntil(
            lambda n=number: studio.settled and studio.sequence_desk.moment.number == n, timeout=PATIENCE
        )
        for side in ("before", "after"):
            layers = studio.window.canvas._piles[side].layers
            true = studio.showing.lens._before if side == "before" else studio.showing.rendering.patches
            assert layers[0].pixels is true[0].pixels
            assert (layers[0].looked_at == seen(true[0].pixels, "achromat")).all()


def test_words_say_what_is_seen():
    assert seen_words(Sight()) == seen_words(Sight("deutan", 0.0)) == ""
    assert seen_words(Sight("deutan")) == "Seen without green cones (deutan 100 %)"
    assert seen_words(Sight("achromat", 0.4)) == "Seen with little color vision (achromat 40 %)"


def test_the_choice_is_forgotten_with_the_window(edited, qtbot):
    look(edited, qtbot, "protan")
    edited.close()
    from palette_studio.workbench import settings

    assert "protan" not in repr(settings.load())
