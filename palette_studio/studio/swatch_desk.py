"""The desk of swatches as things: chosen, moved, locked, named, taken away, copied."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from palette_studio.core.document import Document
from palette_studio.core.palette import MOST, Palette, Rgb
from palette_studio.studio.session import Session
from palette_studio.workbench import craft_edits, edits
from palette_studio.workbench.jobs.library import take_job

MENU = (
    "rename",
    "lock",
    "reset",
    "copy_color",
    "duplicate",
    "split",
    "merge",
    "gradient",
    "move_left",
    "move_right",
    "remove",
)


class SwatchDesk(QObject):
    """Does to the chosen swatches what the strip and its tools wish for; the photo follows colors alone."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        strip, actions = self._window.palette_panel.strip, self._window.actions_
        strip.chosen_requested.connect(session.choose)
        strip.reorder_requested.connect(self._on_reorder_requested)
        strip.reset_requested.connect(self._on_reset_requested)
        strip.lock_requested.connect(self._on_lock_requested)
        strip.rename_requested.connect(self._on_rename_requested)
        strip.menu_requested.connect(self._on_menu_requested)
        for name, do in {
            "copy_color": self._on_copy_color,
            "lock": self._on_lock,
            "remove": self._on_remove,
            "reset": self._on_reset,
            "reset_all": self._on_reset_all,
            "move_left": self._on_move_left,
            "move_right": self._on_move_right,
            "choose_all": self._on_choose_all,
            "rename": self._on_rename,
        }.items():
            actions[name].triggered.connect(do)

    @property
    def _document(self) -> Document:
        return self._store.document

    @Slot(list)
    def _on_reorder_requested(self, order: list[int]) -> None:
        if len(order) != len(self._document.edited):
            return  # the palette changed under the hand
        session = self._session
        session.rechoose([order.index(row) for row in session.chosen], order.index(session.selected))
        self._store.edit(*edits.reordered(self._document, order))

    @Slot()
    def _on_move_left(self) -> None:
        self._move(-1)

    @Slot()
    def _on_move_right(self) -> None:
        self._move(1)

    def _move(self, way: int) -> None:
        rows, count = self._session.chosen, len(self._document.edited)
        if rows and rows[0] + way >= 0 and rows[-1] + way < count:
            others = [row for row in range(count) if row not in rows]
            at = rows[0] + way
            self._on_reorder_requested([*others[:at], *rows, *others[at:]])

    @Slot(int)
    def _on_reset_requested(self, row: int) -> None:
        if 0 <= row < len(self._document.edited) and not self._document.edited[row].locked:
            self._store.edit(*edits.reset(self._document, [row]))

    @Slot()
    def _on_reset(self) -> None:
        if rows := self._session.free:
            self._store.edit(*edits.reset(self._document, rows))

    @Slot()
    def _on_reset_all(self) -> None:
        self._store.edit(*edits.reset_all(self._document))

    @Slot(int)
    def _on_lock_requested(self, row: int) -> None:
        if 0 <= row < len(self._document.edited):
            self._store.edit(*edits.locked(self._document, [row], not self._document.edited[row].locked))

    @Slot()
    def _on_lock(self) -> None:
        """Lock what is chosen; where all of it is locked, unlock it."""
        if self._session.swatch is not None:
            rows, free = self._session.chosen, self._session.free
            self._store.edit(*edits.locked(self._document, free or rows, bool(free)))

    @Slot()
    def _on_remove(self) -> None:
        rows, count = self._session.free, len(self._document.edited)
        if 0 < len(rows) < count:
            names = edits.several(self._document.edited, rows)
            text, new = edits.removed(self._document, rows)
            row = min(rows[0], count - len(rows) - 1)  # what stands there now
            self._session.rechoose((row,), row)
            self._store.edit(text, new)
            self._window.toasts.inform(
                self.tr("Removed %1").replace("%1", names), self.tr("Undo"), self._store.stack.undo
            )

    @Slot()
    def _on_choose_all(self) -> None:
        rows = range(len(self._document.edited))
        self._session.choose(rows, max(self._session.selected, 0))

    @Slot()
    def _on_rename(self) -> None:
        self._window.palette_panel.strip.begin_naming(self._session.selected)

    @Slot(int, str)
    def _on_rename_requested(self, row: int, name: str) -> None:
        if name and 0 <= row < len(self._document.edited) and name != self._document.edited[row].name:
            self._store.edit(*edits.renamed(self._document, row, name))

    @Slot()
    def _on_copy_color(self) -> None:
        colors = [self._document.edited[row].hex for row in self._session.chosen]
        if colors:
            QGuiApplication.clipboard().setText("\n".join(colors))
            count = self.tr("%1 colors").replace("%1", str(len(colors)))
            words = ", ".join(colors) if len(colors) < 4 else count
            self._window.toasts.inform(self.tr("Copied %1").replace("%1", words))

    @Slot(str)
    def paste(self, text: str) -> None:
        """Take over the colors in a text: one for the selected swatch, as many as chosen, or a palette."""
        from palette_studio.core.color_text import parse_colors

        session, document = self._session, self._document
        try:
            colors = parse_colors(text)
        except ValueError:
            words = self.tr("The clipboard holds no photo and no color. Copy one of them and paste again.")
            self._window.toasts.inform(words)
            return
        rows = session.chosen if len(colors) > 1 else (session.selected,)
        if session.swatch is None or document.base is None:
            self._window.toasts.inform(self.tr("Open a photo; then its swatches can take these colors."))
        elif len(colors) == len(rows):
            self._give(dict(zip(rows, colors, strict=True)))
        elif len(colors) > MOST:
            words = self.tr("The clipboard holds %1 colors; a palette holds at most %2.")
            self._window.toasts.inform(words.replace("%1", str(len(colors))).replace("%2", str(MOST)))
        else:
            palette, name = Palette.from_colors(colors), self.tr("the clipboard")
            session.batch.submit(take_job(document, palette, name))

    def _give(self, colors: dict[int, Rgb]) -> None:
        edited = self._document.edited
        free = {row: color for row, color in colors.items() if not edited[row].locked}
        if free:
            self._store.edit(*craft_edits.given(self._document, free))
        else:
            name = edits.several(edited, list(colors))
            self._window.toasts.inform(self.tr("%1 is locked; unlock it to change it.").replace("%1", name))

    @Slot(int, QPoint)
    def _on_menu_requested(self, row: int, place: QPoint) -> None:
        menu = QMenu(self._window)
        for name in MENU:
            menu.addAction(self._window.actions_[name])
        if row > 0:
            strip = self._window.palette_panel.strip
            merge = menu.addAction(self.tr("Merge with the one at the left"))
            merge.triggered.connect(lambda: strip.merge_requested.emit([row - 1, row]))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        self._menu = menu  # WORKAROUND: PySide6 6.11 crashes where a wrapper ends before its children do
