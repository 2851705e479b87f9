"""The library's desk: palettes that are kept, looked at and taken."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from palette_studio.core.document import RECOLORS, Document
from palette_studio.core.library import OWN, Entry, Shelves
from palette_studio.studio.folder_watch import FolderWatch
from palette_studio.studio.glance import Glance
from palette_studio.studio.session import Session
from palette_studio.ui.error_words import error_words
from palette_studio.ui.palette_drop import PaletteDrop
from palette_studio.workbench.jobs.library import Change, Taken, changed, library_job, put_on, take_job
from palette_studio.workbench.library_store import LibraryStore


class LibraryDesk(QObject):
    """Reads the library while its page is in front; every change of it is made away from the window."""

    def __init__(self, session: Session, glance: Glance) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._panel, self._glance = session.window.library_panel, glance
        self._library, self._changes = LibraryStore(), deque[Change]()
        self._entries: dict[str, Entry] = {}
        self._drop = PaletteDrop(self._window.canvas)
        self._watch = FolderWatch(self)
        self._menu: QMenu | None = None
        self._connect()
        self._panel.set_tiled(session.settings.palette_grid)
        self._show_folder()

    def _connect(self) -> None:
        panel, palettes = self._panel, self._panel.palettes
        panel.shown.connect(self._read)
        panel.tiled_requested.connect(self._on_tiled_requested)
        panel.folder_requested.connect(self._on_folder_requested)
        palettes.chosen.connect(self._on_chosen)
        palettes.hovered.connect(self._on_hovered)
        palettes.star_requested.connect(self._on_star_requested)
        palettes.rename_requested.connect(self._on_rename_requested)
        palettes.remove_requested.connect(self._on_remove_requested)
        palettes.menu_requested.connect(self._on_menu_requested)
        palettes.model_.renamed.connect(self._on_renamed)
        self._drop.entered.connect(self._on_drag_entered)
        self._drop.left.connect(self._on_drag_left)
        self._drop.dropped.connect(self._on_dropped)
        self._watch.changed.connect(self._read)
        self._window.actions_["save_palette"].triggered.connect(self._on_save)
        self._session.palette_opened.connect(self._on_palette_opened)
        self._store.changed.connect(self._on_document_changed)

    @property
    def _document(self) -> Document:
        return self._store.document

    def close(self) -> None:
        """Make the changes that still wait; the engines have ended."""
        self._watch.stop()
        changed(self._library, self._changes)

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        """Keep the first palette of a photo that was opened."""
        photo = new.photo
        first = photo is not None and photo is old.photo and len(new.found) > 0 and not len(old.found)
        if first and photo is not None and new.frames is None:
            place, name = str(photo.origin.path or photo.name), Path(photo.name).stem
            found = new.found
            self._change(lambda library: library.keep_image(name, place, found))

    # What the library holds

    @Slot()
    def _read(self) -> None:
        """Have waiting changes made, and the library read while somebody looks at it."""
        watched = Path(folder) if (folder := self._session.settings.palette_folder) else None
        job = library_job(self._library, self._changes, watched, self._panel.isVisible())
        self._session.batch.submit(job)

    def _change(self, change: Change) -> None:
        self._changes.append(change)
        self._read()

    def show(self, shelves: Shelves | None) -> None:
        """Show what was read, and say what went wrong."""
        if shelves is None:
            return
        for complaint in shelves.complaints:
            self._window.toasts.complain(error_words(complaint))
        if shelves.entries:
            self._entries = {entry.key: entry for entry in shelves.entries}
            self._panel.set_entries(shelves.entries)
            self._watch.look(self._session.settings.palette_folder, shelves.files)
        if shelves.fresh:
            self._panel.name(shelves.fresh)

    # Taking one

    @Slot(str)
    def _on_hovered(self, key: str) -> None:
        self._look_at(key, mapped=False)

    @Slot(str)
    def _on_drag_entered(self, key: str) -> None:
        entry = self._entries.get(key)
        if entry is not None and self._session.photo is not None:
            words = self.tr("Let go to map the photo to %1.").replace("%1", entry.name)
            self._window.set_hint(words)
            self._look_at(key, mapped=True)

    @Slot()
    def _on_drag_left(self) -> None:
        self._window.set_hint("")
        self._glance.end()

    @Slot(str)
    def _on_dropped(self, key: str) -> None:
        self._on_drag_left()
        self._take(key, mapped=True)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._take(key, mapped=False)

    def _look_at(self, key: str, *, mapped: bool) -> None:
        entry = self._entries.get(key)
        if entry is None or not len(entry.palette) or self._session.photo is None:
            self._glance.end()
            return
        palette, name = entry.palette, entry.name
        self._glance.begin(lambda there, tick: put_on(there, palette, name, tick, mapped=mapped)[1])

    def _take(self, key: str, *, mapped: bool) -> None:
        entry = self._entries.get(key)
        if entry is None:
            return
        if entry.problem:
            self._window.toasts.complain(error_words(entry.problem))
        elif not len(entry.palette):
            text = self.tr("%1 holds no colors. Choose another palette.")
            self._window.toasts.complain(text.replace("%1", entry.name))
        elif self._session.photo is None:
            self._window.toasts.inform(self.tr("Open a photo first: a palette needs one to color."))
        else:
            job = take_job(self._document, entry.palette, entry.name, key, mapped=mapped)
            self._session.live.submit(job)

    def show_taken(self, taken: Taken) -> None:
        """Take the document in its new colors; again, if another one stands there meanwhile."""
        if taken.document is not self._document:
            self._take(taken.key, mapped=taken.mapped)
            return
        text, new = taken.edit
        if new == self._document:
            self._window.toasts.inform(self.tr("The photo has these colors already."))
            return
        self._glance.end()
        self._store.edit(text, new)
        entry = self._entries.get(taken.key)
        if entry is not None and entry.home in ("presets", "file"):
            self._change(lambda library: library.use(taken.key))

    @Slot(object)
    def _on_palette_opened(self, path: Path) -> None:
        self._change(lambda library: library.use(str(path)))

    # Keeping one

    @Slot()
    def _on_save(self) -> None:
        """Keep the present palette and have it named."""
        photo, palette = self._session.photo, self._document.edited
        if not len(palette):
            self._window.toasts.inform(self.tr("There is no palette yet: open a photo first."))
            return
        name = Path(photo.name).stem if photo is not None else self.tr("Palette")
        self._window.side_tabs.show_page(self._panel)
        self._change(lambda library: library.keep(name, palette))

    def _copy(self, entry: Entry) -> None:
        self._change(lambda library: library.keep(entry.name, entry.palette))

    @Slot(str)
    def _on_rename_requested(self, key: str) -> None:
        """Name one of the artist's own in its place; of others, a copy."""
        entry = self._entries[key]
        if entry.home == "mine" and not entry.problem:
            self._panel.name(key)
        elif not entry.problem:
            self._copy(entry)

    @Slot(str, str)
    def _on_renamed(self, key: str, name: str) -> None:
        self._change(lambda library: library.rename(key, name))

    @Slot(str)
    def _on_star_requested(self, key: str) -> None:
        on = not self._entries[key].favorite
        self._change(lambda library: library.star(key, on))

    @Slot(str)
    def _on_remove_requested(self, key: str) -> None:
        entry = self._entries[key]
        if entry.home not in OWN:
            text = self.tr("%1 is not the library's own, and stays.").replace("%1", entry.name)
            self._window.toasts.inform(text)
            return
        self._change(lambda library: library.remove(key))
        text = self.tr("Deleted %1").replace("%1", entry.name)
        self._offer_back(text, key)

    def _rewrite(self, key: str) -> None:
        """Give one of the artist's own the present colors."""
        palette, name = self._document.edited, self._entries[key].name
        self._change(lambda library: library.rewrite(key, palette))
        self._offer_back(self.tr("%1 has the present colors now").replace("%1", name), key)

    def _offer_back(self, text: str, key: str) -> None:
        def undo() -> None:
            self._change(lambda library: library.restore(key))

        self._window.toasts.inform(text, self.tr("Undo"), undo)

    # The menu of one, and the folder

    @Slot(str, QPoint)
    def _on_menu_requested(self, key: str, place: QPoint) -> None:
        self._pop_up(self.menu_of(key), place)

    def menu_of(self, key: str) -> QMenu:
        """Return what can be done with a palette."""
        entry, menu = self._entries[key], QMenu(self._window)
        whole, photo = not entry.problem, self._session.photo is not None
        if whole:
            dress = self._document.workspace in RECOLORS
            words = self.tr("Take its colors") if dress else self.tr("Map the photo to it")
            menu.addAction(words, partial(self._take, key, mapped=False)).setEnabled(photo)
            if dress:
                menu.addAction(self.tr("Map the photo to it"), partial(self._take, key, mapped=True))
                menu.actions()[-1].setEnabled(photo)
            menu.addSeparator()
            star = self.tr("No favorite") if entry.favorite else self.tr("Favorite")
            menu.addAction(star, partial(self._on_star_requested, key))
        if entry.home == "mine" and whole:
            menu.addAction(self.tr("Rename"), partial(self._on_rename_requested, key))
            menu.addAction(self.tr("Replace by the present palette"), partial(self._rewrite, key))
            menu.actions()[-1].setEnabled(len(self._document.edited) > 0)
        elif whole:
            menu.addAction(self.tr("Copy to Mine"), partial(self._copy, entry))
        if whole:
            export = partial(self._session.export_palette_requested.emit, entry.palette, entry.name)
            menu.addAction(self.tr("Export…"), export)
        if entry.home == "file":
            menu.addAction(self.tr("Show folder"), partial(_show_folder, entry.path))
        if entry.home in OWN:
            menu.addSeparator()
            menu.addAction(self.tr("Delete"), partial(self._on_remove_requested, key))
        return menu

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        self._menu = menu  # WORKAROUND: PySide6 6.11 crashes where a wrapper ends before its children do

    @Slot(bool)
    def _on_tiled_requested(self, tiled: bool) -> None:
        self._session.remember(palette_grid=tiled)
        self._panel.set_tiled(tiled)

    @Slot()
    def _on_folder_requested(self) -> None:
        if not self._session.settings.palette_folder:
            self._choose_folder()
            return
        menu, button = QMenu(self._window), self._panel.folder
        menu.addAction(self.tr("Watch another folder…"), self._choose_folder)
        menu.addAction(self.tr("Stop watching"), partial(self.watch, ""))
        self._pop_up(menu, button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        before = self._session.settings.palette_folder or str(Path.home())
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Watch a folder of palettes"), before)
        if folder:
            self.watch(folder)

    def watch(self, folder: str) -> None:
        """Show the palette files of a folder and follow them; "" follows none."""
        self._session.remember(palette_folder=folder)
        self._show_folder()
        self._read()

    def _show_folder(self) -> None:
        folder = self._session.settings.palette_folder
        self._panel.set_folder(Path(folder).name if folder else "")


def _show_folder(path: Path) -> None:
    from PySide6.QtCore import QUrl

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
