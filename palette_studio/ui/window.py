"""The main window: menus, toolbar, panels, status line. It shows and reports; it decides nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from palette_studio.ui import key_map, spoken
from palette_studio.ui.actions import BREAKS, COMMANDS, MENUS, MNEMONICS, WORKSPACES, dress, make_actions, tr
from palette_studio.ui.canvas import Canvas
from palette_studio.ui.canvas_menu import CanvasMenu
from palette_studio.ui.checks_panel import ChecksPanel
from palette_studio.ui.color_panel import ColorPanel
from palette_studio.ui.colorize_panel import ColorizePanel
from palette_studio.ui.controls import heading
from palette_studio.ui.dock_parts import CurrentPage, History, PanelDock, TitleTabs
from palette_studio.ui.drops import paths_in
from palette_studio.ui.hint_layer import HintLayer
from palette_studio.ui.histogram_panel import HistogramPanel
from palette_studio.ui.hue_panel import HuePanel
from palette_studio.ui.library_panel import LibraryPanel
from palette_studio.ui.map_panel import MapPanel
from palette_studio.ui.mixture_panel import MixturePanel
from palette_studio.ui.palette_panel import PalettePanel
from palette_studio.ui.panel_menu import PanelMenu
from palette_studio.ui.readouts import Readouts
from palette_studio.ui.recent import Recent, RecentMenu
from palette_studio.ui.recolor_panel import RecolorPanel
from palette_studio.ui.segment_panel import SegmentPanel
from palette_studio.ui.sequence_panel import SequencePanel
from palette_studio.ui.sight_label import SightLabel
from palette_studio.ui.small_screen import gather, smallest_window
from palette_studio.ui.start_page import StartPage
from palette_studio.ui.status_line import StatusLine
from palette_studio.ui.theme import Theme
from palette_studio.ui.theme_menu import ThemeMenu
from palette_studio.ui.toast import Toasts
from palette_studio.ui.toolbar import ToolBar
from palette_studio.ui.transfer_panel import TransferPanel
from palette_studio.ui.transport_panel import TransportPanel
from palette_studio.ui.variations_panel import VariationsPanel
from palette_studio.ui.window_layout import set_heights

SIDE_PX, OPTIONS_PX, RIGHT_PX = 308, 96, 687  # the right column: its width, least options, usual height
SIDE_PAGE_PX, WHEEL_PX = 340, 240  # a page that is worked with, and what it leaves for the wheel
PLOT_PX = (142, 214)  # the histogram, and a plot that is worked with
STRIP_ACTIONS = ("auto", "add", "lock", "reset", "reset_all", "remove")


class Window(QMainWindow):
    """Everything the artist sees. Views are public attributes for ``studio`` to connect."""

    paths_dropped = Signal(list)  # of Path
    color_dropped = Signal(object, object)  # QColor, QPoint on the screen
    recent_requested = Signal(object)  # Path
    theme_requested = Signal(str)
    closing = Signal()
    close_asked = Signal()  # while there are edits that are not saved
    painted_first = Signal()
    cancel_requested = Signal()

    def __init__(self, theme: Theme, stack: QUndoStack, samples: list[Path], recent: list[Recent]) -> None:
        super().__init__()
        spoken.install()
        self.theme = theme
        self.setWindowTitle(self.tr("Palette Studio"))
        self.setMinimumSize(smallest_window())
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.actions_ = make_actions(self)
        key_map.apply(self.actions_, {})
        self.addActions(list(self.actions_.values()))
        self.canvas = Canvas()
        self.start = StartPage(theme, samples, recent)
        self.readouts = Readouts(theme)
        self.palette_panel = PalettePanel(theme, [self.actions_[name] for name in STRIP_ACTIONS])
        self.histogram_panel = HistogramPanel(theme)
        self.color_panel = ColorPanel()
        self.color_panel.setMinimumWidth(SIDE_PX)
        self.color_panel.add_tool(self.actions_["link"])
        self.recolor_panel, self.map_panel = RecolorPanel(), MapPanel()
        self.segment_panel, self.sequence_panel = SegmentPanel(theme), SequencePanel(theme)
        self.transfer_panel, self.hue_panel = TransferPanel(theme), HuePanel(theme)
        self.colorize_panel = ColorizePanel(theme)
        self.hint_layer, self.sight_label = HintLayer(self.canvas), SightLabel(self.canvas)
        self.canvas_menu = CanvasMenu(self.canvas, self.hint_layer)
        self._options = {
            "recolor": self.recolor_panel,
            "map": self.map_panel,
            "segment": self.segment_panel,
            "transfer": self.transfer_panel,
            "colorize": self.colorize_panel,
            "sequence": self.sequence_panel,
        }
        self.mixture_panel, self.transport_panel = MixturePanel(theme), TransportPanel(theme)
        self._own_plots = {
            "segment": self.mixture_panel,
            "transfer": self.hue_panel,
            "sequence": self.transport_panel,
        }
        self.history = History(stack)
        self.variations_panel = VariationsPanel(theme, self.actions_["more_variations"])
        self.checks_panel = ChecksPanel(theme)
        self.library_panel = LibraryPanel(theme, self.actions_["save_palette"])
        self._make_menus()
        self._make_toolbar()
        self._first, self._painted = True, False
        self._make_middle()
        self._make_docks()
        self._status = StatusLine(self)
        self._status.cancel_requested.connect(self.cancel_requested)
        self.setStatusBar(self._status)
        self.toasts = Toasts(theme, self._pages)
        self.set_theme(theme)
        self.show_workspace("recolor")
        self.show_start(True)
        self.start.setFocus()

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        dress(self.actions_, theme)
        parts = (self.readouts, self.palette_panel, self.histogram_panel, self.start, self.toasts)
        watched = (self.segment_panel, self.mixture_panel, self.sequence_panel, self.transport_panel)
        craft = (self.variations_panel, self.checks_panel, self.library_panel)
        for part in (*parts, *watched, *craft, self.transfer_panel, self.hue_panel, self.colorize_panel):
            part.set_theme(theme)
        self.canvas.set_surround(theme.canvas)
        self._theme_menu.mark(theme)

    def show_start(self, on: bool) -> None:
        """Show the empty state, without the panels that need a photo, or the photo with its panels."""
        page = self.start if on else self._photo_page
        if page is self._pages.currentWidget() and not self._first:
            return  # panels that were closed by hand stay closed
        self._first = False
        self._pages.setCurrentWidget(page)
        self.show_panels()
        QTimer.singleShot(0, self, self._share_heights)  # once the panels stand

    def show_panels(self) -> None:
        """Show the panels, but for those that were closed by hand, or none beside the empty state."""
        empty = self._pages.currentWidget() is self.start
        self.hide_panels(empty or self.actions_["hide_panels"].isChecked())

    def show_workspace(self, name: str) -> None:
        """Bring the options of a workspace to the front, and the plot that belongs to it."""
        self.actions_[name].setChecked(True)
        panel, title = self._options[name], self.actions_[name].text().replace("&", "")
        focus = self.focusWidget()
        if panel is not self._option_pages.currentWidget() or self._first:
            self._option_pages.setCurrentWidget(panel)
            self._options_title.setText(title)
            self._plots.setCurrentWidget(self._own_plots.get(name, self.histogram_panel))
            if not self._right[1].isHidden():
                self._right[0].reveal(not self._has_own_plot)  # its room is for the options
                self._bottom[0].reveal(not self._watches)  # that of the palette for the picture
            if focus and not focus.isVisible():  # it would jump to any button
                self.canvas.setFocus()
            QTimer.singleShot(0, self, self._share_heights)

    def hide_panels(self, hidden: bool) -> None:
        for dock in self._docks:
            dock.reveal(not hidden)
        if self._has_own_plot:
            self._right[0].hide()
        if self._watches:
            self._bottom[0].hide()

    def reset_layout(self) -> None:
        """Put the panels back where they were at first.

        WORKAROUND: Qt 6.11 crashes where docks are placed anew while the line between two is held.
        """
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        for dock in self._docks:
            dock.closed = False
            dock.setFloating(False)
        self._place_docks()
        self.actions_["hide_panels"].setChecked(False)
        self.hide_panels(False)

    def set_full_screen(self, on: bool) -> None:
        self.showFullScreen() if on else self.showNormal()

    def set_hint(self, text: str) -> None:
        """Say in the status line what the tool in hand does; "" says nothing."""
        self._status.hint.setText(text)

    def set_facts(self, text: str) -> None:
        self._status.facts.setText(text)

    def set_state(self, text: str) -> None:
        self._status.state.setText(text)

    def show_progress(self, text: str, fraction: float) -> None:
        """text: what is under way, "" when nothing is."""
        self._status.show_progress(text, fraction)

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if paths_in(mime) or mime.hasImage() or mime.hasColor():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        mime = event.mimeData()
        if mime.hasColor():
            self.color_dropped.emit(mime.colorData(), self.mapToGlobal(event.position().toPoint()))
        else:
            self.paths_dropped.emit(paths_in(mime))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted_first.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.fit_to(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isWindowModified():
            event.ignore()
            self.close_asked.emit()
            return
        self.closing.emit()
        super().closeEvent(event)

    # How it is built

    def _make_menus(self) -> None:
        bar = self.menuBar()
        bar.setNativeMenuBar(True)
        self._menus = {name: bar.addMenu(tr(MNEMONICS[name])) for name in MENUS}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            if command.menu not in self._menus:
                outer = self._menus[command.menu.partition("/")[0]]
                if command.menu in BREAKS:
                    outer.addSeparator()
                self._menus[command.menu] = outer.addMenu(tr(MNEMONICS[command.menu]))
            menu = self._menus[command.menu]
            if command.name in BREAKS and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self.actions_[command.name])
            if command.name == "open":
                self.recent_menu = RecentMenu(self.tr("Open &recent"), self)
                self.recent_menu.path_requested.connect(self.recent_requested)
                menu.addMenu(self.recent_menu)
            if command.group:
                group = groups.setdefault(command.group, QActionGroup(self))
                if command.group != WORKSPACES:
                    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
                group.addAction(self.actions_[command.name])
        self._theme_menu = ThemeMenu(self)
        self._theme_menu.theme_requested.connect(self.theme_requested)
        self._menus["View"].addSeparator()
        self._menus["View"].addMenu(self._theme_menu)

    def _make_toolbar(self) -> None:
        self._bar = ToolBar(self.actions_, list(self._options), self)
        self.addToolBar(self._bar)
        self.export_button, self.workspaces = self._bar.export_button, self._bar.workspaces

    def _make_middle(self) -> None:
        self._photo_page = QWidget(self)
        column = QVBoxLayout(self._photo_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.readouts)
        self._pages = CurrentPage(self)
        self._pages.addWidget(self.start)
        self._pages.addWidget(self._photo_page)
        self.setCentralWidget(self._pages)

    def _make_docks(self) -> None:
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self._option_pages = CurrentPage(self)
        for panel in self._options.values():
            self._option_pages.addWidget(panel)
        self._option_area = QScrollArea(self)
        self._option_area.setWidgetResizable(True)
        self._option_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the keys
        self._option_area.setWidget(self._option_pages)
        self._option_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._option_area.setMinimumHeight(OPTIONS_PX)
        self._plots = CurrentPage(self)
        for panel in (self.histogram_panel, *self._own_plots.values()):
            self._plots.addWidget(panel)
        self.histogram_panel.room_changed.connect(self._share_heights)
        self._side = CurrentPage(self)
        self.side_tabs = TitleTabs(self._side, self)
        for title, page in (
            (self.tr("History"), self.history),
            (self.tr("Variations"), self.variations_panel),
            (self.tr("Checks"), self.checks_panel),
            (self.tr("Library"), self.library_panel),
        ):
            self.side_tabs.add_page(title, page)
        self.side_tabs.currentChanged.connect(self._share_heights)
        self._options_title = heading(self.tr("Options"), self)
        self._right = [
            self._dock(self.tr("Color"), "color", self.color_panel, heading(self.tr("Color"), self)),
            self._dock(self.tr("Options"), "options", self._option_area, self._options_title),
            self._dock(self.tr("History"), "history", self._side, self.side_tabs),
        ]
        self._bottom = [
            self._dock(self.tr("Palette"), "palette", self.palette_panel, None),
            self._dock(self.tr("Histogram"), "histogram", self._plots, None),
        ]
        self._docks = [*self._right, *self._bottom]
        self._place_docks()
        PanelMenu(self._menus["Window"], self.actions_["reset_layout"], self._docks, self)

    def _dock(self, title: str, name: str, panel: QWidget, bar: QWidget | None) -> PanelDock:
        """bar: what stands above the panel; it is held to move the dock. None: nothing does."""
        dock = PanelDock(title, self)
        dock.setObjectName(f"{name}_dock")
        row = QFrame(dock)  # it paints its ground: else lines between docks that have moved stay on it
        row.setProperty("role", "title")
        features = QDockWidget.DockWidgetFeature.DockWidgetClosable
        if bar is None:
            row.setFixedHeight(0)
        else:
            line = QHBoxLayout(row)
            left = 12 if isinstance(bar, TitleTabs) else 16  # tabs keep 4 px clear
            line.setContentsMargins(left, 12, 16, 8)
            line.addWidget(bar)
            features |= QDockWidget.DockWidgetFeature.DockWidgetMovable
        dock.setTitleBarWidget(row)
        dock.setFeatures(features)
        dock.hold(panel)
        return dock

    def _place_docks(self) -> None:
        for dock in self._right:
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        for dock in self._bottom:
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        self.splitDockWidget(self._bottom[0], self._bottom[1], Qt.Orientation.Vertical)
        gather(self, self._docks)
        self.resizeDocks(self._right, [SIDE_PX] * 3, Qt.Orientation.Horizontal)
        self._share_heights()
        self.resizeDocks(self._bottom, [142, 142], Qt.Orientation.Vertical)

    @Slot()
    def _share_heights(self) -> None:
        """Give the options the room they need, a page of tools below them its own, the wheel the rest."""
        title = self._right[1].titleBarWidget()
        assert title is not None
        options = self._option_pages.sizeHint().height() + title.sizeHint().height() + 2
        side = 128 if options < 200 else 100
        whole = sum(dock.height() for dock in self._right) if self.isVisible() else RIGHT_PX
        if self._side.currentWidget() is not self.history:
            side = max(side, min(SIDE_PAGE_PX, whole - options - WHEEL_PX))
        if whole > options + side:
            heights = [whole - options - side, options, side]
            set_heights(self, self._right, heights)
        shown = self._plots.currentWidget() is self.histogram_panel
        plot = max(PLOT_PX[self._watches], self.histogram_panel.room_px(self.height()) if shown else 0)
        set_heights(self, self._bottom, [142, plot])

    @property
    def _has_own_plot(self) -> bool:
        """Whether a plot that is worked with is in front, and the wheel gives the options its room."""
        own_plot = self._plots.currentWidget() is not self.histogram_panel
        return own_plot or self._option_pages.currentWidget() is self.colorize_panel

    @property
    def _watches(self) -> bool:
        """Whether the plot in front is worked with, and takes the room of the palette."""
        return self._plots.currentWidget() in (self.mixture_panel, self.transport_panel)
