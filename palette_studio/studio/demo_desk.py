"""The desk of the demos: small windows that show expectation maximization at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from palette_studio.studio.session import Session
from palette_studio.ui.theme import Theme
from palette_studio.workbench.jobs.demos import demo_job

if TYPE_CHECKING:
    from palette_studio.core.mixture.demos import Demo
    from palette_studio.ui.demo_window import DemoWindow

NAMES = ("line", "plane")
PLAY_MS = 100
SLOW = 20  # iterations that are shown one by one; later ones change less, and more are passed at a time


class DemoDesk(QObject):
    """Opens one demo, keeps its points and the iteration shown, and plays it."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__(session)
        self._session, self._name, self._seed = session, name, 0
        self.window: DemoWindow | None = None
        self.demo: Demo | None = None
        self.iteration = 0
        self._play = QTimer(self, interval=PLAY_MS)
        self._play.timeout.connect(self._on_played)
        session.window.actions_[f"demo_{name}"].triggered.connect(self._on_requested)

    @property
    def playing(self) -> bool:
        return self._play.isActive()

    def show(self, demo: Demo) -> None:
        """Take new points, and play from the beginning."""
        self.demo = demo
        self._show(0)
        self._set_playing(self.window is not None and self.window.isVisible())

    def set_theme(self, theme: Theme) -> None:
        if self.window is not None:
            self.window.set_theme(theme)

    def close(self) -> None:
        """Close its window; safe to call twice."""
        if self.window is not None:
            self.window.close()

    @Slot()
    def _on_requested(self) -> None:
        if self.window is None:
            self.window = self._make_window()
        if self.demo is None:
            self._session.live.submit(demo_job(self._name, self._seed))
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _make_window(self) -> DemoWindow:
        from palette_studio.ui.demo_window import DemoWindow

        title, words = {
            "line": (
                self.tr("Demo: EM in one dimension"),
                self.tr(
                    "The colored curves made the points. "
                    "From the points alone, EM finds the curves again, closer with every step."
                ),
            ),
            "plane": (
                self.tr("Demo: EM in two dimensions"),
                self.tr(
                    "The colored rings show two clouds of points. "
                    "From the points alone, EM finds the rings again, closer with every step."
                ),
            ),
        }[self._name]
        main = self._session.window
        window = DemoWindow(title, words, main.theme, main)
        window.bar.play_requested.connect(self._on_play_requested)
        window.bar.step_requested.connect(self._on_step_requested)
        window.bar.reset_requested.connect(self._on_reset_requested)
        window.bar.iteration_requested.connect(self._on_iteration_requested)
        window.bar.pressed.connect(self._on_stopped)
        window.points_requested.connect(self._on_points_requested)
        window.finished.connect(self._on_stopped)
        return window

    def _show(self, iteration: int) -> None:
        if self.demo is not None and self.window is not None:
            self.iteration = min(iteration, self.demo.iterations)
            self.window.show_iteration(self.demo, self.iteration)

    @property
    def _ended(self) -> bool:
        return self.demo is None or self.iteration >= self.demo.iterations

    def _set_playing(self, on: bool) -> None:
        self._play.start() if on else self._play.stop()
        if self.window is not None:
            self.window.bar.set_playing(on)

    @Slot()
    def _on_played(self) -> None:
        self._show(self.iteration + 1 + self.iteration // SLOW)
        if self._ended:
            self._set_playing(False)

    @Slot()
    def _on_stopped(self) -> None:
        self._set_playing(False)

    @Slot()
    def _on_play_requested(self) -> None:
        if not self.playing and self._ended:
            self._show(0)
        self._set_playing(not self.playing)

    @Slot()
    def _on_step_requested(self) -> None:
        self._set_playing(False)
        self._show(1 if self._ended else self.iteration + 1)

    @Slot()
    def _on_reset_requested(self) -> None:
        self._set_playing(False)
        self._show(0)

    @Slot(int, bool)
    def _on_iteration_requested(self, iteration: int, pressed: bool) -> None:
        self._set_playing(False)
        self._show(iteration)

    @Slot()
    def _on_points_requested(self) -> None:
        self._set_playing(False)
        self._seed += 1
        self._session.live.submit(demo_job(self._name, self._seed))
