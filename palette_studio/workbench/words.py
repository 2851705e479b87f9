"""The words of steps and jobs, translated; packaging/translations.py finds them by these two names."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication


def step_words(text: str, *parts: object) -> str:
    """Return the name of a step of the history. parts: what stands for %1, %2 and so on."""
    return _filled(QCoreApplication.translate("Steps", text), parts)


def job_words(text: str, *parts: object) -> str:
    """Return what the status line says while a job runs. parts: what stands for %1, %2 and so on."""
    return _filled(QCoreApplication.translate("Jobs", text), parts)


def _filled(text: str, parts: tuple[object, ...]) -> str:
    """Return the words with all parts in their places at once: a name may hold a %2 of its own."""
    return re.sub(r"%([1-9])", lambda found: str(parts[int(found[1]) - 1]), text)
