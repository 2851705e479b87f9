"""Showing: from the document to the canvas and the plots; a preview at once, the exact picture soon after."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot

from palette_studio.core.document import RECOLORS, Document
from palette_studio.core.photo import Photo
from palette_studio.core.scene import PREVIEW_PIXELS
from palette_studio.studio.lens import Lens
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.counting import Counted, count_job
from palette_studio.workbench.jobs.rendering import Area, Rendering, as_found, preview_job, settle_job

SETTLE_MS = 120  # stillness after which the exact picture is made
COUNT_MS = 100  # plots follow a drag at most ten times a second
LATE = 8  # edits after which a count is too old to be worth drawing
OPENS = ("open", "open project")  # jobs for which the exact picture makes way


class Showing(QObject):
    """Keeps the newest rendering. serial: grows with every edit that changes the picture."""

    counting = Signal(object)  # Rendering: it is time for plots to follow it

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self.lens = session, Lens(session)
        self.serial = 0
        self.rendering: Rendering | None = None
        self._shown = 0  # serial of the newest rendering that was put on the screen
        self._glance: Rendering | None = None  # what the pointer asks to see in its place
        self._asked: Job | None = None  # for the exact picture of the document, if it is on its way
        self._given_up = -1  # serial for which the artist did not wait
        self._counted = (0, False)  # serial of the newest counts shown, and whether they are exact
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._settle.timeout.connect(self._on_still)
        self._count.timeout.connect(self._count_after)
        session.store.changed.connect(self._on_document_changed)
        for ended in (session.batch.finished, session.batch.failed, session.batch.canceled):
            ended.connect(self._on_ended)
        session.window.canvas.view_changed.connect(self._on_view_changed)

    def stop(self) -> None:
        self._settle.stop()
        self._count.stop()

    @property
    def settled(self) -> bool:
        """Whether the exact picture of the document stands."""
        best = self.rendering
        return best is not None and best.exact and best.serial == self.serial

    @property
    def given_up(self) -> bool:
        """Whether the artist stopped the exact picture of the document."""
        return self._given_up == self.serial

    def make_way(self) -> None:
        """Put the exact picture off, as something is to be opened first; ``catch_up`` if it was not."""
        self._asked = None
        self._session.batch.cancel("settle")

    def give_up(self) -> None:
        """Stay at the preview if the exact picture takes so long that its progress is told."""
        if self._asked is not None and self._asked.text and not self.settled:
            self.make_way()
            self._given_up = self.serial

    def catch_up(self) -> None:
        """Have the exact picture made if it has made way in vain."""
        if self._asked is None and not (self.settled or self.given_up or self._session.watching):
            self._settle.start()

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if job.topic in OPENS:
            self.catch_up()

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.photo is None:
            return
        if new.photo is not old.photo:
            self._show_photo(new.photo, another=new.frames is None or new.frames is not old.frames)
        if new.photo is not old.photo or edits.look(new) != edits.look(old):
            self._render()

    def _show_photo(self, photo: Photo, *, another: bool) -> None:
        """another: it is not one more frame of the same sequence, which stays where it is on the screen."""
        session = self._session
        self.rendering = self._glance = None
        self._shown = self.serial + 1  # a preview that is on its way is of the photo before
        patches = as_found(photo, self.serial).patches
        if another:
            self.lens.set_photo((photo.width, photo.height), patches)
        else:
            self.lens.show_before(patches)
        session.batch.submit(count_job("before", photo.levels[0], self.serial))

    def _render(self) -> None:
        """Draw the document: at once what is in sight, exactly after a moment of stillness."""
        session, document = self._session, self._session.document
        assert document.photo is not None
        self.serial += 1
        self.make_way()
        base = document.base
        assert base is not None
        if document.unedited and (base is not document.photo or not document.made):
            self._settle.stop()
            self.show(as_found(base, self.serial))
            return
        self.rendering = None
        session.live.submit(preview_job(document, self.area(document.photo), self.serial))
        self._settle.start()

    def area(self, photo: Photo) -> Area:
        """Return what is in sight, at the finest level that a frame of a drag can afford."""
        canvas = self._session.window.canvas
        seen = canvas.visible()
        for level in range(canvas.sharp_level(), len(photo.levels)):
            height, width = photo.levels[level].shape[:2]
            bounds = QRectF(0, 0, width, height).toRect()
            part = QRectF(seen.topLeft() / 2**level, seen.size() / 2**level)
            box = part.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(bounds)
            if box.width() * box.height() >= 0.6 * width * height:
                box = bounds
            if 0 < box.width() * box.height() <= PREVIEW_PIXELS:
                return Area(level, box.x(), box.y(), box.width(), box.height())
        last = len(photo.levels) - 1
        height, width = photo.levels[last].shape[:2]
        return Area(last, 0, 0, width, height)

    @Slot()
    def _on_still(self) -> None:
        document = self._session.document
        if document.photo is not None and not document.untouched:
            self._asked = settle_job(document, self.serial)
            self._session.batch.submit(self._asked)

    def show(self, rendering: Rendering) -> None:
        """Put a rendering on the screen, unless something newer or better stands there."""
        best = self.rendering
        if rendering.serial < (self.serial if rendering.exact else self._shown):
            return
        if (
            best is not None
            and best.serial >= rendering.serial
            and not rendering.exact
            and (best.exact or len(best.patches) > len(rendering.patches))
        ):
            return  # a late preview of what already stands in full
        self._shown = rendering.serial
        if rendering.serial == self.serial:
            self.rendering = rendering
        window = self._session.window
        if self._glance is None:
            self.lens.show_after(rendering)
        window.set_state(self.tr("Ready") if rendering.exact else self.tr("Preview"))
        if rendering.exact:
            self._count.stop()
            self._count_after()
        elif not self._count.isActive():
            self._count.start()

    def glance(self, rendering: Rendering | None) -> None:
        """Put another rendering on the screen for a while; None: the document's own again."""
        before, self._glance = self._glance, rendering
        best = rendering or self.rendering
        if best is not None and best is not before and (rendering or before):
            self.lens.show_after(replace(best, serial=self.serial))

    def show_frame(self, frame: Photo, rendering: Rendering) -> None:
        """Show a frame of a sequence and what was made of it; plots do not follow."""
        self.rendering = rendering
        self._count.stop()
        self.lens.show_before(as_found(frame, rendering.serial).patches)
        self.lens.show_after(rendering)
        self._session.window.set_state(self.tr("Ready"))

    @Slot()
    def _count_after(self) -> None:
        """Count what is shown: every pixel once the exact picture stands, a preview's during a drag."""
        rendering, photo, session = self.rendering, self._session.photo, self._session
        if rendering is None or photo is None:
            return
        patch = rendering.patches[0]
        height, width = patch.pixels.shape[:2]
        level = photo.levels[patch.level]
        same = patch.pixels is level
        original = level if same else level[patch.y : patch.y + height, patch.x : patch.x + width]
        engine = session.batch if rendering.exact else session.live
        job = count_job("after", patch.pixels, rendering.serial, original, exact=rendering.exact)
        engine.submit(job)
        self.counting.emit(rendering)

    def show_counts(self, counted: Counted) -> None:
        """Give the plots and the readouts what was counted after the edit.

        Two engines count: that of a preview may come after that of the exact picture, and is nothing then.
        """
        mark = (counted.serial, counted.exact)
        if counted.serial < self.serial - LATE or mark < self._counted:
            return
        self._counted = mark
        window = self._session.window
        window.histogram_panel.set_after(counted.counts)
        if counted.trust is not None:
            clips = self._session.document.workspace in RECOLORS  # a palette may well hold pure colors
            window.readouts.set_trust(counted.trust, clips)

    @Slot()
    def _on_view_changed(self) -> None:
        session, canvas = self._session, self._session.window.canvas
        session.window.readouts.set_zoom(canvas.view.zoom, canvas.view.fitted)
        if session.photo is not None and not session.document.untouched and not self.settled:
            session.live.submit(preview_job(session.document, self.area(session.photo), self.serial))
