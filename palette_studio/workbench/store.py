"""Store: the only owner of the document and its history."""

from __future__ import annotations

import weakref
from itertools import count

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from palette_studio.core.document import Document
from palette_studio.core.memory import forget

STEPS = 1000  # a step is a kilobyte: documents share their photo


class _Swap(QUndoCommand):
    """Replace one document by the next; the one kind of command there is."""

    def __init__(self, store: Store, text: str, new: Document, gesture: int | None) -> None:
        super().__init__(text)
        self._store = weakref.ref(store)  # a step must not keep its store alive
        self._old, self._new, self._gesture = store.document, new, gesture

    def id(self) -> int:
        return -1 if self._gesture is None else self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over what a later command of the same gesture has done.

        WORKAROUND: PySide6 6.11 never lets go of a command that was merged; emptied, it keeps no photo.
        """
        assert isinstance(other, _Swap)  # equal ids come from here alone
        self._new = other._new
        self.setText(other.text())
        vars(other).clear()
        self.setObsolete(self._new == self._old)
        return True

    def redo(self) -> None:
        self._show(self._new)

    def undo(self) -> None:
        self._show(self._old)

    def _show(self, document: Document) -> None:
        if (store := self._store()) is not None:
            store._show(document)


class Store(QObject):
    """Owns the document. Everything that changes it goes through ``edit`` and can be undone."""

    changed = Signal(object, object)  # old, new: Document
    left = Signal(object)  # Document: edits that were not saved, whose photo is replaced by another

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STEPS)
        # WORKAROUND: as garbage together, PySide6 6.11 deletes a command, then its stack deletes it again
        weakref.finalize(self, _empty, self.stack).atexit = False
        self._gestures = count(1)
        self._starts: dict[int, Document] = {}

    def new_gesture(self) -> int:
        """Return a number for edits that belong to one press of the mouse, and so to one step."""
        number = next(self._gestures)
        self._starts = {number: self.document}
        return number

    def edit(self, text: str, new: Document, gesture: int | None = None) -> None:
        """Make ``new`` the document, as one step; edits in a row with the same gesture are one step."""
        if new != self.document:
            self.stack.push(_Swap(self, text, new, gesture))

    def start_of(self, gesture: int | None) -> Document:
        """Return the document before a gesture; the present one where there is none."""
        return self.document if gesture is None else self._starts.get(gesture, self.document)

    def cancel_gesture(self, gesture: int) -> None:
        """Return to the document before this gesture, leaving no step."""
        start = self._starts.pop(gesture, None)
        if start is not None:
            self.edit("", start, gesture)

    def restart(self, document: Document) -> None:
        """Begin a new history with ``document``."""
        if document.photo is not self.document.photo:
            if not self.stack.isClean() and self.document.photo is not None:
                self.left.emit(self.document)
            forget()
        self.stack.clear()
        self.stack.setClean()  # an empty stack is not cleared, and may be one of edits that were recovered
        self._starts.clear()  # Esc does not bring another photo back, nor is it kept for that
        self._show(document)

    def _show(self, new: Document) -> None:
        old, self.document = self.document, new
        self.changed.emit(old, new)


def _empty(stack: QUndoStack) -> None:
    if shiboken6.isValid(stack):
        stack.clear()
