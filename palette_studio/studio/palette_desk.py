"""The palette's desk: what the strip, the color panel and the recolor panel wish for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import BY_LUT, Document
from palette_studio.core.palette import Palette, Rgb
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.session import Session
from palette_studio.workbench import craft_edits, edits
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
        strip.hovered.connect(self._on_swatch_hovered)
        panel.count_requested.connect(self.find_palette)
        panel.refused.connect(self._window.toasts.complain)

    def _connect_color(self) -> None:
        color = self._window.color_panel
        color.gesture_began.connect(self._on_gesture_began)
        color.gesture_canceled.connect(self._gesture.cancel)
        color.gesture_ended.connect(self._gesture.end)
        color.color_requested.connect(self._on_color_requested)
        color.lightness_requested.connect(self._on_lightness_requested)
        color.select_requested.connect(self._on_handle_pressed)
        color.hovered.connect(self._on_swatch_hovered)

    def _connect_actions(self) -> None:
        actions = self._window.actions_
        actions["undo"].triggered.connect(self._store.stack.undo)
        actions["redo"].triggered.connect(self._store.stack.redo)
        actions["auto"].triggered.connect(self._on_auto)
        actions["region"].toggled.connect(self._on_region_toggled)
        self._window.recolor_panel.region.hovered.connect(self._on_where_hovered)

    # What the views show

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        session, window = self._session, self._window
        if new.photo is not old.photo:
            session.rechoose((0,), 0)
        if len(new.edited) != len(old.edited) or not (session.chosen and len(new.edited)):
            self._choose_among(len(new.edited))
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

    def _choose_among(self, count: int) -> None:
        """Keep what is chosen of a palette that has become longer or shorter, and at least one swatch."""
        session = self._session
        row = min(max(session.selected, 0), count - 1)
        rows = [one for one in session.chosen if one < count]
        session.rechoose(rows if row in rows or not count else (row,), row)

    def _show_selected(self, row: int) -> None:
        window, document, chosen = self._window, self._document, self._session.chosen
        window.palette_panel.strip.show_chosen(chosen, row)
        window.color_panel.set_palettes(document.found, document.edited, row, chosen)
        window.histogram_panel.set_palettes(document.found, document.edited, row)
        self.enable()

    @Slot()
    def enable(self) -> None:
        """Enable what applies now, and only that."""
        document, actions, chosen = self._document, self._window.actions_, self._session.swatch
        rows, count = self._session.chosen, len(document.edited)
        some, free = chosen is not None, self._session.free
        able = {
            "undo": self._store.stack.canUndo(),
            "redo": self._store.stack.canRedo(),
            **dict.fromkeys(("lock", "copy_color", "region", "rename", "choose_all"), some),
            "remove": 0 < len(free) < count,
            "reset": any(document.edited[row].color != document.found[row].color for row in free),
            "reset_all": document.changed,
            "move_left": some and rows[0] > 0,
            "move_right": some and rows[-1] < count - 1,
        }
        able["auto"] = document.photo is not None
        for name, on in able.items():
            actions[name].setEnabled(on)
        actions["lock"].setChecked(some and all(document.edited[row].locked for row in rows))

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
        if not 0 <= row < len(self._document.edited):
            return  # a palette with fewer swatches has come under the hand
        if self._document.method == BY_LUT and self._document.workspace == "recolor":
            self._window.toasts.inform(self.tr("The swatches took over from the color table."))
        start, chosen = self._start(pressed), self._session.chosen
        if self._window.actions_["link"].isChecked():
            text, new = craft_edits.linked(start, row, color, self._session.settings.harmony_wheel)
        elif len(chosen) > 1:
            text, new = craft_edits.moved_along(start, row, color, chosen)
        else:
            text, new = edits.colored(self._document, row, color)
        self._store.edit(text, new, self._gesture.number if pressed else None)

    @Slot(float, bool)
    def _on_lightness_requested(self, lighter: float, pressed: bool) -> None:
        from palette_studio.core.craft.relative import Shift

        text, new = craft_edits.shifted(self._start(pressed), Shift(lighter), self._session.chosen)
        self._store.edit(text, new, self._gesture.number if pressed else None)

    def _start(self, pressed: bool) -> Document:
        """Return the document with the swatches as they were when the press began, so that nothing adds."""
        now, then = self._document, self._store.start_of(self._gesture.number if pressed else None)
        return replace(now, edited=then.edited) if len(then.edited) == len(now.edited) else now

    @Slot(int)
    def _on_handle_pressed(self, row: int) -> None:
        chosen = self._session.chosen
        self._session.choose(chosen if row in chosen else (row,), row)

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
            job = extract_job(document, k, edits.kept_colors(document), self._palette_method(), gesture)
            session.live.submit(job)

    def _palette_method(self) -> str:
        return edits.palette_method(self._document, self._session.settings.map_mode)

    @Slot()
    def _on_auto(self) -> None:
        self.find_palette("auto")

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
