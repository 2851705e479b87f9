"""The gallery: photos before and after, by the recipes and commands that its page shows.

Run: python docs/gallery/make.py. Writes the pictures, and README.md, beside this file.
"""

from __future__ import annotations

import io
import os
import shlex
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
SAMPLES, PALETTES = ROOT / "resources" / "samples", ROOT / "resources" / "palettes"
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402  after the environment that imports read

HALF_PX, GAP_PX, MOST_BYTES = 480, 8, 60_000

HEAD = """\
# Gallery

Sample photos, each before and after, with the recipe and the command that makes it. In a folder with the
photo (they are in `resources/samples`) and the recipe (beside this page), every command below runs as it
stands. A recipe also opens in the window: open the photo first, then the recipe.

`python docs/gallery/make.py` makes this page and its pictures again.
"""
FOOT = """
## Photos

They are from [resources/samples](../../resources/samples/CREDITS.md), which names their authors and
licenses: the cat by Stefan van der Walt (CC0 1.0), the bowl by Trevor "Freespace" (CC BY 4.0), the coffee
by Rachel Michetti (CC0 1.0), the astronaut by NASA and the rocket by SpaceX (public domain), the path by
Aitzol Berasategi (CC BY 4.0). Changed as shown.
"""


@dataclass(frozen=True)
class Item:
    """One picture. crop: left, top, width and height in pixels, shown as they are; None: all, scaled."""

    name: str
    title: str
    photo: str
    words: str
    command: str
    result: str
    crop: tuple[int, int, int, int] | None = None

    @property
    def files(self) -> list[Path]:
        """What beside the photo the command needs."""
        named = [FOLDER / word for word in shlex.split(self.command) if (FOLDER / word).is_file()]
        named += [PALETTES / word for word in shlex.split(self.command) if (PALETTES / word).is_file()]
        return named + [SAMPLES / word for word in shlex.split(self.command) if (SAMPLES / word).is_file()]


def _batch(name: str, photo: str) -> tuple[str, str]:
    return f"palette-studio batch {name}.palettestudio {photo} -o out", f"out/{Path(photo).stem}.png"


ITEMS = (
    Item(
        "silver-cat",
        "A silver cat: smooth",
        "cat.jpg",
        "All six swatches pale to blue grays. *Smooth* carries every color between them along, so "
        "fur stays fur; the green "
        "of the eyes and the pink of the nose are far from all swatches and keep a little of their own.",
        *_batch("silver-cat", "cat.jpg"),
    ),
    Item(
        "green-glaze",
        "A green glaze: layers",
        "bowl-with-fig.jpg",
        "*Layers* sees every pixel as paint mixed of the swatches. The two reds become greens; the "
        "wall has no red in it and "
        "stays, the fig has and follows.",
        *_batch("green-glaze", "bowl-with-fig.jpg"),
    ),
    Item(
        "blue-cup",
        "A blue cup: mean value",
        "coffee.jpg",
        "One swatch turns from cherry to blue. *Mean value* mixes it into all that has some of it: "
        "saucer and cup are blue, "
        "the table, which is red and amber, loses its red.",
        *_batch("blue-cup", "coffee.jpg"),
    ),
    Item(
        "teal-suit",
        "A teal suit: mixture",
        "astronaut.jpg",
        "*Mixture* moves groups of colors and leaves their neighbors alone: the orange of the suit "
        "goes, face and flag stay.",
        *_batch("teal-suit", "astronaut.jpg"),
    ),
    Item(
        "mountain-poster",
        "A poster: nearest swatch",
        "mountain-path.jpg",
        "Every color moves exactly as the swatch nearest to it: flat, with hard edges, as printed.",
        *_batch("mountain-poster", "mountain-path.jpg"),
    ),
    Item(
        "sixteen-lamps",
        "Sixteen colors: map",
        "cat.jpg",
        "Every pixel is one of sixteen colors; an ordered pattern of 4 × 4 mixes them. Shown pixel "
        "for pixel. The file is a "
        "true indexed PNG with the palette in its order.",
        "palette-studio map cat.jpg --palette sixteen-lamps.gpl --metric oklab --dither bayer4 "
        "--indexed -o lamps.png",
        "lamps.png",
        (30, 0, 400, 300),
    ),
    Item(
        "coffee-sky",
        "The colors of a coffee: transfer",
        "rocket.jpg",
        "The rocket takes on the colors of `coffee.jpg`: night becomes dusk, lines and lights stay "
        "where they are.",
        "palette-studio transfer rocket.jpg --reference coffee.jpg -o dusk.png",
        "dusk.png",
    ),
    Item(
        "hinted-mountain",
        "A gray photo in color: colorize",
        "gray.png",
        "`gray.png` is `mountain-path.jpg` without its colors. A network tells likely ones; eight "
        "hints say where sky, rock, "
        "path and grass are. Its lightness is the photo's own.",
        "palette-studio colorize gray.png --hints hinted-mountain.json --vivid 0.5 -o colored.png",
        "colored.png",
    ),
)


