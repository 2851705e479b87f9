"""Order: what is to become of every photo of a batch; a value that any process can be told as text."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from palette_studio.core.files.options import ExportOptions
from palette_studio.core.project import Project, decode, encode

MOST_MEGAPIXELS = 120
_TOP = Path("/")  # from which the recipe's places are told: there is no file that they could be beside


@dataclass(frozen=True)
class Order:
    """recipe: the text of a recipe, see ``order_of``. folder: of the results, absolute. template, conflict:
    see ``export_path``. indexed: as PNG of palette indices, which is for recipes that map."""

    recipe: str
    folder: Path
    template: str = "{name}"
    conflict: str = "unique"
    options: ExportOptions = field(default_factory=ExportOptions)
    indexed: bool = False
    most_megapixels: float = MOST_MEGAPIXELS

    @property
    def format(self) -> str:
        return "png" if self.indexed else self.options.format

    @property
    def project(self) -> Project:
        """The recipe. Raises ValueError where its text is none."""
        return decode(self.recipe.encode(), _TOP.absolute())

    @cached_property
    def text(self) -> str:
        """All of it, as JSON."""
        return json.dumps(asdict(self) | {"folder": str(self.folder)})

    @cached_property
    def digest(self) -> str:
        """What tells it from orders with other results, or others' names for them; also after an update."""
        told: dict[str, Any] = json.loads(self.text)
        told["recipe"] = json.loads(self.recipe) | {"program": ""}
        for key in ("folder", "conflict", "most_megapixels"):
            del told[key]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    @classmethod
    def of_text(cls, text: str) -> Order:
        told = json.loads(text)
        options = told["options"] | {"background": tuple(told["options"]["background"])}
        return cls(**told | {"folder": Path(told["folder"]), "options": ExportOptions(**options)})


def order_of(project: Project, folder: Path, **rest: Any) -> Order:
    """Return the order to make of every photo what a project makes of its own. rest: as ``Order`` has it.

    Raises ValueError for options without meaning.
    """
    recipe = project.recipe()
    order = Order(encode(recipe, _TOP.absolute()).decode(), folder.absolute(), **rest)
    order.options.check()
    if order.indexed and recipe.document.workspace != "map":
        raise ValueError("Only a recipe that maps to palette colors can be written indexed; leave that out.")
    return order
