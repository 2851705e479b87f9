"""Settings, written while the window is open: a crash loses none."""

from __future__ import annotations

from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.settings import Settings, save


def settings_job(settings: Settings, since: Settings) -> Job:
    """Write what has changed since then."""

    def run(tick: Tick) -> Settings:
        save(settings, since)
        return settings

    return Job("settings", run)
