"""Many photos at once: which, what is done to them, and where the results go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from palette_studio.core.batch import Inputs, Item, Tally
from palette_studio.core.files import ExportOptions, FileError
from palette_studio.core.files.error import shown
from palette_studio.core.files.options import free_path
from palette_studio.ui.batch_list import BatchList
from palette_studio.ui.controls import heading, muted
from palette_studio.ui.drops import PHOTOS
from palette_studio.ui.error_words import error_words, words_of
from palette_studio.ui.export_dialog import FORMATS, INDEXED, LOSSY
from palette_studio.ui.form_dialog import FormDialog
from palette_studio.ui.theme import Theme

RESULTS = "recolored"  # the folder beside the first photo that results go to, until another is chosen


@dataclass(frozen=True)
class BatchWish:
    """What the dialog asks for. recipe: a project or recipe file, None for the document in the window."""

    files: tuple[Path, ...]
    recipe: Path | None
    folder: Path
    template: str
    conflict: str
    options: ExportOptions
    indexed: bool

    @property
    def kind(self) -> str:
        """The format as the dialog names it."""
        return INDEXED if self.indexed else self.options.format


class BatchDialog(FormDialog):
    """Stays open, and the window free, while photos are worked on."""

    start_requested = Signal()
    stop_requested = Signal()
    show_requested = Signal(object)  # Path of a photo whose result is to be shown
    listing_requested = Signal(object, object)  # paths of files and folders, and Path of the results

    def __init__(
        self, theme: Theme, options: ExportOptions, place: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """place: the template of names, and the rule for those that exist."""
        super().__init__(self.tr("Batch"), parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.running = False
        self._document_there = self._maps = False
        self._items: dict[int, Item] = {}
        self._added: list[Path] = []  # files and folders that are still to be looked into
        self.list = BatchList(theme, self)
        self._make_files()
        self._make_recipe()
        self.add_place(Path(), *place)
        self._folder.clear()
        self._folder.setPlaceholderText(self.tr("Beside the first photo"))
        own = ((self.tr("PNG, indexed"), INDEXED), *FORMATS)
        self._format = self.add_choice(self.tr("Format"), own, options.format)
        self._format.setToolTip(self.tr("Kind of file"))
        self.add_quality(options.quality)
        self._make_progress()
        self.resize(640, 720)
        self.finish()

    def _make_files(self) -> None:
        column, line = QVBoxLayout(), QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(heading(self.tr("Photos"), self))
        self._count = muted("", self)
        line.addWidget(self._count)
        line.addStretch(1)
        self.buttons: dict[str, QPushButton] = {}
        for name, words, tip, do in (
            ("files", self.tr("Add photos…"), self.tr("Choose photos to add"), self._on_add_files),
            ("folder", self.tr("Add folder…"), self.tr("Add all photos of a folder"), self._on_add_folder),
            (
                "remove",
                self.tr("Remove"),
                self.tr("Take the chosen photos out of the list (Delete)"),
                self.remove,
            ),
            ("clear", self.tr("Clear"), self.tr("Take all photos out of the list"), self._on_clear),
        ):
            button = QPushButton(words, self)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            line.addWidget(button)
            self.buttons[name] = button
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        self.layout().insertLayout(0, column, 1)  # type: ignore[union-attr]  # a column, see form_layout
        self.list.setToolTip(self.tr("A double click shows the folder of a result"))
        self.list.dropped.connect(self.add)
        self.list.removal_requested.connect(self.remove)
        self.list.show_requested.connect(self.show_requested)
        self.list.selectionModel().selectionChanged.connect(self.refresh)

    def _make_recipe(self) -> None:
        choose = QPushButton(self.tr("Choose…"), self)
        choose.setToolTip(self.tr("Apply a project or a recipe from a file"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose_recipe)
        here = ((self.tr("What is done to the photo in the window"), None),)
        self._recipe = self.add_choice(self.tr("Apply"), here, None)
        self._recipe.setToolTip(self.tr("What is done to every photo"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._recipe, 1)
        row.addWidget(choose)
        self._grid.addLayout(row, self._grid.rowCount() - 1, 1)
        self._choose = choose

    def _make_progress(self) -> None:
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the batch"))
        kept = self.bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(kept)
        self.bar.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._target), self.bar)
        self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setToolTip(self.tr("Put this window away; photos in work are finished"))
        self.export_button.setToolTip(self.tr("Do all photos that are not done; again to stop"))

    # What it shows

    def set_document(self, *, there: bool, maps: bool) -> None:
        """there: the document in the window has something to apply; maps: its results can be indexed."""
        self._document_there, self._maps = there, maps
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def wish(self) -> BatchWish:
        kind = self._format.currentData()
        options = ExportOptions(format="png" if kind == INDEXED else kind, quality=self._quality.value())
        folder, template, conflict = self.place()
        files, recipe = tuple(self.list.model_.paths), self._recipe.currentData()
        return BatchWish(files, recipe, folder, template, conflict, options, kind == INDEXED)

    def begin(self) -> None:
        self.running, self._items = True, {}
        self.list.model_.forget()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.refresh()

    def show_item(self, item: Item) -> None:
        """Show what becomes of a photo; what is in work is kept in sight."""
        self._items[item.number] = item
        row = self.list.model_.set_item(item)
        if item.state == "working" and row >= 0:
            self.list.scrollTo(self.list.model_.index(row))
        tally = Tally.of(self._items.values())
        self.bar.setRange(0, max(len(self.list.model_.paths), 1))
        self.bar.setValue(tally.ended)
        self._target.setText(f"{tally.ended}/{len(self.list.model_.paths)}   {shown(item.source)}")

    def end(self, reason: str = "") -> None:
        """Say how it went. reason: why nothing went on."""
        for item in [one for one in self._items.values() if one.state in ("waiting", "working")]:
            self.list.model_.set_item(Item(item.number, item.source, item.target))
        self.running = False
        self.bar.hide()
        self.refresh()
        tally = Tally.of(self._items.values())
        parts = (
            (tally.counts["done"], self.tr("%1 done")),
            (tally.counts["kept"], self.tr("%1 done before")),
            (tally.counts["skipped"], self.tr("%1 skipped")),
            (tally.counts["failed"], self.tr("%1 failed")),
            (tally.total - tally.ended, self.tr("%1 to do: Start goes on")),
        )
        told = ", ".join(words.replace("%1", str(count)) for count, words in parts if count)
        self._target.setText(reason or told)
        self.export_button.setFocus()

    def refresh(self) -> None:
        """Say what Start would do, or why it cannot."""
        if not self._built:
            return
        paths = self.list.model_.paths
        self._count.setText(str(len(paths)) if paths else "")
        for name, button in self.buttons.items():
            needed = {"remove": bool(self.list.chosen), "clear": bool(paths)}.get(name, True)
            button.setEnabled(needed and not self.running)
        self.show_quality(counts=self._format.currentData() in LOSSY)
        fields = (self._folder, self._name, self._conflict, self._format, self._recipe)
        for part in (*fields, self._choose_folder, self._choose):
            part.setEnabled(not self.running)
        self._quality.setEnabled(self._quality.isEnabled() and not self.running)
        self.export_button.setText(self.tr("Stop") if self.running else self.tr("Start"))
        if self.running:
            self.export_button.setEnabled(True)
            return
        reason = self._missing()
        self.export_button.setEnabled(not reason)
        ready = self.tr("Results go to %1").replace("%1", str(self.place()[0]))
        self._target.setText(reason or ready)

    def _missing(self) -> str:
        """Return why nothing can be started, "" where it can."""
        wish = self.wish()
        if self._added:
            return self.tr("Looking for photos…")
        if not wish.files:
            return self.tr("Add photos, or drop them here.")
        if wish.recipe is None and not self._document_there:
            return self.tr("Open a photo and change it, or choose a recipe: it will be applied to all.")
        if wish.recipe is None and wish.indexed and not self._maps:
            return self.tr("Only photos that are mapped to a palette can be indexed. Choose another format.")
        if not wish.folder.is_absolute():
            return self.tr("Choose a folder for the results.")
        try:
            free_path(wish.folder, wish.template, wish.files[0].name, "png", wish.conflict)
        except FileError as error:
            return words_of(error)
        return ""

    # What the artist does

    def add(self, names: Sequence[Path]) -> None:
        """Add photos, and those in folders, that are not there yet."""
        if self.running or not names:
            return
        self._added += names
        folder = self.place()[0]
        output = folder if folder.is_absolute() else Path(RESULTS, "nowhere")
        self.listing_requested.emit(self._wanted(), output)
        self.refresh()

    def _wanted(self) -> tuple[Path, ...]:
        return (*self.list.model_.paths, *self._added)

    def show_listed(self, names: tuple[Path, ...], found: Inputs) -> None:
        """Take the photos that were found, unless others have been asked for meanwhile."""
        if names != self._wanted():
            return
        self._added.clear()
        if found.files and not self.place()[0].is_absolute():
            self._folder.setText(str(found.files[0].parent / RESULTS))
        self.list.model_.set_paths(found.files)
        self.refresh()
        if found.notes:
            self._target.setText(" ".join(map(error_words, found.notes)))

    @Slot()
    def remove(self) -> None:
        """Take the chosen photos out of the list."""
        if self.running:
            return
        gone = set(self.list.chosen)
        self._keep([path for path in self.list.model_.paths if path not in gone])

    def accept(self) -> None:
        """Start, or stop; the dialog stays."""
        (self.stop_requested if self.running else self.start_requested).emit()

    def closeEvent(self, arg__1: QCloseEvent) -> None:
        """Go out of sight; what is under way goes on."""
        arg__1.ignore()
        self.hide()

    def reject(self) -> None:
        self.hide()

    def _on_add_files(self) -> None:
        kinds = self.tr("Photos (%1);;All files (*)").replace("%1", PHOTOS)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add photos"), self._start(), kinds)
        self.add([Path(name) for name in names])

    def _on_add_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(
            self, self.tr("Add the photos of a folder"), self._start()
        ):
            self.add([Path(name)])

    def _on_clear(self) -> None:
        self._added.clear()
        self._keep([])

    def _keep(self, paths: list[Path]) -> None:
        """Have these photos alone in the list, and those that are still to come."""
        self.list.model_.set_paths(paths)
        added, self._added = self._added, []
        self.add(added)
        self.refresh()

    def _on_choose_recipe(self) -> None:
        kinds = self.tr("Projects and recipes (*.palettestudio *.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Apply a project or recipe"), self._start(), kinds
        )
        if name:
            self.choose_recipe(Path(name))

    def choose_recipe(self, path: Path) -> None:
        at = self._recipe.findData(path)
        if at < 0:
            self._recipe.addItem(path.name, path)
            at = self._recipe.count() - 1
        self._recipe.setCurrentIndex(at)

    def _start(self) -> str:
        paths = self.list.model_.paths
        return str(paths[0].parent if paths else Path.home())
