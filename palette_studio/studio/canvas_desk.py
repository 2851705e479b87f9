"""The canvas's desk: zoom, compare, the pixel under the pointer, the eyedropper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import Document
from palette_studio.core.palette import Rgb
from palette_studio.studio.session import Session
from palette_studio.ui.readouts import Probe
from palette_studio.workbench.jobs.opening import add_job
from palette_studio.workbench.jobs.rendering import belonging

if TYPE_CHECKING:
    from palette_studio.core.photo import Photo

NEEDS_PHOTO = (
    "fit",
    "actual_size",
    "zoom_in",
    "zoom_out",
    "before",
    "wipe",
    "side_by_side",
    "turn_wipe",
    "add",
    "hide_panels",
)
ZOOM_STEP = 1.5
MOST_AVERAGED = 1_000_000  # pixels; a larger area is averaged on a smaller level


class CanvasDesk(QObject):
    """Answers the pointer and the view's commands. warm: the kernels are loaded and may be asked at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._window, self._canvas = session, session.window, session.window.canvas
        self.warm = False
        canvas = self._canvas
        canvas.pointed.connect(self._on_pointed)
        canvas.pointer_left.connect(self._on_pointer_left)
        canvas.clicked.connect(self._on_clicked)
        canvas.also_clicked.connect(self._on_also_clicked)
        canvas.picked.connect(self._on_picked)
        canvas.tool_left.connect(self._on_tool_left)
        session.store.changed.connect(self._on_document_changed)
        self._window.readouts.zoom_requested.connect(canvas.zoom_to)
        self._window.readouts.refused.connect(self._window.toasts.complain)
        self._connect_actions()
        self._enable()

    def _connect_actions(self) -> None:
        actions, canvas = self._window.actions_, self._canvas
        actions["fit"].triggered.connect(canvas.fit)
        actions["actual_size"].triggered.connect(lambda: canvas.zoom_to(1.0))
        actions["zoom_in"].triggered.connect(lambda: canvas.zoom_by(ZOOM_STEP))
        actions["zoom_out"].triggered.connect(lambda: canvas.zoom_by(1 / ZOOM_STEP))
        actions["turn_wipe"].triggered.connect(lambda: canvas.set_wipe(0.5, not canvas.wipe_upright))
        actions["before"].toggled.connect(canvas.set_showing_original)
        actions["wipe"].toggled.connect(self._on_compare_toggled)
        actions["side_by_side"].toggled.connect(self._on_compare_toggled)
        actions["add"].toggled.connect(self._on_add_toggled)

    def _enable(self) -> None:
        for name in NEEDS_PHOTO:
            self._window.actions_[name].setEnabled(self._session.photo is not None)

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.photo is not old.photo:
            self._window.canvas_menu.cursor.leave()
            self._window.readouts.set_probe(None)
            self._window.actions_["add"].setChecked(False)
            self._enable()

    @Slot(bool)
    def _on_compare_toggled(self, on: bool) -> None:
        actions = self._window.actions_
        chosen = [name for name in ("wipe", "side_by_side") if actions[name].isChecked()]
        self._canvas.set_compare(chosen[0].replace("_", "-") if chosen else "off")

    @Slot(bool)
    def _on_add_toggled(self, on: bool) -> None:
        self._canvas.set_tool("eyedropper" if on else "select")
        if on:
            self._canvas.setFocus()  # Esc leaves the tool
        hint = self.tr(
            "Click a color, or drag over an area to average it; or arrows, then Return. Esc leaves."
        )
        self._window.set_hint(hint if on else "")

    @Slot()
    def _on_tool_left(self) -> None:
        self._window.actions_["add"].setChecked(False)

    @Slot(int, int)
    def _on_pointed(self, x: int, y: int) -> None:
        photo, after = self._session.shown, self._canvas.color_at("after", x, y)
        if photo is None or after is None:
            return
        before = self._original(x, y)
        row, weight = self._strongest(self._base(x, y))
        name = self._session.document.edited[row].name if row >= 0 else ""
        self._window.readouts.set_probe(Probe(x, y, before, after, row, name, weight))

    @Slot()
    def _on_pointer_left(self) -> None:
        self._window.readouts.set_probe(None)

    @Slot(int, int)
    def _on_clicked(self, x: int, y: int) -> None:
        if self._session.document.workspace != "colorize":  # a click is a hint there
            self._session.select(self._strongest(self._base(x, y))[0])

    @Slot(int, int)
    def _on_also_clicked(self, x: int, y: int) -> None:
        """Choose one swatch more, or one less; the last one stays."""
        row, chosen = self._strongest(self._base(x, y))[0], set(self._session.chosen)
        rows = sorted(chosen ^ {row}) or [row]
        if row >= 0:
            self._session.choose(rows, row if row in rows else rows[-1])

    def _original(self, x: int, y: int) -> Rgb:
        return _color(self._session.shown, x, y)

    def _base(self, x: int, y: int) -> Rgb:
        return _color(self._session.base, x, y)

    def _strongest(self, color: Rgb) -> tuple[int, float]:
        """Return the swatch a color belongs to most and how much; (-1, 0) before the kernels are loaded.

        A photo that is divided by a mixture, or a frame that is watched, has Gaussians there, not swatches.
        """
        document = self._session.document
        if not self.warm or not len(document.found) or document.workspace in ("segment", "sequence"):
            return -1, 0.0
        return belonging(document, color, known=self._session.engine_ready)

    @Slot(int, int, int, int)
    def _on_picked(self, x: int, y: int, width: int, height: int) -> None:
        """Add the average color of an area of the photo."""
        photo, found = self._session.base, self._session.document.found
        if photo is None:
            return
        level = 0
        while width * height > 4**level * MOST_AVERAGED:
            level += 1
        rows = slice(y >> level, ((y + height - 1) >> level) + 1)
        columns = slice(x >> level, ((x + width - 1) >> level) + 1)
        r, g, b = photo.levels[level][rows, columns, :3].reshape(-1, 3).mean(axis=0).round()
        rgb = (int(r), int(g), int(b))
        self._window.actions_["add"].setChecked(False)
        if rgb in (swatch.color for swatch in found.swatches):
            self._window.toasts.inform(self.tr("This color is in the palette already."))
        else:
            self._session.batch.submit(add_job(photo, found, rgb))


def _color(photo: Photo | None, x: int, y: int) -> Rgb:
    assert photo is not None
    r, g, b = photo.levels[0][y, x, :3]
    return int(r), int(g), int(b)
