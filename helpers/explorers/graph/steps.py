"""The steps of the way through a computation graph, what is asked before each, and whether a guess was right."""

import math
from dataclasses import dataclass

from helpers.computation_graph import Graph, Node
from helpers.explorers.graph.picture import plain
from helpers.plots.computation_graphs import number

NEAR = 0.01  # a guess may be as far off


@dataclass(frozen=True)
class Step:
    """One step of the way.

    child: the node that gets its value; on the way back the node that hands its derivative on to the parent.
    """

    child: Node
    parent: str = ""
    back: bool = False

    def question(self) -> str:
        """What is asked before it."""
        name = self.child.name
        if self.parent:
            return f"Next, back from {name} to {self.parent}: d{name} times the slope on the arrow. How much is it?"
        if self.back:
            return f"Next: d{name}. If {name} goes up by 1, how much does {name} go up?"
        return f"Next: {formula(self.child)}. How much is it?"


def formula(node: Node) -> str:
    """ "u = b · c"."""
    return f"{node.name} = {plain(node)}"


def way(graph: Graph) -> list[Step]:
    """Every value from left to right, then the derivative of the last one, then back along each arrow."""
    last = graph.nodes[-1]
    arrows = [Step(node, parent, True) for node in reversed(graph.nodes) for parent in node.parents]
    return [*map(Step, graph.nodes), Step(last, back=True), *arrows]


def judged(guess: str, value: float) -> str:
    """Was the guess right?  ValueError if it is no number."""
    if not guess.strip():
        return ""
    try:
        guessed = float(guess.replace("−", "-"))
    except ValueError:
        guessed = math.nan
    if not math.isfinite(guessed):
        raise ValueError(f"{guess.strip()} is no number: guess one such as 6 or −2.5, or leave the field empty.")
    right = abs(guessed - value) <= NEAR
    return f"Your guess, {number(guessed)}, is right." if right else f"Your guess was {number(guessed)}."
