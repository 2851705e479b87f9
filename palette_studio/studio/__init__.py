"""Studio: the one place where document, engines and views are connected."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from palette_studio.core.document import Document
from palette_studio.core.resources import sample_photos
from palette_studio.studio.batch_desk import BatchDesk
from palette_studio.studio.canvas_desk import CanvasDesk
from palette_studio.studio.checks_desk import ChecksDesk
from palette_studio.studio.colorize_desk import ColorizeDesk
from palette_studio.studio.complaints import Complaints
from palette_studio.studio.craft_desk import CraftDesk
from palette_studio.studio.demo_desk import NAMES, DemoDesk
from palette_studio.studio.dress_desk import MATCH, DressDesk
from palette_studio.studio.drop_desk import DropDesk
from palette_studio.studio.engine_desk import EngineDesk
from palette_studio.studio.file_desk import FileDesk
from palette_studio.studio.frames_desk import FramesDesk
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.glance import Glance
from palette_studio.studio.layout_desk import LayoutDesk
from palette_studio.studio.library_desk import LibraryDesk
from palette_studio.studio.lut_desk import LutDesk
from palette_studio.studio.pages_desk import PagesDesk
from palette_studio.studio.palette_desk import PaletteDesk
from palette_studio.studio.palette_export_desk import PaletteExportDesk
from palette_studio.studio.play_desk import PlayDesk
from palette_studio.studio.plots_desk import PlotsDesk
from palette_studio.studio.project_desk import ProjectDesk
from palette_studio.studio.recovery_desk import RecoveryDesk
from palette_studio.studio.region_desk import RegionDesk
from palette_studio.studio.segment_desk import SegmentDesk
from palette_studio.studio.sequence_desk import SequenceDesk
from palette_studio.studio.session import Session, recents
from palette_studio.studio.showing import Showing
from palette_studio.studio.swatch_desk import SwatchDesk
from palette_studio.studio.transfer_desk import TransferDesk
from palette_studio.studio.variations_desk import VariationsDesk
from palette_studio.ui import theme as themes
from palette_studio.ui.error_words import error_words, words_of
from palette_studio.ui.keys import KeyGrammar
from palette_studio.ui.window import Window
from palette_studio.workbench import settings
from palette_studio.workbench.engine import Engine, Job
from palette_studio.workbench.garbage import Collector
from palette_studio.workbench.jobs import warming
from palette_studio.workbench.jobs.counting import Counted
from palette_studio.workbench.jobs.rendering import Rendering
from palette_studio.workbench.jobs.segmenting import Fitted
from palette_studio.workbench.jobs.sequences import Moment
from palette_studio.workbench.recovery import Run
from palette_studio.workbench.store import Store

__all__ = ["Studio"]
UNSEEN_MS = 1000
log = logging.getLogger(__name__)


class Studio(QObject):
    """Builds the session and its desks, hands every result to the one who shows it, ends all work."""

    def __init__(self, run: Run | None = None) -> None:
        """run: the folder of this run of the program, if it has been made already."""
        super().__init__()
        problems: list[str] = []
        saved = settings.load(problems.append)
        store = Store()
        theme = themes.load(saved.theme)
        themes.apply(theme, _app())
        recent = recents(saved)
        self.window = Window(theme, store.stack, sample_photos(), recent)
        self.window.resize(*saved.window_size)
        self.window.recent_menu.set_recent(recent)
        for problem in problems:
            self.window.toasts.complain(error_words(problem))
        self._layout_desk = LayoutDesk(self.window)
        self.session = Session(store, self.window, saved)
        store.setParent(self.session)
        self.session.setParent(self)
        self.complaints = Complaints(self.session)
        self.showing = Showing(self.session)
        self.palette_desk = PaletteDesk(self.session)
        self.swatch_desk = SwatchDesk(self.session)
        self.craft_desk = CraftDesk(self.session)
        self.drop_desk = DropDesk(self.session)
        self.dress_desk = DressDesk(self.session)
        making = Gesture(self.session.store, self)  # of what is made of the photo, which its palette follows
        self.engine_desk = EngineDesk(self.session, self.palette_desk, making)
        self.transfer_desk = TransferDesk(self.session, self.showing, self.palette_desk, making)
        self.colorize_desk = ColorizeDesk(self.session, making)
        self.segment_desk = SegmentDesk(self.session)
        self.region_desk = RegionDesk(self.session, self.segment_desk)
        self.sequence_desk = SequenceDesk(self.session, self.showing)
        self.frames_desk = FramesDesk(self.session, self.sequence_desk)
        self.play_desk = PlayDesk(self.session)
        self.canvas_desk = CanvasDesk(self.session)
        self.plots_desk = PlotsDesk(self.session, self.showing)
        self.glance = Glance(self.session, self.showing)
        self.variations_desk = VariationsDesk(self.session, self.glance)
        self.checks_desk = ChecksDesk(self.session, self.showing.lens)
        self.library_desk = LibraryDesk(self.session, self.glance)
        self.palette_export_desk = PaletteExportDesk(self.session)
        self.lut_desk = LutDesk(self.session)
        self.demo_desks = {name: DemoDesk(self.session, name) for name in NAMES}
        self.file_desk = FileDesk(self.session, self.showing, self.lut_desk, self.sequence_desk)
        self.project_desk = ProjectDesk(self.session, self.showing)
        self.recovery_desk = RecoveryDesk(self.session, self.project_desk, run or Run())
        self.batch_desk = BatchDesk(self.session)
        self._keys, self.pages = KeyGrammar(self.window), PagesDesk(self.session)
        self._closed = False
        self._collector = Collector(self)
        self._connect()
        self.window.histogram_panel.set_options(saved.log_scale, saved.show_before)
        self.window.mixture_panel.set_log(saved.log_scale)
        self.palette_desk.enable()
        self._begun = False
        self._compiler = QProcess(self)  # until everything has been compiled once
        self._compiler.finished.connect(self._on_compiled)
        self.window.painted_first.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(UNSEEN_MS, self, self._begin)  # a window that nobody shows works too

    @property
    def store(self) -> Store:
        return self.session.store

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def live(self) -> Engine:
        return self.session.live

    @property
    def batch(self) -> Engine:
        return self.session.batch

    @property
    def settled(self) -> bool:
        """Whether the exact picture stands and nothing is under way."""
        return self.showing.settled and all(engine.idle() for engine in self.session.engines)

    def open(self, path: Path) -> None:
        self.file_desk.open(path)

    @Slot()
    def _begin(self) -> None:
        """Load the kernels, once; not before the first paint, which would have to share the interpreter."""
        if not self._begun and not self._closed:
            self._begun = True
            self.live.submit(warming.warm_job(cold=warming.is_cold()))
            self.recovery_desk.look()

    @Slot()
    def close(self) -> None:
        """Stop all work and keep the settings; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self.store.stack.blockSignals(True)  # its end is no edit
        self.showing.stop()
        for desk in self.demo_desks.values():
            desk.close()
        self._compiler.kill()
        self._compiler.waitForFinished()
        self.live.stop()
        self.batch.stop()
        self.session.files.finish()  # what is set aside is not lost in a hurry
        for engine in self.session.engines:
            engine.close()
        self.batch_desk.close()
        self.library_desk.close()
        self.recovery_desk.close()
        self._collector.close()
        size = self.window.normalGeometry().size()
        self.session.remember(window_size=(size.width(), size.height()))
        try:
            self.session.save_settings()
            self._layout_desk.keep()
        except ValueError as error:
            log.warning("settings not saved: %s", error)

    def _connect(self) -> None:
        window, actions = self.window, self.window.actions_
        self._show = self._topics()
        self._refuse: dict[str, Callable[[str], None]] = {  # who says by itself what a job of a topic lacks
            "fit": self.segment_desk.refuse,
            MATCH: self.dress_desk.refuse,
            "autosave": self.recovery_desk.refuse,
        }
        for engine in self.session.engines:
            engine.started.connect(self._on_started)
            engine.progressed.connect(self._on_progressed)
            engine.finished.connect(self._on_finished)
            engine.failed.connect(self._on_failed)
            engine.canceled.connect(self._on_canceled)
        self.file_desk.colors_pasted.connect(self.swatch_desk.paste)
        self.file_desk.project_requested.connect(self.project_desk.open)
        window.closing.connect(self.close)
        window.theme_requested.connect(self._on_theme_requested)
        window.histogram_panel.log_requested.connect(self._on_log_requested)
        window.mixture_panel.log_requested.connect(self._on_log_requested)
        window.histogram_panel.before_requested.connect(self._on_before_requested)
        self._keys.swatch_chosen.connect(self.session.select)
        self._keys.nudged.connect(window.color_panel.nudge)
        self._keys.glance_ended.connect(lambda: actions["before"].setChecked(False))
        for name, do in {
            "close": window.close,
            "quit": window.close,
            "reset_layout": window.reset_layout,
        }.items():
            actions[name].triggered.connect(do)
        self.pages.theme_requested.connect(self._on_theme_requested)
        actions["full_screen"].toggled.connect(window.set_full_screen)
        actions["hide_panels"].toggled.connect(window.hide_panels)

    def _topics(self) -> dict[str, Callable[[Any], object]]:
        """Return who takes the result of a job, by its topic."""
        return {
            "warm": self._on_warm,
            "warm rest": lambda _: None,
            "open": self.file_desk.show_photo,
            "palette": self.file_desk.show_found,
            "export": self.file_desk.show_exported,
            "extract": self.palette_desk.show_palette,
            "open palette": self.palette_desk.show_opened,
            "cubes": self.engine_desk.show_cubes,
            "error": self.engine_desk.show_error,
            "agreement": self.engine_desk.show_agreement,
            "read lut": self.lut_desk.show_read,
            "make lut": self.lut_desk.show_made,
            "reference": self.transfer_desk.take,
            "style": self.colorize_desk.take_style,
            "pairs": self.transfer_desk.show_pairs,
            "hues": self.transfer_desk.show_hues,
            "fit": self.segment_desk.show_fit,
            "open sequence": self.sequence_desk.show_opened,
            "sequence": self.sequence_desk.show,
            "export sequence": self.frames_desk.show_written,
            "component palette": self.region_desk.show_palette,
            "add": self.palette_desk.show_added,
            "split": self.craft_desk.show_halves,
            "preview": self.showing.show,
            "settle": self._on_settled,
            "see": self.showing.lens.show,
            "look-alikes": self.checks_desk.show_alike,
            "veil": self.window.canvas.show_veil,
            **self.plots_desk.topics,
            "mask": lambda _: None,
            "before": self._on_before_counted,
            "after": self.showing.show_counts,
            **{f"demo {name}": desk.show for name, desk in self.demo_desks.items()},
            **self._show_palettes(),
            **self._show_kept(),
        }

    def _show_palettes(self) -> dict[str, Callable[..., None]]:
        """Return who shows other palettes for the photo, by the topic of their jobs."""
        return {
            "variations": self.variations_desk.show,
            "glance": self.glance.show,
            "library": self.library_desk.show,
            "aim": self.drop_desk.show_aimed,
            "other photo": self.dress_desk.show_other,
            MATCH: self.dress_desk.show_match,
            "take palette": self.library_desk.show_taken,
            "export palette": self.palette_export_desk.show_exported,
        }

    def _show_kept(self) -> dict[str, Callable[..., None]]:
        """Return who takes what was saved, kept or found again, by the topic of the jobs."""
        return {
            "open project": self.project_desk.show_opened,
            "save": self.project_desk.show_saved,
            "set aside": self.project_desk.show_aside,
            "autosave": self.recovery_desk.show_kept,
            "thumbnail": lambda _: None,
            "settings": self.session.show_settings_saved,
            "report": self.pages.show_report,
            "look": self.recovery_desk.show_left,
            "keep lost": self.recovery_desk.show_aside,
            "list photos": self.batch_desk.show_listed,
        }

    # What the engines report

    @Slot(object, object)
    def _on_finished(self, job: Job, result: object) -> None:
        self._end(job)
        if not self._closed:  # it was on its way when the window closed
            self._show[job.topic](result)

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        if job.text and not self._closed:
            self.window.show_progress(job.text, 0.0)

    @Slot(object, float, object)
    def _on_progressed(self, job: Job, fraction: float, partial: object) -> None:
        if self._closed:
            return
        if job.text:
            self.window.show_progress(job.text, fraction)
        if isinstance(partial, Rendering):
            self.showing.show(partial)
        elif isinstance(partial, Moment):
            self.sequence_desk.show(partial)
        elif isinstance(partial, Fitted):
            self.segment_desk.show_fit(partial)
        elif job.topic == "variations":
            self.variations_desk.show(partial)

    @Slot(object)
    def _on_canceled(self, job: Job) -> None:
        self._end(job)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        self._end(job)
        if self._closed:
            return
        refuse = self._refuse.get(job.topic)
        if job.topic in ("preview", "settle") and self.document.made:
            refuse = (self.colorize_desk if self.document.colors else self.transfer_desk).refuse
        if isinstance(error, ValueError) and refuse is not None:
            refuse(words_of(error))
            return
        if job.topic == "sequence":
            self.sequence_desk.refuse()
        if job.topic == "save":
            self.project_desk.refuse()
        self.complaints.fail(job, error)

    def _end(self, job: Job) -> None:
        if job.text and not self._closed:
            self.window.show_progress("", 0.0)

    def _on_warm(self, _: object) -> None:
        self.canvas_desk.warm = True
        if warming.rest_is_cold():
            program, *words = warming.compiler("rest")
            self._compiler.start(program, words)
        else:
            self._on_compiled()
        self.window.histogram_panel.make_plot()
        self._collector.settle()

    @Slot()
    def _on_compiled(self) -> None:
        """Load what no first drag needs, once it is compiled."""
        if not self._closed:
            self.batch.submit(warming.warm_rest_job())

    def _on_settled(self, rendering: Rendering) -> None:
        self.showing.show(rendering)
        self.transfer_desk.settle()
        self.engine_desk.count_cubes()

    def _on_before_counted(self, counted: Counted) -> None:
        self.window.histogram_panel.set_before(counted.counts)

    # Settings and pages

    @Slot(str)
    def _on_theme_requested(self, name: str) -> None:
        theme = themes.load(name)
        themes.apply(theme, _app())
        self.window.set_theme(theme)
        for desk in (*self.demo_desks.values(), self.batch_desk, self.pages):
            desk.set_theme(theme)
        self.session.remember(theme=name)

    @Slot(bool)
    def _on_log_requested(self, on: bool) -> None:
        self._set_plot(log_scale=on)

    @Slot(bool)
    def _on_before_requested(self, on: bool) -> None:
        self._set_plot(show_before=on)

    def _set_plot(self, **changes: bool) -> None:
        self.session.remember(**changes)
        kept = self.session.settings
        self.window.histogram_panel.set_options(kept.log_scale, kept.show_before)
        self.window.mixture_panel.set_log(kept.log_scale)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "make a QApplication first"
    return app
