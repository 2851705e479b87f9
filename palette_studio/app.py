"""The window as a program: one QApplication, one window, one event loop."""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import logging
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from palette_studio.core.home import logs_folder, prepare_environment
from palette_studio.ui import languages
from palette_studio.workbench import settings
from palette_studio.workbench.recovery import Run
from palette_studio.workbench.settings import saved_scale


def create_window(
    paths: Iterable[str | Path] = (), run: Run | None = None
) -> tuple[QMainWindow, Callable[[], None]]:
    """Return the main window with the first of ``paths``, and a function that closes it and ends its threads.

    The caller owns the QApplication and shows the window. run: the folder of this run of the program.
    """
    prepare_environment()
    from palette_studio.studio import Studio

    studio = Studio(run)
    window = studio.window
    window.setProperty("studio", studio)  # the window keeps its studio alive
    for path in list(paths)[:1]:  # one window shows one photo
        studio.open(Path(path))

    def close() -> None:
        studio.close()
        window.close()

    return window, close


def main(arguments: Sequence[str]) -> int:
    """Open the window on the photos named, or do the main job without a display (``--headless``)."""
    options = _options(arguments)
    if options.headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_display():
        print(
            "There is no display. Use --headless, or a command such as extract or recolor.", file=sys.stderr
        )
        return 1
    prepare_environment()
    _log_to_file()
    scale_up(saved_scale())
    app = QApplication(["palette-studio"])
    app.setApplicationName("Palette Studio")
    app.setDesktopFileName("io.github.palette_studio.PaletteStudio")
    if options.reverse:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if options.headless:
        from palette_studio.headless import main_job

        return main_job(options.photos, options.output)
    languages.install(app, settings.language())
    run = Run()
    report_crashes(run)
    window, close = create_window(options.photos, run)
    studio = window.property("studio")
    sys.excepthook = studio.complaints.report
    studio.pages.tour.offer()
    window.show()
    app.aboutToQuit.connect(close)
    return leave(app.exec())


def scale_up(percent: int) -> None:
    """Have Qt show everything at so many percent, 0 as the system has it; call before a QApplication is made.

    Who has set a factor of Qt's own keeps it.
    """
    if percent and not os.environ.get("QT_SCALE_FACTOR"):
        os.environ["QT_SCALE_FACTOR"] = f"{percent / 100:g}"
        os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"  # else the system's factor comes on top


def leave(code: int) -> NoReturn:
    """End the process at once; all work has ended and everything is written.

    WORKAROUND: PySide6 6.11 crashes now and then where the interpreter takes down what Qt still holds.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a console has none
            stream.flush()
    os._exit(code)


def report_crashes(run: Run) -> None:
    """Have the place where the process dies written to the run's folder, for the next start to show."""
    with contextlib.suppress(OSError):  # a full or read-only home is no reason not to start
        faulthandler.enable(run.crash_file())


def _has_display() -> bool:
    """Whether Qt can open a window; elsewhere it would abort the process with its own words."""
    chosen = (
        os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return sys.platform != "linux" or bool(chosen)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="palette-studio", description="Open the window.")
    parser.add_argument(
        "photos", nargs="*", metavar="PHOTO", help="the photo, video or folder of frames to open"
    )
    parser.add_argument("--headless", action="store_true", help="do the main job without a display")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("out"), help="with --headless: the folder for both pictures"
    )
    parser.add_argument("-reverse", action="store_true", help="lay the window out from right to left")
    return parser.parse_args(list(arguments))


def _log_to_file() -> None:
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    with contextlib.suppress(OSError):  # a full or read-only home is no reason not to start
        handlers.append(logging.FileHandler(logs_folder() / "palette-studio.log", encoding="utf-8"))
    logging.basicConfig(level=logging.WARNING, handlers=handlers, format="%(asctime)s %(name)s %(message)s")
