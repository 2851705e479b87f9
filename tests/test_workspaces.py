"""Recolor and Map in the whole window: engines, palettes from files, color tables, and what is exported."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from palette_studio.core.dither import METHODS as DITHERS
from palette_studio.core.files import ExportOptions, read_lut, read_photo
from palette_studio.core.lut import PaletteEdit, lut_error
from palette_studio.core.mapping import Mapping, mapped
from palette_studio.core.nearest import METHODS as SEARCHES
from palette_studio.core.nearest import METRICS
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import METHODS as ENGINES
from palette_studio.ui.export_dialog import ExportDialog
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.export import export_job, indexed_job
from palette_studio.workbench.jobs.rendering import Patch, Rendering

PATIENCE = 60_000


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def choose(box, value):
    """Pick an entry as a hand would: the box reports it, the document decides."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def result(studio):
    return studio.showing.rendering.full


@pytest.fixture
def mapping(opened, qtbot):
    opened.window.actions_["map"].trigger()
    settle(opened, qtbot)
    return opened


def test_map_shows_palette_colors_alone_and_recolor_brings_the_photo_back(opened, qtbot):
    opened.window.actions_["map"].trigger()
    settle(opened, qtbot)
    photo, colors = opened.session.photo, opened.document.edited.colors
    assert (result(opened) == mapped(photo.pixels, colors)).all()
    assert len(np.unique(result(opened).reshape(-1, 3), axis=0)) == len(colors)
    opened.window.actions_["recolor"].trigger()
    assert result(opened) is photo.pixels
    opened.store.stack.undo()
    assert opened.document.workspace == "map"
    assert opened.window.actions_["map"].isChecked()


def test_a_preview_that_comes_late_leaves_the_exact_picture(mapping, photo, qtbot):
    mapping.open(photo)  # so small that it has one level, as its preview has
    qtbot.waitUntil(lambda: mapping.session.photo.name == photo.name, timeout=PATIENCE)
    settle(mapping, qtbot)
    exact, preview = mapping.showing.rendering, Patch(0, mapping.session.photo.pixels)
    assert len(exact.patches) == 1
    mapping.showing.show(Rendering(exact.serial, (preview,), exact=False))
    assert mapping.settled and mapping.showing.rendering is exact


def test_every_choice_of_the_map_panel_is_one_step_and_reaches_the_picture(mapping, qtbot):
    panel = mapping.window.map_panel
    choose(panel.compare, "oklab")
    choose(panel.dither, "floyd-steinberg")
    qtbot.mouseClick(panel.linear, Qt.MouseButton.LeftButton, pos=panel.linear.rect().center() / 4)
    qtbot.mouseClick(panel.serpentine, Qt.MouseButton.LeftButton, pos=panel.serpentine.rect().center() / 4)
    panel.strength.value_requested.emit(0.5, False)
    wanted = Mapping(metric="oklab", dither="floyd-steinberg", strength=0.5, linear=True, serpentine=False)
    assert mapping.document.mapping == wanted
    assert mapping.store.stack.count() == 6
    settle(mapping, qtbot)
    photo, colors = mapping.session.photo, mapping.document.edited.colors
    assert (result(mapping) == mapped(photo.pixels, colors, wanted)).all()


def test_the_map_panel_offers_every_search_metric_and_dithering(studio):
    panel = studio.window.map_panel
    for box, names in (
        (panel.method, {"auto", *SEARCHES}),
        (panel.compare, set(METRICS)),
        (panel.dither, {"none", *DITHERS}),
    ):
        assert {box.itemData(i) for i in range(box.count())} == names


def test_the_recolor_panel_offers_every_engine(studio):
    box = studio.window.recolor_panel.method
    assert [box.itemData(i) for i in range(box.count())] == [*ENGINES, "lut"]


def test_searches_give_the_same_picture_without_drawing_it_again(mapping, qtbot):
    before = mapping.showing.rendering
    choose(mapping.window.map_panel.method, "brute")
    assert mapping.showing.rendering is before


