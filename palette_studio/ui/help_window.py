"""The documentation in a window of its own: an index, a search, and one page to read, without a network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from palette_studio.core.handbook import Page, found, linked
from palette_studio.ui import icons, reading
from palette_studio.ui.controls import muted, tool_button
from palette_studio.ui.theme import Theme

NAME = Qt.ItemDataRole.UserRole
INDEX_PX, HEAD_PX, LINE_PX = 264, 38, 27


class Reader(QTextBrowser):
    """One page. Links are reported, and nothing is fetched from anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_page")
        self.setOpenLinks(False)
        self._made: QTextDocument | None = None  # the page; Qt deletes only the document that it made itself
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        reading.center(self.document(), self.viewport().width())

    def show_page(self, text: str, theme: Theme) -> None:
        self.setExtraSelections([])
        made = QTextDocument(self)  # laid out once, when it is whole: in sight it would be at every change
        reading.fill(made, text, theme, self.font())
        reading.center(made, self.viewport().width())
        self.setDocument(made)
        if self._made is not None:
            self._made.deleteLater()
        self._made = made

    def go_to(self, anchor: str) -> None:
        """Show the heading of that name at the top, where there is one."""
        block = reading.place_of(self.document(), anchor)
        if block is not None:
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top) - 16)

    def mark(self, words: str, theme: Theme) -> None:
        """Set a ground behind every place of every word, and show the first."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in words.split():
            place = self.document().find(word)
            while not place.isNull():
                one = QTextEdit.ExtraSelection()
                one.cursor = place  # type: ignore[attr-defined]  # the stubs of Qt leave out plain members
                one.format.setBackground(QColor(theme.track))  # type: ignore[attr-defined]  # as above
                marks.append(one)
                place = self.document().find(word, place)
        self.setExtraSelections(marks)
        if marks:
            first = min((one.cursor for one in marks), key=QTextCursor.selectionStart)  # type: ignore[attr-defined]  # as above
            shown = QTextCursor(first)
            shown.clearSelection()
            self.setTextCursor(shown)
            self.ensureCursorVisible()


class HelpWindow(QDialog):
    """It stands beside the work, and holds nothing up."""

    address_requested = Signal(QUrl)  # a link that leads out of the documentation

    def __init__(self, theme: Theme, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_window")
        self.setWindowTitle(self.tr("Documentation"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1020, 720)
        self._theme, self._pages = theme, pages
        self.page: Page | None = None
        self._past: list[tuple[Page, int]] = []  # pages, and how far they were scrolled
        self._coming: list[tuple[Page, int]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_side())
        row.addWidget(self._make_reader(), 1)
        self._fill(pages)
        standard = QKeySequence.StandardKey
        for key, do in ((standard.Back, self.back), (standard.Forward, self.on), (standard.Find, self._find)):
            QShortcut(QKeySequence(key), self, do)
        self.set_theme(theme)
        if pages:
            self._show(pages[0])
        else:
            self.reader.setPlainText(self.tr("The pages are not there. Install Palette Studio again."))
        self.field.setFocus()

    def _make_side(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("help_side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(INDEX_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 0)
        column.setSpacing(10)
        self.field = QLineEdit(side)
        self.field.setPlaceholderText(self.tr("Search the pages"))
        self.field.setAccessibleName(self.tr("Words to search for"))
        self.field.setToolTip(self.tr("Words that a page should have; Enter opens the first page"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.index = QTreeWidget(side)
        self.index.setObjectName("help_index")
        self.index.setHeaderHidden(True)
        self.index.setRootIsDecorated(False)
        self.index.setIndentation(0)
        self.index.setItemsExpandable(False)
        self.index.setAccessibleName(self.tr("Pages"))
        self.index.setToolTip(self.tr("Choose a page to read it"))
        self.index.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.index.currentItemChanged.connect(self._on_current)
        self.nothing = muted(self.tr("No page has these words."), side)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.index, 1)
        return side

    def _make_reader(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 0)
        self.back_button = self._arrow("arrow-left", self.tr("Back"), self.tr("The page before (Alt+←)"))
        self.on_button = self._arrow("arrow-right", self.tr("Forward"), self.tr("The page after (Alt+→)"))
        self.back_button.clicked.connect(self.back)
        self.on_button.clicked.connect(self.on)
        self.place = muted("", right)
        bar.addWidget(self.back_button)
        bar.addWidget(self.on_button)
        bar.addSpacing(6)
        bar.addWidget(self.place, 1)
        self.reader = Reader(right)
        self.reader.setAccessibleName(self.tr("Page"))
        self.reader.setToolTip("")
        self.reader.anchorClicked.connect(self._on_link)
        column.addLayout(bar)
        column.addWidget(self.reader, 1)
        return right

    def _arrow(self, icon: str, name: str, tip: str) -> QToolButton:
        button = tool_button(icons.icon(icon, self._theme.text, self._theme.disabled), name, tip, self)
        button.setObjectName(icon)
        return button

    def open(self) -> None:
        """Stand beside the window without holding it."""
        self.show()
        self.raise_()
        self.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Draw icons and page anew, where they were."""
        self._theme = theme
        for button in (self.back_button, self.on_button):
            button.setIcon(icons.icon(button.objectName(), theme.text, theme.disabled))
        if self.page is not None:
            self._show(self.page, self.reader.verticalScrollBar().value())

    # The page

    def show_page(self, name: str) -> None:
        """Go to a page by its path below the folder of the documentation."""
        page = next((one for one in self._pages if one.name == name), None)
        if page is not None:
            self._go(page)

    def back(self) -> None:
        self._step(self._past, self._coming)

    def on(self) -> None:
        self._step(self._coming, self._past)

    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _step(self, come_from: list[tuple[Page, int]], go_to: list[tuple[Page, int]]) -> None:
        if come_from and self.page is not None:
            go_to.append((self.page, self.reader.verticalScrollBar().value()))
            self._show(*come_from.pop())

    def _go(self, page: Page) -> None:
        if self.page is not None and page != self.page:
            self._past.append((self.page, self.reader.verticalScrollBar().value()))
            self._coming.clear()
            self._show(page)

    def _show(self, page: Page, scrolled: int = 0) -> None:
        self.page = page
        self.reader.show_page(page.text, self._theme)
        self.reader.verticalScrollBar().setValue(scrolled)
        if self.field.text():
            self.reader.mark(self.field.text(), self._theme)
        self.place.setText(f"{page.section} › {page.title}")
        self.back_button.setEnabled(bool(self._past))
        self.on_button.setEnabled(bool(self._coming))
        self._select(page)

    def _on_link(self, address: QUrl) -> None:
        if address.scheme() in ("http", "https"):
            self.address_requested.emit(address)
            return
        target = address.toString()
        page = linked(self.page, target, self._pages) if self.page is not None else None
        if page is not None:
            self._go(page)
            self.reader.go_to(address.fragment())

    # The index

    def _items(self) -> list[QTreeWidgetItem]:
        heads = [self.index.topLevelItem(n) for n in range(self.index.topLevelItemCount())]
        items = [head.child(n) for head in heads if head is not None for n in range(head.childCount())]
        return [item for item in items if item is not None]

    def _fill(self, pages: Sequence[Page]) -> None:
        self.index.blockSignals(True)
        self.index.clear()
        heads: dict[str, QTreeWidgetItem] = {}
        for page in pages:
            if page.section not in heads:
                heads[page.section] = self._head(page.section)
            item = QTreeWidgetItem(heads[page.section], [page.title])
            item.setData(0, NAME, page.name)
            item.setToolTip(0, page.title)
            item.setSizeHint(0, QSize(0, LINE_PX))
        self.index.expandAll()
        self.index.blockSignals(False)
        self.nothing.setVisible(not pages)

    def _head(self, section: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self.index, [section])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setSizeHint(0, QSize(0, HEAD_PX))
        head.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, font)
        return head

    def _look(self, words: str) -> None:
        """List the pages that have the words, and mark them on the one that is read."""
        self._fill(found(words, self._pages))
        self.reader.mark(words, self._theme)
        if self.page is not None:
            self._select(self.page)

    def _select(self, page: Page) -> None:
        self.index.blockSignals(True)
        item = next((one for one in self._items() if one.data(0, NAME) == page.name), None)
        self.index.setCurrentItem(item)  # type: ignore[arg-type]  # None: no page is chosen
        self.index.blockSignals(False)

    def _on_return(self) -> None:
        best = found(self.field.text(), self._pages)
        if best:
            self._go(best[0])
            self.reader.mark(self.field.text(), self._theme)

    def _on_current(self, now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if now is not None and now.data(0, NAME):
            self.show_page(now.data(0, NAME))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the arrow down of the field go to the list, and Return in it open no default button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._items():
                self.index.setFocus()
                self.index.setCurrentItem(self._items()[0])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_return()
                return True
        return super().eventFilter(watched, event)
