"""The one kind of error that reading or writing a user's file raises, and words shared by many."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
UNSEEN = "\N{REPLACEMENT CHARACTER}"
JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
LONGEST = 255  # of a name: no file system has longer ones
_CLOSED = {errno.EACCES, errno.EPERM}


class FileError(ValueError):
    """A file cannot be read or written. The message names the file, the reason and what to do."""


def shown(path: Path | str) -> str:
    """Return the file's name for people, as ``visible`` has it; bytes that are no text are such signs too."""
    return visible(Path(path).name or str(path))


def visible(text: str) -> str:
    """Return text of a stranger on one line, where nothing acts that is not seen.

    Control characters, line ends and changes of direction become UNSEEN; joiners stay, which many scripts
    need. Of a text longer than any file's name the middle is left out.
    """
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 :]}"
    return "".join(sign if sign.isprintable() or sign in JOINERS else UNSEEN for sign in text)


def writing_failed(path: Path, error: OSError) -> FileError:
    """Return what a person should read when ``path`` could not be written."""
    folder = path.parent
    if error.errno in _FULL:
        why = f"the disk of the folder {folder} is full. Make room there or choose another folder."
    elif error.errno == errno.EROFS:
        why = f"the folder {folder} is read-only. Choose another folder."
    elif error.errno in _CLOSED:
        why = f"you may not write to the folder {folder}. Choose another folder, or change its permissions."
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        why = f"there is no folder {folder}. Make it first or choose another."
    elif error.errno == errno.ENAMETOOLONG:
        why = "its name is too long. Choose a shorter one."
    else:
        why = f"the system says: {error.strerror or error}. Try another folder."
    return FileError(f"{shown(path)} could not be written: {why}")


def reading_failed(path: Path, error: OSError) -> FileError:
    """Return what a person should read when ``path`` could not be read."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and path.is_symlink():
        target = visible(str(path.readlink()))
        why = f"is a link to {target}, which does not exist. Restore that file, or open another."
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        why = f"does not exist in {path.absolute().parent}. If it was moved or renamed, open it from there."
    elif error.errno in _CLOSED:
        why = "cannot be read: you lack permission. Change the file's permissions, or copy it elsewhere."
    elif error.errno == errno.ELOOP:
        why = "is a link that leads back to itself. Open the file itself."
    elif error.errno == errno.ENAMETOOLONG:
        why = "has a name that is too long for this system. Rename it first."
    else:
        why = f"cannot be read; the system says: {error.strerror or error}. Try a copy of the file."
    return FileError(f"{shown(path)} {why}")


def told(error: Exception) -> str:
    """Return what a person should read of an error: its own words, or ours where a system says a number."""
    if not isinstance(error, OSError) or error.errno is None:
        return str(error) or f"This failed without a reason ({type(error).__name__}). Please report it."
    name = shown(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else ""
    if error.errno in _FULL:
        return "The disk is full. Make room there and try again."
    if error.errno in _CLOSED and name:
        return f"You lack permission for {name}. Change its permissions and try again."
    if error.errno == errno.ENOENT and name:
        return f"{name} is no longer there. Put it back, or choose another."
    if name:
        return f"{name}: the system says: {error.strerror}. Try again."
    return f"The system says: {error.strerror}. Try again."
