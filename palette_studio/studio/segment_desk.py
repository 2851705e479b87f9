"""The desk of mixtures: what is fitted, and what a hand makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from palette_studio.core.document import Document
from palette_studio.core.segmenting import SMOOTHEST, Segmenting
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.segmenting import Fitted, fit_job
from palette_studio.workbench.jobs.veiling import component_job

if TYPE_CHECKING:
    from palette_studio.core.segmentation import Mixture

PLAY_MS = 110  # an iteration


class SegmentDesk(QObject):
    """Keeps the panels of the Segment workspace true to the document, and makes steps of their wishes."""

    shown = Signal(object, int)  # Fitted, or None while there is none, and the selected component

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._options, self._panel = session.window.segment_panel, session.window.mixture_panel
        self._fitted: Fitted | None = None
        self._selected = 0
        self._gesture = Gesture(self._store, self)
        self._settles = False  # EM goes on once the hand lets go
        self._play = QTimer(self, interval=PLAY_MS)
        self._play.timeout.connect(self._on_played)
        self._store.changed.connect(self._on_document_changed)
        session.window.canvas.clicked.connect(self._on_clicked)
        self._connect_options()
        self._connect_panel()
        self._show_options()

    def _connect_options(self) -> None:
        options = self._options
        options.segmenting_requested.connect(self._on_segmenting_requested)
        options.component_requested.connect(self._on_component_requested)
        options.lock_requested.connect(self._on_lock_requested)
        options.smooth_requested.connect(self._on_smooth_requested)
        options.gesture_began.connect(self._on_gesture_began)
        options.gesture_canceled.connect(self._on_gesture_canceled)
        options.refused.connect(self._window.toasts.complain)
        options.chips.hovered.connect(self._on_hovered)

    def _connect_panel(self) -> None:
        panel = self._panel
        panel.play_requested.connect(self._on_play_requested)
        panel.step_requested.connect(self._on_step_requested)
        panel.reset_requested.connect(self._on_reset_requested)
        panel.iteration_requested.connect(self._on_iteration_requested)
        panel.gesture_began.connect(self._on_gesture_began)
        panel.gesture_ended.connect(self._on_gesture_ended)
        panel.gesture_canceled.connect(self._on_gesture_canceled)
        panel.moved.connect(self._on_moved)
        panel.widened.connect(self._on_widened)
        panel.threshold_moved.connect(self._on_threshold_moved)
        panel.shifted.connect(self._on_shifted)
        panel.grown.connect(self._on_grown)
        panel.hovered.connect(self._on_hovered)
        panel.selected_requested.connect(self._select)

    @property
    def _how(self) -> Segmenting:
        return self._store.document.segmenting

    # What the panels show

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.photo is not old.photo:
            self._fitted, self._selected = None, 0
        if new.workspace != "segment":
            if old.workspace == "segment":
                self._play.stop()
                self._panel.set_playing(False)
            return
        if new.segmenting.channel != old.segmenting.channel or new.segmenting.k != old.segmenting.k:
            self._selected = 0
        if new.photo is None:
            self._panel.say(self.tr("Open a photo to divide it by its colors"))
        self._show()
        if new.photo is not None and (self._fitted is None or self._fitted.how != new.segmenting):
            self._session.live.submit(fit_job(new.photo, new.segmenting))

    @property
    def current(self) -> Fitted | None:
        """The fit of the document, unless it is still to come."""
        made = self._fitted
        return made if made is not None and self._fits(made) else None

    @property
    def _seen(self) -> Fitted | None:
        """The fit that is shown: the newest one yet while a hand moves its components."""
        made = self._fitted
        return made if made is not None and (self._fits(made) or self._carries(made)) else None

    def _fits(self, made: Fitted) -> bool:
        return made.photo is self._store.document.photo and made.how.key == self._how.key

    def _carries(self, made: Fitted) -> bool:
        """Whether a fit has the components that a hand holds now, where they were."""
        hand, how = self._how.by_hand, made.how
        if hand is None or not self._how.held or made.photo is not self._store.document.photo:
            return False
        same = (how.channel, how.ignore_ends) == (self._how.channel, self._how.ignore_ends)
        return same and len(made.colors) == len(hand)

    def show_fit(self, fitted: Fitted) -> None:
        """Take a fit; a newer one may be on its way."""
        if self._fits(fitted) or (fitted.how.held and self._carries(fitted)):
            self._fitted = fitted
            self._show()

    def refuse(self, words: str) -> None:
        """Say why there is no fit."""
        self._fitted = None
        self._panel.say(words)
        self._show_options()

    def _show(self) -> None:
        made = self._seen
        if made is not None:
            last = len(made.fit.trace) - 1
            shown = last if self._how.iteration is None else min(self._how.iteration, last)
            mixture = self._mixture(made)
            self._selected = min(max(self._selected, 0), len(mixture) - 1)
            colors = [(int(r), int(g), int(b)) for r, g, b in made.colors]
            self._panel.show_fit(made.fit, shown, mixture, colors, (self._selected, self._how.locked))
        self._show_options()

    def _show_options(self) -> None:
        made = self._seen
        count = 0 if made is None else len(self._mixture(made))
        scores = None if made is None else _scores(made)
        self._options.set_values(self._how, count or _number(self._how), scores or [])
        options = self._options
        if made is None:
            options.set_component(-1, None, False)
        else:
            index = min(self._selected, count - 1)
            locked = index in self._how.locked
            options.set_component(index, _told(self._mixture(made), index), locked)
        for button in (options.palette_button, options.labels_button, options.masks_button):
            button.setEnabled(made is not None)
        self.shown.emit(made, self._selected)

    def _mixture(self, made: Fitted) -> Mixture:
        from palette_studio.core.segmentation import mixture_of

        how = self._how
        if how.held and how.by_hand is not None:
            return how.by_hand  # before it was judged
        return mixture_of(made.fit, how.iteration)

    @Slot(int)
    def _select(self, index: int) -> None:
        if index >= 0 and index != self._selected:
            self._selected = index
            self._show()

    @Slot(int)
    def _on_hovered(self, index: int) -> None:
        made = self.current
        if index >= 0 and made is not None and self._gesture.number is None:
            job = component_job(made.photo, self._how, self._mixture(made), index)
            self._session.live.submit(job)
        else:
            self._session.live.cancel("veil")
            self._window.canvas.show_veil(None)

    @Slot(int, int)
    def _on_clicked(self, x: int, y: int) -> None:
        """Choose the component of a pixel of the photo."""
        made = self.current
        if made is None or self._store.document.workspace != "segment":
            return
        from palette_studio.core.segmentation import labels

        pixel = made.photo.pixels[y : y + 1, x : x + 1]
        as_it_is = replace(self._how, smooth=0)
        label = int(labels(pixel, as_it_is, self._mixture(made), made.photo.bits)[0, 0])
        self._select(label if label < len(made.colors) else -1)

    # Gestures

    @Slot()
    def _on_gesture_began(self) -> None:
        self._play.stop()
        self._panel.set_playing(False)
        self._gesture.begin()
        self._settles = False
        self._on_hovered(-1)

    @Slot()
    def _on_gesture_ended(self) -> None:
        """Let EM go on from where the hand let go, as part of the same step."""
        if self._settles and self._how.held:
            self._edit(self._store.stack.undoText(), replace(self._how, held=False))
        self._gesture.end()
        self._settles = False

    @Slot()
    def _on_gesture_canceled(self) -> None:
        self._gesture.cancel()
        self._settles = False

    def _edit(self, words: str, how: Segmenting) -> None:
        self._store.edit(*edits.segmented(self._store.document, how, words), self._gesture.number)

    def _hold(self, words: str, mixture: Mixture, *, settles: bool) -> None:
        """Take a mixture as a hand has it; EM goes on from there afterwards, if it settles."""
        held = self._gesture.number is not None or not settles
        self._settles = settles
        self._edit(words, replace(self._how, by_hand=mixture, held=held, iteration=None))

    def _at_hand(self) -> Mixture | None:
        """Return the mixture that a hand moves: the newest one, even before it was drawn."""
        if self._how.held and self._how.by_hand is not None:
            return self._how.by_hand
        made = self.current
        return None if made is None else self._mixture(made)

    # What is moved by hand

    @Slot(int, float, float)
    def _on_moved(self, index: int, mean: float, weight: float) -> None:
        self._change(index, mean=mean, weight=weight)

    @Slot(int, float)
    def _on_widened(self, index: int, deviation: float) -> None:
        self._change(index, deviation=deviation)

    @Slot(str, float)
    def _on_component_requested(self, name: str, value: float) -> None:
        self._change(self._selected, **{name: value})

    def _change(self, index: int, **values: float) -> None:
        from palette_studio.core.mixture.hand import moved
        from palette_studio.core.mixture.line import LineMixture

        mixture = self._at_hand()
        if isinstance(mixture, LineMixture) and index < len(mixture):
            words = self.tr("Move component %1").replace("%1", str(index + 1))
            self._hold(words, moved(mixture, index, **values), settles=True)

    @Slot(int, float)
    def _on_threshold_moved(self, number: int, place: float) -> None:
        """Let two components meet elsewhere; EM would take them back, so it does not go on."""
        from palette_studio.core.mixture.hand import met_at
        from palette_studio.core.mixture.histogram import HistogramFit
        from palette_studio.core.mixture.line import LineMixture

        made, mixture = self.current, self._at_hand()
        if made is None or not isinstance(made.fit, HistogramFit) or not isinstance(mixture, LineMixture):
            return
        thresholds = mixture.thresholds(made.fit.bins)
        if number >= len(thresholds):
            return
        import numpy as np

        first, second = mixture.labels(np.array([thresholds[number] - 0.5, thresholds[number] + 0.5]))
        words = self.tr("Threshold at %1").replace("%1", f"{place:.0f}")
        self._hold(words, met_at(mixture, int(first), int(second), place), settles=False)

    @Slot(int, float, float)
    def _on_shifted(self, index: int, a: float, b: float) -> None:
        from palette_studio.core.mixture.components import Components
        from palette_studio.core.mixture.hand import shifted

        mixture = self._at_hand()
        if isinstance(mixture, Components) and index < len(mixture):
            words = self.tr("Move component %1").replace("%1", str(index + 1))
            self._hold(words, shifted(mixture, index, a, b), settles=True)

    @Slot(int, float)
    def _on_grown(self, index: int, factor: float) -> None:
        from palette_studio.core.mixture.components import Components
        from palette_studio.core.mixture.hand import grown

        mixture = self._at_hand()
        if isinstance(mixture, Components) and index < len(mixture):
            words = self.tr("Widen component %1").replace("%1", str(index + 1))
            self._hold(words, grown(mixture, index, factor), settles=True)

    @Slot(bool)
    def _on_lock_requested(self, on: bool) -> None:
        """Keep a component where it is now, and let EM go on with the others."""
        mixture = self._at_hand()
        if mixture is None:
            return
        locked = set(self._how.locked) - {self._selected} | ({self._selected} if on else set())
        words = (self.tr("Lock component %1") if on else self.tr("Unlock component %1")).replace(
            "%1", str(self._selected + 1)
        )
        how = replace(self._how, by_hand=mixture, locked=tuple(sorted(locked)), held=False, iteration=None)
        self._edit(words, how)

    # Iterations and options

    @Slot(int, bool)
    def _on_iteration_requested(self, iteration: int, pressed: bool) -> None:
        self._show_iteration(iteration)

    def _show_iteration(self, iteration: int) -> None:
        made = self.current
        if made is None:
            return
        last = len(made.fit.trace) - 1
        words = self.tr("Iteration %1").replace("%1", str(iteration))
        self._edit(words, replace(self._how, iteration=None if iteration >= last else max(0, iteration)))

    @Slot()
    def _on_play_requested(self) -> None:
        if self._play.isActive():
            self._play.stop()
            self._gesture.end()
            self._panel.set_playing(False)
            return
        made = self.current
        if made is None:
            return
        self._gesture.begin()
        if self._how.iteration is None:
            self._show_iteration(0)
        self._panel.set_playing(True)
        self._play.start()

    @Slot()
    def _on_played(self) -> None:
        made = self.current
        if made is None or self._how.iteration is None:
            self._play.stop()
            self._gesture.end()
            self._panel.set_playing(False)
            return
        self._show_iteration(self._how.iteration + 1)

    @Slot()
    def _on_step_requested(self) -> None:
        if self._play.isActive():
            self._on_play_requested()
        if self.current is not None:
            shown = self._how.iteration
            self._show_iteration(1 if shown is None else shown + 1)

    @Slot()
    def _on_reset_requested(self) -> None:
        self._play.stop()
        self._panel.set_playing(False)
        self._gesture.end()
        self._edit(self.tr("Begin the mixture anew"), replace(self._how.anew(), iteration=0))

    @Slot(float, bool)
    def _on_smooth_requested(self, share: float, pressed: bool) -> None:
        words = self.tr("Smooth %1 %").replace("%1", str(round(share * 100)))
        how = replace(self._how, smooth=round(share * SMOOTHEST))
        self._store.edit(
            *edits.segmented(self._store.document, how, words), self._gesture.number if pressed else None
        )

    @Slot(object, str)
    def _on_segmenting_requested(self, how: Segmenting, words: str) -> None:
        self._edit(words, how)


def _told(mixture: Mixture, index: int) -> tuple[float, float, float] | None:
    """Return mean, deviation and weight of a component, unless it has more of them."""
    from palette_studio.core.mixture.line import LineMixture

    if not isinstance(mixture, LineMixture):
        return None
    weight, mean, variance = mixture.values[:, index]
    return float(mean), float(variance**0.5), float(weight)


def _number(how: Segmenting) -> int:
    return how.k if isinstance(how.k, int) else 1


def _scores(made: Fitted) -> list[float]:
    """Return what the criterion said of 1, 2, ... components, if it chose their number."""
    choice = getattr(made.fit, "choice", None)
    scores = getattr(made.fit, "scores", None) if choice is None else choice.scores
    return [] if scores is None else [float(score) for score in scores]
