"""The desk of colors that are dropped on the photo: what lies there becomes that color."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication

from palette_studio.core.document import RECOLORS, Document
from palette_studio.core.palette import Rgb, hex_of
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.crafting import MISSED, Aimed, aim_job, spot_job
from palette_studio.workbench.jobs.rendering import belonging


class DropDesk(QObject):
    """Takes swatches that are carried out of the strip, and colors from other programs."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._over: tuple[int, int] | None = None
        strip = self._window.palette_panel.strip
        strip.carried.connect(self._on_carried)
        strip.dropped.connect(self._on_dropped)
        self._window.canvas_menu.color_requested.connect(self._on_color_requested)
        self._window.color_dropped.connect(self._on_color_dropped)

    @property
    def _document(self) -> Document:
        return self._store.document

    @Slot(int, QPoint)
    def _on_carried(self, row: int, place: QPoint) -> None:
        """Show what would take the color while a swatch is carried over the photo."""
        base = self._session.base
        spot = self._spot(place) if row >= 0 and self._takes_colors else None
        if spot == self._over:
            return
        self._over = spot
        if spot is None or base is None:
            self._end()
        else:
            color = self._document.edited[row].hex
            words = self.tr("Let go to make this part of the photo %1. Esc leaves it.")
            self._window.set_hint(words.replace("%1", color))
            self._session.live.submit(spot_job(base, spot))

    @Slot(int, QPoint)
    def _on_dropped(self, row: int, place: QPoint) -> None:
        self._end()
        spot = self._spot(place) if row >= 0 else None
        if spot is not None:
            self._aim(spot, self._document.edited[row].color)

    @Slot(QPoint)
    def _on_color_requested(self, place: QPoint) -> None:
        self._on_dropped(self._session.selected, place)

    @Slot(object, object)
    def _on_color_dropped(self, color: QColor, place: QPoint) -> None:
        spot = self._spot(place)
        if spot is not None:
            self._aim(spot, (color.red(), color.green(), color.blue()))

    def show_aimed(self, aimed: Aimed) -> None:
        """Take the palette that was found, unless something was edited meanwhile."""
        if self._document is not aimed.document:
            return
        self._store.edit(aimed.text, aimed.new)
        if aimed.keeps_light:
            words = self.tr("It took the hue and kept its light, else the whole photo would change its own.")
            self._window.toasts.inform(words + " " + self.tr("Drop with Shift for the color as it is."))
        elif aimed.difference > MISSED:
            words = self.tr("The nearest these swatches come to %1 there is %2.")
            words = words.replace("%1", hex_of(aimed.wanted)).replace("%2", hex_of(aimed.mean))
            self._window.toasts.inform(words)

    def _aim(self, spot: tuple[int, int], color: Rgb) -> None:
        document = self._document
        if not self._takes_colors:
            self._window.toasts.inform(self.tr("Colors can be dropped on the photo in Recolor and in Map."))
        elif document.workspace == "map":
            row, _ = belonging(document, self._color_at(spot), known=self._session.engine_ready)
            if document.edited[row].locked:
                name = document.edited[row].name
                words = self.tr("%1 is locked; unlock it to change it.").replace("%1", name)
                self._window.toasts.inform(words)
            else:
                self._store.edit(*edits.colored(document, row, color))
        else:
            exact = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._session.batch.submit(aim_job(document, spot, color, exact=exact))

    @property
    def _takes_colors(self) -> bool:
        """Whether there is a palette, and the photo follows it."""
        return len(self._document.found) > 0 and self._document.workspace in (*RECOLORS, "map")

    def _color_at(self, spot: tuple[int, int]) -> Rgb:
        assert self._session.base is not None
        x, y = spot
        r, g, b = self._session.base.levels[0][y, x, :3]
        return int(r), int(g), int(b)

    def _spot(self, place: QPoint) -> tuple[int, int] | None:
        """Return the photo pixel under a place of the screen."""
        canvas = self._window.canvas
        point = canvas.mapFromGlobal(place)
        inside = canvas.isVisible() and canvas.rect().contains(point) and self._session.photo is not None
        return canvas.photo_point(QPointF(point)) if inside else None

    def _end(self) -> None:
        self._over = None
        self._window.set_hint("")
        self._window.color_panel.hovered.emit(-1)  # what is pinned is shown again
