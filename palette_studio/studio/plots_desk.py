"""The desk of plots as editors: the pixel under the pointer, swatches and ranges on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from palette_studio.core.document import Document
from palette_studio.studio.session import Session
from palette_studio.studio.showing import Showing
from palette_studio.workbench.jobs.plotting import (
    Found,
    Lit,
    before_density_job,
    density_job,
    range_job,
)
from palette_studio.workbench.jobs.rendering import Rendering

if TYPE_CHECKING:
    from palette_studio.core.density import Density
    from palette_studio.core.photo import Photo
    from palette_studio.core.value_range import ValueRange

MARK_MS = 33  # the mark of a pixel follows the pointer this often


class PlotsDesk(QObject):
    """Has densities counted for the plane in front alone, and shows where on the photo a range is."""

    def __init__(self, session: Session, showing: Showing) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._showing, self._panel = showing, session.window.histogram_panel
        self._now: Density | None = None
        self._before: Density | None = None
        self._before_of: tuple[Photo | None, str] = None, ""
        self._mark = (0, False)
        self._range: ValueRange | None = None
        self._lit: Lit | None = None
        self._spot: tuple[int, int] | None = None
        canvas = session.window.canvas
        self._soon = QTimer(canvas, singleShot=True, interval=MARK_MS)  # it ends with the window
        self._soon.timeout.connect(self._show_spot)
        self.topics = {
            "range": self.show_range,
            "density": self.show_density,
            "density before": self.show_before,
        }
        self._connect()

    def _connect(self) -> None:
        panel, color, canvas = self._panel, self._window.color_panel, self._window.canvas
        canvas.pointed.connect(self._on_pointed)
        canvas.pointer_left.connect(self._on_pointer_left)
        panel.gesture_began.connect(color.gesture_began)  # a plane edits as the wheel does
        panel.gesture_canceled.connect(color.gesture_canceled)
        panel.gesture_ended.connect(color.gesture_ended)
        panel.color_requested.connect(color.color_requested)
        panel.select_requested.connect(color.select_requested)
        panel.hovered.connect(color.hovered)
        panel.plane_shown.connect(self._on_plane_shown)
        panel.range_requested.connect(self._on_range_requested)
        for signal in (color.hovered, self._window.palette_panel.strip.hovered):
            signal.connect(self._on_swatch_hovered)
        color.gesture_ended.connect(self._show_range)
        color.gesture_canceled.connect(self._show_range)
        self._showing.counting.connect(self._on_counting)
        self._store.changed.connect(self._on_document_changed)

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.photo is not old.photo:
            self._now = self._before = None
            self._before_of = None, ""
            self._panel.set_densities(None, None)
        if new.photo is not old.photo or new.workspace != old.workspace:
            self._spot = None
            self._show_spot()
            self._panel.clear_range()

    # Where colors lie in a plane

    @Slot(str)
    def _on_plane_shown(self, plane: str) -> None:
        if plane and self._showing.rendering is not None:
            self._count(self._showing.rendering, plane)

    @Slot(object)
    def _on_counting(self, rendering: Rendering) -> None:
        if self._panel.plane:
            self._count(rendering, self._panel.plane)
        if self._range is not None and rendering.exact:
            self._session.live.submit(range_job(rendering, self._range))

    def _count(self, rendering: Rendering, plane: str) -> None:
        session, photo = self._session, self._session.photo
        engine = session.batch if rendering.exact else session.live
        engine.submit(density_job(rendering, plane, photo))
        if photo is not None and self._before_of != (photo, plane):
            self._before_of = photo, plane
            session.batch.submit(before_density_job(photo.levels[0], plane, photo))

    def show_density(self, found: Found) -> None:
        """Show where colors lie now. Two engines count: what comes late is nothing."""
        stale = self._now is not None and found.mark < self._mark
        known = self._now is not None and self._now.plane == found.density.plane
        if found.token is self._session.photo and not (stale and known):
            self._now, self._mark = found.density, found.mark
            self._panel.set_densities(self._now, self._before)

    def show_before(self, found: Found) -> None:
        if found.token is self._session.photo:
            self._before = found.density
            self._panel.set_densities(self._now, self._before)

    # The pixel under the pointer

    @Slot(int, int)
    def _on_pointed(self, x: int, y: int) -> None:
        self._spot = x, y
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _on_pointer_left(self) -> None:
        self._spot = None
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _show_spot(self) -> None:
        rgb = None if self._spot is None else self._window.canvas.color_at("after", *self._spot)
        self._panel.set_probe(rgb)
        self._window.color_panel.wheel.set_pixel(rgb)
        self._window.hue_panel.plot.set_pixel(rgb)
        if self._store.document.workspace == "segment":
            self._show_spot_of_mixture()

    def _show_spot_of_mixture(self) -> None:
        """Mark the photo's own pixel: on the canvas are the regions."""
        from palette_studio.core.segmentation import place_of

        rgb = None if self._spot is None else self._window.canvas.color_at("before", *self._spot)
        channel = self._store.document.segmenting.channel
        self._window.mixture_panel.show_pixel(() if rgb is None else place_of(rgb, channel))

    # The pixels of a range

    @Slot(object)
    def _on_range_requested(self, values: ValueRange | None) -> None:
        self._range = values
        rendering = self._showing.rendering
        if values is None:
            self._lit = None
            self._window.color_panel.hovered.emit(-1)  # what is pinned is shown again
        elif rendering is not None and rendering.exact:
            self._session.live.submit(range_job(rendering, values))

    def show_range(self, lit: Lit) -> None:
        """Light up the pixels of a range; while it is dragged, those of a moment ago."""
        if self._range is not None:
            self._lit = lit
            self._show_range()

    @Slot(int)
    def _on_swatch_hovered(self, row: int) -> None:
        if row < 0:
            self._show_range()

    @Slot()
    def _show_range(self) -> None:
        if self._lit is not None:
            self._window.canvas.show_veil(self._lit.veil)
