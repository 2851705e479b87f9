"""The desk of sequences: which frame is seen, and what the background model makes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from palette_studio.core.document import Document
from palette_studio.core.sequencing import VIDEOS, VIEWS, Sequencing
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.session import Session
from palette_studio.studio.showing import Showing
from palette_studio.ui.decimals import decimal
from palette_studio.ui.pixel_plot import PixelState
from palette_studio.workbench import edits
from palette_studio.workbench.edits import palette_method
from palette_studio.workbench.jobs.opening import palette_job
from palette_studio.workbench.jobs.sequences import (
    HERE,
    Moment,
    Opened,
    Stage,
    Wish,
    open_sequence_job,
    rendering_of,
    watch_job,
)

FRAME_S, PIXEL_S = 2e-3, 3e-8  # what a frame and each of its pixels take, about
PLAY_MS = 40  # from a frame to the next, at least
LONG_S, WORTH_SAYING_S = 0.5, 1.5  # of work: a newer wish stops it; the status line tells of it


class SequenceDesk(QObject):
    """Keeps the panels of the Sequence workspace true to the document, and makes steps of their wishes.

    Frames pass without a step, and outside of the document: its photo becomes the one that is seen when
    another workspace is entered.
    """

    def __init__(self, session: Session, showing: Showing) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._showing = showing
        self._options, self._panel = session.window.sequence_panel, session.window.transport_panel
        self.stage: Stage | None = None
        self.moment: Moment | None = None
        self.view = "mask"
        self._pixel: tuple[int, int] | None = None
        self._wish: Wish | None = None  # the newest
        self._target = 0  # the frame that was asked for last
        self._count = 0
        self._usual_names = session.window.canvas.names
        self.playing = False
        self.fast = False  # as the model learns, not as people see
        self._beat = QTimer(self, singleShot=True)
        self._beat.timeout.connect(self._on_beat)
        self._since = QElapsedTimer()
        self._long = False  # what is under way would keep a newer wish waiting
        self._gesture = Gesture(self._store, self)
        self._store.changed.connect(self._on_document_changed)
        session.window.canvas.clicked.connect(self._on_clicked)
        session.window.cancel_requested.connect(self._on_cancel_requested)
        session.window.actions_["open_sequence"].triggered.connect(self._on_open)
        self._connect_panels()
        self._panel.set_view(self.view)
        self._options.set_values(self._store.document.sequencing, 0)

    def _connect_panels(self) -> None:
        panel, options = self._panel, self._options
        panel.play_requested.connect(self._on_play_requested)
        panel.frame_requested.connect(self._on_frame_requested)
        panel.fast_requested.connect(self._on_fast_requested)
        panel.step_requested.connect(self._on_step_requested)
        panel.view_requested.connect(self._on_view_requested)
        panel.open_requested.connect(self._on_open)
        options.sequencing_requested.connect(self._on_sequencing_requested)
        options.gesture_began.connect(self._gesture.begin)
        options.gesture_ended.connect(self._gesture.end)
        options.gesture_canceled.connect(self._gesture.cancel)
        options.refused.connect(self._window.toasts.complain)

    # Opening

    @Slot()
    def _on_open(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in VIDEOS)
        filters = self.tr("Videos, and frames (%1);;All files (*)")
        filters = filters.replace("%1", f"{kinds} *.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp")
        if path := self._session.choose_file(self.tr("Open a video, or any frame of a folder"), filters):
            self.open(path if path.suffix.lower() in VIDEOS else path.parent)

    def open(self, path: Path) -> None:
        """Read a sequence; the last good picture stays until it is there."""
        self._session.batch.submit(open_sequence_job(path.absolute(), self._session.settings.most_megapixels))

    def show_opened(self, opened: Opened) -> None:
        """Show a sequence; the palette stays; where there is none, one is found in all of it."""
        session, document = self._session, self._session.document
        anew = document.segmenting.anew()
        frames, photo = opened.frames, opened.photo
        new = document.with_photo(photo)
        session.store.restart(replace(new, frames=frames, segmenting=anew, workspace="sequence"))
        if not len(document.edited):
            method = palette_method(session.document, session.settings.map_mode)
            session.live.submit(palette_job(session.document, session.settings.swatches, method))
        session.add_recent(frames.path)

    # What is shown

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        same = (
            new.frames is old.frames and new.sequencing == old.sequencing and new.workspace == old.workspace
        )
        if same and not self._session.watching:
            return  # a drag elsewhere
        if new.frames is not old.frames:
            self._begin(new)
        self._options.set_values(new.sequencing, self._count)
        self._panel.set_frames(self._count, new.sequencing.settled_after)
        self._window.readouts.facts.setVisible(new.workspace != "sequence")  # they are of the palette
        if not self._session.watching:
            if old.workspace == "sequence":
                self._leave()
            return
        entered = old.workspace != new.workspace or new.frames is not old.frames
        if entered:
            self._window.canvas.set_mark(self._pixel)
            self._name_sides()
            if self.moment is not None:
                self._draw(self.moment)
        colored = self.view == "recolored" and edits.look(replace(new, workspace="recolor")) != edits.look(
            replace(old, workspace="recolor")
        )
        if entered or colored or new.sequencing != old.sequencing:
            self._ask_again(anew=new.sequencing.past != old.sequencing.past)

    def _begin(self, document: Document) -> None:
        """Take another sequence, or none."""
        self._session.live.cancel("sequence")
        frames = document.frames
        self.stage = None if frames is None else Stage(frames)
        self._count = 0 if frames is None else frames.count
        self.moment = self._session.frame = self._pixel = self._wish = None
        self._target, self._long = 0, False
        self._stop()
        self._panel.show_pixel(None)
        self._window.canvas.set_mark(None)

    def _leave(self) -> None:
        self._session.live.cancel("sequence")
        self._stop()
        self._long, self._wish = False, None  # which holds the photo that was on the canvas
        if self.moment is not None:
            self._target = self.moment.number
        self._window.canvas.set_mark(None)
        self._window.canvas.names = self._usual_names

    def _name_sides(self) -> None:
        """Have a comparison say what is compared."""
        tabs = self._panel.tabs
        before, after = (tabs.tabText(VIEWS.index(view)).upper() for view in ("frame", self.view))
        self._window.canvas.names = {"before": before, "after": after}

    def _stop(self) -> None:
        self.playing = False
        self._beat.stop()
        self._panel.set_playing(False)

    def _ask(self, number: int, *, plays: bool = False, anew: bool = False) -> None:
        """Have a frame shown, and those after it if it plays. anew: the model begins at the first frame."""
        stage, document = self.stage, self._store.document
        if stage is None or not self._session.watching:
            return
        seen = self.moment.number if self.moment is not None else 0
        many = max(number, seen) if anew else abs(number - seen) if number != HERE else 0
        seconds = many * (FRAME_S + PIXEL_S * stage.frames.size[0] * stage.frames.size[1])
        text = self.tr("Learning %1 frames").replace("%1", str(many))
        stage.pace.taken()
        self._wish = wish = Wish(document, number, self.view, self._pixel, plays, stays=not self.playing)
        worth_saying = seconds > WORTH_SAYING_S and not plays
        job = watch_job(stage, wish, stops=self._long, text=text if worth_saying else "")
        self._session.live.submit(job)
        self._long = plays or seconds > LONG_S

    def _ask_again(self, *, anew: bool = False) -> None:
        """Have the same frame shown otherwise; what plays plays on."""
        runs = self.playing and self.fast
        self._ask(HERE if runs else self._target, plays=runs, anew=anew)

    def show(self, moment: Moment) -> None:
        """Take a frame, of which newer ones may be on their way."""
        stage = self.stage
        if stage is None or moment.frames is not stage.frames:
            return
        stage.pace.taken()
        arrived = moment.ends and moment.wish is self._wish  # else a newer one is on its way
        if arrived:
            self._long = False
        if not self._session.watching or moment.wish.view != self.view:
            return
        self.moment, self._session.frame = moment, moment.photo
        if arrived:
            self._target = moment.number
        if moment.count != self._count:  # a video may hold fewer frames than it says
            self._count = moment.count
            self._panel.set_frames(self._count, self._store.document.sequencing.settled_after)
        self._draw(moment)
        if arrived and self.playing:
            if moment.number >= self._count - 1:
                self._stop()
            elif not moment.wish.plays:
                self._target = moment.number + 1
                self._beat.start(max(0, PLAY_MS - self._since.elapsed()))

    def _draw(self, moment: Moment) -> None:
        self._showing.show_frame(moment.photo, rendering_of(moment, self._showing.serial))
        arrived = moment.ends or moment.wish.plays
        self._panel.show_frame(moment.number, moment.photo.name, self._facts(moment), arrived=arrived)
        state = None
        if moment.wish.pixel is not None and moment.value is not None and moment.gaussians is not None:
            state = PixelState(*moment.wish.pixel, moment.value, moment.gaussians)
        if moment.wish.pixel == self._pixel and moment.exact:
            self._panel.show_pixel(state)

    def _facts(self, moment: Moment) -> tuple[str, ...]:
        moves = self.tr("%1 % moves").replace("%1", decimal(moment.share * 100, 1))
        needed = self._store.document.sequencing.settled_after
        if moment.number + 1 >= needed:
            return (moves,)
        words = self.tr("still learning, %1 of %2").replace("%1", str(moment.number + 1))
        return words.replace("%2", str(needed)), moves

    def refuse(self) -> None:
        """Stay at the last good frame: the next one could not be read."""
        played = self.playing
        self._stop()
        self._long, self._wish = False, None  # which holds the photo that was on the canvas
        if self.moment is not None:
            self._target = self.moment.number
            self._draw(self.moment)
        if played:
            self._ask(HERE)

    # What the panels wish

    @Slot()
    def _on_play_requested(self) -> None:
        if self.playing:
            if self._beat.isActive() and self.moment is not None:
                self._target = self.moment.number  # the next one was not asked for yet
            self._stop()
            if self.fast:
                self._ask(HERE)
            return
        if self.stage is None:
            return
        at_end = self.moment is not None and self.moment.number >= self._count - 1
        self._target = 0 if at_end else self._target
        self.playing = True
        self._panel.set_playing(True)
        if self.fast:
            self._ask(self._target, plays=True)
        else:
            self._on_beat()

    @Slot()
    def _on_beat(self) -> None:
        """Have the next frame shown, now that people have seen the last one."""
        self._since.start()
        self._ask(self._target)

    @Slot(bool)
    def _on_fast_requested(self, on: bool) -> None:
        played = self.playing
        if played:
            self._on_play_requested()
        self.fast = on
        if played:
            self._on_play_requested()

    @Slot(int)
    def _on_frame_requested(self, number: int) -> None:
        self._target = number
        self._stop()
        self._ask(number)

    @Slot(int)
    def _on_step_requested(self, frames: int) -> None:
        seen = self.moment.number if self.playing and self.moment is not None else self._target
        number = min(max(seen + frames, 0), max(self._count - 1, 0))
        self._on_frame_requested(number)

    @Slot(str)
    def _on_view_requested(self, view: str) -> None:
        self.view = view
        self._name_sides()
        self._ask_again()

    @Slot(int, int)
    def _on_clicked(self, x: int, y: int) -> None:
        if self._session.watching:
            self._pixel = (x, y)
            self._window.canvas.set_mark(self._pixel)
            self._ask_again()

    @Slot()
    def _on_cancel_requested(self) -> None:
        self._session.live.cancel("sequence")
        self._session.batch.cancel("open sequence")
        self._stop()
        self._long = False

    @Slot(object, str, bool)
    def _on_sequencing_requested(self, how: Sequencing, words: str, pressed: bool) -> None:
        gesture = self._gesture.number if pressed else None
        self._store.edit(*edits.sequenced(self._store.document, how, words), gesture)
