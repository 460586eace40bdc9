"""The way through a computation graph, one number at a time: values forward, derivatives back; what the panel plays."""

import re
from collections.abc import Mapping
from typing import Any

from helpers.computation_graph import Graph, fork, three_times_sum
from helpers.explorers.graph.picture import NARROW, WIDE, Scene, draw, plain
from helpers.explorers.graph.steps import Step, formula, judged, way
from helpers.plots.computation_graphs import Values, factor, number
from helpers.widgets.drawing import Drawing
from helpers.widgets.frame import Frame
from helpers.widgets.hands import Touch

GRAPHS = {"J = 3 (a + b c)": three_times_sum(), "J = (a + b) max(b, c)": fork()}
LECTURE = {"a": 5.0, "b": 3.0, "c": 2.0}
TINY = 1e-9  # a change that is rounding alone


class GraphWalk:
    """Where the walk stands: the graph, its inputs, how many steps were taken, and what was guessed."""

    def __init__(self, inputs: Mapping[str, float] = LECTURE) -> None:
        self.settings: dict[str, Any] = {"graph": next(iter(GRAPHS)), "guess": "", **inputs}
        self.go_to(0)

    @property
    def graph(self) -> Graph:
        """The one that was chosen."""
        return GRAPHS[self.settings["graph"]]

    @property
    def steps(self) -> list[Step]:
        """The whole way."""
        return way(self.graph)

    @property
    def moments(self) -> int:
        """Before the first step, and after each."""
        return len(self.steps) + 1

    @property
    def values(self) -> Values:
        """All of them, reached or not."""
        return self.graph.forward(**{name: self.settings[name] for name in self.graph.inputs})

    def reset(self) -> None:
        """To the inputs alone."""
        self.go_to(0)

    def go_to(self, number: int) -> None:
        """Show a moment."""
        self.at, self.said = number, ""

    def take(self, settings: Mapping[str, Any]) -> None:
        """Another graph begins again; another input is followed to J, if that is known."""
        before, J = self.settings, self.values["J"]
        self.settings = dict(settings)
        moved = [name for name in LECTURE if settings[name] != before[name]]
        if settings["graph"] != before["graph"]:
            self.reset()
        elif moved:
            self.said = self._nudged(moved[0], settings[moved[0]] - before[moved[0]], self.values["J"] - J)
        elif settings["guess"] != before["guess"]:
            self.said = ""

    def _nudged(self, name: str, by: float, change: float) -> str:
        if self.at < len(self.graph.nodes):
            return ""
        if abs(change) < TINY:
            return f"{name} went {_way(by)}, and J stayed."
        told = f"{name} went {_way(by)}, and J {_way(change)}"
        known = self.at == len(self.steps)  # before that, the factor would give an answer away
        return f"{told}: {number(change / by)} times as far." if known else f"{told}."

    def touch(self, touch: Touch) -> None:
        """Nothing in the picture can be touched."""

    def advance(self, count: int) -> bool:
        """On by a step, if there is one; what was guessed is judged."""
        if self.at == len(self.steps):
            return False
        try:
            verdict = judged(self.settings["guess"], self.result(self.steps[self.at]))
        except ValueError as error:
            self.said = str(error)
            return True
        self.go_to(self.at + 1)
        self.said, self.settings["guess"] = verdict, ""
        return self.at < len(self.steps)

    def result(self, step: Step) -> float:
        """The number that a step finds: a value, or what comes back along one arrow."""
        if not step.back:
            return float(self.values[step.child.name])
        if not step.parent:
            return 1.0
        values, name = self.values, step.child.name
        return float(self.graph.backward(values)[name] * self.graph.slopes(values)[step.parent, name])

    def arrived(self) -> dict[str, list[float]]:
        """What came back to each node so far, arrow by arrow."""
        found: dict[str, list[float]] = {}
        for step in self.steps[: self.at]:
            if step.back:
                found.setdefault(step.parent or step.child.name, []).append(self.result(step))
        return found

    def place(self) -> str:
        """How far it is."""
        return f"{self.at} of {len(self.steps)}"

    def told(self) -> str:
        """The status line: the step that was taken, the guess, a nudge."""
        return " ".join(filter(None, [self._taken(), self.said]))

    def asked(self) -> str:
        """The next question, which stands over the picture, at the field for the guess."""
        return self.steps[self.at].question() if self.at < len(self.steps) else "All is known. Move a slider: watch J."

    def _taken(self) -> str:
        values = self.values
        if not self.at:
            return f"The inputs: {', '.join(f'{name} = {number(values[name])}' for name in self.graph.inputs)}."
        step = self.steps[self.at - 1]
        found = number(self.result(step))
        if not step.back:
            write = number if "max" in plain(step.child) else factor
            shown = {name: write(values[name]) for name in step.child.parents}
            numbers = re.sub(r"\b[a-z]\b", lambda name: shown[name.group()], plain(step.child))
            return f"{formula(step.child)} = {numbers} = {found}."
        if not step.parent:
            return f"d{step.child.name} = 1: {step.child.name} moves as fast as itself."
        came, slope = sum(self.arrived()[step.child.name]), self.graph.slopes(values)[step.parent, step.child.name]
        product = f"d{step.child.name} · slope = {number(came)} · {factor(slope)} = {found}"
        return f"What arrives at {step.parent}: {product}.{self._sum(step)}"

    def _sum(self, step: Step) -> str:
        """Where a second path arrives; and what a max does with two that are equal."""
        terms, said = self.arrived()[step.parent], ""
        if len(terms) > 1:
            said += f" Paths meet, so add: d{step.parent} = {' + '.join(map(factor, terms))} = {number(sum(terms))}."
        if "max" in plain(step.child) and len({self.values[name] for name in step.child.parents}) == 1:
            said += " Both are equal: max has a kink there, and its slopes count as 0."
        return said

    def show(self, narrow: bool) -> Frame:
        """The picture and its words."""
        layout, status = NARROW if narrow else WIDE, self.told()
        known = {*self.graph.inputs, *(step.child.name for step in self.steps[: self.at] if not step.back)}
        values = {name: value for name, value in self.values.items() if name in known}
        current = self.steps[self.at - 1] if self.at else None
        arrow = (current.parent, current.child.name) if current and current.parent else None
        lit = current.child.name if current and not current.back else ""
        gone = [(step.parent, step.child.name) for step in self.steps[: self.at] if step.parent]
        scene = Scene(self.graph, values, self.graph.slopes(self.values), self.arrived(), gone, arrow, lit)
        drawing = Drawing(layout.width, layout.height(self.graph), draw(scene, layout))
        return Frame(
            drawing,
            f"The graph of {self.settings['graph']}. {self._all_known(values)} {status}",
            status,
            texts={"guess": self.asked()},
        )

    def _all_known(self, values: Values) -> str:
        back = {f"d{name}": sum(terms) for name, terms in self.arrived().items()}
        return f"Known: {', '.join(f'{name} = {number(value)}' for name, value in (values | back).items())}."

    def finished(self) -> Frame:
        """For readers who can't play: every number of the lecture's example."""
        done = GraphWalk()
        done.go_to(len(done.steps))
        return done.show(narrow=False)


def _way(by: float) -> str:
    return f"{'up' if by > 0 else 'down'} by {number(abs(by))}"
