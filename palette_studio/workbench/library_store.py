"""The library on the disk: palette files in folders, and one small file of favorites and recent ones.

Own palettes are GPL files, which any program reads; each is written whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import shown, told
from palette_studio.core.home import settings_folder
from palette_studio.core.library import GROUPS, Entry, Shelves, oklab_of
from palette_studio.core.palette import MOST, Palette
from palette_studio.core.resources import resource
from palette_studio.core.tick import Tick, no_tick
from palette_studio.workbench import own_json

if TYPE_CHECKING:
    import numpy as np

IMAGES, RECENT = 24, 8  # palettes of photos, and those used last, that are kept
MOST_FILES = 300  # of a folder that is watched
SMALL = 8  # swatches; larger presets come last


@dataclass(frozen=True, eq=False)
class _Read:
    name: str
    palette: Palette
    problem: str = ""
    oklab: np.ndarray | None = None


class LibraryStore:
    """Reads and changes the library. Not for the window's thread: it waits for the disk."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[int, int, _Read]] = {}  # of a file: when changed, bytes, what was in it
        self._removed: dict[str, bytes] = {}

    # Changes

    def keep(self, name: str, palette: Palette) -> str:
        """Keep a palette among one's own and return its key; a name that is taken gets a number."""
        folder = _folder("mine")
        taken = {self._read(path).name for path in _files(folder)}
        free, number = name, 2
        while free in taken:
            free, number = f"{name} {number}", number + 1
        path = _free(folder / f"{_slug(free)}.gpl")
        _write(path, free, palette)
        return _key(path)

    def keep_image(self, name: str, place: str, palette: Palette) -> None:
        """Keep the palette of a photo that was opened. place: tells two photos of one name apart."""
        folder = _folder("images")
        _write(folder / f"{_slug(name)}-{crc32(place.encode()):08x}.gpl", name, palette)
        for path in sorted(_files(folder), key=_changed_ns, reverse=True)[IMAGES:]:
            path.unlink(missing_ok=True)

    def rename(self, key: str, name: str) -> None:
        path = _own(key)
        _write(path, name, self._read(path).palette)

    def rewrite(self, key: str, palette: Palette) -> None:
        """Give a palette other colors; its name stays."""
        path = _own(key)
        self._removed[key] = path.read_bytes()
        _write(path, self._read(path).name, palette)

    def remove(self, key: str) -> None:
        """Delete a palette; ``restore`` brings it back as long as the program runs."""
        path = _own(key)
        self._removed[key] = path.read_bytes()
        path.unlink()

    def restore(self, key: str) -> None:
        write_atomically(_own(key), self._removed[key])

    def star(self, key: str, on: bool) -> None:
        """Make a palette a favorite, or one no more."""
        notes = _notes()
        others = [one for one in notes["favorites"] if one != key]
        _note(notes | {"favorites": [*others, key] if on else others})

    def use(self, key: str) -> None:
        """Remember a palette as the last one used."""
        if Path(key).is_absolute() and self._read(Path(key)).problem:
            return
        notes = _notes()
        others = [one for one in notes["recent"] if one != key]
        _note(notes | {"recent": [key, *others][:RECENT]})

    # What is there

    def shelves(self, watched: Path | None, tick: Tick = no_tick) -> Shelves:
        """Return all palettes, group by group; one that cannot be read says why. watched: a folder."""
        complaints: list[str] = []
        try:
            notes = _notes()
        except ValueError as error:
            notes = {"favorites": [], "recent": []}
            complaints.append(str(error))
        groups = {
            "mine": _by_name(self._entries("mine", _files(_folder("mine")), tick)),
            "images": self._entries(
                "images", sorted(_files(_folder("images")), key=_changed_ns, reverse=True), tick
            ),
            "presets": sorted(
                self._entries("presets", _files(resource("palettes")), tick),
                key=lambda one: (len(one.palette) > SMALL, one.name.casefold()),
            ),
            "folder": [],
        }
        if watched is not None:
            try:
                groups["folder"] = _by_name(self._entries("folder", _palettes_in(watched), tick))
            except OSError as error:
                complaints.append(f"The folder {watched} cannot be read: {error.strerror or error}.")
        known = {one.key: one for group in groups.values() for one in group}
        for group in ("recent", "favorites"):
            groups[group] = [one for key in notes[group] if (one := self._again(key, group, known))]
        starred = set(notes["favorites"])
        entries = [replace(one, favorite=one.key in starred) for name in GROUPS for one in groups[name]]
        files = tuple(str(one.path) for one in groups["folder"])
        return Shelves(tuple(entries), tuple(complaints), files=files)

    def _again(self, key: str, group: str, known: dict[str, Entry]) -> Entry | None:
        """Return an entry once more in another group; a palette that is gone has none."""
        if key not in known and Path(key).is_absolute() and Path(key).exists():
            known[key] = self._entries("folder", [Path(key)], no_tick)[0]
        return replace(known[key], group=group) if key in known else None

    def _entries(self, group: str, paths: Iterable[Path], tick: Tick) -> list[Entry]:
        entries = []
        for path in paths:
            tick(0.0)
            read = self._read(path)
            home = "file" if group == "folder" else group
            key = str(path) if group == "folder" else f"{group}/{path.name}"
            content = read.palette, read.problem
            entries.append(Entry(key, read.name, group, home, path, *content, oklab=read.oklab))
        return entries

    def _read(self, path: Path) -> _Read:
        """Return what is in a file, read once for each of its states."""
        from palette_studio.core.files import read_palette_file
        from palette_studio.core.names import named

        try:
            state = path.stat()
            changed, size, read = self._known.get(path, (0, -1, None))
            if read is not None and (changed, size) == (state.st_mtime_ns, state.st_size):
                return read
            file = read_palette_file(path, most=MOST)
            read = _Read(
                file.name or Path(shown(path)).stem, named(file.palette), oklab=oklab_of(file.palette)
            )
        except (OSError, ValueError) as error:  # a FileError names the file; others name nothing
            text = told(error)
            name = shown(path)
            return _Read(name, Palette(), text if name in text else f"{name}: {text}")
        self._known[path] = state.st_mtime_ns, state.st_size, read
        return read


