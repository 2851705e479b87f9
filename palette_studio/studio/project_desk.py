"""The projects' desk: what is edited is saved, opened again, and never lost unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from palette_studio.core.document import Document
from palette_studio.core.home import recovery_folder
from palette_studio.studio.session import Session
from palette_studio.studio.showing import Showing
from palette_studio.workbench.jobs.projects import (
    OpenedProject,
    PictureMissing,
    Saved,
    open_project_job,
    save_job,
    set_aside_job,
)

if TYPE_CHECKING:
    from palette_studio.core.project import Comparing
    from palette_studio.workbench.recovery import Lost

SUFFIX = ".palettestudio"


def is_project(path: Path) -> bool:
    """Return whether a path is, by its name, one of a project or recipe."""
    return path.suffix.lower() == SUFFIX


class ProjectDesk(QObject):
    """Keeps the title, the mark of unsaved edits and the project's file true to the document."""

    recovered = Signal(object)  # Lost: its edits are on the canvas

    def __init__(self, session: Session, showing: Showing) -> None:
        super().__init__(session)
        self._showing = showing
        self._session, self._store, self._window = session, session.store, session.window
        self._closes = False  # as soon as it is saved
        self._placed: dict[Path, Path] = {}  # where she found pictures that had moved
        self._aside: Path | None = None  # the edits that were set aside last
        self._store.changed.connect(self._on_document_changed)
        self._store.left.connect(self._on_left)
        self._store.stack.cleanChanged.connect(self._on_clean_changed)
        self._window.close_asked.connect(self._on_close_asked)
        for name, do in {
            "save": self._on_save,
            "save_as": self._on_save_as,
            "save_recipe": self._on_save_recipe,
            "reopen": self._on_reopen,
        }.items():
            self._window.actions_[name].triggered.connect(do)
        self._enable()

    # Opening

    def open(self, path: Path, lost: Lost | None = None) -> None:
        """Read a project with its pictures, or apply a recipe; what is there stays until it is.

        lost: the file holds edits that the last run could not save.
        """
        session = self._session
        folders, most = dict.fromkeys(one.parent for one in session.recent), session.settings.most_megapixels
        self._showing.make_way()
        session.batch.submit(open_project_job(path.absolute(), most, folders, dict(self._placed), lost))

    def show_opened(self, opened: OpenedProject | PictureMissing) -> None:
        if isinstance(opened, PictureMissing):
            self._ask_where(opened)
        elif opened.project.photo is None:
            self._apply(opened)
        else:
            self._take(opened)

    def _take(self, opened: OpenedProject) -> None:
        """Show a project as it was left. Edits that were set aside are still to be saved."""
        session, lost = self._session, opened.lost
        saved = lost is None and recovery_folder() not in opened.path.parents
        self._store.restart(opened.document)
        self._compare(opened.project.comparing)
        if saved:
            session.project = opened.path
            session.add_recent(opened.path)
        else:
            session.project = Path(lost.about.project) if lost is not None and lost.about.project else None
            self._store.stack.resetClean()
        if lost is not None:
            self.recovered.emit(lost)
        self._name()
        for name in opened.changed:
            text = self.tr("%1 has changed since its edits were saved. It is shown as it is now.")
            self._window.toasts.inform(text.replace("%1", name))

    def _apply(self, opened: OpenedProject) -> None:
        """Do to the photo in the window what a recipe says, as one step."""
        now, name = self._store.document, opened.path.stem
        if now.photo is None:
            text = self.tr("%1 is a recipe for photos. Open a photo first, then the recipe.")
            self._window.toasts.complain(text.replace("%1", opened.path.name))
            return
        new = replace(opened.document, photo=self._session.shown, frames=now.frames)
        text = self.tr("Recipe %1").replace("%1", name)
        self._store.edit(text, replace(new, found_in=new.place_found))
        self._window.toasts.inform(self.tr("Applied %1").replace("%1", name))

    def _ask_where(self, missing: PictureMissing) -> None:
        """Ask for a picture that has moved; without it nothing changes."""
        from palette_studio.ui.question import Question

        name, place = missing.picture.name, missing.picture.path
        more = self.tr("%1 belongs to it, but it is no longer in %2. Nothing changes until it is found.")
        more = more.replace("%1", missing.path.stem).replace("%2", str(place.parent if place else ""))
        where = self.tr("Where is %1?").replace("%1", name)
        question = Question(self.tr("Find the photo"), where, more, self._window)
        find = question.answer(self.tr("Find…"), self.tr("Show where the photo is now"))
        find.clicked.connect(lambda: self._find(missing))
        question.cancel(self.tr("Leave the project closed"))
        self._session.show_dialog(question)

    def _find(self, missing: PictureMissing) -> None:
        path = self._session.choose_photo(self.tr("Find %1").replace("%1", missing.picture.name))
        if path is not None and missing.picture.path is not None:
            self._placed[missing.picture.path] = path
            self.open(missing.path, missing.lost)

    # Saving

    @Slot()
    def _on_save(self) -> None:
        if self._session.project is None:
            self._on_save_as()
        else:
            self._save(self._session.project)

    @Slot()
    def _on_save_as(self) -> None:
        photo, project = self._session.photo, self._session.project
        if photo is None:
            return
        usual = project or self._usual_folder() / f"{Path(photo.name).stem}{SUFFIX}"
        path = self._ask_for_file(self.tr("Save the project"), usual)
        if path is None:
            self._closes = False
        else:
            self._save(path)

    @Slot()
    def _on_save_recipe(self) -> None:
        photo = self._session.photo
        if photo is None:
            return
        usual = self._usual_folder() / f"{Path(photo.name).stem}-recipe{SUFFIX}"
        path = self._ask_for_file(self.tr("Save the edit as a recipe"), usual)
        if path is not None:
            self._session.files.submit(save_job(self._document, self.comparing, path, recipe=True))

    def _save(self, path: Path) -> None:
        self._session.files.submit(save_job(self._document, self.comparing, path))

    def _ask_for_file(self, title: str, usual: Path) -> Path | None:
        kinds = self.tr("Palette Studio (%1)").replace("%1", f"*{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(usual), kinds)
        if not name:
            return None
        return Path(name) if is_project(Path(name)) else Path(f"{name}{SUFFIX}")

    def _usual_folder(self) -> Path:
        """Return the photo's own folder, where it has one that is hers."""
        photo = self._session.photo
        place = photo.origin.path if photo is not None else None
        mine = place is not None and self._session.is_own(place)
        return place.parent if place is not None and mine else Path.home()

    def show_saved(self, saved: Saved) -> None:
        """Say that it is safe; edits made meanwhile are not."""
        session = self._session
        if not saved.recipe:
            session.project = saved.path
            session.add_recent(saved.path, saved.document)
            if saved.document == self._document:
                self._store.stack.setClean()
            self._name()
        if self._closes:
            self._window.close()
            return
        self._window.toasts.inform(self.tr("Saved %1").replace("%1", str(saved.path)))

    def refuse(self) -> None:
        """Nothing was saved: the window stays, and so does what is to be saved."""
        self._closes = False

    # What would be lost

    @Slot()
    def _on_close_asked(self) -> None:
        from palette_studio.ui.question import Question, Role

        photo, project = self._session.photo, self._session.project
        name = project.stem if project is not None else photo.name if photo is not None else ""
        asked = self.tr("Save the edits of %1?").replace("%1", name)
        more = self.tr("They are lost otherwise. The photo itself is never changed.")
        question = Question(self.tr("Save the edits"), asked, more, self._window)
        save = question.answer(self.tr("Save"), self.tr("Save the project, then close the window"))
        discard = question.answer(
            self.tr("Discard"), self.tr("Close the window without the edits"), Role.DestructiveRole
        )
        save.clicked.connect(self._on_save_and_close)
        discard.clicked.connect(self._on_discarded)
        question.cancel(self.tr("Go on editing"))
        self._session.show_dialog(question)

    @Slot()
    def _on_save_and_close(self) -> None:
        self._closes = True
        self._on_save()

    @Slot()
    def _on_discarded(self) -> None:
        self._window.setWindowModified(False)
        self._window.close()

    @Slot(object)
    def _on_left(self, document: Document) -> None:
        """Set edits aside that another photo takes the place of."""
        self._session.files.submit(set_aside_job(document, self.comparing))

    def show_aside(self, saved: Saved) -> None:
        self._aside = saved.path
        self._enable()
        photo = saved.document.photo
        text = self.tr("The edits of %1 were set aside.").replace("%1", photo.name if photo else "")
        self._window.toasts.inform(text, self.tr("Bring back"), self._on_reopen)

    @Slot()
    def _on_reopen(self) -> None:
        if self._aside is not None:
            self.open(self._aside)

    # What is shown

    @property
    def comparing(self) -> Comparing:
        """How original and result stand side by side."""
        from palette_studio.core.project import Comparing

        canvas = self._window.canvas
        return Comparing(canvas.compare, canvas.wipe_at, canvas.wipe_upright)

    def _compare(self, comparing: Comparing) -> None:
        for name in ("wipe", "side_by_side"):
            self._window.actions_[name].setChecked(comparing.mode == name.replace("_", "-"))
        self._window.canvas.set_wipe(comparing.at, comparing.upright)

    @property
    def _document(self) -> Document:
        return self._store.document

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.photo is old.photo and new.frames is old.frames:
            return
        if new.photo is not None and (new.frames is None or new.frames is not old.frames):
            self._session.project = None  # whoever opens a project says so afterwards
        self._name()
        self._enable()

    @Slot(bool)
    def _on_clean_changed(self, clean: bool) -> None:
        self._window.setWindowModified(not clean and self._document.photo is not None)

    def _name(self) -> None:
        """Have the title say what is open."""
        document, project = self._document, self._session.project
        if document.photo is None:
            return
        name = document.photo.name if document.frames is None else document.frames.name
        if project is not None:
            name = project.name
        self._window.setWindowTitle(f"{name}[*] — {self.tr('Palette Studio')}")

    def _enable(self) -> None:
        for name in ("save", "save_as", "save_recipe"):
            self._window.actions_[name].setEnabled(self._document.photo is not None)
        self._window.actions_["reopen"].setEnabled(self._aside is not None)
