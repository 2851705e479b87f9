"""The desk of Transfer: whose colors the photo takes on, and how."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage

from palette_studio.core.document import Document
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.transferring import LIVE_PIXELS, Box, Transferring
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.palette_desk import PaletteDesk
from palette_studio.studio.session import Session
from palette_studio.studio.showing import Showing
from palette_studio.ui import pictures
from palette_studio.ui.drops import pasted_image, path_in
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.opening import open_job, paste_job
from palette_studio.workbench.jobs.rendering import Rendering
from palette_studio.workbench.jobs.transferring import Hues, hues_job, pairs_job

REFERENCE = "reference"  # the topic of the job that reads one


class TransferDesk(QObject):
    """Keeps the panels of Transfer true to the document, and has the palette follow the new colors."""

    def __init__(self, session: Session, showing: Showing, palettes: PaletteDesk, gesture: Gesture) -> None:
        """gesture: to which the palette that is found afterwards belongs too."""
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._showing, self._palettes = showing, palettes
        self._panel, self._plot = session.window.transfer_panel, session.window.hue_panel
        self._gesture = gesture
        self._store.changed.connect(self._on_document_changed)
        showing.counting.connect(self._on_counting)
        self._connect_panel()

    def _connect_panel(self) -> None:
        panel, well = self._panel, self._panel.well
        well.path_dropped.connect(self.open)
        well.image_dropped.connect(self._on_image_dropped)
        well.box_requested.connect(self._on_box_requested)
        well.open_requested.connect(self._on_open_requested)
        panel.paste_requested.connect(self._on_paste_requested)
        panel.open_photo_requested.connect(self._on_open_photo_requested)
        panel.remove_requested.connect(self._on_remove_requested)
        panel.method_requested.connect(self._on_method_requested)
        panel.look_requested.connect(self._on_look_requested)
        panel.preserve_requested.connect(self._on_preserve_requested)
        panel.pairs.pair_requested.connect(self._on_pair_requested)
        panel.gesture_began.connect(self._gesture.begin)
        panel.gesture_canceled.connect(self._gesture.cancel)
        panel.refused.connect(self._window.toasts.complain)

    @property
    def _how(self) -> Transferring:
        return self._store.document.transferring

    # What is shown

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        how, before = new.transferring, old.transferring
        if how != before or new.photo is not old.photo:
            self._panel.use_open.setEnabled(new.photo is not None)
            self._panel.set_values(how)
            self._show_reference(new, old)
        if (how.method, how.reference) != (before.method, before.reference):
            self._panel.say("")
        if new.workspace == "transfer" != old.workspace:
            self._compare(self._showing.rendering)
        if new.stale and (not new.made or new.base is not new.photo):
            self._palettes.find_again(self._gesture.number)

    def _show_reference(self, new: Document, old: Document) -> None:
        how, before = new.transferring, old.transferring
        parts = (how.reference, how.box), (before.reference, before.box)
        if parts[0] != parts[1]:
            photo = how.reference
            level = None if photo is None else photo.levels[photo.level_within(LIVE_PIXELS)]
            self._panel.well.show_picture(None if level is None else pictures.image_of(level).copy(), how.box)
        if parts[0] != parts[1] or new.photo is not old.photo:
            self._panel.pairs.set_palettes(Palette(), Palette())
            if how.reference is None:
                self._plot.show_none()
            elif new.photo is not None:
                self._session.live.submit(pairs_job(new.photo, how))

    def show_pairs(self, found: tuple[Photo, Transferring, tuple[Palette, Palette]]) -> None:
        """Take the swatches that can be paired; another reference may be on its way."""
        photo, how, palettes = found
        wanted = self._how
        if photo is self._store.document.photo and (how.reference, how.box) == (wanted.reference, wanted.box):
            self._panel.pairs.set_palettes(*palettes)
            self._panel.pairs.set_pairs(wanted.pairs)

    @Slot(object)
    def _on_counting(self, rendering: Rendering) -> None:
        self._compare(rendering)

    def _compare(self, rendering: Rendering | None) -> None:
        """Have the hues of what is shown compared with the reference's."""
        document = self._store.document
        if rendering is None or document.photo is None or document.workspace != "transfer":
            return
        if self._how.reference is not None:
            engine = self._session.batch if rendering.exact else self._session.live
            engine.submit(hues_job(document.photo, self._how, rendering.patches[0].pixels))

    def show_hues(self, hues: Hues) -> None:
        if self._how.reference is not None:
            curves = hues.own, hues.wanted, hues.made
            self._plot.show_hues(curves, hues.before, hues.after, hues.information)

    def settle(self) -> None:
        """Have the palette of the new colors found, now that they are all there."""
        document = self._store.document
        if document.stale and document.base is not document.photo:
            self._palettes.find_again(self._gesture.number)

    def refuse(self, reason: str) -> None:
        """Say why there is no result; the last good picture stays."""
        self._panel.say(reason)
        if self._store.document.workspace != "transfer":
            self._window.toasts.complain(reason)

    # The reference

    @Slot(object)
    def open(self, path: Path) -> None:
        """Read a reference; the last one stays until it is there."""
        most = self._session.settings.most_megapixels
        self._session.batch.submit(open_job(path.absolute(), most, REFERENCE))

    @Slot(QImage)
    def _on_image_dropped(self, image: QImage) -> None:
        if not image.isNull():
            pixels = pictures.array_of(image)
            self._session.batch.submit(paste_job(pixels, self.tr("Dropped picture"), REFERENCE))

    def take(self, reference: Photo) -> None:
        """Transfer the colors of a photo that has been read."""
        words = self.tr("Colors of %1").replace("%1", reference.name)
        self._edit(self._how.of(reference), words)

    @Slot()
    def _on_open_requested(self) -> None:
        if path := self._session.choose_photo(self.tr("Choose the reference")):
            self.open(path)

    @Slot()
    def _on_paste_requested(self) -> None:
        path = path_in(QGuiApplication.clipboard().mimeData() or QMimeData())  # an empty clipboard has none
        if path is not None:
            self.open(path)
        elif (image := pasted_image()) is not None:
            self._session.batch.submit(
                paste_job(pictures.array_of(image), self.tr("Pasted photo"), REFERENCE)
            )
        else:
            self._window.toasts.inform(
                self.tr("The clipboard holds no photo. Copy one, or a photo file, and paste again.")
            )

    @Slot()
    def _on_open_photo_requested(self) -> None:
        photo = self._session.photo
        if photo is not None:
            self.take(photo)
            self._window.toasts.inform(
                self.tr("%1 is the reference. Open the photo to be changed.").replace("%1", photo.name)
            )

    @Slot()
    def _on_remove_requested(self) -> None:
        self._edit(self._how.of(None), self.tr("Remove the reference"))

    @Slot(tuple)
    def _on_box_requested(self, box: Box) -> None:
        self._edit(self._how.of(self._how.reference, box), self.tr("Part of the reference"))

    # How

    def _edit(self, how: Transferring, words: str, *, pressed: bool = False) -> None:
        """Make one step of it."""
        if not pressed or self._gesture.number is None:
            self._gesture.begin()
        self._store.edit(*edits.transferring(self._store.document, how, words), self._gesture.number)

    @Slot(str)
    def _on_method_requested(self, method: str) -> None:
        box = self._panel.method
        words = self.tr("Method: %1").replace("%1", box.itemText(box.findData(method)))
        self._edit(replace(self._how, method=method), words)

    @Slot(str, float, bool)
    def _on_look_requested(self, name: str, value: float, pressed: bool) -> None:
        titles = {
            "strength": self.tr("Transfer %1 %"),
            "luminance": self.tr("Luminance %1 %"),
            "intensity": self.tr("Intensity %1 %"),
        }
        words = titles[name].replace("%1", str(round(value * 100)))
        self._edit(replace(self._how, **{name: value}), words, pressed=pressed)

    @Slot(bool)
    def _on_preserve_requested(self, on: bool) -> None:
        words = self.tr("Preserve lightness") if on else self.tr("Let lightness change")
        self._edit(replace(self._how, preserve_lightness=on), words)

    @Slot(int, int)
    def _on_pair_requested(self, own: int, wanted: int) -> None:
        how = self._how.paired(own, wanted)
        words = self.tr("Pair colors") if (own, wanted) in how.pairs else self.tr("Part colors")
        self._edit(how, words)