def test_a_mapped_photo_is_exported_with_its_palette_in_it(mapping, qtbot, tmp_path):
    mapping.session.remember(export_folder=str(tmp_path))
    mapping.window.actions_["export"].trigger()
    dialog = mapping.window.findChild(ExportDialog)
    path = dialog.path()
    assert dialog.wish().indexed and path.suffix == ".png"
    dialog.accept()
    qtbot.waitUntil(lambda: path.exists() and mapping.batch.idle(), timeout=PATIENCE)
    with Image.open(path) as image:
        assert image.mode == "P"
        colors = np.reshape(image.getpalette(), (-1, 3))[: len(mapping.document.edited)]
        assert (colors == mapping.document.edited.colors).all()
        assert (np.asarray(image.convert("RGB")) == result(mapping)).all()
    assert mapping.session.settings.export.format == ExportOptions().format


def test_before_a_palette_is_found_nothing_is_mapped_and_nothing_stops(mapping, qtbot):
    mapping.store.edit("none yet", mapping.document.with_palette(Palette(())))
    settle(mapping, qtbot)
    assert result(mapping) is mapping.session.photo.pixels
    mapping.window.actions_["export"].trigger()
    dialog = mapping.window.findChild(ExportDialog)
    assert dialog._format.findData("indexed") < 0
    dialog.reject()
    choose(mapping.window.map_panel.mode, "structure")
    settle(mapping, qtbot)
    assert mapping.window.toasts.texts == []
    assert mapping.session.settings.map_swatches == 16


def test_a_recolored_photo_is_not_offered_as_indexed(opened):
    opened.window.actions_["export"].trigger()
    dialog = opened.window.findChild(ExportDialog)
    assert dialog._format.findData("indexed") < 0
    dialog.reject()


def test_256_colors_leave_no_place_for_a_clear_one_and_it_is_said(studio, qtbot, tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (40, 40, 4), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "clear.png")
    studio.open(tmp_path / "clear.png")
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)
    studio.window.actions_["map"].trigger()
    studio.palette_desk.find_palette(256)
    qtbot.waitUntil(lambda: len(studio.document.edited) == 256 and studio.settled, timeout=PATIENCE)
    studio.batch.submit(indexed_job(studio.document, tmp_path / "out.png"))
    qtbot.waitUntil(lambda: bool(studio.window.toasts.texts), timeout=PATIENCE)
    assert "out.png" in studio.window.toasts.texts[0] and "255" in studio.window.toasts.texts[0]
    assert not (tmp_path / "out.png").exists()


def test_the_approximate_search_tells_how_often_it_is_right(mapping, qtbot):
    facts = mapping.window.readouts.facts
    choose(mapping.window.map_panel.method, "flann")
    qtbot.waitUntil(lambda: "nearest in" in facts.text(), timeout=PATIENCE)
    share = float(facts.text().split("nearest in ")[1].split()[0])
    assert 80 < share <= 100
    choose(mapping.window.map_panel.method, "cube")
    assert "nearest in" not in facts.text()


def test_a_dragged_swatch_takes_the_pixels_that_are_nearest_to_it_now(mapping, qtbot):
    mapping.store.edit(*edits.colored(mapping.document, 2, (30, 90, 200)))
    settle(mapping, qtbot)
    photo, colors = mapping.session.photo, mapping.document.edited.colors
    assert (result(mapping) == mapped(photo.pixels, colors)).all()


def test_a_palette_from_a_file_maps_the_photo(opened, qtbot, tmp_path):
    path = tmp_path / "four.gpl"
    path.write_text("GIMP Palette\n#\n15 56 15 Dark\n48 98 48\n139 172 15\n155 188 15 Light\n")
    opened.file_desk._on_paths_dropped([path])
    qtbot.waitUntil(lambda: opened.document.workspace == "map", timeout=PATIENCE)
    settle(opened, qtbot)
    wanted = {(15, 56, 15), (48, 98, 48), (139, 172, 15), (155, 188, 15)}
    assert {s.color for s in opened.document.edited.swatches} == wanted
    assert opened.document.edited[0].name == "Dark"
    assert sum(s.coverage for s in opened.document.edited.swatches) == pytest.approx(1, abs=1e-3)
    assert {tuple(c) for c in np.unique(result(opened).reshape(-1, 3), axis=0)} <= wanted
    opened.store.stack.undo()
    assert opened.document.workspace == "recolor"
    assert len(opened.document.edited) == 6


def test_what_is_no_palette_is_named_and_the_palette_stays(opened, qtbot, tmp_path):
    path = tmp_path / "holiday.gpl"
    path.write_text("Dear diary")
    document = opened.document
    opened.file_desk._on_paths_dropped([path])
    qtbot.waitUntil(lambda: bool(opened.window.toasts.texts), timeout=PATIENCE)
    assert "holiday.gpl" in opened.window.toasts.texts[0]
    assert opened.document is document