def page() -> str:
    """Return the gallery's README.md."""
    parts = [HEAD]
    for item in ITEMS:
        recipe = next((file.name for file in item.files if file.parent == FOLDER), None)
        beside = f" Recipe: [{recipe}]({recipe})." if recipe else ""
        parts.append(
            f"\n## {item.title}\n\n![{item.title}: the photo before and after]({item.name}.webp)\n\n"
            f"{item.words}{beside}\n\n```sh\n{item.command}\n```\n"
        )
    return "".join(parts) + FOOT


def made(item: Item) -> tuple[Image.Image, Image.Image]:
    """Return the photo and what the command makes of it."""
    from palette_studio.cli import main as command_line

    with tempfile.TemporaryDirectory() as name:
        folder, back = Path(name), Path.cwd()
        for file in item.files:
            shutil.copy(file, folder)
        if item.photo == "gray.png":
            Image.open(SAMPLES / "mountain-path.jpg").convert("L").save(folder / "gray.png")
        os.chdir(folder)
        try:
            code = command_line(shlex.split(item.command)[1:])
        finally:
            os.chdir(back)
        if code:
            raise SystemExit(f"{item.command} ended with {code}")
        with Image.open(folder / item.photo) as before, Image.open(folder / item.result) as after:
            return before.convert("RGB"), after.convert("RGB")


def side_by_side(
    before: Image.Image, after: Image.Image, crop: tuple[int, int, int, int] | None
) -> Image.Image:
    pictures = [before, after]
    if crop is not None:
        left, top, width, height = crop
        pictures = [one.crop((left, top, left + width, top + height)) for one in pictures]
    elif before.width > HALF_PX:
        size = HALF_PX, round(HALF_PX * before.height / before.width)
        pictures = [one.resize(size, Image.Resampling.LANCZOS) for one in pictures]
    width, height = pictures[0].size
    sheet = Image.new("RGBA", (2 * width + GAP_PX, height), (0, 0, 0, 0))
    for place, picture in enumerate(pictures):
        sheet.paste(picture, (place * (width + GAP_PX), 0))
    return sheet


def encoded(picture: Image.Image) -> bytes:
    """Return a WebP, as good as its size allows."""
    for quality in (90, 85, 80, 75, 70, 60, 50):
        stream = io.BytesIO()
        picture.save(stream, "WEBP", quality=quality, method=6)
        if stream.tell() < MOST_BYTES:
            break
    return stream.getvalue()


def main() -> int:
    wanted = set(sys.argv[1:])
    for item in ITEMS:
        if not wanted or item.name in wanted:
            data = encoded(side_by_side(*made(item), item.crop))
            (FOLDER / f"{item.name}.webp").write_bytes(data)
            print(f"{item.name}.webp: {len(data) // 1024} KiB")
    (FOLDER / "README.md").write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