def _folder(group: str) -> Path:
    folder = settings_folder() / "library" / group
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.gpl") if path.is_file())


def _palettes_in(folder: Path) -> list[Path]:
    from palette_studio.core.files.palette_io import SUFFIXES

    pictures = (".png", ".gif", ".bmp")  # a folder of photos is no folder of palettes
    wanted = [suffix for suffix in SUFFIXES if suffix not in pictures]
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in wanted and path.is_file())
    return paths[:MOST_FILES]


def _own(key: str) -> Path:
    group, _, name = key.partition("/")
    return _folder(group) / name


def _key(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _by_name(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: one.name.casefold())


def _changed_ns(path: Path) -> int:
    return path.stat().st_mtime_ns


def _slug(name: str) -> str:
    """Return a name that any file system takes."""
    plain = "".join(c if c.isalnum() and c.isascii() else "-" for c in name.casefold())
    return "-".join(part for part in plain.split("-") if part)[:60] or "palette"


def _free(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def _write(path: Path, name: str, palette: Palette) -> None:
    from palette_studio.core.files import write_palette

    write_palette(path, palette, name=name)


def _notes() -> dict[str, list[str]]:
    """Return the keys of favorites and of recent ones.

    Raises FileError where a file is damaged, once.
    """
    file = settings_folder() / "library" / "library.json"
    found = own_json.read(file, _keys, "Favorites and recent palettes are lost")
    return found or {"favorites": [], "recent": []}


def _keys(saved: Any) -> dict[str, list[str]]:
    return {name: [str(key) for key in saved[name]] for name in ("favorites", "recent")}


def _note(notes: dict[str, list[str]]) -> None:
    file = settings_folder() / "library" / "library.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, own_json.written(notes))
