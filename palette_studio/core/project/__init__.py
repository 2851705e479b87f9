"""Projects and recipes: JSON of a version, with everything that a document remembers.

A recipe is a project without its photo. Keys that are missing have their usual values; unknown keys and
values out of range are refused with their place. Older versions are brought up to date step by step, newer
ones refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio import __version__
from palette_studio.core.coloring import Coloring
from palette_studio.core.document import BY_LUT, WORKSPACES, Document
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import FileError, reading_failed, shown
from palette_studio.core.files.regular import open_regular
from palette_studio.core.mapping import Mapping
from palette_studio.core.palette import Palette
from palette_studio.core.project.fields import Fields, read_object
from palette_studio.core.project.luts import lut_of, told_lut
from palette_studio.core.project.mixtures import (
    region_of,
    segmenting_of,
    told_region,
    told_segmenting,
)
from palette_studio.core.project.options import (
    coloring_of,
    frames_of,
    mapping_of,
    sequencing_of,
    told_coloring,
    told_frames,
    told_transferring,
    transferring_of,
)
from palette_studio.core.project.palettes import palette_of, told_palette
from palette_studio.core.project.pictures import (
    Picture,
    picture_of,
    picture_of_photo,
    told_picture,
)
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.sequencing import Sequencing
from palette_studio.core.transferring import Transferring

if TYPE_CHECKING:
    from palette_studio.core.photo import Photo

__all__ = [
    "SUFFIX",
    "VERSION",
    "Comparing",
    "Picture",
    "Project",
    "project_of",
    "read_project",
    "write_project",
]

SUFFIX = ".palettestudio"
FORMATS = ("project", "recipe")
VERSION = 1
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}  # a version -> the next one
MOST_BYTES = 768 << 20  # a project that keeps a large picture whole
MOST_PARTS = 250_000  # lists and objects
COMPARISONS = ("off", "wipe", "side-by-side")
ELSEWHERE = "elsewhere"  # where a palette was found that is neither the photo nor what is made of it now


@dataclass(frozen=True)
class Comparing:
    """How original and result stand side by side. at: of the wipe's line, 0..1."""

    mode: str = "off"
    at: float = 0.5
    upright: bool = True


@dataclass(frozen=True)
class Project:
    """What a project file holds. document: without its pictures, which are ``photo``, ``reference`` (whose
    colors are transferred) and ``style`` (that leads a colorization); a recipe has no photo."""

    document: Document = field(default_factory=Document)
    photo: Picture | None = None
    reference: Picture | None = None
    style: Picture | None = None
    comparing: Comparing = field(default_factory=Comparing)

    def recipe(self) -> Project:
        """Return the same without what belongs to one photo alone."""
        document = self.document
        coloring = document.coloring.for_photo(on=document.coloring.on)
        how = document.transferring.for_photo()
        kept = replace(document, frames=None, coloring=coloring, transferring=how)
        return replace(self, document=kept, photo=None)

    def completed(
        self, photo: Photo | None, reference: Photo | None = None, style: Photo | None = None
    ) -> Document:
        """Return the document with its pictures."""
        watches = self.document.workspace == "sequence" and self.document.frames is None
        made = replace(
            self.document,
            photo=photo,
            workspace="recolor" if watches else self.document.workspace,
            coloring=replace(self.document.coloring, style=style),
            transferring=replace(self.document.transferring, reference=reference),
        )
        return replace(made, found_in=made.place_found) if made.found_in is True else made


def project_of(document: Document, comparing: Comparing = Comparing()) -> Project:
    """Return what is to be kept of a document. May take as long as encoding a pasted picture takes."""

    def kept(photo: Photo | None) -> Picture | None:
        return None if photo is None else picture_of_photo(photo)

    how, style = document.transferring, document.coloring.style
    found_in = document.found_in and (True if document.found_in == document.place_found else ELSEWHERE)
    bare = replace(
        document,
        photo=None,
        coloring=replace(document.coloring, style=None),
        transferring=replace(how, reference=None),
        found_in=found_in,
    )
    return Project(bare, kept(document.photo), kept(how.reference), kept(style), comparing)


def write_project(path: str | Path, project: Project) -> None:
    """Write a project, or a recipe where it has no photo; the file is whole afterwards, or as it was before.

    Raises FileError when it cannot be written.
    """
    path = Path(path)
    write_atomically(path, encode(project, path.absolute().parent))


def read_project(path: str | Path) -> Project:
    """Return the project or recipe in a file; its pictures are not looked for.

    Raises FileError, whose message names the file, the reason and what to do.
    """
    path = Path(path)
    try:
        with open_regular(path, "project") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise reading_failed(path, error) from error
    try:
        return decode(data, path.absolute().parent)
    except FileError as error:
        raise FileError(f"{shown(path)} {error}") from error
    except MemoryError as error:
        raise FileError(f"{shown(path)} needs more memory than is free. Close other programs.") from error
    except ValueError as error:
        raise FileError(
            f"{shown(path)} is no project that can be opened: {error}. Open an earlier copy of it."
        ) from error


