"""The process that opens hostile files: it is told which on its input, and says how each ended.

Its memory is limited. It may die of a file; who asks it then starts another.
"""

from __future__ import annotations

import json
import sys
import warnings

from loaders import LOADERS, PEERS

MOST_MEMORY = 4 << 30


def main() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        loader, path = json.loads(line)
        print(json.dumps(_end(loader, path)), flush=True)


def _end(loader: str, path: str) -> str:
    from pathlib import Path

    from palette_studio.core.files import FileError

    try:
        (LOADERS | PEERS)[loader](Path(path))
    except FileError as error:
        return "refused" if str(error).strip() else "FileError without words"
    except MemoryError:
        return "memory"
    except Exception as error:  # what the test is after
        return type(error).__name__
    return "opened"


if __name__ == "__main__":
    main()
