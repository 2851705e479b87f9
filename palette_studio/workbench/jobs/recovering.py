"""Edits kept against a crash, and what dead runs have left."""

from __future__ import annotations

import json
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.recovery import About, Lost, Run, found

if TYPE_CHECKING:
    from palette_studio.core.project import Comparing

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LeftBehind:
    """What dead runs have left. report: what to paste into a bug report, "" where nothing broke inside."""

    lost: tuple[Lost, ...]
    report: str


def autosave_job(document: Document, comparing: Comparing, run: Run, project: Path | None) -> Job:
    """Keep a document against a crash. project: the file it was saved to before."""
    photo = document.photo
    assert photo is not None

    def keep(tick: Tick) -> Document:
        from palette_studio.core.project import project_of, write_project

        # First whose edits they are: a run may be killed between the two, and so is read by the next one.
        run.note(About(photo.name, str(project or ""), time.time(), run.blamed))
        write_project(run.document, project_of(document, comparing))
        return document

    return Job("autosave", keep)


def clear_job(run: Run) -> Job:
    """All is saved: nothing is to be recovered."""
    return Job("autosave", lambda tick: run.clear())


def look_job() -> Job:
    """See what runs that were killed have left."""

    def look(tick: Tick) -> LeftBehind:
        lost = tuple(found())
        crash = "\n\n".join(one.crash for one in lost if one.crash)
        if crash:
            log.error("the last run ended so:\n%s", crash)
        return LeftBehind(lost, _report(crash) if crash else "")

    return Job("look", look)


def report_job() -> Job:
    """Gather what a bug report needs."""
    return Job("report", lambda tick: _report())


def _report(crash: str = "") -> str:
    from palette_studio.core.checkup import checkup

    return f"{json.dumps(checkup(), indent=1)}\n\n{crash}".rstrip() + "\n"


def keep_lost_job(lost: Lost) -> Job:
    """Set edits aside, so that nothing takes them up by itself."""
    return Job("keep lost", lambda tick: (lost, lost.keep_aside()))
