"""The console script: sub-commands go to the command line, everything else to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from palette_studio.cli import COMMANDS
from palette_studio.cli import main as command_line
from palette_studio.core.files.apart.process import HIDDEN_COMMAND
from palette_studio.core.home import COMPILE_COMMAND


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. A photo named like a command opens as ./extract."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments == [HIDDEN_COMMAND]:
        from palette_studio.core.files.apart.child import main as read_photos

        return read_photos()
    if arguments[:1] == [COMPILE_COMMAND]:
        from palette_studio.core.warm import warm_first, warm_rest

        {"first": warm_first, "rest": warm_rest}[arguments[1]]()
        return 0
    if arguments and arguments[0] in (*COMMANDS, "-h", "--help", "--version"):
        return command_line(arguments)
    from palette_studio.core.home import prepare_environment

    prepare_environment()
    from palette_studio.app import main as window

    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())
