"""A panel whose picture is one grey, so that a test can read the settings off its pixels."""

import time

import numpy as np

from helpers.plots.style import new_figure
from helpers.widgets.blitting import BlitFigure
from helpers.widgets.panel import Frame, Panel, Settings, button, choice, field, ink, slider, toggle
from helpers.wording import count


def draw(settings: Settings) -> Frame:
    """100 pixels wide and 60 high, grey of brightness `level`; 30 ms, as a real picture takes."""
    time.sleep(0.03)
    if settings["mood"] == "broken":
        raise ArithmeticError("the demo broke,\nas it was told to")
    level = settings["level"] + 100 * settings["bright"] + settings["more"]
    picture = np.full((120, 200, 4), level, dtype=np.uint8)
    return Frame(
        picture,
        f"Grey of brightness {level}",
        f"{level} after {settings['again']} presses, step {settings['step']}",
    )


def demo() -> Panel:
    """One of each kind of control."""
    controls = [
        slider("level", "brightness", range(0, 104, 2), 50, text=lambda level: f"{level} of 102"),
        slider("step", "step", range(9), 0, play=True),
        choice("mood", "mood", ["well", "broken"], "well"),
        toggle("bright", "bright"),
        field("more", "more", "0", read=int),
        button("again", "Again"),
    ]
    return Panel("Demo", controls, draw)


def tall() -> Panel:
    """A panel of three axes, 900 pixels wide and 300 high where there is room."""
    figure, axes = new_figure(3, width=9, height=3)
    lines = [ax.plot([0, 1], [0, 1])[0] for ax in axes]
    stage = BlitFigure(figure, lines)

    def draw(settings: Settings) -> Frame:
        for line in lines:
            line.set_ydata([0, settings["level"]])
        return Frame(stage.render(), "Three lines")

    return Panel("Tall", [slider("level", "level", [0.2, 0.5, 1.0], 0.5)], draw)


def inked() -> Panel:
    """A sheet to draw on; it says how many strokes there are and how long they are, on a sheet of 280."""

    def draw(settings: Settings) -> Frame:
        strokes = settings["sheet"]
        long = sum(np.abs(np.diff(stroke, axis=0)).sum() for stroke in strokes) * 280
        status = count(len(strokes), "stroke") + (f", {long:.0f} long" if strokes else "")
        return Frame(np.full((40, 640, 4), 200, dtype=np.uint8), "Grey", status)

    return Panel("Inked", [ink("sheet", "sheet")], draw)
