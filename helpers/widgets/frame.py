"""What a panel shows: a picture in pixels or in numbers, its words, and what can be touched in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.plots.rendering import PIXEL_RATIO, Pixels, jpeg
from helpers.widgets import still
from helpers.widgets.drawing import Drawing
from helpers.widgets.hands import Handle


@dataclass(frozen=True)
class Frame:
    """What a panel shows.

    picture: (height, width, 4) bytes, from `BlitFigure.render`; or a `Drawing`, which the page draws.
    alt: what is to be seen, for those who can't see it.
    status: the line below the picture, such as the cost that was reached.
    handles: what can be touched in the picture.  texts: what is said at a control in place of its own text.
    """

    picture: Pixels | Drawing
    alt: str
    status: str = ""
    handles: Sequence[Handle] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.alt:
            raise ValueError("alt is empty; say in a sentence what is to be seen in the picture")

    def pixels(self) -> Pixels:
        """The picture for a file."""
        return still.pixels(self.picture) if isinstance(self.picture, Drawing) else self.picture

    def declared(self) -> dict[str, Any]:
        """For the page."""
        if isinstance(self.picture, Drawing):
            width, height, picture = self.picture.width, self.picture.height, self.picture.packed()
        else:
            height, width = (side // PIXEL_RATIO for side in self.picture.shape[:2])
            picture = jpeg(self.picture)  # type: ignore[assignment]
        return {
            "picture": picture,
            "width": width,
            "height": height,
            "handles": [handle.declared(width, height) for handle in self.handles],
            "texts": dict(self.texts),
        }
