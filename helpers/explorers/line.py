"""Panels of one unit in the plane: a line to grab and turn, and gradient descent to watch."""

from helpers.explorers.line_by_hand import GATES, LineByHand
from helpers.widgets.panel import choice
from helpers.widgets.player import Player

PARTS = ["play", "reset", "timeline"]
CLOUDS = ("xor", "moons", "flower")


def line_explorer() -> Player:
    """The blobs, and the four corners with the labels of AND, OR, NAND and XOR."""
    data = choice("data", "data set", ("blobs", *GATES), start="blobs")
    return Player("A line by hand", [data], LineByHand(), PARTS, verb="Descend")


def hard_lines_explorer() -> Player:
    """The data sets that no line can part."""
    data = choice("data", "data set", CLOUDS, start="xor")
    return Player("Where a line fails", [data], LineByHand("xor"), PARTS, verb="Descend")
