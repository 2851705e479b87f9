"""Between what is drawn and the canvas: pictures as they are, or as other eyes see them.

Only what is painted changes. Layers keep their true pixels, by which the canvas answers what color is where,
and renderings go to files and to the clipboard without coming by here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from palette_studio.core.craft.sight import Sight
from palette_studio.studio.session import Session
from palette_studio.ui.layers import Layer
from palette_studio.workbench.jobs.rendering import Patch, Rendering
from palette_studio.workbench.jobs.seeing import Part, Seen, parts_in, see_job

Patches = tuple[Patch, ...]


class Lens(QObject):
    """Shows both sides of the canvas by a sight. Without one, at once; with one, once a job has seen them."""

    sight_changed = Signal(object)  # Sight

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._canvas = session, session.window.canvas
        self.sight = Sight()
        self._photo = 0  # grows with every photo: what was seen of another one comes too late
        self._before: Patches = ()
        self._after: Rendering | None = None
        self._seen: Seen | None = None
        self._canvas.view_changed.connect(self._on_view_changed)

    def set_sight(self, sight: Sight) -> None:
        """Have the canvas seen by other eyes; what stands there stays until that is done."""
        if sight == self.sight:
            return
        self.sight, self._seen = sight, None
        self.sight_changed.emit(sight)
        if sight.normal:
            self._session.live.cancel("see")
            self._show(_layers(self._before), self._after and _layers(self._after.patches))
        else:
            self._see()

    def set_photo(self, size: tuple[int, int], patches: Patches) -> None:
        """Show a photo on both sides; with a sight, it is not painted before it has been seen."""
        self._photo += 1
        self._before, self._after, self._seen = patches, None, None
        layers = _layers(patches)
        if not self.sight.normal:
            layers = tuple(layer.painted_as(None) for layer in layers)
        self._canvas.set_photo(size, layers)
        self._see()

    def show_before(self, patches: Patches) -> None:
        self._before = patches
        if self.sight.normal:
            self._canvas.show_before(_layers(patches))
        self._see()

    def show_after(self, rendering: Rendering) -> None:
        self._after = rendering
        if self.sight.normal:
            self._canvas.show_after(_layers(rendering.patches), rendering.serial, rendering.exact)
        self._see()

    @Slot()
    def _on_view_changed(self) -> None:
        self._see()

    def _see(self) -> None:
        """Have what is in sight now seen, unless that stands there."""
        if self.sight.normal or not self._before:
            return
        canvas, after = self._canvas, self._after
        seen = canvas.visible()
        view = seen.left(), seen.top(), seen.left() + seen.width(), seen.top() + seen.height()
        both = self._before, after.patches if after is not None else ()
        sides = tuple(parts_in(patches, view, canvas.sharp_level()) for patches in both)
        wish = self._photo, self._before, after
        if self._seen is not None and self._seen.wish == wish and _same(self._seen.sides, sides):
            return
        known = () if self._seen is None else sum(self._seen.sides, ())
        self._session.live.submit(see_job(self.sight, sides, known, wish))

    def show(self, seen: Seen) -> None:
        """Paint what has been seen, unless another photo or other eyes have taken its place."""
        number, before, after = seen.wish
        if seen.sight != self.sight or number != self._photo:
            return
        self._seen = seen
        sides = [
            _painted(patches, parts)
            for patches, parts in zip((before, after.patches if after else ()), seen.sides, strict=True)
        ]
        self._show(sides[0], sides[1] if after is not None else None, after)

    def _show(
        self, before: tuple[Layer, ...], after: tuple[Layer, ...] | None, rendering: Rendering | None = None
    ) -> None:
        rendering = rendering or self._after
        if before:
            self._canvas.show_before(before)
        if after is not None and rendering is not None:
            self._canvas.show_after(after, rendering.serial, rendering.exact)


def _layers(patches: Patches) -> tuple[Layer, ...]:
    return tuple(Layer.of(one.pixels, one.level, one.x, one.y) for one in patches)


def _painted(patches: Patches, parts: tuple[Part, ...]) -> tuple[Layer, ...]:
    """Return layers of which only ``parts`` are painted, as they are seen."""
    layers = []
    for patch, layer in zip(patches, _layers(patches), strict=True):
        part = next((part for part in parts if part.patch is patch), None)
        layers.append(layer.painted_as(part and part.pixels, part.box[:2] if part else (0, 0)))
    return tuple(layers)


def _same(some: tuple[tuple[Part, ...], ...], others: tuple[tuple[Part, ...], ...]) -> bool:
    return all(
        len(a) == len(b) and all(x.same(y) for x, y in zip(a, b, strict=True))
        for a, b in zip(some, others, strict=True)
    )
