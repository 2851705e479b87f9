"""All keys on one page, made from the table of commands; every command can be given others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from palette_studio.ui import key_map
from palette_studio.ui.actions import COMMANDS, MNEMONICS, place, plain, tr
from palette_studio.ui.command_search import Entry, found
from palette_studio.ui.key_map import BY_HAND, BY_NAME, Changed

NAME = Qt.ItemDataRole.UserRole


class KeyPage(QDialog):
    """A list of commands and their keys, and a line in which those of the chosen one are pressed."""

    changed_requested = Signal(object)  # Changed: what the keys are to be

    def __init__(self, changed: Changed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(620, 680)
        self._changed: Changed = changed
        self._sections: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []  # heads, and what is below
        self._name = ""  # of the command that is chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a command or a key"))
        self.field.setAccessibleName(self.tr("Words of a command, or a key"))
        self.field.setToolTip(self.tr("A word of the name, of the menu, of what it does, or a key"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._look)
        column.addWidget(self.field)
        column.addWidget(self._make_tree(), 1)
        column.addLayout(self._make_line())
        self.message = QLabel(self)
        self.message.setProperty("role", "muted")
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(34)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.message)
        column.addWidget(self._make_buttons())
        self._fill()
        self._choose("")
        self.field.setFocus()

    def _make_tree(self) -> QTreeWidget:
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("key_tree")
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setItemsExpandable(False)
        self.tree.setAccessibleName(self.tr("Commands and their keys"))
        self.tree.setToolTip(self.tr("Choose a command to give it other keys"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.itemActivated.connect(lambda *_: self.keys.setFocus())
        return self.tree

    def _make_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.keys = QKeySequenceEdit(self)
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New keys"))
        self.keys.setToolTip(self.tr("Press the keys that are to do it"))
        self.keys.keySequenceChanged.connect(self._on_pressed)
        self.set_ = QPushButton(self.tr("Set"), self)
        self.set_.setToolTip(self.tr("Give the command these keys, beside none other"))
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setToolTip(self.tr("Give the command these keys, beside those that it has"))
        self.usual = QPushButton(self.tr("Usual"), self)
        self.usual.setToolTip(self.tr("Give the command its usual keys again"))
        self.none = QPushButton(self.tr("None"), self)
        self.none.setToolTip(self.tr("Take all keys from the command"))
        line.addWidget(self.keys, 1)
        for button, do in (
            (self.set_, self._on_set),
            (self.add, self._on_add),
            (self.usual, self._on_usual),
            (self.none, self._on_none),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(do)
            line.addWidget(button)
        return line

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.buttons()[0].setToolTip(self.tr("Put this page away; every choice is kept"))
        self.reset = buttons.addButton(self.tr("All usual keys"), QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.setToolTip(self.tr("Give every command its usual keys again"))
        self.reset.clicked.connect(lambda: self.changed_requested.emit({}))
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # push buttons, all of them
        return buttons

    # What it shows

    def set_changed(self, changed: Changed) -> None:
        """Show other keys."""
        self._changed = changed
        for item in self._rows():
            command = BY_NAME.get(item.data(0, NAME) or "")
            if command is not None:
                self._write(item, key_map.keys_of(command, changed), changed=command.name in changed)
        self.reset.setEnabled(bool(changed))
        self._choose(self._name)

    def _fill(self) -> None:
        by_menu: dict[str, list[QTreeWidgetItem]] = {}
        for command in COMMANDS:
            item = QTreeWidgetItem([plain(command), ""])
            item.setData(0, NAME, command.name)
            item.setToolTip(0, tr(command.tip))
            keys = key_map.keys_of(command, self._changed)
            self._write(item, keys, changed=command.name in self._changed)
            by_menu.setdefault(command.menu, []).append(item)
        for menu in MNEMONICS:
            if menu in by_menu:
                title = place(BY_NAME[by_menu[menu][0].data(0, NAME)])
                self._section(title, by_menu[menu])
        hand = []
        for _, keys, words in BY_HAND:
            item = QTreeWidgetItem([tr(words), tr(keys)])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            hand.append(item)
        self._section(self.tr("By hand"), hand)
        self.reset.setEnabled(bool(self._changed))

    def _section(self, title: str, items: list[QTreeWidgetItem]) -> None:
        head = QTreeWidgetItem([title, ""])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, font)
        self.tree.addTopLevelItem(head)
        self._sections.append((head, items))
        head.addChildren(items)
        head.setExpanded(True)

    def _write(self, item: QTreeWidgetItem, keys: tuple[str, ...], *, changed: bool) -> None:
        item.setText(1, key_map.native(keys))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if changed else QFont.Weight.Normal)
        item.setFont(1, font)
        item.setToolTip(1, self.tr("Not the usual keys") if changed else "")

    def _rows(self) -> list[QTreeWidgetItem]:
        return [row for _, rows in self._sections for row in rows]

    def _look(self, words: str) -> None:
        """Show the rows that have all the words, and the heads of those."""
        rows = self._rows()
        entries = [Entry(str(n), row.text(0), row.text(1), row.toolTip(0)) for n, row in enumerate(rows)]
        wanted = {int(entry.name) for entry in found(words, entries)}
        for number, row in enumerate(rows):
            row.setHidden(number not in wanted)
        for head, below in self._sections:
            head.setHidden(all(row.isHidden() for row in below))

    # What is pressed

    def _on_current(self, now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self._choose((now.data(0, NAME) or "") if now is not None else "")

    def _choose(self, name: str) -> None:
        self._name = name
        self.keys.blockSignals(True)
        self.keys.clear()
        self.keys.blockSignals(False)
        for part in (self.keys, self.none, self.usual):
            part.setEnabled(bool(name))
        self.usual.setEnabled(name in self._changed)
        self._on_pressed(QKeySequence())
        if name:
            words = self.tr("Press new keys for %1 in the line above.")
            self.message.setText(words.replace("%1", plain(BY_NAME[name])))
        else:
            self.message.setText(self.tr("Choose a command to give it other keys."))

    def _on_pressed(self, keys: QKeySequence) -> None:
        """Say whose the keys are, and offer to give them away."""
        key = key_map.portable(keys)
        what = key_map.reserved(key) if key else ""
        other = key_map.owner(key, self._changed) if key and not what else None
        for button in (self.set_, self.add):
            button.setEnabled(bool(self._name) and bool(key) and not what)
        shown = key_map.native((key,))
        if what:
            words = self.tr("%1 cannot be given: %2. Press other keys.")
            self.message.setText(words.replace("%1", shown).replace("%2", what))
        elif other is not None and other.name != self._name:
            words = self.tr("%1 is now %2. Set or Add takes it away there.")
            self.message.setText(words.replace("%1", shown).replace("%2", plain(other)))
        elif key:
            words = self.tr("Set or Add gives %1 to %2.")
            self.message.setText(words.replace("%1", shown).replace("%2", plain(BY_NAME[self._name])))

    def _on_set(self) -> None:
        self._give((key_map.portable(self.keys.keySequence()),))

    def _on_add(self) -> None:
        key = key_map.portable(self.keys.keySequence())
        has = key_map.keys_of(BY_NAME[self._name], self._changed)
        self._give((*(one for one in has if one != key), key))

    def _on_usual(self) -> None:
        self._give(BY_NAME[self._name].keys)

    def _on_none(self) -> None:
        self._give(())

    def _give(self, keys: tuple[str, ...]) -> None:
        self.changed_requested.emit(key_map.with_keys(self._changed, self._name, keys))
