"""What a screen reader is told: what our own controls are, what they stand at, and what happened."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role
# By the name of a class. What extends a control of Qt has a role already, but for one.
ROLES = {
    "AbPlane": Role.Chart,
    "AbPlot": Role.Chart,
    "Canvas": Role.Graphic,
    "ChromaPlane": Role.ColorChooser,
    "ColorChips": Role.ColorChooser,
    "ColorWheel": Role.ColorChooser,
    "ComponentList": Role.List,
    "CountPlot": Role.Chart,
    "HintLayer": Role.Graphic,
    "LightAxis": Role.Slider,
    "LightnessStrip": Role.Slider,
    "MixturePlot": Role.Chart,
    "PairRows": Role.List,
    "ReferenceWell": Role.Button,
    "QKeySequenceEdit": Role.HotkeyField,
    "SwatchTable": Role.List,
    "Vectorscope": Role.Chart,
}
_installed: list[bool] = []


class _Spoken(QAccessibleWidget):
    """Name, description and place are those of the widget; its value is what its ``spoken`` returns."""

    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Value:
            spoken = getattr(self.object(), "spoken", None)
            if spoken is not None:
                return spoken()
        return super().text(t)


def install() -> None:
    """Have screen readers told of our own controls; safe to call for every window."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


def announce(owner: QWidget, text: str, urgent: bool = False) -> None:
    """Have a screen reader say what happened, in between; at once if that is urgent."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(owner, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)


def _interface(kind: str, item: QObject) -> QAccessibleInterface | None:
    """Return who speaks for a widget of ours; Qt asks by the name of its class, then of those above it."""
    role = ROLES.get(kind)
    return _Spoken(item, role) if role is not None and isinstance(item, QWidget) else None
