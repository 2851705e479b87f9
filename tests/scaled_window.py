"""A whole window at the scale that is kept in the settings; its facts are printed as JSON. See test_scale."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QPointF, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QDockWidget, QScrollArea, QWidget

from palette_studio.app import create_window, leave, scale_up
from palette_studio.core.home import prepare_environment
from palette_studio.workbench.settings import saved_scale

PATIENCE_MS = 120_000


def main(photo: Path) -> int:
    prepare_environment()
    scale_up(saved_scale())
    app = QApplication(["palette-studio"])
    window, close = create_window([photo])
    window.show()
    studio = window.property("studio")
    live_until(lambda: len(studio.document.edited) > 0 and studio.settled and studio.canvas_desk.warm)
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    facts = {
        "ratio": window.devicePixelRatioF(),
        "fits": room.contains(frame) and window.minimumSizeHint().width() <= room.width(),
        "low": window.minimumSizeHint().height() <= room.height(),
        "photo_px": [studio.window.canvas.width(), studio.window.canvas.height()],
        "exact": exact(studio),
        "cut_off": cut_off(window),
    }
    studio.window.actions_["export"].trigger()
    dialog = window.findChild(QDialog)
    facts["dialog_fits"] = dialog.width() <= room.width() and dialog.height() <= room.height()
    facts["dialog_ends"] = ends(dialog)
    dialog.reject()
    print(json.dumps(facts))
    close()
    assert app is not None
    return 0


def exact(studio: object) -> bool:
    """Return whether at 100 % every photo pixel in sight is one pixel of the screen, unblurred."""
    canvas = studio.window.canvas
    canvas.zoom_to(1.0)
    picture = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shot = np.frombuffer(picture.constBits(), np.uint8).reshape(
        picture.height(), picture.bytesPerLine() // 4, 4
    )
    shot, pixels, ratio = shot[..., 2::-1], studio.session.photo.pixels, canvas.devicePixelRatioF()
    middle = QPointF(canvas.rect().center())
    spot = canvas.photo_point(middle)
    left, top = (int(v * ratio) for v in (middle.x(), middle.y()))
    side = 40
    seen = shot[top - side : top + side, left - side : left + side]
    for dx in (-1, 0, 1):  # rounded to whole pixels of the screen
        for dy in (-1, 0, 1):
            x, y = spot[0] + dx, spot[1] + dy
            if (pixels[y - side : y + side, x - side : x + side, :3] == seen).all():
                return True
    return False


def cut_off(window: QWidget) -> list[str]:
    """Return the names of controls in sight that have less room than they need, and do not scroll."""
    found = []
    for part in window.findChildren(QWidget):
        name = part.accessibleName()
        inside = window.rect().contains(part.mapTo(window, part.rect().center())) if name else True
        if part.isVisible() and not inside and not scrolls(part) and not behind(part):
            found.append(name)
    return found


def scrolls(part: QWidget | None) -> bool:
    while part is not None and not isinstance(part, QScrollArea):
        part = part.parentWidget()
    return part is not None


def behind(part: QWidget | None) -> bool:
    """Return whether a part is in a panel of which only the tab is in sight: Qt moves those away."""
    while part is not None and not isinstance(part, QDockWidget):
        part = part.parentWidget()
    return part is not None and part.geometry().right() < 0


def ends(dialog: QDialog) -> bool:
    """Return whether the buttons of a dialog can be reached: in sight, or by scrolling."""
    buttons = dialog.findChild(QDialogButtonBox)
    return dialog.rect().contains(buttons.mapTo(dialog, buttons.rect().center())) or scrolls(buttons)


def live_until(done: object) -> None:
    loop, watch, end = QEventLoop(), QTimer(), QTimer(singleShot=True, interval=PATIENCE_MS)
    watch.timeout.connect(lambda: loop.quit() if done() else None)
    end.timeout.connect(loop.quit)
    watch.start(20)
    end.start()
    loop.exec()
    watch.stop()
    assert done(), "the window was never ready"


if __name__ == "__main__":
    leave(main(Path(sys.argv[1])))
