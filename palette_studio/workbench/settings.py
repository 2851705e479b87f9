"""Settings: a frozen value, kept as JSON through the atomic writer."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from palette_studio.core.files import ExportOptions
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.home import settings_folder

RECENT = 10
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What the program remembers between two starts."""

    theme: str = "dark"
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
    lut_template: str = "{name}-look"
    lut_kind: str = "cube"
    lut_size: int = 33
    palette_folder: str = ""
    palette_format: str = "gpl"
    palette_template: str = "{name}-palette"
    palette_grid: bool = False

    def with_recent(self, path: Path) -> Settings:
        others = tuple(p for p in self.recent if p != str(path))
        return replace(self, recent=(str(path), *others)[:RECENT])


def _file() -> Path:
    return settings_folder() / "settings.json"


def load() -> Settings:
    """Return the saved settings; a value of the wrong kind falls back to its default."""
    try:
        saved = json.loads(_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        log.warning("settings not read, defaults used: %s", error)
        return Settings()
    return _merged(Settings(), saved)


def save(settings: Settings) -> None:
    write_atomically(_file(), json.dumps(asdict(settings), indent=1).encode())


def _merged(default: Any, saved: object) -> Any:
    """Return ``default`` with every field of ``saved`` that has the right type."""
    if not isinstance(saved, dict):
        return default
    kept = {}
    for f in fields(default):
        value, usual = saved.get(f.name), getattr(default, f.name)
        if isinstance(usual, ExportOptions):
            kept[f.name] = _merged(usual, value)
        elif isinstance(usual, tuple) and isinstance(value, list):
            if all(isinstance(v, type(usual[0]) if usual else str) for v in value) and (
                not usual or len(value) == len(usual)
            ):
                kept[f.name] = tuple(value)
        elif type(value) is type(usual):
            kept[f.name] = value
    return replace(default, **kept)
