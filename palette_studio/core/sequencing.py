"""Sequencing: which frames are watched, by which background model; values the document keeps."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from pathlib import Path

from palette_studio.core.files.error import shown
from palette_studio.core.photo import MOST_MEGAPIXELS

METHODS = ("stauffer-grimson", "paper", "mog2")
VIEWS = ("frame", "background", "mask", "clean", "recolored")
VIDEOS = (".mp4", ".avi", ".mov", ".mkv", ".webm", ".m4v", ".mpg", ".mpeg", ".wmv")
MEDIANS = (0, 3, 5, 7)
MOST_MEMORY = 1000  # frames


def is_sequence(path: Path) -> bool:
    """Return whether a path is one of frames: a folder, or by its name a video."""
    return path.suffix.lower() in VIDEOS or path.is_dir()


@dataclass(frozen=True)
class Frames:
    """The frames of a folder or a video. count: how many; size: (w, h). The files are read when asked for."""

    path: Path
    count: int
    size: tuple[int, int]

    @property
    def name(self) -> str:
        return shown(self.path)

    @property
    def most_megapixels(self) -> float:
        """The limit for a frame: what could be opened may be read again."""
        return max(MOST_MEGAPIXELS, self.size[0] * self.size[1] / 1e6)


@dataclass(frozen=True)
class Sequencing:
    """How the background of a sequence is learned.

    method: "stauffer-grimson" as we have it, "paper", to the letter, or "mog2". components: K of a pixel.
    memory: frames that are remembered, 1 over alpha. threshold: T, the share of the weights that is
    background. match: deviations that still belong to a component. median: of MEDIANS, 0 leaves the mask.
    """

    method: str = "stauffer-grimson"
    components: int = 3
    memory: int = 200
    threshold: float = 0.7
    match: float = 4.0
    shadows: bool = True
    median: int = 0

    def with_method(self, method: str) -> Sequencing:
        """Return another method with what is usual for it; the median stays."""
        return replace(USUAL[method], median=self.median)

    @property
    def options(self) -> dict[str, object]:
        """What BackgroundMixture is to be given."""
        given: dict[str, object] = {
            "method": "mog2" if self.method == "mog2" else "stauffer-grimson",
            "components": self.components,
            "alpha": 1 / self.memory,
            "threshold": self.threshold,
            "match": self.match,
            "shadows": self.shadows,
        }
        return given | {"rho": "paper"} if self.method == "paper" else given

    @property
    def past(self) -> Hashable:
        """What the model's state depends on; the others tell only how a frame is judged by it."""
        return self.method, self.components, self.memory, self.match

    @property
    def settled_after(self) -> int:
        """Frames after which the model no longer learns faster than it will forever."""
        return max(1, self.memory // 2) if self.method == "mog2" else self.memory


USUAL = {
    "stauffer-grimson": Sequencing(),
    "paper": Sequencing("paper", 3, 50, 0.7, 2.5, shadows=False),
    "mog2": Sequencing("mog2", 5, 500, 0.9, 4.0),
}
