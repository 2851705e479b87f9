"""Studio: the one place where document, engines and views are connected."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QRectF, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from palette_studio import __version__
from palette_studio.core.document import Document
from palette_studio.core.palette import Rgb
from palette_studio.core.photo import PREVIEW_PIXELS, Photo
from palette_studio.core.resources import resource
from palette_studio.ui import pictures
from palette_studio.ui import theme as themes
from palette_studio.ui.canvas import Layer
from palette_studio.ui.export_dialog import ExportDialog, ExportWish, with_defaults
from palette_studio.ui.key_page import KeyPage
from palette_studio.ui.keys import KeyGrammar
from palette_studio.ui.readouts import Probe
from palette_studio.ui.window import Window
from palette_studio.workbench import edits, settings
from palette_studio.workbench.engine import Engine, Job
from palette_studio.workbench.jobs.counting import Counted, count_job
from palette_studio.workbench.jobs.export import export_job
from palette_studio.workbench.jobs.opening import Opened, add_job, extract_job, open_job, paste_job
from palette_studio.workbench.jobs.rendering import (
    Region,
    Rendering,
    as_found,
    membership_job,
    preview_job,
    settle_job,
)
from palette_studio.workbench.jobs.warming import warm_job
from palette_studio.workbench.store import Store

SETTLE_MS = 120  # stillness after which the exact picture is made
COUNT_MS = 100  # plots follow a drag at most ten times a second
PHOTOS = "*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp *.gif *.avif"
log = logging.getLogger(__name__)


class Studio(QObject):
    """Listens to views, edits the document, sends work to the engines, shows what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = settings.load()
        self.store = Store(self)
        self.live, self.batch = Engine("live", self), Engine("batch", self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = themes.load(self.settings.theme)
        themes.apply(theme, app)
        self.window = Window(theme, self.store.stack, sample_photos(), self._recent())
        self.window.resize(*self.settings.window_size)
        self.window.set_recent(self._recent())
        self.window.histogram_panel.set_options(self.settings.log_scale, self.settings.show_before)
        self._selected = -1
        self._serial = 0
        self._gesture: int | None = None
        self.rendering: Rendering | None = None
        self._warm = self._closed = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._keys = KeyGrammar(self.window)
        self._connect_work()
        self._connect_views()
        self._connect_actions()
        self._show_document(self.document, self.document)
        self.live.submit(warm_job())

    @property
    def document(self) -> Document:
        return self.store.document

    @property
    def photo(self) -> Photo | None:
        return self.document.photo

    def open(self, path: Path) -> None:
        """Read a photo and find its palette; the last good picture stays until it is there."""
        self.batch.cancel("settle")
        self.batch.submit(open_job(path, self.settings.swatches, self.settings.most_megapixels))

    @Slot()
    def close(self) -> None:
        """Stop all work and keep the settings; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._settle.stop()
        self._count.stop()
        self.live.close()
        self.batch.close()
        size = self.window.normalGeometry().size()
        self._remember(window_size=(size.width(), size.height()))
        try:
            settings.save(self.settings)
        except ValueError as error:
            log.warning("settings not saved: %s", error)

    # Connections

    def _connect_work(self) -> None:
        self.store.changed.connect(self._show_document)
        self.store.stack.indexChanged.connect(self._enable)
        self._settle.timeout.connect(self._on_settled)
        self._count.timeout.connect(self._count_after)
        self._show = {
            "warm": self._on_warm,
            "open": self._on_opened,
            "extract": self._on_extracted,
            "add": self._on_added,
            "preview": self._on_rendered,
            "settle": self._on_rendered,
            "membership": self._on_membership,
            "before": self._on_before_counted,
            "after": self._on_after_counted,
            "export": self._on_exported,
        }
        for engine in (self.live, self.batch):
            engine.started.connect(self._on_started)
            engine.progressed.connect(self._on_progressed)
            engine.finished.connect(self._on_finished)
            engine.failed.connect(self._on_failed)
            engine.canceled.connect(self._on_canceled)

    def _connect_views(self) -> None:
        window, canvas, strip = self.window, self.window.canvas, self.window.palette_panel.strip
        window.closing.connect(self.close)
        window.cancel_requested.connect(self._on_cancel_requested)
        window.paths_dropped.connect(self._on_paths_dropped)
        window.recent_requested.connect(self.open)
        window.theme_requested.connect(self._on_theme_requested)
        window.start.open_requested.connect(self._on_open)
        window.start.path_requested.connect(self.open)
        window.readouts.zoom_requested.connect(canvas.zoom_to)
        window.readouts.refused.connect(window.toasts.complain)
        canvas.view_changed.connect(self._on_view_changed)
        canvas.pointed.connect(self._on_pointed)
        canvas.pointer_left.connect(self._on_pointer_left)
        canvas.clicked.connect(self._on_canvas_clicked)
        canvas.picked.connect(self._on_picked)
        canvas.tool_left.connect(self._on_tool_left)
        strip.selected.connect(self._select)
        strip.hovered.connect(self._on_swatch_hovered)
        strip.reorder_requested.connect(self._on_reorder_requested)
        strip.reset_requested.connect(self._on_reset_requested)
        strip.lock_requested.connect(self._on_lock_requested)
        strip.menu_requested.connect(self._on_strip_menu_requested)
        window.palette_panel.count_requested.connect(self._find_palette)
        window.palette_panel.refused.connect(window.toasts.complain)
        self._connect_panels()

    def _connect_panels(self) -> None:
        window, color, recolor = self.window, self.window.color_panel, self.window.recolor_panel
        color.gesture_began.connect(self._on_gesture_began)
        color.gesture_canceled.connect(self._on_gesture_canceled)
        color.gesture_ended.connect(self._on_gesture_ended)
        color.color_requested.connect(self._on_color_requested)
        color.select_requested.connect(self._select)
        color.hovered.connect(self._on_swatch_hovered)
        recolor.gesture_began.connect(self._on_gesture_began)
        recolor.method_requested.connect(self._on_method_requested)
        recolor.strength_requested.connect(self._on_strength_requested)
        recolor.keep_light_requested.connect(self._on_keep_light_requested)
        recolor.refused.connect(window.toasts.complain)
        window.histogram_panel.log_requested.connect(lambda on: self._plot_options(log_scale=on))
        window.histogram_panel.before_requested.connect(lambda on: self._plot_options(show_before=on))
        self._keys.swatch_chosen.connect(self._select)
        self._keys.nudged.connect(color.nudge)
        self._keys.glance_ended.connect(lambda: window.actions_["before"].setChecked(False))

    def _connect_actions(self) -> None:
        window, canvas = self.window, self.window.canvas
        triggered = {
            "open": self._on_open,
            "paste": self._on_paste,
            "export": self._on_export,
            "export_again": self._on_export_again,
            "close": window.close,
            "quit": window.close,
            "undo": self.store.stack.undo,
            "redo": self.store.stack.redo,
            "copy_color": self._on_copy_color,
            "copy_picture": self._on_copy_picture,
            "fit": canvas.fit,
            "actual_size": lambda: canvas.zoom_to(1.0),
            "zoom_in": lambda: canvas.zoom_by(1.5),
            "zoom_out": lambda: canvas.zoom_by(1 / 1.5),
            "turn_wipe": lambda: canvas.set_wipe(0.5, not canvas.wipe_upright),
            "auto": lambda: self._find_palette("auto"),
            "remove": self._on_remove,
            "reset": lambda: self._on_reset_requested(self._selected),
            "reset_all": lambda: self.store.edit(*edits.reset_all(self.document)),
            "move_left": lambda: self._move_selected(-1),
            "move_right": lambda: self._move_selected(1),
            "reset_layout": window.reset_layout,
            "keys": self._on_keys,
            "about": self._on_about,
        }
        for name, do in triggered.items():
            window.actions_[name].triggered.connect(do)
        switched = {
            "before": canvas.set_showing_original,
            "wipe": lambda on: canvas.set_compare("wipe" if on else self._compare_mode()),
            "side_by_side": lambda on: canvas.set_compare("side-by-side" if on else self._compare_mode()),
            "region": self._on_region_switched,
            "full_screen": lambda on: window.showFullScreen() if on else window.showNormal(),
            "add": lambda on: canvas.set_tool("eyedropper" if on else "select"),
            "hide_panels": window.hide_panels,
        }
        for name, do in switched.items():
            window.actions_[name].toggled.connect(do)
        window.actions_["lock"].triggered.connect(lambda on: self._on_lock_requested(self._selected))

    # The document on the screen

    @Slot(object, object)
    def _show_document(self, old: Document, new: Document) -> None:
        window = self.window
        if new.photo is not old.photo and new.photo is not None:
            self._show_photo(new.photo)
        self._selected = min(max(self._selected, 0), len(new.edited) - 1)
        window.palette_panel.set_palettes(new.found, new.edited)
        window.palette_panel.strip.select(self._selected)
        window.color_panel.set_palettes(new.found, new.edited, self._selected)
        window.recolor_panel.set_values(new.method, new.strength, new.keep_light)
        window.histogram_panel.set_palette_colors(new.edited, self._selected)
        if new.photo is not None and (new.photo is not old.photo or edits.look(new) != edits.look(old)):
            self._render()
        self._enable()

    def _show_photo(self, photo: Photo) -> None:
        window = self.window
        window.show_start(False)
        window.canvas.setFocus()
        self.rendering = None
        self._selected = 0
        window.canvas.set_photo((photo.width, photo.height), _layers(as_found(photo, self._serial)))
        window.setWindowTitle(f"{photo.name} — {self.tr('Palette Studio')}")
        depth = self.tr("16 bits") if photo.bits == 16 else self.tr("8 bits")
        size = f"{photo.width} × {photo.height}"
        parts = (size, f"{photo.megapixels:.1f} MP", depth, photo.origin.profile_name)
        window.set_facts("   •   ".join(part for part in parts if part))
        self.batch.submit(count_job("before", photo.levels[0], self._serial))

    def _render(self) -> None:
        """Draw the document: at once what is in sight, exactly after a moment of stillness."""
        photo, document = self.photo, self.document
        assert photo is not None
        self._serial += 1
        self.batch.cancel("settle")
        if not document.changed or document.strength == 0:
            self._settle.stop()
            self._on_rendered(as_found(photo, self._serial))
            return
        self.rendering = None
        self.live.submit(preview_job(document, self._region(), self._serial))
        self._settle.start()

    def _region(self) -> Region:
        """Return what is in sight, at the finest level that a frame of a drag can afford."""
        photo, canvas = self.photo, self.window.canvas
        assert photo is not None
        seen = canvas.visible()
        for level in range(canvas.sharp_level(), len(photo.levels)):
            height, width = photo.levels[level].shape[:2]
            part = QRectF(
                seen.x() / 2**level, seen.y() / 2**level, seen.width() / 2**level, seen.height() / 2**level
            )
            box = (
                part.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(QRectF(0, 0, width, height).toRect())
            )
            if box.width() * box.height() >= 0.6 * width * height:
                box = QRectF(0, 0, width, height).toRect()
            if 0 < box.width() * box.height() <= PREVIEW_PIXELS:
                return Region(level, box.x(), box.y(), box.width(), box.height())
        last = len(photo.levels) - 1
        height, width = photo.levels[last].shape[:2]
        return Region(last, 0, 0, width, height)

    @Slot()
    def _on_settled(self) -> None:
        if self.photo is not None:
            self.batch.submit(settle_job(self.document, self._serial))

    def _on_rendered(self, rendering: Rendering) -> None:
        if rendering.serial < self._serial and rendering.exact:
            return
        best = self.rendering
        if (
            best is not None
            and best.serial == rendering.serial
            and len(best.patches) > len(rendering.patches)
        ):
            return  # a late preview of what already stands in full
        self.rendering = rendering
        self.window.canvas.show_after(_layers(rendering), rendering.serial, rendering.exact)
        self.window.set_state(self.tr("Ready") if rendering.exact else self.tr("Preview"))
        if rendering.exact:
            self._count.stop()
            self._count_after()
        elif not self._count.isActive():
            self._count.start()

    @Slot()
    def _count_after(self) -> None:
        rendering, photo = self.rendering, self.photo
        if rendering is None or photo is None:
            return
        patch = min(rendering.patches, key=lambda one: one.level)
        if not rendering.exact:
            patch = rendering.patches[0]
        level = photo.levels[patch.level]
        height, width = patch.pixels.shape[:2]
        original = level[patch.y : patch.y + height, patch.x : patch.x + width]
        engine = self.batch if rendering.exact else self.live
        same = level if patch.pixels is level else original
        engine.submit(count_job("after", patch.pixels, rendering.serial, same))

    @Slot()
    def _on_view_changed(self) -> None:
        canvas = self.window.canvas
        self.window.readouts.set_zoom(canvas.view.zoom, canvas.view.fitted)
        waiting = self.rendering is None or not self.rendering.exact
        if self.photo is not None and self.document.changed and waiting:
            self.live.submit(preview_job(self.document, self._region(), self._serial))

    # Results

    @Slot(object, object)
    def _on_finished(self, job: Job, result: object) -> None:
        self._end(job)
        self._show[job.topic](result)

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        if job.text:
            self.window.show_progress(job.text, 0.0)

    @Slot(object, float, object)
    def _on_progressed(self, job: Job, fraction: float, partial: object) -> None:
        if job.text:
            self.window.show_progress(job.text, fraction)
        if isinstance(partial, Rendering) and partial.serial == self._serial:
            self._on_rendered(partial)
        elif isinstance(partial, Photo):
            self.store.restart(replace(Document(partial), method=self.document.method))

    @Slot(object)
    def _on_canceled(self, job: Job) -> None:
        self._end(job)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        self._end(job)
        details = "".join(traceback.format_exception(error))
        if isinstance(error, ValueError | OSError | MemoryError):
            self.window.toasts.complain(str(error) or type(error).__name__)
        else:
            text = self.tr("%1 failed. The last picture stays; please report this.").replace(
                "%1", job.topic.capitalize()
            )
            self.window.toasts.complain(text, details)

    def _end(self, job: Job) -> None:
        if job.text:
            self.window.show_progress("", 0.0)

    def _on_warm(self, _: object) -> None:
        self._warm = True
        self.window.histogram_panel.make_plot()

    def _on_opened(self, opened: Opened) -> None:
        path = opened.photo.origin.path
        self.store.restart(replace(self.document, photo=opened.photo).with_palette(opened.palette))
        if path is not None and resource("samples") not in path.parents:
            self._remember(recent=self.settings.with_recent(path.absolute()).recent)
            self.window.set_recent(self._recent())

    def _on_extracted(self, palette: object) -> None:
        self.store.edit(*edits.found_anew(self.document, palette))  # type: ignore[arg-type]  # a Palette

    def _on_added(self, result: tuple[Rgb, str, tuple[float, ...]]) -> None:
        self.store.edit(*edits.added(self.document, *result))
        self._select(len(self.document.edited) - 1)

    def _on_membership(self, result: tuple[int, object]) -> None:
        self.window.canvas.show_veil(result[1])  # type: ignore[arg-type]  # an array

    def _on_before_counted(self, counted: Counted) -> None:
        self.window.histogram_panel.set_before(counted.counts)

    def _on_after_counted(self, counted: Counted) -> None:
        if counted.serial < self._serial - 8:
            return
        self.window.histogram_panel.set_after(counted.counts)
        moved = counted.moved or 0.0
        share = f"{moved:.0%}" if moved >= 0.095 or moved == 0 else f"{moved:.1%}"
        self.window.readouts.set_facts(self.tr("moved") + " " + share.replace("%", " %"))

    def _on_exported(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self.window.toasts.inform(
            self.tr("Saved %1").replace("%1", str(path)),
            self.tr("Show folder"),
            lambda: QDesktopServices.openUrl(folder),
        )

    # Wishes of the color and recolor panels

    @Slot()
    def _on_gesture_began(self) -> None:
        self._gesture = self.store.new_gesture()

    @Slot()
    def _on_gesture_canceled(self) -> None:
        if self._gesture is not None:
            self.store.cancel_gesture(self._gesture)
            self._gesture = None

    @Slot()
    def _on_gesture_ended(self) -> None:
        self._gesture = None

    @Slot(int, tuple, bool)
    def _on_color_requested(self, row: int, color: Rgb, pressed: bool) -> None:
        self.store.edit(*edits.colored(self.document, row, color), gesture=self._gesture if pressed else None)

    @Slot(str)
    def _on_method_requested(self, method: str) -> None:
        text = self.tr("Method: %1").replace("%1", self.window.recolor_panel.method.currentText())
        self.store.edit(text, replace(self.document, method=method))

    @Slot(float, bool)
    def _on_strength_requested(self, share: float, pressed: bool) -> None:
        text = self.tr("Strength %1 %").replace("%1", str(round(share * 100)))
        self.store.edit(text, replace(self.document, strength=share), self._gesture if pressed else None)

    @Slot(float, bool)
    def _on_keep_light_requested(self, share: float, pressed: bool) -> None:
        text = self.tr("Keep light %1 %").replace("%1", str(round(share * 100)))
        self.store.edit(text, replace(self.document, keep_light=share), self._gesture if pressed else None)

    # Wishes of the strip and its tools

    @Slot(int)
    def _select(self, row: int) -> None:
        if 0 <= row < len(self.document.edited) and row != self._selected:
            self._selected = row
            self.window.palette_panel.strip.select(row)
            self.window.color_panel.set_palettes(self.document.found, self.document.edited, row)
            self.window.histogram_panel.set_palette_colors(self.document.edited, row)
            self._enable()
            if self.window.actions_["region"].isChecked():
                self._show_region(row)

    @Slot(list)
    def _on_reorder_requested(self, order: list[int]) -> None:
        self._selected = order.index(self._selected) if self._selected in order else 0
        self.store.edit(*edits.reordered(self.document, order))

    def _move_selected(self, way: int) -> None:
        order, other = list(range(len(self.document.edited))), self._selected + way
        if 0 <= other < len(order):
            order[self._selected], order[other] = order[other], order[self._selected]
            self._on_reorder_requested(order)

    @Slot(int)
    def _on_reset_requested(self, row: int) -> None:
        if 0 <= row < len(self.document.edited) and not self.document.edited[row].locked:
            self.store.edit(*edits.reset(self.document, row))

    @Slot(int)
    def _on_lock_requested(self, row: int) -> None:
        if 0 <= row < len(self.document.edited):
            self.store.edit(*edits.locked(self.document, row, not self.document.edited[row].locked))

    @Slot()
    def _on_remove(self) -> None:
        document = self.document
        if len(document.edited) > 1 and not document.edited[self._selected].locked:
            text, new = edits.removed(document, self._selected)
            self.store.edit(text, new)
            self.window.toasts.inform(
                text.replace("Remove", self.tr("Removed")), self.tr("Undo"), self.store.stack.undo
            )

    @Slot(int, QPoint)
    def _on_strip_menu_requested(self, row: int, place: QPoint) -> None:
        menu = QMenu(self.window)
        for name in ("lock", "reset", "copy_color", "move_left", "move_right", "remove"):
            menu.addAction(self.window.actions_[name])
        menu.popup(place)
        menu.aboutToHide.connect(menu.deleteLater)

    def _find_palette(self, k: int | str) -> None:
        if self.photo is not None:
            if isinstance(k, int):
                self._remember(swatches=k)
            self.live.submit(extract_job(self.photo, k, edits.kept_colors(self.document), "kmeans"))

    @Slot(int)
    def _on_swatch_hovered(self, row: int) -> None:
        if row >= 0:
            self._show_region(row)
        elif self.window.actions_["region"].isChecked():
            self._show_region(self._selected)
        else:
            self.live.cancel("membership")
            self.window.canvas.show_veil(None)

    def _show_region(self, row: int) -> None:
        if self.photo is not None and 0 <= row < len(self.document.found):
            self.live.submit(membership_job(self.photo, self.document.found, row, self.document.method))

    def _on_region_switched(self, on: bool) -> None:
        self._on_swatch_hovered(self._selected if on else -1)

    # Wishes of the canvas

    @Slot(int, int)
    def _on_pointed(self, x: int, y: int) -> None:
        photo = self.photo
        after = self.window.canvas.color_at("after", x, y)
        if photo is None or after is None:
            return
        r, g, b = (int(v) for v in photo.levels[0][y, x, :3])
        row, weight = self._strongest((r, g, b))
        name = self.document.edited[row].name if row >= 0 else ""
        self.window.readouts.set_probe(Probe(x, y, (r, g, b), after, row, name, weight))

    @Slot()
    def _on_pointer_left(self) -> None:
        self.window.readouts.set_probe(None)

    @Slot(int, int)
    def _on_canvas_clicked(self, x: int, y: int) -> None:
        if self.photo is not None:
            r, g, b = (int(v) for v in self.photo.levels[0][y, x, :3])
            self._select(self._strongest((r, g, b))[0])

    def _strongest(self, color: Rgb) -> tuple[int, float]:
        """Return the swatch a color belongs to most and how much, or (-1, 0) before the kernels are there."""
        if not self._warm or not len(self.document.found):
            return -1, 0.0
        import numpy as np

        from palette_studio.core.recolor import weights

        shares = weights(np.array([color], np.uint8), self.document.found, self.document.method)[0]
        row = int(shares.argmax())
        return row, float(shares[row])

    @Slot(int, int, int, int)
    def _on_picked(self, x: int, y: int, width: int, height: int) -> None:
        photo = self.photo
        if photo is None:
            return
        level = 0
        while width * height > 4**level * 1_000_000:
            level += 1
        rows, columns = (
            slice(y >> level, ((y + height - 1) >> level) + 1),
            slice(x >> level, ((x + width - 1) >> level) + 1),
        )
        r, g, b = photo.levels[level][rows, columns, :3].reshape(-1, 3).mean(axis=0).round().astype(int)
        rgb = (int(r), int(g), int(b))
        self.window.actions_["add"].setChecked(False)
        if rgb in (swatch.color for swatch in self.document.found.swatches):
            self.window.toasts.inform(self.tr("This color is in the palette already."))
        else:
            self.batch.submit(add_job(photo, self.document.found, rgb))

    @Slot()
    def _on_tool_left(self) -> None:
        self.window.actions_["add"].setChecked(False)

    def _compare_mode(self) -> str:
        checked = [name for name in ("wipe", "side_by_side") if self.window.actions_[name].isChecked()]
        return checked[0].replace("_", "-") if checked else "off"

    # Files

    @Slot()
    def _on_open(self) -> None:
        start = self.settings.recent[0] if self.settings.recent else str(Path.home())
        kinds = self.tr("Photos (%1);;All files (*)").replace("%1", PHOTOS)
        name, _ = QFileDialog.getOpenFileName(
            self.window, self.tr("Open a photo"), str(Path(start).parent), kinds
        )
        if name:
            self.open(Path(name))

    @Slot(list)
    def _on_paths_dropped(self, paths: list[Path]) -> None:
        if paths:
            self.open(paths[0])

    @Slot()
    def _on_paste(self) -> None:
        mime: QMimeData = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.open(files[0])
        elif mime.hasImage():
            image = QImage(QGuiApplication.clipboard().image())
            self.batch.submit(
                paste_job(pictures.array_of(image), self.tr("Pasted photo"), self.settings.swatches)
            )
        else:
            self.window.toasts.inform(
                self.tr("The clipboard holds no photo. Copy one, or a photo file, and paste again.")
            )

    @Slot()
    def _on_export(self) -> None:
        if self.photo is None:
            return
        dialog = ExportDialog(
            self.photo, self._usual_wish(self.photo), len(self.document.edited), self.window
        )
        dialog.accepted.connect(lambda: self._export(dialog.wish(), dialog.path()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_export_again(self) -> None:
        if self.photo is not None:
            from palette_studio.core.files import export_path

            wish = replace(self._usual_wish(self.photo), conflict="unique")
            name, kind = self.photo.name, wish.options.format
            self._export(
                wish,
                export_path(wish.folder, wish.template, name, kind, "unique", k=len(self.document.edited)),
            )

    def _usual_wish(self, photo: Photo) -> ExportWish:
        s = self.settings
        return with_defaults(
            ExportWish(Path(s.export_folder), s.export_template, s.export_conflict, s.export), photo
        )

    def _export(self, wish: ExportWish, path: Path | None) -> None:
        if path is None:
            return
        self._remember(export=wish.options, export_template=wish.template, export_conflict=wish.conflict)
        best = self.rendering
        full = best.full if best is not None and best.exact and best.serial == self._serial else None
        self.batch.submit(export_job(self.document, path, wish.options, full))

    @Slot()
    def _on_copy_color(self) -> None:
        if 0 <= self._selected < len(self.document.edited):
            text = self.document.edited[self._selected].hex
            QGuiApplication.clipboard().setText(text)
            self.window.toasts.inform(self.tr("Copied %1").replace("%1", text))

    @Slot()
    def _on_copy_picture(self) -> None:
        best = self.rendering
        if best is not None:
            patch = min((one for one in best.patches if one.x == one.y == 0), key=lambda one: one.level)
            QGuiApplication.clipboard().setImage(pictures.image_of(patch.pixels).copy())
            self.window.toasts.inform(self.tr("Copied the result"))

    # The rest

    @Slot()
    def _on_cancel_requested(self) -> None:
        for topic in ("open", "export"):
            self.batch.cancel(topic)

    @Slot(str)
    def _on_theme_requested(self, name: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = themes.load(name)
        themes.apply(theme, app)
        self.window.set_theme(theme)
        self._remember(theme=name)

    def _plot_options(self, **changes: bool) -> None:
        self._remember(**changes)
        self.window.histogram_panel.set_options(self.settings.log_scale, self.settings.show_before)

    @Slot()
    def _on_keys(self) -> None:
        page = KeyPage(self.window)
        page.finished.connect(page.deleteLater)
        page.open()

    @Slot()
    def _on_about(self) -> None:
        text = self.tr(
            "Palette Studio %1\n\nRecolor photos by dragging the colors of their palette.\nMIT license. Qt under the LGPL."
        )
        QMessageBox.about(self.window, self.tr("About"), text.replace("%1", __version__))

    @Slot()
    def _enable(self) -> None:
        """Enable what applies now, and only that."""
        document, actions = self.document, self.window.actions_
        photo, some = document.photo is not None, len(document.edited) > 0
        chosen = document.edited[self._selected] if some else None
        free = chosen is not None and not chosen.locked
        edited = chosen is not None and chosen.color != document.found[self._selected].color
        able = {
            "undo": self.store.stack.canUndo(),
            "redo": self.store.stack.canRedo(),
            "lock": some,
            "copy_color": some,
            "region": some,
            "remove": free and len(document.edited) > 1,
            "reset": free and edited,
            "reset_all": document.changed,
            "move_left": self._selected > 0,
            "move_right": 0 <= self._selected < len(document.edited) - 1,
        }
        needs_photo = (
            "export",
            "export_again",
            "copy_picture",
            "fit",
            "actual_size",
            "zoom_in",
            "zoom_out",
            "before",
        )
        able |= dict.fromkeys(
            (*needs_photo, "wipe", "side_by_side", "turn_wipe", "auto", "add", "hide_panels"), photo
        )
        for name, on in able.items():
            actions[name].setEnabled(on)
        actions["lock"].setChecked(chosen is not None and chosen.locked)
        actions["undo"].setStatusTip(self.store.stack.undoText())

    def _remember(self, **changes: object) -> None:
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # checked by the dataclass's users

    def _recent(self) -> list[Path]:
        return [Path(name) for name in self.settings.recent]


def sample_photos() -> list[Path]:
    return sorted(p for p in resource("samples").iterdir() if p.suffix in (".jpg", ".png"))


def _layers(rendering: Rendering) -> tuple[Layer, ...]:
    return tuple(Layer.of(one.pixels, one.level, one.x, one.y) for one in rendering.patches)


def open_paths(studio: Studio, paths: Iterable[str | Path]) -> None:
    """Open the first of ``paths``; one window shows one photo."""
    for path in list(paths)[:1]:
        studio.open(Path(path))
