"""Projects: saved, and opened with their photos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files.error import shown, visible
from palette_studio.core.photo import Photo
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    from palette_studio.core.project import Comparing, Picture, Project
    from palette_studio.workbench.recovery import Lost


@dataclass(frozen=True)
class Saved:
    """A document that is safe in a file. recipe: it was saved without its photo."""

    path: Path
    document: Document
    recipe: bool = False


@dataclass(frozen=True)
class OpenedProject:
    """A project with its pictures. changed: names of those that are not as they were when it was saved."""

    path: Path
    project: Project
    document: Document
    changed: tuple[str, ...] = ()
    lost: Lost | None = None


@dataclass(frozen=True)
class PictureMissing:
    """A project one of whose pictures is nowhere to be found."""

    path: Path
    picture: Picture
    lost: Lost | None = None


def save_job(document: Document, comparing: Comparing, path: Path, *, recipe: bool = False) -> Job:
    """Save a document as a project, or as a recipe."""

    def run(tick: Tick) -> Saved:
        from palette_studio.core.project import project_of, write_project

        project = project_of(replace(document, photo=None) if recipe else document, comparing)
        write_project(path, project.recipe() if recipe else project)
        return Saved(path, document, recipe)

    return Job("save", run)


def open_project_job(
    path: Path,
    most_megapixels: int,
    folders: Iterable[Path] = (),
    placed: dict[Path, Path] | None = None,
    lost: Lost | None = None,
) -> Job:
    """Read a project and its pictures. folders: where pictures that have moved are looked for. placed: where
    the user has found some. lost: whose recovered edits these are."""
    folders, placed = tuple(folders), placed or {}

    def run(tick: Tick) -> OpenedProject | PictureMissing:
        from palette_studio.core.project import read_project
        from palette_studio.core.project.finding import find

        tick(0.0)
        project = _with_frames(read_project(path), most_megapixels, tick)
        wanted = project.photo, project.reference, project.style
        pictures = {one: None for one in wanted if one is not None}
        photos: dict[Picture, Photo] = {}
        for picture in pictures:
            place = find(picture, (path.parent, *folders), placed)
            if picture.path is not None and place is None:
                return PictureMissing(path, picture, lost)
            photos[picture] = _read(picture, place, most_megapixels, tick)
        document = project.completed(*(None if one is None else photos[one] for one in wanted))
        changed = tuple(one.name for one, photo in photos.items() if _differs(one, photo))
        return OpenedProject(path, project, document, changed, lost)

    return Job("open project", run, stops_older=True, text=job_words("Opening %1", shown(path)))


def _with_frames(project: Project, most_megapixels: float, tick: Tick) -> Project:
    """Return the project with its sequence as it is now."""
    frames = project.document.frames
    if frames is None:
        return project
    from palette_studio.workbench.jobs.sequences import opened

    now = opened(frames.path, most_megapixels, tick).frames
    return replace(project, document=replace(project.document, frames=now))


def _read(picture: Picture, place: Path | None, most_megapixels: int, tick: Tick) -> Photo:
    from palette_studio.core.files import read_photo_apart, read_photo_bytes_apart

    if place is None:
        name = visible(picture.name)
        photo = read_photo_bytes_apart(picture.data, name, most_megapixels=most_megapixels, tick=tick)
    else:
        photo = read_photo_apart(place, most_megapixels=most_megapixels, tick=tick)
    assert photo.levels  # the pyramid is made here, not in the window's thread
    return photo


def _differs(picture: Picture, photo: Photo) -> bool:
    """Return whether a photo is another than the one that a project was saved with."""
    if picture.path is None:
        return False
    if picture.digest:
        return picture.digest != photo.origin.digest
    return picture.size != (photo.width, photo.height)


def set_aside_job(document: Document, comparing: Comparing) -> Job:
    """Keep edits whose photo leaves the window unsaved."""

    def run(tick: Tick) -> Saved:
        from palette_studio.core.project import project_of, write_project
        from palette_studio.workbench.recovery import aside

        assert document.photo is not None
        path = aside(document.photo.name)
        write_project(path, project_of(document, comparing))
        return Saved(path, document)

    return Job("set aside", run)
