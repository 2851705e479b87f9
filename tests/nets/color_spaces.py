"""Lab, YUV or RGB: one network of "Let there be color!" learns to make color in each, as the paper compares.

Run: python tests/nets/color_spaces.py DATA [STEPS]. DATA: photos128.tar.gz, or the folder it was unpacked to.
Prints dB of sRGB on photos that judge, their own lightness given, after every fifth of the training.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from pathlib import Path

from palette_studio.nets.let_there_be_color.recipe import SPACES
from palette_studio.nets.let_there_be_color.training_run import Wishes, trained

WIDTH, STEPS, THREADS = 0.25, 1000, 2


def main(data: Path, steps: int = STEPS) -> int:
    """Train one network a space from one seed, and print how good they are."""
    print(f"{'steps':>8}" + "".join(f"{steps * part // 5:8d}" for part in range(1, 6)))
    with tempfile.TemporaryDirectory() as folder:
        for space in SPACES:
            out = Path(folder) / f"{space}.safetensors"
            wishes = Wishes(width=WIDTH, steps=steps, every=steps // 5, space=space, threads=THREADS)
            trained([data], out, wishes)
            rows = csv.DictReader(out.with_suffix(".csv").read_text().splitlines())
            print(f"{space:>8}" + "".join(f"{float(row['psnr']):8.2f}" for row in rows), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:3])))