def encode(project: Project, folder: Path) -> bytes:
    """Return the bytes of a file in ``folder``."""
    document = project.document
    told: dict[str, Any] = {
        "format": f"palette-studio-{FORMATS[project.photo is None]}",
        "version": VERSION,
        "program": __version__,
        "photo": project.photo and told_picture(project.photo, folder),
        "workspace": document.workspace,
        "method": document.method,
        "strength": document.strength,
        "keep_light": document.keep_light,
        "found": told_palette(document.found),
        "edited": told_palette(document.edited),
        "found_in": _told_place(document.found_in),
        "region": document.region and told_region(document.region),
        "mapping": asdict(document.mapping),
        "lut": document.lut and told_lut(document.lut),
        "segmenting": told_segmenting(document.segmenting),
        "sequencing": asdict(document.sequencing),
        "frames": document.frames and told_frames(document.frames, folder),
        "coloring": told_coloring(document.coloring),
        "style": project.style and told_picture(project.style, folder),
        "transferring": told_transferring(document.transferring),
        "reference": project.reference and told_picture(project.reference, folder),
        "comparing": asdict(project.comparing),
    }
    kept = {key: value for key, value in told.items() if value is not None}
    try:
        return (json.dumps(kept, indent=1, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # a file name that is no text
        return (json.dumps(kept, indent=1) + "\n").encode("ascii")


def _told_place(found_in: Hashable) -> str:
    return "photo" if found_in is None else "result" if found_in is True else ELSEWHERE


def decode(data: bytes, folder: Path) -> Project:
    """Return the project in the bytes of a file in ``folder``.

    Raises ValueError for what is none, FileError where there is something else to say of it.
    """
    value = _parsed(data)
    if not isinstance(value, dict) or str(value.get("format")) not in {
        f"palette-studio-{one}" for one in FORMATS
    }:
        raise FileError("is no project of Palette Studio. Open a .palettestudio file, or a photo.")
    return read_object(_present(value), partial(_project, folder=folder))


def _parsed(data: bytes) -> Any:
    if len(data) > MOST_BYTES or data.count(b"{") + data.count(b"[") > MOST_PARTS:
        raise FileError("is larger than any project. Open another file.")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileError("is no project of Palette Studio: it is no text. Open another file.") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON from line {error.lineno} on ({error.msg})") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _present(value: dict[str, Any]) -> dict[str, Any]:
    """Return what an older version tells in the words of this one."""
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise ValueError(f"version should be a whole number from 1 to {VERSION}")
    if version > VERSION:
        raise FileError(
            f"was saved by a newer Palette Studio (format {version}; this one reads up to {VERSION}). "
            "Update the program to open it."
        )
    for older in range(version, VERSION):
        value = MIGRATIONS[older](value)
    return value


def _project(fields: Fields, folder: Path) -> Project:
    for key in ("format", "version", "program"):
        fields.raw(key)
    picture = partial(picture_of, folder=folder)
    return Project(
        _document(fields, folder),
        fields.part("photo", picture),
        fields.part("reference", picture),
        fields.part("style", picture),
        fields.part("comparing", _comparing) or Comparing(),
    )


def _document(fields: Fields, folder: Path) -> Document:
    from palette_studio.core.recolor import METHODS

    found, edited = (fields.part(key, palette_of) or Palette() for key in ("found", "edited"))
    if len(found) != len(edited):
        raise ValueError(f"found has {len(found)} colors and edited {len(edited)}; they belong together")
    lut = fields.part("lut", lut_of)
    place = fields.choice("found_in", ("photo", "result", ELSEWHERE), "photo")
    return Document(
        found=found,
        edited=edited,
        method=fields.choice("method", (*METHODS, *([BY_LUT] if lut is not None else [])), Document.method),
        strength=fields.number("strength", 0, 1, 1.0),
        keep_light=fields.number("keep_light", 0, 1, 0.0),
        region=fields.part("region", region_of),
        workspace=fields.choice("workspace", WORKSPACES, Document.workspace),
        mapping=fields.part("mapping", mapping_of) or Mapping(),
        lut=lut,
        segmenting=fields.part("segmenting", segmenting_of) or Segmenting(),
        sequencing=fields.part("sequencing", sequencing_of) or Sequencing(),
        frames=fields.part("frames", partial(frames_of, folder=folder)),
        coloring=fields.part("coloring", coloring_of) or Coloring(),
        transferring=fields.part("transferring", transferring_of) or Transferring(),
        found_in={"photo": None, "result": True}.get(place, place),
    )


def _comparing(fields: Fields) -> Comparing:
    return Comparing(
        fields.choice("mode", COMPARISONS, "off"),
        fields.number("at", 0, 1, 0.5),
        fields.flag("upright", True),
    )
