"""A picture as HTML: pixels, alt text and a visible caption in one output.

The alt text stands in an <img> because JupyterLab 4.6 and nbconvert drop that of an `image/png` output; and no
`image/png` is kept beside it, because nbconvert, which GitHub's viewer runs too, would never look at it and every
notebook would be twice as large.  All pieces of a picture are drawn once and flow like words, so a narrow page stacks
them.
"""

import base64
from collections.abc import Sequence
from html import escape

from helpers.plots.rendering import LEAST_SCALE, PIXEL_RATIO, opened

# The pixels are multiplied with the paper behind them: off-white on a light page, dimmed on a dark one.  Each front end
# says what its page is in a variable of its own: JupyterLab, Notebook 7 and nbconvert, then VS Code, then Colab.
PAGE = "var(--jp-layout-color0, var(--vscode-editor-background, var(--colab-primary-surface-color, white)))"
PAPER = f"color-mix(in srgb, {PAGE} 20%, #fdfdfb)"
SHEET = f"background: {PAPER}; border-radius: 8px; isolation: isolate; padding: 4px 0; width: fit-content"
CAPTION = "font-size: 0.9em; font-style: italic; max-width: 48em; padding: 4px 0 8px"


def figure_html(pngs: Sequence[bytes], alt: str) -> str:
    """The pieces of a picture, left to right, as one <figure> whose alt text is `alt`.

    The first <img> speaks for all of them; the others are hidden from screen readers, since JupyterLab calls an empty
    alt "Image".  So is the caption, the same sentence for those who see: nobody should have to hear it twice.
    """
    words = [f'alt="{escape(alt)}"', *['alt="" aria-hidden="true"'] * (len(pngs) - 1)]
    pieces = "".join(f"<img {alone} {_pixels(png)}>" for alone, png in zip(words, pngs, strict=True))
    return (
        f'<figure class="hand-figure" style="margin: 0">\n<div style="{SHEET}">{pieces}</div>\n'
        f'<figcaption aria-hidden="true" style="{CAPTION}">{escape(alt)}</figcaption>\n</figure>'
    )


def _pixels(png: bytes) -> str:
    """The attributes that depend on how a machine draws letters: pixels, width, and the width that is still legible."""
    width = opened(png).width // PIXEL_RATIO
    style = f"mix-blend-mode: multiply; max-width: 100%; min-width: {round(LEAST_SCALE * width)}px; vertical-align: top"
    return f'src="data:image/png;base64,{base64.b64encode(png).decode()}" width="{width}" style="{style}"'
