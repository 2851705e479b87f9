"""Where the program's own files lie: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(name: str) -> Path:
    """Return the path of ``resources/name``."""
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name


def documentation() -> Path:
    """Return the folder of the documentation: ``docs`` of a checkout, or what the build has put inside."""
    inside = _PACKAGE / "resources" / "docs"
    return inside if inside.is_dir() else _PACKAGE.parent / "docs"


def sample_photos() -> list[Path]:
    return sorted(path for path in resource("samples").iterdir() if path.suffix in (".jpg", ".png"))
