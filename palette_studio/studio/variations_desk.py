"""The desk of variations: this photo in other colors."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from palette_studio.core.document import BY_LUT, Document
from palette_studio.studio.glance import Glance
from palette_studio.studio.session import Session
from palette_studio.ui import pictures
from palette_studio.ui.picture_list import Cell
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.varying import (
    COUNT,
    VARIED,
    Drawn,
    Picture,
    Variation,
    Wish,
    pictures_job,
    taken,
    variations_job,
)
from palette_studio.workbench.words import step_words

STILL_MS = 250  # a drag is over before small pictures are drawn anew


class VariationsDesk(QObject):
    """Draws variations while their page is in front, and takes one for the palette.

    They belong to the palette from which they were drawn: taking one, or dragging a swatch, leaves them.
    Others come with another photo, other swatches or locks, and when they are asked for.
    """

    def __init__(self, session: Session, glance: Glance) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._panel, self._glance = session.window.variations_panel, glance
        self._serial = self._seed = 0
        self._last = 0  # number of the last variation that was drawn
        self._drawn: tuple[Variation, ...] = ()
        self._kept: tuple[Variation, ...] = ()
        self._drawn_for: Hashable = None
        self._seen_as: Hashable = None  # how the pictures that stand are recolored
        self._still = QTimer(self._panel, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self._draw)
        self._connect()
        self._enable()

    def _connect(self) -> None:
        panel, action = self._panel, self._window.actions_["more_variations"]
        action.triggered.connect(self._on_more)
        panel.shown.connect(self._draw)
        panel.stop_requested.connect(self._on_stop)
        self._window.cancel_requested.connect(self._on_stop)
        panel.drawn.chosen.connect(self._on_drawn_chosen)
        panel.drawn.keep_requested.connect(self._on_keep_requested)
        panel.drawn.hovered.connect(self._on_drawn_hovered)
        panel.kept.chosen.connect(self._on_kept_chosen)
        panel.kept.remove_requested.connect(self._on_remove_requested)
        panel.kept.hovered.connect(self._on_kept_hovered)
        self._store.changed.connect(self._on_document_changed)
        self._session.batch.failed.connect(self._on_failed)

    @property
    def _document(self) -> Document:
        return self._store.document

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.photo is not old.photo:
            self._seed, self._last, self._drawn, self._kept = 0, 0, (), ()
            self._drawn_for = self._seen_as = None
            self._panel.set_kept([])
            self._panel.set_drawn([])
        if new.photo is not old.photo or new.workspace != old.workspace or len(new.found) != len(old.found):
            self._enable()
        if self._panel.isVisible():
            self._show_standing()
            self._still.start()

    def _enable(self) -> None:
        document = self._document
        able = document.photo is not None and len(document.found) > 0 and document.workspace in VARIED
        self._window.actions_["more_variations"].setEnabled(able)

    # Drawing

    @Slot()
    def _on_more(self) -> None:
        """Bring the page to the front; draw others if it is there already."""
        if self._panel.isVisible() and self._drawn:
            self._seed += 1
            self._drawn_for = None
            self._draw()
        else:
            self._window.side_tabs.show_page(self._panel)

    @Slot()
    def _on_stop(self) -> None:
        """Keep the pictures that are there."""
        self._session.batch.cancel("variations")
        self._serial += 1
        self._panel.set_busy(None)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        if job.topic == "variations":
            self._panel.set_busy(None)

    @Slot()
    def _draw(self) -> None:
        """Have drawn what is not there yet, as long as somebody looks."""
        document = self._document
        if not self._panel.isVisible():
            return
        if document.photo is None or not len(document.found) or document.workspace not in VARIED:
            self._show_nothing(document)
            return
        anew, look = _swatches(document) != self._drawn_for, _look(document)
        if not anew and look == self._seen_as:
            return
        self._serial += 1
        self._drawn_for, self._seen_as = _swatches(document), look
        width = round(self._panel.drawn.picture_size().width() * self._panel.devicePixelRatioF())
        wish = Wish(self._serial, self._seed, self._last + 1, width)
        self._panel.set_shape(document.photo.width, document.photo.height)
        self._panel.set_busy((0, len(self._kept) + (COUNT if anew else len(self._drawn))))
        if anew:
            job = variations_job(document, wish, self._kept)
        else:
            if not self._panel.drawn.model_.cells:
                self._show_cells()
            job = pictures_job(document, wish, (*self._kept, *self._drawn))
        self._session.batch.submit(job)

    def _show_nothing(self, document: Document) -> None:
        """Say why there are no variations; those that were drawn come back when their palette does."""
        why = ""  # the palette is being found
        if document.photo is None:
            why = self.tr("Open a photo to see it in other colors.")
        elif document.workspace not in VARIED:
            why = self.tr("Here the picture does not follow the swatches. Go to Recolor or Map.")
        self._seen_as = None
        self._serial += 1  # pictures that are on their way have no place
        self._panel.set_drawn([], why)
        self._panel.set_busy(None)

    def show(self, news: object) -> None:
        """Take variations, a picture of one, or the end of a request; older requests are nothing now."""
        if isinstance(news, Drawn) and news.serial == self._serial:
            self._drawn = news.variations
            self._last += len(self._drawn)
            self._show_cells()
        elif isinstance(news, Picture) and news.serial == self._serial:
            self._show_picture(news)
        elif news == self._serial:
            self._panel.set_busy(None)

    def _show_cells(self) -> None:
        why = self.tr("All swatches are locked, or black and white: there is nothing to vary.")
        self._panel.set_drawn([self._cell(one) for one in self._drawn], why)
        self._show_kept()

    def _show_kept(self) -> None:
        pictured = {cell.number: cell.picture for cell in self._panel.kept.model_.cells}
        pictured |= {cell.number: cell.picture for cell in self._panel.drawn.model_.cells if cell.picture}
        self._panel.set_kept([self._cell(one, pictured.get(one.number)) for one in self._kept])
        self._show_standing()

    def _show_picture(self, news: Picture) -> None:
        image = pictures.image_of(news.pixels).copy()
        for kept, shown in ((True, self._kept), (False, self._drawn)):
            for row, one in enumerate(shown):
                if one is news.variation:
                    self._panel.set_picture(kept, row, image)
        whole = len(self._kept) + len(self._drawn)
        self._panel.set_busy((round(news.done * whole), whole))

    def _show_standing(self) -> None:
        document = self._document
        rows = [
            next((row for row, one in enumerate(shown) if one.stands_in(document)), -1)
            for shown in (self._kept, self._drawn)
        ]
        self._panel.set_standing(*rows)

    def _cell(self, one: Variation, picture: QImage | None = None) -> Cell:
        words = step_words(one.harmony).capitalize() if one.harmony else self.tr("Drawn")
        spoken = self.tr("Variation %1").replace("%1", str(one.number)) + f", {words}"
        if one in self._kept:
            keys = self.tr("Click to apply, Del to remove")
        elif one.harmony:
            keys = self.tr("Click to apply, Shift+click to keep")
        else:
            keys = self.tr("From the photo's own colors. Click to apply, Shift+click to keep")
        return Cell(words, one.number, spoken, f"{spoken}\n{keys}", picture)

    # What the artist does with one

    @Slot(int)
    def _on_drawn_chosen(self, row: int) -> None:
        self._take(self._drawn[row])

    @Slot(int)
    def _on_kept_chosen(self, row: int) -> None:
        self._take(self._kept[row])

    def _take(self, variation: Variation) -> None:
        self._glance.end()
        self._store.edit(*taken(self._document, variation))

    @Slot(int)
    def _on_keep_requested(self, row: int) -> None:
        if self._drawn[row] not in self._kept:
            self._kept = (*self._kept, self._drawn[row])
            self._show_kept()

    @Slot(int)
    def _on_remove_requested(self, row: int) -> None:
        self._kept = (*self._kept[:row], *self._kept[row + 1 :])
        self._show_kept()

    @Slot(int)
    def _on_drawn_hovered(self, row: int) -> None:
        self._look_at(self._drawn[row] if 0 <= row < len(self._drawn) else None)

    @Slot(int)
    def _on_kept_hovered(self, row: int) -> None:
        self._look_at(self._kept[row] if 0 <= row < len(self._kept) else None)

    def _look_at(self, variation: Variation | None) -> None:
        if variation is None or variation.stands_in(self._document):
            self._glance.end()
        else:
            self._glance.begin(lambda document, tick: taken(document, variation)[1])


def _swatches(document: Document) -> Hashable:
    """Return what variations are drawn for: photo and swatches, in any order; of locked ones the color."""
    pairs = zip(document.found.swatches, document.edited.swatches, strict=True)
    kept = sorted((then.color, now.color if now.locked else ()) for then, now in pairs)
    return id(document.photo), document.place_found, tuple(kept)


def _look(document: Document) -> Hashable:
    """Return how the colors of a palette reach the photo; a table's are taken over by the swatches."""
    method = "rbf" if document.method == BY_LUT else document.method
    how = method, document.strength, document.keep_light, document.region
    return how if document.workspace != "map" else (document.workspace, document.mapping)