@pytest.mark.parametrize("mode", ["photo", "perceptual", "structure"])
def test_the_palette_to_map_to_is_found_by_the_mode_chosen(mapping, qtbot, mode):
    from palette_studio.core.quantize import quantize

    choose(mapping.window.map_panel.mode, mode)
    mapping.palette_desk.find_palette(24)
    qtbot.waitUntil(lambda: len(mapping.document.edited) == 24, timeout=PATIENCE)
    wanted = quantize(mapping.session.photo.scene.pixels, 24, mode=mode)
    assert {s.color for s in mapping.document.edited.swatches} == {s.color for s in wanted.swatches}
    assert mapping.session.settings.map_mode == mode


def test_in_map_a_swatch_made_by_hand_stays_when_the_palette_is_found_anew(mapping, qtbot):
    mapping.store.edit(*edits.colored(mapping.document, 1, (250, 10, 240)))
    mapping.palette_desk.find_palette(9)
    qtbot.waitUntil(lambda: len(mapping.document.edited) == 9, timeout=PATIENCE)
    assert (250, 10, 240) in {s.color for s in mapping.document.edited.swatches}


def test_two_hundred_swatches_are_found_mapped_and_shown(mapping, qtbot):
    mapping.palette_desk.find_palette(200)
    qtbot.waitUntil(lambda: len(mapping.document.edited) == 200, timeout=PATIENCE)
    settle(mapping, qtbot)
    strip = mapping.window.palette_panel.strip
    assert strip.model().rowCount() == 200
    assert strip.horizontalScrollBar().maximum() > 0


@pytest.mark.parametrize(("kind", "name"), [("cube", ".cube"), ("shaped", ".cube"), ("hald", ".png")])
def test_a_table_is_measured_before_it_is_written_and_then_does_what_was_promised(
    opened, qtbot, tmp_path, kind, name
):
    opened.session.remember(export_folder=str(tmp_path))
    opened.store.edit(*edits.colored(opened.document, 2, (20, 90, 200)))
    settle(opened, qtbot)
    opened.window.actions_["export_lut"].trigger()
    dialog = opened.lut_desk._dialog
    dialog._kind.setCurrentIndex(dialog._kind.findData(kind))
    qtbot.waitUntil(lambda: "mean" in dialog._error.text(), timeout=PATIENCE)
    path, promised = dialog.path(), float(dialog._error.text().split("ΔE ")[1].split(",")[0])
    assert path.suffix == name
    dialog.accept()
    qtbot.waitUntil(lambda: path.exists() and opened.batch.idle(), timeout=PATIENCE)
    photo = opened.session.photo
    edit = PaletteEdit(opened.document.found, opened.document.edited)
    found = lut_error(read_lut(path), edit, photo.scene).mean
    assert found == pytest.approx(promised, abs=0.011)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_recolors_undoes_and_exports_what_it_shows(opened, qtbot, tmp_path, engine):
    choose(opened.window.recolor_panel.method, engine)
    qtbot.waitUntil(lambda: opened.document.method == engine and opened.settled, timeout=PATIENCE)
    opened.store.edit(*edits.colored(opened.document, 2, (20, 90, 200)))
    settle(opened, qtbot)
    shown = result(opened)
    assert (shown != opened.session.photo.pixels).any()
    path = tmp_path / "result.png"
    job = export_job(opened.document, path, ExportOptions(format="png"), None)
    with qtbot.waitSignal(
        opened.batch.finished, timeout=PATIENCE, check_params_cb=lambda done, _: done is job
    ):
        opened.batch.submit(job)
    assert (read_photo(path).pixels == shown).all()
    opened.store.stack.undo()
    assert result(opened) is opened.session.photo.pixels


def test_the_engine_s_own_palette_is_found_in_the_same_step_unless_swatches_were_edited(opened, qtbot):
    colors = [s.color for s in opened.document.found.swatches]
    choose(opened.window.recolor_panel.method, "layers")
    qtbot.waitUntil(lambda: [s.color for s in opened.document.found.swatches] != colors, timeout=PATIENCE)
    assert opened.store.stack.count() == 1
    assert opened.store.stack.undoText() == "Engine: Layers"
    opened.store.stack.undo()
    assert [s.color for s in opened.document.found.swatches] == colors
    opened.store.edit(*edits.colored(opened.document, 0, (1, 2, 3)))
    choose(opened.window.recolor_panel.method, "layers")
    settle(opened, qtbot)
    assert [s.color for s in opened.document.found.swatches] == colors


