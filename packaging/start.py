"""Where a bundle starts: the same program as the console script."""

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()  # processes that a batch begins start here too, and go their own way
    from palette_studio.__main__ import main

    sys.exit(main())
