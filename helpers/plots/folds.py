"""Lines that are folded again and again: what depth does to a line."""

from collections.abc import Mapping

from helpers.plots.style import CLASS_COLOURS, Picture, house_style, new_figure
from helpers.validation import Array


@house_style()
def folded_lines(x: Array, curves: Mapping[str, Array]) -> Picture:
    """Each curve over x, (n,), in axes of its own: {title: (n,)}."""
    figure, axes = new_figure(len(curves), width=2.6 * len(curves), height=2.3, sharey=True, squeeze=False)
    for ax, (title, y) in zip(axes[0], curves.items(), strict=True):
        ax.plot(x, y, color=CLASS_COLOURS[1], linewidth=1.2)
        ax.set(xlabel="x", ylim=(-0.05, 1.05), xticks=[0, 0.5, 1])
        ax.set_title(title, fontsize=10)
    axes[0][0].set_ylabel("output")
    return Picture(figure, f"Zigzag lines from 0 to 1, the more layers the finer: {'; '.join(curves)}.")
