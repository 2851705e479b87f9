"""Settings: a frozen value, kept as JSON through the atomic writer."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from palette_studio.core.files import ExportOptions, FileError
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.lock import locked
from palette_studio.core.files.options import CONFLICTS, SUFFIXES
from palette_studio.core.home import settings_folder
from palette_studio.workbench import own_json

RECENT = 10
# What values may be, each of them where there are several; their own modules are not loaded before the window
ALLOWED = {
    "theme": ("dark", "light", "neutral"),
    "scale": (0, *range(100, 301)),
    "language": ("", "en", "de"),
    "swatches": range(2, 33),
    "map_swatches": range(2, 257),
    "map_mode": ("photo", "perceptual", "structure"),
    "most_megapixels": range(1, 2001),
    "harmony_wheel": ("oklch", "hsv", "ryb"),
    "window_size": range(1, 1 << 15),
    "background": range(256),
    "export_conflict": CONFLICTS,
    "batch_conflict": CONFLICTS,
    "batch_format": ("", "indexed", *SUFFIXES),
    "lut_kind": ("cube", "shaped", "hald"),
    "lut_size": (16, 17, 33, 36, 64, 65),
}
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What the program remembers between two starts."""

    theme: str = "dark"
    scale: int = 0  # percent at which all is shown, from the next start on; 0: as the system has it
    language: str = ""  # "": that of the system
    swatches: int = 6
    map_swatches: int = 16
    map_mode: str = "photo"
    map_indexed: bool = True
    most_megapixels: int = 120
    recent: tuple[str, ...] = ()
    harmony_wheel: str = "oklch"
    log_scale: bool = False
    show_before: bool = True
    window_size: tuple[int, int] = (1280, 800)
    export: ExportOptions = field(default_factory=ExportOptions)
    export_folder: str = ""
    export_template: str = "{name}-recolored"
    export_conflict: str = "unique"
    batch_template: str = "{name}-recolored"
    batch_conflict: str = "unique"
    batch_format: str = ""  # "": that of the last export
    lut_template: str = "{name}-look"
    lut_kind: str = "cube"
    lut_size: int = 33
    palette_folder: str = ""
    palette_format: str = "gpl"
    palette_template: str = "{name}-palette"
    palette_grid: bool = False
    toured: bool = False
    keys: tuple[str, ...] = ()  # those of commands that are not the usual ones, see ui.key_map

    def with_recent(self, path: Path) -> Settings:
        others = tuple(p for p in self.recent if p != str(path))
        return replace(self, recent=(str(path), *others)[:RECENT])


def _file() -> Path:
    return settings_folder() / "settings.json"


def load(complain: Callable[[str], object] = log.warning) -> Settings:
    """Return the saved settings; a value of the wrong kind or out of range falls back to its default.

    complain: told, in a sentence, when there was a file that could not be used; it is kept beside.
    """
    try:
        saved = own_json.read(_file(), _named, "Settings are back to their defaults")
    except FileError as error:
        complain(str(error))
        return Settings()
    found = _merged(Settings(), saved or {})
    return replace(found, recent=found.recent[:RECENT])


def saved_scale() -> int:
    """Return ``Settings.scale``, for what has to know it before Qt begins."""
    return _merged(Settings(), {"scale": own_json.peek(_file()).get("scale")}).scale


def language() -> str:
    """Return the language that is set; needed before ``load``, which says what is wrong with the file."""
    chosen = own_json.peek(_file()).get("language", "")
    return chosen if chosen in ALLOWED["language"] else ""


def save(settings: Settings, since: Settings | None = None) -> None:
    """Write what has changed since ``since`` was loaded, None for all, over what the file has by now.

    So another window's changes stay, and what a newer version keeps there; files that either opened are all
    among the recent ones, ours first. Raises FileError, and the file stays as it was.
    """
    path = _file()
    with locked(path.with_suffix(".lock")):
        try:
            there = own_json.read(path, _named, "Settings are lost") or {}
        except FileError as error:  # it was kept beside
            log.warning("%s", error)
            there = {}
        ours = asdict(settings)
        if since is not None:
            before, opened = asdict(since), _opened(settings.recent, since.recent)
            ours = {name: value for name, value in ours.items() if value != before[name] or name not in there}
            others = _merged(Settings(), there).recent
            ours["recent"] = list(dict.fromkeys([*opened, *others]))[:RECENT]
        if "export" in ours and isinstance(there.get("export"), dict):
            ours["export"] = there["export"] | ours["export"]
        write_atomically(path, own_json.written(there | ours))


def _opened(recent: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files that came to the front of a list since it was as it was before."""
    for count in range(len(recent)):
        if recent[count:] == before[: len(recent) - count]:
            return recent[:count]
    return recent


def _named(saved: object) -> dict[str, Any]:
    if not isinstance(saved, dict):
        raise TypeError("settings have names")
    return saved


def _merged(default: Any, saved: dict[str, Any]) -> Any:
    """Return ``default`` with every value of ``saved`` that can be one, each taken alone."""
    found = default
    for name, usual in ((f.name, getattr(default, f.name)) for f in fields(default)):
        value = saved.get(name)
        if isinstance(usual, ExportOptions):
            value = _merged(usual, value if isinstance(value, dict) else {})
        elif isinstance(usual, tuple) and isinstance(value, list):
            value = tuple(value)
        if not _fits(name, value, usual):
            continue
        tried = replace(found, **{name: value})
        with contextlib.suppress(ValueError):
            if isinstance(tried, ExportOptions):
                tried.check()
            found = tried
    return found


def _fits(name: str, value: object, usual: object) -> bool:
    """Return whether a value is of the kind of the usual one, and in its range."""
    if type(value) is not type(usual):
        return False
    several = value if isinstance(value, tuple) else (value,)
    if isinstance(usual, tuple):
        kind = type(usual[0]) if usual else str
        if any(type(one) is not kind for one in several) or (usual and len(several) != len(usual)):
            return False
    return name not in ALLOWED or all(one in ALLOWED[name] for one in several)
