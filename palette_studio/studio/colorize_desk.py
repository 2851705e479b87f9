"""The desk of Colorize: hints on the photo, a palette that leads, and how much of the color is wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from palette_studio.core.coloring import MOST_COLORS, Coloring
from palette_studio.core.colorize.hints import LARGEST, SMALLEST, Hint
from palette_studio.core.document import Document
from palette_studio.core.palette import Rgb
from palette_studio.core.photo import Photo
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.session import Session
from palette_studio.ui.error_words import words_of
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.opening import open_job

if TYPE_CHECKING:
    import numpy as np

STYLE = "style"  # the topic of the job that reads one
RECENT = 8  # colors


class ColorizeDesk(QObject):
    """Keeps panel and hints true to the document, and makes steps of what is wished for there."""

    def __init__(self, session: Session, gesture: Gesture) -> None:
        """gesture: to which the palette that is found afterwards belongs too."""
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._panel, self._layer = session.window.colorize_panel, session.window.hint_layer
        self._gesture = gesture
        self._current = -1  # the hint in hand
        self._size = 3  # of the next one
        self._recent: tuple[Rgb, ...] = ()
        self._store.changed.connect(self._on_document_changed)
        session.window.canvas.clicked.connect(self._on_clicked)
        self._connect_panel()
        self._connect_layer()

    def _connect_panel(self) -> None:
        panel = self._panel
        panel.on_requested.connect(self._on_on_requested)
        panel.model_requested.connect(self._on_model_requested)
        panel.style_requested.connect(self._on_style_requested)
        panel.style_remove_requested.connect(self._on_style_remove_requested)
        panel.color_requested.connect(self._on_color_requested)
        panel.color_chosen.connect(self._on_color_chosen)
        panel.suggestion_chosen.connect(self._on_suggestion_chosen)
        panel.size_requested.connect(self._on_size_requested)
        panel.clear_hints_requested.connect(self._on_clear_hints_requested)
        panel.palette_from_strip_requested.connect(self._on_palette_from_strip_requested)
        panel.palette_paste_requested.connect(self._on_palette_paste_requested)
        panel.palette_clear_requested.connect(self._on_palette_clear_requested)
        panel.palette_remove_requested.connect(self._on_palette_remove_requested)
        panel.look_requested.connect(self._on_look_requested)
        panel.gesture_began.connect(self._gesture.begin)
        panel.gesture_canceled.connect(self._gesture.cancel)
        panel.refused.connect(self._window.toasts.complain)

    def _connect_layer(self) -> None:
        layer = self._layer
        layer.moved.connect(self._on_hint_moved)
        layer.selected.connect(self._on_hint_selected)
        layer.remove_requested.connect(self._on_hint_remove_requested)
        layer.size_requested.connect(self._on_hint_size_requested)
        layer.gesture_began.connect(self._gesture.begin)
        layer.gesture_canceled.connect(self._gesture.cancel)

    @property
    def _how(self) -> Coloring:
        return self._store.document.coloring

    # What is shown

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.coloring != old.coloring or new.photo is not old.photo or new.workspace != old.workspace:
            self._show(new)
        if (new.coloring.model, new.coloring.style) != (old.coloring.model, old.coloring.style):
            self._panel.say("")

    def _show(self, document: Document) -> None:
        how, photo = document.coloring, document.photo
        self._current = min(self._current, len(how.hints) - 1)
        self._panel.set_values(how)
        there = document.workspace == "colorize" and how.on and photo is not None
        self._layer.setVisible(there)
        if there and photo is not None:
            self._layer.set_hints(how.hints, self._current, (photo.height, photo.width))
            self._show_choices(photo)

    def _show_choices(self, photo: Photo) -> None:
        """Show the color of the hint in hand on its plane, and what the place may have."""
        from palette_studio.core.colorize.hints import chroma_of
        from palette_studio.core.colorize.suggestions import suggestions

        if self._current < 0:
            self._panel.set_color(60.0, 0.0, 0.0, self._size)
            self._panel.set_choices((), (), self._recent)
            return
        hint = self._how.hints[self._current]
        light = _light_at(photo, hint.x, hint.y)
        a, b = chroma_of((hint,))[0]
        self._panel.set_color(light, float(a), float(b), hint.size)
        words, colors = zip(*suggestions(light, self._told_at(photo, hint.x, hint.y)), strict=True)
        self._panel.set_choices(colors, words, self._recent)

    def _told_at(self, photo: Photo, x: float, y: float) -> np.ndarray | None:
        """Return the chroma that the model told of a place, if it has done so already."""
        told = photo.sketches.remembered(("told", *self._how.told_key))
        if told is None:
            return None
        row, column = (
            int(at / side * length)
            for at, side, length in (
                (y, photo.height, told.shape[0]),
                (x, photo.width, told.shape[1]),
            )
        )
        return told[min(row, told.shape[0] - 1), min(column, told.shape[1] - 1)]

    def refuse(self, reason: str) -> None:
        """Say why there is no color; the last good picture stays."""
        self._panel.say(reason)
        if self._store.document.workspace != "colorize":
            self._window.toasts.complain(reason)

    def _edit(self, how: Coloring, words: str, *, pressed: bool = False) -> None:
        """Make one step of it."""
        if not pressed or self._gesture.number is None:
            self._gesture.begin()
        self._store.edit(*edits.coloring(self._store.document, how, words), self._gesture.number)

    # Hints

    @Slot(int, int)
    def _on_clicked(self, x: int, y: int) -> None:
        """Hint at a place, with the color that is likely there."""
        from palette_studio.core.colorize.suggestions import suggestions

        document = self._store.document
        photo = document.photo
        if document.workspace != "colorize" or not document.coloring.on or photo is None:
            return
        light, told = _light_at(photo, x, y), self._told_at(photo, x, y)
        color = self._recent[0] if told is None and self._recent else suggestions(light, told)[0][1]
        self._current = len(self._how.hints)
        hint = Hint(x + 0.5, y + 0.5, color, self._size)
        self._edit(replace(self._how, hints=(*self._how.hints, hint)), self.tr("Add a hint"))

    @Slot(int)
    def _on_hint_selected(self, row: int) -> None:
        self._current = row
        self._show(self._store.document)

    @Slot(int, float, float)
    def _on_hint_moved(self, row: int, x: float, y: float) -> None:
        self._change(row, self.tr("Move a hint"), replace(self._how.hints[row], x=x, y=y), pressed=True)

    @Slot(int)
    def _on_hint_remove_requested(self, row: int) -> None:
        hints = self._how.hints
        self._current = -1
        self._edit(replace(self._how, hints=(*hints[:row], *hints[row + 1 :])), self.tr("Remove a hint"))

    @Slot(int, int)
    def _on_hint_size_requested(self, row: int, steps: int) -> None:
        self._current = row
        self._on_size_requested(self._how.hints[row].size + steps)

    @Slot(int)
    def _on_size_requested(self, size: int) -> None:
        self._size = min(max(size, SMALLEST), LARGEST)
        if self._current >= 0:
            hint = replace(self._how.hints[self._current], size=self._size)
            self._change(self._current, self.tr("Size of a hint"), hint)
        else:
            self._show(self._store.document)

    @Slot(float, float, bool)
    def _on_color_requested(self, a: float, b: float, pressed: bool) -> None:
        import numpy as np

        from palette_studio.core.colorize.suggestions import shown

        photo = self._store.document.photo
        if self._current < 0 or photo is None:
            return
        hint = self._how.hints[self._current]
        color = shown(_light_at(photo, hint.x, hint.y), np.array([a, b]))
        self._paint(color, pressed=pressed)

    @Slot()
    def _on_color_chosen(self) -> None:
        if self._current >= 0:
            self._remember(self._how.hints[self._current].color)
            self._show(self._store.document)

    def _remember(self, color: Rgb) -> None:
        self._recent = (color, *(each for each in self._recent if each != color))[:RECENT]

    @Slot(tuple)
    def _on_suggestion_chosen(self, color: Rgb) -> None:
        if self._current >= 0:
            self._paint(color)

    @Slot()
    def _on_clear_hints_requested(self) -> None:
        self._current = -1
        self._edit(replace(self._how, hints=()), self.tr("Clear hints"))

    def _paint(self, color: Rgb, *, pressed: bool = False) -> None:
        """Give the hint in hand a color."""
        if not pressed:
            self._remember(color)
        hint = replace(self._how.hints[self._current], color=color)
        self._change(self._current, self.tr("Color of a hint"), hint, pressed=pressed)

    def _change(self, row: int, words: str, hint: Hint, *, pressed: bool = False) -> None:
        hints = self._how.hints
        self._edit(replace(self._how, hints=(*hints[:row], hint, *hints[row + 1 :])), words, pressed=pressed)

    # A palette that leads

    @Slot()
    def _on_palette_from_strip_requested(self) -> None:
        self._lead(tuple(swatch.color for swatch in self._store.document.edited.swatches))

    @Slot()
    def _on_palette_paste_requested(self) -> None:
        from palette_studio.core.color_text import parse_colors

        try:
            self._lead(tuple(parse_colors(QGuiApplication.clipboard().text())))
        except ValueError as error:
            self._window.toasts.inform(
                self.tr("The clipboard holds no colors: %1").replace("%1", words_of(error))
            )

    @Slot()
    def _on_palette_clear_requested(self) -> None:
        self._edit(replace(self._how, palette=()), self.tr("Clear the palette"))

    @Slot(int)
    def _on_palette_remove_requested(self, row: int) -> None:
        palette = self._how.palette
        self._edit(
            replace(self._how, palette=(*palette[:row], *palette[row + 1 :])), self.tr("Remove a color")
        )

    def _lead(self, colors: tuple[Rgb, ...]) -> None:
        if len(colors) > MOST_COLORS:
            text = self.tr("The first %1 colors lead; more would not be told apart.")
            self._window.toasts.inform(text.replace("%1", str(MOST_COLORS)))
        if colors:
            self._edit(replace(self._how, palette=colors[:MOST_COLORS]), self.tr("Lead by a palette"))

    # Everything else

    @Slot(bool)
    def _on_on_requested(self, on: bool) -> None:
        words = self.tr("Color the photo") if on else self.tr("Give the photo its own colors")
        self._edit(replace(self._how, on=on), words)

    @Slot(str)
    def _on_model_requested(self, model: str) -> None:
        box = self._panel.model
        words = self.tr("Model: %1").replace("%1", box.itemText(box.findData(model)))
        self._edit(replace(self._how, model=model), words)

    @Slot(str, float, bool)
    def _on_look_requested(self, name: str, value: float, pressed: bool) -> None:
        titles = {"strength": self.tr("Color %1 %"), "vividness": self.tr("Vividness %1 %")}
        words = titles[name].replace("%1", str(round(value * 100)))
        self._edit(replace(self._how, **{name: value}), words, pressed=pressed)

    @Slot()
    def _on_style_requested(self) -> None:
        if path := self._session.choose_photo(self.tr("Choose the style")):
            self.open_style(path)

    def open_style(self, path: Path) -> None:
        """Read a photo whose kind of colors is wanted; the last one stays until it is there."""
        self._session.batch.submit(open_job(path.absolute(), self._session.settings.most_megapixels, STYLE))

    def take_style(self, style: Photo) -> None:
        """Color in the style of a photo that has been read."""
        self._edit(replace(self._how, style=style), self.tr("Style of %1").replace("%1", style.name))

    @Slot()
    def _on_style_remove_requested(self) -> None:
        self._edit(replace(self._how, style=None), self.tr("Remove the style"))


def _light_at(photo: Photo, x: float, y: float) -> float:
    """Return L of the pixel at a place."""
    from palette_studio.core.colorize.paint import lightness

    row, column = min(max(int(y), 0), photo.height - 1), min(max(int(x), 0), photo.width - 1)
    return float(lightness(photo.levels[0][row : row + 1, column : column + 1])[0, 0])
