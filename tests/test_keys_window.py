"""Commands by word and by other keys, in the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt

PATIENCE = 60_000


def test_a_command_is_typed_and_done(opened, qtbot):
    window = opened.window
    window.actions_["search"].trigger()
    search = opened.session._dialog
    qtbot.keyClicks(search.field, "wipe")
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.actions_["wipe"].isChecked(), timeout=PATIENCE)
    assert not search.isVisible()


def test_given_keys_work_at_once_and_at_the_next_start(opened, qtbot):
    from palette_studio.studio import Studio

    window = opened.window
    window.actions_["keys"].trigger()
    page = opened.session._dialog
    page.changed_requested.emit({"fit": ("Ctrl+Alt+9",), "export": ()})
    assert [one.toString() for one in window.actions_["fit"].shortcuts()] == ["Ctrl+Alt+9"]
    assert "Ctrl+Alt+9" in window.actions_["fit"].toolTip()
    assert not window.actions_["export"].shortcuts()
    opened.session.save_settings()
    again = Studio()
    qtbot.addWidget(again.window)
    assert [one.toString() for one in again.window.actions_["fit"].shortcuts()] == ["Ctrl+Alt+9"]
    again.close()
