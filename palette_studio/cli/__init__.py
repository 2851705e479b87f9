"""Sub-commands: the same core as the window, without a display and without Qt.

Data goes to stdout, words to stderr. Exit codes: 0 done, 1 failed, 2 usage, 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS = (
    "extract",
    "map",
    "quantize",
    "recolor",
    "lut",
    "segment",
    "transfer",
    "colorize",
    "background",
    "batch",
    "palette",
    "evaluate",
    "train",
    "doctor",
)


def main(arguments: Sequence[str]) -> int:
    """Run one sub-command and return its exit code."""
    from palette_studio.cli.streams import check_input, complain
    from palette_studio.core.files.leftovers import sweep
    from palette_studio.core.home import prepare_environment

    try:
        prepare_environment()  # before any method is imported
        sweep()
        from palette_studio.cli.grammar import parser

        options = parser().parse_args(list(arguments))
        check_input(options)
        options.run(options)
    except SystemExit as stop:  # argparse's: 0 after --help, 2 after words about usage
        return stop.code if isinstance(stop.code, int) else 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output has seen enough
        return 1
    except (ValueError, OSError, MemoryError) as error:
        complain(str(error) or type(error).__name__)
        return 1
    return 0
