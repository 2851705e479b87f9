"""A word for every color: about 200, as a painter would say them, nearest in OKLab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from palette_studio.core.color import srgb_to_oklab
from palette_studio.core.palette import Palette
from palette_studio.core.spoken import saying

# Written for this program, spread over sRGB: grays, then around the hues, dark to light, muted to vivid.
NAMES = """
Black 000000, Soot 141414, Coal 262626, Charcoal 383a3c, Graphite 4b4b4d, Iron 5c5e60, Lead 6e7072,
Gray 808080, Pewter 93969a, Ash a6a6a6, Silver bdbfc1, Cloud d2d3d4, Fog dfe1e1, Snow f3f5f7, White ffffff,
Raven 08081a, Onyx 1b1a20, Ebony 2a211c, Slate 4a5a68, Steel 6a7c8c, Zinc 8c9aa2, Mist c4d0d4, Frost e2ecf0,
Pearl ece6dc, Chalk f6f3ea, Ivory fbf5dd, Bone e0d8c4, Linen f0e2cc, Oyster cdc6ba, Stone a59c8e,
Pebble 8a8378, Taupe 756a61, Mole 584f49, Bark 4a3728, Peat 332a22, Umber 5f4631, Walnut 6b4a32,
Cocoa 5a3326, Coffee 3e261a, Espresso 2b1710, Chestnut 7c4029, Cinnamon 9c5730, Hazel 8e6b3e, Oak a5824f,
Camel bd9560, Fawn c9a883, Tan d2b48c, Sand dcc7a0, Biscuit e8d4ae, Cream fcf0c8, Wheat ecd498, Straw dfc46e,
Maroon 4d0b10, Garnet 6e0f1b, Wine 5b1a2b, Burgundy 7a1230, Oxblood 43100c, Crimson a8112e, Carmine c4123c,
Ruby d3134f, Scarlet e01f1c, Red ff0000, Poppy f03040, Vermilion f2491b, Tomato f2604a, Brick 9e3b2c,
Rust a8451c, Henna 823322, Mahogany 5c2018, Terracotta c4694a, Clay b0755c, Sienna a4582f, Copper ba6c3c,
Bronze 97702f, Coral ff7a62, Salmon f79a84, Shrimp ecab98, Peach fccaa8, Apricot f9b57c, Blush f2cfc4,
Shell f9e3d6, Orange ff8200, Tangerine fb9130, Pumpkin de6f18, Carrot ef7c28, Ember d8501a, Amber ffae10,
Marigold f4a526, Honey e0a030, Caramel b8752c, Ochre c08a24, Saffron f2bf26, Gold e4b51c, Sun ffd21e,
Mustard c9a01c, Brass a98c34, Yellow ffff00, Lemon fbea3c, Canary fdf282, Butter f8e6a0, Primrose f3ecb4,
Khaki a59a66, Olive 6e6a1e, Moss 62702c, Sage a0aa88, Lichen b4bc8a, Reed 8a8f54, Lime b4e61a, Pear cddc50,
Chartreuse d8f25c, Pistachio c2dc98, Celery dfeab4, Leaf 58a02c, Grass 4a8c28, Apple 78c23a, Fern 4e7c40,
Ivy 2c5428, Pine 1f4030, Forest 1a3a1c, Spruce 2b4a44, Bottle 0b3b26, Holly 0e2a18, Cypress 3a4a36,
Basil 3f6b3a, Clover 2c8a3c, Green 00ff00, Kelly 1fae2c, Parakeet 58dc34, Mint a4e8c0, Jade 20a070,
Emerald 0f8f55, Malachite 1fd066, Spring 5cf29a, Dew d8f2e2, Celadon a8cfb0, Eucalyptus 74a08c,
Verdigris 4fa69a,
Viridian 2f7a66, Lagoon 0f8c94, Teal 0f7478, Abyss 0a3a44, Petrol 155664, Pool 3cc8c8, Turquoise 28dcc8,
Aqua 74ecec, Cyan 00ffff, Ice d4f2f6, Glacier a4d4e0, Sky 84c4f0, Surf 54b4d4, Cerulean 2090d0,
Azure 1c7cf0, Peacock 0c6494, Denim 3c6494, Storm 46607a, Harbor 2c4a66, Navy 101c50, Midnight 0c1230,
Ink 1a2238, Cobalt 1a48b8, Lapis 2850a0, Royal 2c40d8, Sapphire 12308c, Blue 0000ff, Cornflower 6890ec,
Powder b4cce8, Periwinkle a0a8f0, Iris 5a50c8, Indigo 36208c, Ultramarine 2810c0, Dusk 56547c,
Thistle 9c90b4, Lavender c8bcec, Lilac ccaae0, Wisteria aa90d4, Amethyst 9058cc, Violet 7c1ce0, Purple 702090,
Grape 4c2470, Eggplant 361a40, Fig 4a2c44, Plum 6c2e5e, Mauve a4809a, Heather b294b4, Orchid d070d4,
Magenta ff00ff, Mulberry a82078, Fuchsia e81ca8, Cerise d8206c, Raspberry b01850, Cherry 8c1038,
Beet 6a1444, Berry 8c3a64, Rose f0487c, Flamingo fa82a4, Pink fcb0c8, Petal f8d2de, Peony e884b8,
Bubblegum fc90dc, Candy fa50c4, Rosewood 8a4a4c, Dusty b88084, Mallow d8a0c0, Treacle 180604,
Byzantium 9b00b1, Pansy bb18d4, Neon bc00ff, Crocus a66fff, Dahlia b1599b, Gentian 5a00bc, Hyacinth 6f59ff,
Petunia e068ff, Aster 85649b, Blueberry 00007a, Kingfisher 00a0c0, Sorrel 803810
"""


@cache
def _words(say: Callable[[str], str]) -> tuple[tuple[str, ...], np.ndarray]:
    """Return the names and their (n, 3) OKLab."""
    pairs = [entry.split() for entry in NAMES.split(",")]
    rgb = np.array([[int(value[i : i + 2], 16) for i in (0, 2, 4)] for _, value in pairs])
    return tuple(say(name) for name, _ in pairs), srgb_to_oklab(rgb / 255)


def _nearest_first(color: Sequence[int]) -> list[str]:
    words, oklab = _words(saying())
    away = ((oklab - srgb_to_oklab(np.asarray(color[:3]) / 255)) ** 2).sum(axis=1)
    return [words[i] for i in np.argsort(away, kind="stable")]


def name_of(color: Sequence[int]) -> str:
    """Return the word nearest to an sRGB color 0..255."""
    return _nearest_first(color)[0]


def color_of(word: str) -> tuple[int, int, int] | None:
    """Return the sRGB color 0..255 of one of the words, in upper or lower case; None for another.

    English is understood whatever is spoken.
    """
    say, wanted = saying(), word.strip().casefold()
    for entry in NAMES.split(","):
        name, value = entry.split()
        if wanted in (name.casefold(), say(name).casefold()):
            return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)
    return None


def named(palette: Palette) -> Palette:
    """Return the palette in which every nameless swatch has a name that no other swatch has.

    The nearest word that is free, in the order of the swatches; past the last word, words are numbered.
    """
    taken = {swatch.name for swatch in palette.swatches if swatch.name}
    swatches = []
    for swatch in palette.swatches:
        if not swatch.name:
            swatch = replace(swatch, name=_free(swatch.color, taken))
            taken.add(swatch.name)
        swatches.append(swatch)
    return Palette(tuple(swatches))


def _free(color: Sequence[int], taken: set[str]) -> str:
    words = _nearest_first(color)
    for word in words:
        if word not in taken:
            return word
    number = 2
    while f"{words[0]} {number}" in taken:
        number += 1
    return f"{words[0]} {number}"
