"""The desk of pages that stand over the window: preferences, documentation, keys, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence

from palette_studio import __version__
from palette_studio.studio.session import Session
from palette_studio.studio.tour_desk import TourDesk
from palette_studio.ui import key_map
from palette_studio.workbench.jobs.recovering import report_job

if TYPE_CHECKING:
    from palette_studio.ui.help_window import HelpWindow
    from palette_studio.ui.theme import Theme


class PagesDesk(QObject):
    """Opens a page where it is asked for, and keeps what is chosen on it."""

    theme_requested = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self.tour = session, TourDesk(session)
        self.help: HelpWindow | None = None  # once it was asked for
        actions = session.window.actions_
        if session.settings.keys:
            key_map.apply(actions, key_map.kept(session.settings.keys))
        actions["preferences"].triggered.connect(self._on_preferences)
        actions["search"].triggered.connect(self._on_search)
        actions["help"].triggered.connect(self._on_help)
        actions["keys"].triggered.connect(self._on_keys)
        actions["about"].triggered.connect(self._on_about)
        actions["report"].triggered.connect(self._on_report)

    @Slot()
    def _on_preferences(self) -> None:
        from palette_studio.ui.preferences import Choices, Preferences

        kept = self._session.settings
        choices = Choices(kept.theme, kept.scale, kept.language, kept.swatches, kept.most_megapixels)
        page = Preferences(choices, self._session.window)
        page.language_requested.connect(lambda language: self._session.remember(language=language))
        page.theme_requested.connect(self.theme_requested)
        page.scale_requested.connect(lambda percent: self._session.remember(scale=percent))
        page.swatches_requested.connect(lambda k: self._session.remember(swatches=k))
        page.most_megapixels_requested.connect(lambda most: self._session.remember(most_megapixels=most))
        self._session.show_dialog(page)

    @Slot()
    def _on_help(self) -> None:
        if self.help is None:
            from palette_studio.core.handbook import pages
            from palette_studio.ui.help_window import HelpWindow

            window = self._session.window
            self.help = HelpWindow(window.theme, pages(), window)
            self.help.address_requested.connect(self._on_address_requested)
        self.help.open()

    @Slot(QUrl)
    def _on_address_requested(self, address: QUrl) -> None:
        QDesktopServices.openUrl(address)

    def set_theme(self, theme: Theme) -> None:
        if self.help is not None:
            self.help.set_theme(theme)

    @Slot()
    def _on_keys(self) -> None:
        from palette_studio.ui.key_page import KeyPage

        page = KeyPage(key_map.kept(self._session.settings.keys), self._session.window)
        page.changed_requested.connect(self._on_keys_requested)
        page.changed_requested.connect(page.set_changed)
        self._session.show_dialog(page)

    @Slot(object)
    def _on_keys_requested(self, changed: key_map.Changed) -> None:
        self._session.remember(keys=key_map.lines(changed))
        key_map.apply(self._session.window.actions_, changed)

    @Slot()
    def _on_search(self) -> None:
        from palette_studio.ui.actions import COMMANDS, place, plain
        from palette_studio.ui.command_search import CommandSearch, Entry

        window = self._session.window
        entries = []
        for command in COMMANDS:
            action = window.actions_[command.name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = plain(command), place(command), action.statusTip(), keys
            if command.name != "search":
                entries.append(Entry(command.name, *words, command.icon, action.isEnabled()))
        page = CommandSearch(window.theme, entries, window)
        page.command_requested.connect(self._on_command_requested)
        self._session.show_dialog(page)

    @Slot(str)
    def _on_command_requested(self, name: str) -> None:
        self._session.window.actions_[name].trigger()

    @Slot()
    def _on_report(self) -> None:
        self._session.files.submit(report_job())

    def show_report(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._session.window.toasts.inform(self.tr("Copied the report"))

    @Slot()
    def _on_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        text = self.tr("Palette Studio %1\n\nRecolor photos by dragging the colors of their palette.")
        licenses = self.tr("MIT license. Made with Qt (LGPL), numba, OpenCV, Pillow and pyqtgraph.")
        box = QMessageBox(self._session.window)
        box.setWindowTitle(self.tr("About Palette Studio"))
        box.setText(text.replace("%1", __version__) + "\n\n" + licenses)
        box.addButton(QMessageBox.StandardButton.Ok).setToolTip(self.tr("Put this page away"))
        self._session.show_dialog(box)
