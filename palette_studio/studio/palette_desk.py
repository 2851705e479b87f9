"""The palette's desk: what the strip, the color panel and the recolor panel wish for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from palette_studio.core.document import BY_LUT, Document
from palette_studio.core.palette import Palette, Rgb
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.opening import Found, extract_job
from palette_studio.workbench.jobs.veiling import region_veil_job, veil_job


class PaletteDesk(QObject):
    """Edits the palette and keeps its views true to the document."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._gesture = Gesture(self._store, self)
        self._where = False  # whether the pointer asks where the photo is recolored
        self._found_by = "kmeans"  # how the palette was found that stands
        self._store.changed.connect(self._on_document_changed)
        self._store.stack.indexChanged.connect(self.enable)
        session.selected_changed.connect(self._on_selected_changed)
        self._connect_strip()
        self._connect_color()
        self._connect_actions()

    @property
    def _document(self) -> Document:
        return self._store.document

    def _connect_strip(self) -> None:
        panel, strip = self._window.palette_panel, self._window.palette_panel.strip
        strip.selected.connect(self._session.select)
        strip.hovered.connect(self._on_swatch_hovered)
        strip.reorder_requested.connect(self._on_reorder_requested)
        strip.reset_requested.connect(self._on_reset_requested)
        strip.lock_requested.connect(self._on_lock_requested)
        strip.menu_requested.connect(self._on_menu_requested)
        panel.count_requested.connect(self.find_palette)
        panel.refused.connect(self._window.toasts.complain)

    def _connect_color(self) -> None:
        color = self._window.color_panel
        color.gesture_began.connect(self._on_gesture_began)
        color.gesture_canceled.connect(self._gesture.cancel)
        color.gesture_ended.connect(self._gesture.end)
        color.color_requested.connect(self._on_color_requested)
        color.select_requested.connect(self._session.select)
        color.hovered.connect(self._on_swatch_hovered)

    def _connect_actions(self) -> None:
        actions = self._window.actions_
        for name, do in {
            "undo": self._store.stack.undo,
            "redo": self._store.stack.redo,
            "copy_color": self._on_copy_color,
            "auto": self._on_auto,
            "lock": self._on_lock,
            "remove": self._on_remove,
            "reset": self._on_reset,
            "reset_all": self._on_reset_all,
            "move_left": self._on_move_left,
            "move_right": self._on_move_right,
        }.items():
            actions[name].triggered.connect(do)
        actions["region"].toggled.connect(self._on_region_toggled)
        self._window.recolor_panel.region.hovered.connect(self._on_where_hovered)

    # What the views show

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        session, window = self._session, self._window
        if new.photo is not old.photo:
            session.selected = 0
        session.selected = min(max(session.selected, 0), len(new.edited) - 1)
        shown = new.photo, new.found, new.edited, new.workspace
        if shown == (old.photo, old.found, old.edited, old.workspace):
            self.enable()
        else:
            window.palette_panel.set_palettes(new.found, new.edited, new.workspace == "map")
            self._show_selected(session.selected)
        if new.region != old.region and self._where:
            self._on_where_hovered(new.region is not None)
        kept = new.found, new.method, new.workspace, new.region
        if kept != (old.found, old.method, old.workspace, old.region):
            self._show_pinned_region()

    @Slot(int)
    def _on_selected_changed(self, row: int) -> None:
        self._show_selected(row)
        self._show_pinned_region()

    def _show_selected(self, row: int) -> None:
        window, document = self._window, self._document
        window.palette_panel.strip.select(row)
        window.color_panel.set_palettes(document.found, document.edited, row)
        window.histogram_panel.set_palettes(document.found, document.edited, row)
        self.enable()

    @Slot()
    def enable(self) -> None:
        """Enable what applies now, and only that."""
        document, actions, chosen = self._document, self._window.actions_, self._session.swatch
        row, count = self._session.selected, len(document.edited)
        free = chosen is not None and not chosen.locked
        able = {
            "undo": self._store.stack.canUndo(),
            "redo": self._store.stack.canRedo(),
            "lock": chosen is not None,
            "copy_color": chosen is not None,
            "region": chosen is not None,
            "remove": free and count > 1,
            "reset": free and chosen is not None and chosen.color != document.found[row].color,
            "reset_all": document.changed,
            "move_left": row > 0,
            "move_right": 0 <= row < count - 1,
        }
        able["auto"] = document.photo is not None
        for name, on in able.items():
            actions[name].setEnabled(on)
        actions["lock"].setChecked(chosen is not None and chosen.locked)

    def show_palette(self, found: Found) -> None:
        """Take a palette that was found anew; an edit made meanwhile outlives it."""
        if found.photo is not self._document.base:
            return
        if found.locked != edits.kept_colors(self._document):
            if found.gesture is None:
                self._find(found.k, None)
            return
        text, document = edits.found_anew(self._document, found.palette)
        if found.gesture is not None:  # the engine was chosen a moment ago: one step
            text = self._store.stack.undoText()
        self._found_by = found.method
        self._store.edit(text, document, found.gesture)

    def show_opened(self, opened: tuple[Palette, str]) -> None:
        """Take a palette that came from a file: the photo is mapped to it."""
        self._found_by = ""
        self._store.edit(*edits.opened_palette(self._document, *opened))

    def show_added(self, result: tuple[Rgb, str, tuple[float, ...]]) -> None:
        """Take a color picked from the photo, with its name and every swatch's coverage."""
        if len(result[2]) == len(self._document.edited) + 1:  # else the palette changed meanwhile
            self._store.edit(*edits.added(self._document, *result))
            self._session.select(len(self._document.edited) - 1)

    # Color and options

    @Slot()
    def _on_gesture_began(self) -> None:
        self._gesture.begin()
        self._hide_hovered_region()  # she judges the colors of the whole photo while she drags

    @Slot(int, tuple, bool)
    def _on_color_requested(self, row: int, color: Rgb, pressed: bool) -> None:
        if self._document.method == BY_LUT and self._document.workspace == "recolor":
            self._window.toasts.inform(self.tr("The swatches took over from the color table."))
        text, new = edits.colored(self._document, row, color)
        self._store.edit(text, new, self._gesture.number if pressed else None)

    # The strip and its tools

    @Slot(int)
    def find_palette(self, k: int | str) -> None:
        """Find ``k`` swatches ("auto": as many as the photo needs); locked and edited ones stay.

        No method finds fewer than two: nothing happens then.
        """
        self._find(k, None)
        if isinstance(k, int) and k > 1:
            kept = "map_swatches" if self._document.workspace == "map" else "swatches"
            self._session.remember(**{kept: k})

    def find_untouched(self, gesture: int) -> None:
        """Find the palette that suits the engine, in the same step, unless the artist has made it hers."""
        document = self._document
        if document.found.mixed is not None:
            return  # components that she asked for
        found_by, wanted_by = self._found_by, self._palette_method()
        if found_by != wanted_by and len(document.edited) and not edits.kept_colors(document):
            self._find(len(document.edited), gesture)

    def find_again(self, gesture: int | None) -> None:
        """Find as many swatches as there are, in the same step, where they were found; hers stay."""
        count = len(self._document.edited)
        if count and self._document.found.mixed is None and self._found_by:
            self._find(max(count, 2), gesture)  # a photo of one color has one, however many are asked for

    def _find(self, k: int | str, gesture: int | None) -> None:
        session, document = self._session, self._document
        if document.base is not None and k not in (0, 1):
            job = extract_job(document.base, k, edits.kept_colors(document), self._palette_method(), gesture)
            session.live.submit(job)

    def _palette_method(self) -> str:
        return edits.palette_method(self._document, self._session.settings.map_mode)

    @Slot()
    def _on_auto(self) -> None:
        self.find_palette("auto")

    @Slot(list)
    def _on_reorder_requested(self, order: list[int]) -> None:
        if len(order) != len(self._document.edited):
            return  # the palette changed under the hand
        self._session.selected = order.index(self._session.selected)
        self._store.edit(*edits.reordered(self._document, order))

    @Slot()
    def _on_move_left(self) -> None:
        self._move(-1)

    @Slot()
    def _on_move_right(self) -> None:
        self._move(1)

    def _move(self, way: int) -> None:
        row, order = self._session.selected, list(range(len(self._document.edited)))
        if 0 <= row + way < len(order):
            order[row], order[row + way] = order[row + way], order[row]
            self._on_reorder_requested(order)

    @Slot(int)
    def _on_reset_requested(self, row: int) -> None:
        if 0 <= row < len(self._document.edited) and not self._document.edited[row].locked:
            self._store.edit(*edits.reset(self._document, row))

    @Slot()
    def _on_reset(self) -> None:
        self._on_reset_requested(self._session.selected)

    @Slot()
    def _on_reset_all(self) -> None:
        self._store.edit(*edits.reset_all(self._document))

    @Slot(int)
    def _on_lock_requested(self, row: int) -> None:
        if 0 <= row < len(self._document.edited):
            self._store.edit(*edits.locked(self._document, row, not self._document.edited[row].locked))

    @Slot()
    def _on_lock(self) -> None:
        self._on_lock_requested(self._session.selected)

    @Slot()
    def _on_remove(self) -> None:
        swatch = self._session.swatch
        if swatch is not None and not swatch.locked and len(self._document.edited) > 1:
            self._store.edit(*edits.removed(self._document, self._session.selected))
            text = self.tr("Removed %1").replace("%1", swatch.name)
            self._window.toasts.inform(text, self.tr("Undo"), self._store.stack.undo)

    @Slot()
    def _on_copy_color(self) -> None:
        swatch = self._session.swatch
        if swatch is not None:
            QGuiApplication.clipboard().setText(swatch.hex)
            self._window.toasts.inform(self.tr("Copied %1").replace("%1", swatch.hex))

    @Slot(int, QPoint)
    def _on_menu_requested(self, row: int, place: QPoint) -> None:
        menu = QMenu(self._window)
        for name in (
            "lock",
            "reset",
            "copy_color",
            "duplicate",
            "split",
            "move_left",
            "move_right",
            "remove",
        ):
            menu.addAction(self._window.actions_[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        self._menu = menu  # WORKAROUND: PySide6 6.11 crashes where a wrapper ends before its children do

    # A swatch's region on the canvas

    @Slot(int)
    def _on_swatch_hovered(self, row: int) -> None:
        if self._gesture.number is not None:
            return
        if row >= 0:
            self._show_region(row)
        else:
            self._show_pinned_region()
            self._hide_hovered_region()

    @Slot(bool)
    def _on_where_hovered(self, on: bool) -> None:
        """Show the region that is recolored, of whatever swatch."""
        photo, region = self._document.photo, self._document.region
        self._where = on
        if on and photo is not None and region is not None:
            self._session.live.submit(region_veil_job(photo, region))
        else:
            self._on_swatch_hovered(-1)

    def _show_pinned_region(self) -> None:
        if self._window.actions_["region"].isChecked():
            self._show_region(self._session.selected)

    def _hide_hovered_region(self) -> None:
        if not self._window.actions_["region"].isChecked():
            self._session.live.cancel("veil")
            self._window.canvas.show_veil(None)

    @Slot(bool)
    def _on_region_toggled(self, on: bool) -> None:
        self._on_swatch_hovered(self._session.selected if on else -1)

    def _show_region(self, row: int) -> None:
        document = self._document
        if document.photo is not None and 0 <= row < len(document.found):
            self._session.live.submit(veil_job(document, row))
