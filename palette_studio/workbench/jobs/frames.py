"""Frames to files: masks, clean and recolored frames, and the background."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from palette_studio.core.document import Document
from palette_studio.core.files.error import shown
from palette_studio.core.sequencing import Frames, Sequencing
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.sequences import Stage, painted
from palette_studio.workbench.words import job_words

FOLDERS = {"mask": "masks", "clean": "clean", "recolored": "recolored"}


@dataclass(frozen=True)
class Written:
    """Where frames were written, how many, and what is to be said of those that could not be read."""

    folder: Path
    count: int
    problems: tuple[str, ...]


def background_export_job(stage: Stage, number: int, how: Sequencing, path: Path) -> Job:
    """Write what stands behind a frame, once the watch has learned all up to it as wished."""

    def run(tick: Tick) -> Path:
        from palette_studio.core.files import write_photo

        _check_no_source(stage.frames, path)
        stage.watch.go(number, how, tick)
        write_photo(path, stage.watch.background())
        return path

    return Job("export", run, text=job_words("Exporting %1", shown(path)))


def frames_export_job(document: Document, view: str, folder: Path) -> Job:
    """Write a PNG for every frame into a new folder; it is gone again if the work is stopped.

    view: "mask", "clean" or "recolored". Frames that cannot be read are left out, and told.
    """
    frames = document.frames
    assert frames is not None

    def run(tick: Tick) -> Written:
        import shutil

        made = _new_folder(folder / f"{Path(frames.name).stem}-{FOLDERS[view]}")
        try:
            return _written(document, frames, view, made, tick)
        except BaseException:  # Canceled too: what is half done does not stay
            shutil.rmtree(made, ignore_errors=True)
            raise

    return Job("export sequence", run, text=job_words("Exporting %1", frames.name))


def _written(document: Document, frames: Frames, view: str, folder: Path, tick: Tick) -> Written:
    from palette_studio.core.files import ExportOptions, FileError, write_photo
    from palette_studio.core.files.apart.sequences import read_sequence_apart
    from palette_studio.core.mixture.background import BackgroundMixture, despeckled

    source, how = read_sequence_apart(frames.path, frames.most_megapixels), document.sequencing
    model = BackgroundMixture(**how.options)
    options, names, problems = ExportOptions(format="png"), set(), []
    for number in range(frames.count):
        tick(number / frames.count)
        try:
            pixels = source.frame(number)
        except FileError as error:
            problems.append(str(error))
            continue
        except IndexError:
            break
        mask = model.apply(pixels) if view != "recolored" else pixels
        mask = despeckled(mask, how.median) if how.median and view != "recolored" else mask
        name = source.name(number)
        name = f"{name}-{number + 1}" if name in names else name  # a.jpg beside a.png
        names.add(name)
        write_photo(folder / f"{name}.png", painted(document, view, pixels, mask), None, options)
    return Written(folder, len(names), tuple(problems))


def _new_folder(path: Path) -> Path:
    """Make a folder, with a number behind its name where there is one already."""
    from palette_studio.core.files.error import writing_failed

    for number in range(1, 10_000):
        made = path if number == 1 else path.with_name(f"{path.name}-{number}")
        try:
            made.mkdir()
        except FileExistsError:
            continue
        except OSError as error:
            raise writing_failed(made, error) from error
        return made
    raise ValueError(f"The folder {path.parent} has too many exports. Choose another one.")


def _check_no_source(frames: Frames, path: Path) -> None:
    """Raise FileError for a file that may be one of the sequence's own."""
    import os

    from palette_studio.core.files import FileError
    from palette_studio.core.files.error import shown

    own = path.parent if frames.path.is_dir() else path
    if os.path.realpath(own) == os.path.realpath(frames.path):
        raise FileError(
            f"{shown(path)} would be among the frames you opened, which are never written to. "
            "Choose another folder."
        )
