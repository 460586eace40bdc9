"""Colours: of fur, of eyes, of walls and things; a few base tones, and every picture varies them a little."""

from dataclasses import dataclass, replace

import numpy as np

from .canvas import Canvas, Field

Colour = Field

BLACK, WHITE, PINK = np.array([0.10, 0.09, 0.10]), np.array([0.95, 0.94, 0.91]), np.array([0.93, 0.60, 0.60])


def rgb(code: str) -> Colour:
    """A colour from its code, such as "d98032": red, green and blue, two hexadecimal digits each."""
    return np.array([int(code[k : k + 2], 16) / 255 for k in (0, 2, 4)])


def vary(colour: Colour, rng: np.random.Generator, amount: float = 0.12) -> Colour:
    """A colour near this one: a little lighter or darker, warmer or colder."""
    return np.clip(colour * rng.uniform(1 - amount, 1 + amount) + rng.uniform(-amount, amount, 3) / 3, 0, 1)


def pick(rng: np.random.Generator, codes: str) -> Colour:
    """One of the colours in a list of codes, varied."""
    options = codes.split()
    return vary(rgb(options[rng.integers(len(options))]), rng)


@dataclass(frozen=True)
class Coat:
    """Fur: its main colour, stripes or patches, the bib (chest, muzzle), the points (ears, paws, tail), the eyes."""

    base: Colour
    marks: Colour
    bib: Colour
    points: Colour
    eyes: Colour
    pattern: str = "plain"
    phase: float = 0.0

    def fur(self, c: Canvas) -> Colour:
        """The colour of the coat at each point of a frame."""
        if self.pattern == "plain":
            return self.base
        return np.where((_PATTERNS[self.pattern](c, self.phase) > 0)[..., None], self.marks, self.base)


def _stripes(c: Canvas, phase: float) -> Field:
    return np.sin(15 * c.x + 2 * np.sin(3 * c.y + phase) + phase) - 0.35


def _patches(c: Canvas, phase: float) -> Field:
    return np.sin(3.1 * c.x + phase) + np.sin(4.3 * c.y - 1.7 * phase) - 0.35


def _spots(c: Canvas, phase: float) -> Field:
    return np.sin(11 * c.x + 3 * c.y + phase) * np.sin(11 * c.y - 3 * c.x + phase) - 0.45


_PATTERNS = {"stripes": _stripes, "patches": _patches, "spots": _spots}

# base, marks, bib, points, pattern
_COATS = {
    "ginger tabby": "dd8a3c b4601f f6dfc0 dd8a3c stripes",
    "grey tabby": "9a948c 5b554f d8d2c8 8d867e stripes",
    "brown tabby": "94714c 513a25 d9c3a0 87653f stripes",
    "black": "2c2a2d 2c2a2d 3a373b 242225 plain",
    "white": "efece4 efece4 f8f6f0 e8dfd6 plain",
    "tuxedo": "302d31 302d31 f0ede6 f0ede6 plain",
    "bicolour": "f0ede6 7d7670 f6f3ec f0ede6 patches",
    "calico": "f2eadc c9742c f6f3ec 3a3230 patches",
    "siamese": "e6d6bd e6d6bd d8c3a3 4b382d plain",
    "blue": "7f8894 7f8894 939ba6 747d89 plain",
    "golden": "d6a55c d6a55c ecd2a0 c18f48 plain",
    "chestnut": "8a5431 8a5431 c99b70 6f4126 plain",
    "dalmatian": "f1eee8 2b282a f6f3ec f1eee8 spots",
    "panda": "f1eee8 f1eee8 f6f3ec 262427 plain",
    "brown": "6e4a2f 6e4a2f b98d62 5d3d26 plain",
    "sandy": "c4a57e c4a57e e9dcc6 b3946d plain",
}


def coat(rng: np.random.Generator, names: str, eyes: str) -> Coat:
    """One of the named coats (separated by commas), its colours and its pattern varied."""
    options = names.split(", ")
    *codes, pattern = _COATS[options[rng.integers(len(options))]].split()
    base, marks, bib, points = (vary(rgb(code), rng) for code in codes)
    return Coat(base, marks, bib, points, pick(rng, eyes), pattern, rng.uniform(0, 2 * np.pi))


def dimmed(fur: Coat, factor: float) -> Coat:
    """The coat in shade, for the legs on the far side."""
    return replace(fur, base=fur.base * factor, marks=fur.marks * factor, points=fur.points * factor)
