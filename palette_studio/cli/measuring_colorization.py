"""``evaluate colorize``: how near colors made for gray photos come to the true ones, beside the peers."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import MODELS_MISSING, Progress, put

if TYPE_CHECKING:
    from palette_studio.core.evaluate.colorization import Made

NAME = 28  # characters
HINTS = 5  # in a strip
MEANING = """\
PSNR: dB of sRGB to the true photo, its lightness given, mean over photos. SSIM: of luma. ab: root mean square
error of a and b. CF: colorfulness (Hasler and Suesstrunk 2003), of the photos themselves {truth:.1f}.
Hints: n random squares of 3 x 3 pixels, their mean chroma, on the first {hinted} scenes by name; dB.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", required=True, metavar="DIR", help="the folder photos128.tar.gz was unpacked to"
    )
    parser.add_argument("--photos", metavar="DIR", help="larger photos, Kodak's say")
    parser.add_argument("--objects", metavar="DIR", help="the folder objects64.tar.gz was unpacked to")
    parser.add_argument("--scenes", metavar="PATH", help="scenes_with_masks.tar.gz, for deep-colorization")
    parser.add_argument("--weights", metavar="FILE", help="of let-there-be-color, as train writes them")
    parser.add_argument("--deep", metavar="FILE", help="weights of deep-colorization, as train writes them")
    parser.add_argument("--hints", metavar="FILE", help="weights of hints, as train writes them")
    parser.add_argument(
        "--strips", metavar="DIR", help="write 12 photos here, as every method colors them, side by side"
    )
    parser.add_argument("--json", action="store_true", help="all figures as JSON on stdout")


def run(options: argparse.Namespace) -> None:
    from palette_studio.core.evaluate import colorization as c
    from palette_studio.core.evaluate import colorization_report as report
    from palette_studio.core.evaluate.colorization_targets import targets

    try:
        from palette_studio.nets import measured
    except ImportError as error:
        raise ValueError(MODELS_MISSING) from error
    truths = c.photos_of_split(Path(options.data))
    photos = report.photos_in(Path(options.photos), "photos") if options.photos else []
    extra = photos + (measured.held_out(Path(options.objects)) if options.objects else [])
    networks = measured.Networks(options.weights, options.deep, options.hints)
    learned = measured.learned_from(Path(options.data))
    predictors: dict[str, Made] = {
        "gray": c.gray,
        "mean color": c.always(measured.mean_color(learned)),
        "mean color of a lightness": c.by_lightness(learned),
        "own mean color (oracle)": c.own_mean,
        **networks.predictors(),
    }
    if options.strips:
        columns: dict[str, Made] = {"gray": c.gray, **networks.predictors()}
        if networks.hints:
            columns |= {f"{HINTS} hints": networks.by_hints(HINTS), "its palette": networks.by_palette}
        report.write_strips(options.strips, truths + extra, columns)
    with Progress(options, "Coloring photos") as tick:
        found: dict[str, Any] = {
            "automatic": {
                name: report.by_kind(truths, made, tick, extra) for name, made in predictors.items()
            },
            "colorfulness": report.colorfulness_of(truths, extra),
            "hints": report.by_hints(truths, {"hints": networks.hinted} if networks.hints else {}, tick),
        }
        if networks.hints:
            found["palette"] = report.by_kind(truths, networks.by_palette, tick)
        if options.photos:
            found["bleeding"] = report.bleeding(photos, 128)
            found["export"] = report.exported(photos[0], networks.vividly)
        if options.scenes and networks.deep:
            found["deep"] = networks.deep_steps(measured.scenes(Path(options.scenes)), tick)
    found["targets"] = [asdict(target) for target in targets(found)]
    put(json.dumps(found, indent=2) + "\n" if options.json else _text(found))


def _text(found: dict[str, Any]) -> str:
    from palette_studio.core.evaluate.colorization import COUNTS, HINTED
    from palette_studio.core.evaluate.target import as_text

    kinds = list(next(iter(found["automatic"].values())))
    lines = [" " * NAME + "".join(f"{kind:>8}" for kind in kinds) + "    SSIM     ab     CF   gap"]
    truth = found["colorfulness"]["all"]
    for name, by_kind in found["automatic"].items():
        whole = by_kind["all"]
        cells = "".join(f"{by_kind[kind]['psnr']:8.2f}" for kind in kinds)
        gap = abs(whole["colorfulness"] - truth)
        tail = f"{whole['structure']:8.4f}{whole['chroma_error']:7.2f}{whole['colorfulness']:7.1f}{gap:6.1f}"
        lines.append(f"{name:{NAME}}{cells}{tail}")
    lines += ["", f"{'hints':{NAME}}" + "".join(f"{count:8d}" for count in COUNTS)]
    for name, row in found["hints"].items():
        lines.append(f"{name:{NAME}}" + "".join(f"{each:8.2f}" for each in row))
    if "palette" in found:
        cells = "".join(f"{found['palette'][kind]['psnr']:8.2f}" for kind in found["palette"])
        lines += ["", f"{'own palette of 5':{NAME}}{cells}"]
    if "bleeding" in found:
        told = ", ".join(f"{name} {value:.2f}" for name, value in found["bleeding"].items())
        lines += ["", f"true chroma made small, error of a and b near strong edges: {told}"]
    if "export" in found:
        told = "12 MP colored in {seconds:.1f} s, mean change of L {lightness:.3f}".format(**found["export"])
        lines += ["", told]
    if "deep" in found:
        lines += ["", "deep-colorization, part by part, scenes with masks of their own"]
        lines += [f"{name:{NAME}}{value:8.2f}" for name, value in found["deep"].items()]
    return "\n".join([*lines, "", MEANING.format(truth=truth, hinted=HINTED), as_text(found["targets"])])