def test_an_edit_made_while_a_palette_is_found_outlives_it(opened, qtbot):
    opened.window.palette_panel.count_requested.emit(5)
    opened.store.edit(*edits.colored(opened.document, 2, (20, 90, 200)))
    qtbot.waitUntil(lambda: len(opened.document.edited) == 5 and opened.settled, timeout=PATIENCE)
    assert (20, 90, 200) in opened.document.edited.colors
    opened.store.stack.undo()
    opened.store.stack.undo()
    choose(opened.window.recolor_panel.method, "layers")
    opened.store.edit(*edits.colored(opened.document, 2, (20, 90, 200)))
    settle(opened, qtbot)
    assert (20, 90, 200) in opened.document.edited.colors
    assert opened.document.method == "layers"


def test_the_trust_line_tells_how_far_the_result_is_from_the_photo(opened, qtbot):
    facts = opened.window.readouts.facts
    qtbot.waitUntil(lambda: "fit ±" in facts.accessibleName(), timeout=PATIENCE)
    assert "moved 0 %" in facts.accessibleName()
    opened.store.edit(*edits.colored(opened.document, 2, (20, 250, 10)))
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: "ΔE" in facts.accessibleName(), timeout=PATIENCE)
    assert "clipped" in facts.accessibleName()
    opened.window.actions_["map"].trigger()
    qtbot.waitUntil(lambda: "clipped" not in facts.accessibleName(), timeout=PATIENCE)
    assert "ΔE" in facts.accessibleName()


def test_the_present_step_stays_in_sight_in_a_small_history(opened, qtbot):
    for row in range(5):
        opened.store.edit(*edits.colored(opened.document, row, (20, 250, 10)))
    opened.window.actions_["map"].trigger()  # its panel is the taller one
    settle(opened, qtbot)
    history = opened.window.history
    assert history.currentIndex().row() == 6
    assert history.viewport().rect().contains(history.visualRect(history.currentIndex()))


def test_the_cubes_that_are_kept_are_counted_and_cleared(mapping, qtbot):
    panel = mapping.window.map_panel
    mapping.engine_desk._on_clear_requested()
    qtbot.waitUntil(lambda: mapping.batch.idle(), timeout=PATIENCE)
    choose(panel.method, "cube")
    choose(panel.compare, "oklab")
    qtbot.waitUntil(lambda: "1 kept" in panel._cubes.text(), timeout=PATIENCE)
    clear = next(b for b in panel.findChildren(QPushButton) if b.text() == "Clear")
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "none" in panel._cubes.text(), timeout=PATIENCE)


def test_a_region_and_a_click_in_map_follow_the_nearest_color(mapping, qtbot):
    canvas = mapping.window.canvas
    point = canvas.rect().center()
    x, y = canvas.photo_point(point.toPointF())
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
    chosen = mapping.document.edited[mapping.session.selected].color
    assert tuple(result(mapping)[y, x, :3]) == chosen
    mapping.palette_desk._on_swatch_hovered(3)
    qtbot.waitUntil(lambda: canvas._veil is not None, timeout=PATIENCE)


def test_an_automatic_count_works_for_every_way_to_map(mapping, qtbot):
    for mode in ("photo", "perceptual", "structure"):
        mapping.session.remember(map_mode=mode)
        before = mapping.store.stack.count()
        mapping.window.actions_["auto"].trigger()
        qtbot.waitUntil(
            lambda n=before: mapping.store.stack.count() > n and mapping.settled, timeout=PATIENCE
        )
        assert mapping.window.toasts.texts == []
        assert len(mapping.document.edited) > 16


def test_a_table_s_error_that_comes_after_its_dialog_was_closed_is_let_go(opened, qtbot):
    opened.store.edit(*edits.colored(opened.document, 2, (20, 90, 200)))
    settle(opened, qtbot)
    opened.window.actions_["export_lut"].trigger()
    opened.lut_desk._dialog.reject()
    qtbot.waitUntil(lambda: opened.lut_desk._made is not None, timeout=PATIENCE)
    assert opened.window.toasts.texts == []
