"""What colors for gray photos are to reach, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from palette_studio.core.evaluate.colorization import COUNTS
from palette_studio.core.evaluate.target import Target

SCENES, ALL = 24.7, 24.1  # dB
GAINS = {"photos": 1.4, "objects": 0.01}  # dB beyond gray
GAP = 5.0  # of colorfulness
DEEP = 1.8  # dB beyond gray
HINTED = {5: 27.0, 10: 27.8, 20: 29.2, 50: 31.0, 100: 32.4}
LED = 2.5  # dB that a palette adds
LIGHT = 0.15  # L of CIELab
AUTOMATIC = "let-there-be-color"


def targets(found: dict[str, Any]) -> list[Target]:
    """Return what is aimed at in what ``evaluate colorize`` found."""
    result = _automatic(found["automatic"], found["colorfulness"]["all"])
    if "deep" in found:
        result += _deep(found["deep"])
    if "hints" in found["hints"]:
        result += _hints(found["hints"])
    if "palette" in found:
        plain, led = (each["all"]["psnr"] for each in (found["automatic"][AUTOMATIC], found["palette"]))
        wanted = f"{plain:.2f} dB without one, and {LED}"
        result.append(Target("led by its own 5 colors", f"{led:.2f} dB", wanted, led >= plain + LED))
    if "bleeding" in found:
        ours, plain = found["bleeding"]["ours"], found["bleeding"]["bilinear"]
        result.append(_most("error of a and b near strong edges", ours, plain, "bilinear "))
    if "export" in found:
        result.append(_most("mean change of L, 12 MP", found["export"]["lightness"], LIGHT))
    return result


def _automatic(found: dict[str, Any], colorfulness: float) -> list[Target]:
    gray, made = ({kind: each["psnr"] for kind, each in found[name].items()} for name in ("gray", AUTOMATIC))
    result, wanted = [], {"scene": SCENES, "all": ALL}
    wanted |= {kind: gray[kind] + gain for kind, gain in GAINS.items() if kind in gray}
    for kind, least in wanted.items():
        if kind in made:
            told = f"{made[kind]:.2f} dB, gray {gray[kind]:.2f}"
            result.append(Target(f"automatic: {kind}", told, f"{least:.2f}", made[kind] >= least))
    vivid = found[f"{AUTOMATIC}, vivid"]["all"]
    gap, met = abs(vivid["colorfulness"] - colorfulness), vivid["psnr"] >= gray["all"]
    told = f"gap of colorfulness {gap:.1f}; {vivid['psnr']:.2f} dB"
    return [*result, Target("vivid", told, f"at most {GAP}; {gray['all']:.2f} dB", gap <= GAP and met)]


def _deep(found: dict[str, float]) -> list[Target]:
    steps = [f"{name} {after - before:+.2f}" for (_, before), (name, after) in pairwise(found.items())]
    grows = all(after > before for before, after in pairwise(found.values()))
    least, last = found["gray"] + DEEP, list(found.values())[-1]
    told = f"{last:.2f} dB, gray {found['gray']:.2f}"
    return [
        Target("deep-colorization: every part adds", ", ".join(steps), "above 0 each", grows),
        Target("deep-colorization", told, f"{least:.2f}", last >= least),
    ]


def _hints(found: dict[str, list[float]]) -> list[Target]:
    ours: dict[int, float] = dict(zip(COUNTS, found["hints"], strict=True))
    levin: dict[int, float] = dict(zip(COUNTS, found["Levin 2004"], strict=True))
    never = all(ours[count] >= levin[count] for count in COUNTS)
    return [
        Target("hints: never below Levin", _row(ours.values()), _row(levin.values()), never),
        Target(
            f"hints: {', '.join(map(str, HINTED))}",
            _row(ours[count] for count in HINTED),
            _row(HINTED.values()),
            all(ours[count] >= least for count, least in HINTED.items()),
        ),
    ]


def _row(values: Iterable[float]) -> str:
    return ", ".join(f"{each:.2f}" for each in values) + " dB"


def _most(what: str, found: float, most: float, beside: str = "") -> Target:
    return Target(what, f"{found:.3f}", f"at most {beside}{most:.3f}", found <= most)
