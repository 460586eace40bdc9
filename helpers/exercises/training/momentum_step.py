"""momentum_step: the velocity, then the weights."""

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import STEPS
from helpers.training.optimizers import momentum_step

MOMENTUM_STEP = Exercise(
    reference=momentum_step,
    section="Momentum",
    returns=("w", "v"),
    cases=STEPS,
    hints=(
        "Two lines, in the order of the formulas. Which of the two needs the result of the other?",
        "First the new velocity: v = beta * v - learning_rate * dw. It already points downhill.",
        "Then the weights move by the new velocity: return w + v, v.",
    ),
    mistakes=(
        Mistake(
            lambda w, v, dw, rate, beta: (w - (beta * v - rate * dw), beta * v - rate * dw),
            "The velocity is subtracted, and it already points downhill: this climbs. Add it.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w + v, beta * v - rate * dw),
            "w moves by the old velocity. Compute the new one first, and move by that.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w + beta * v + rate * dw, beta * v + rate * dw),
            "The gradient is added, and so the velocity points uphill. It is to be subtracted.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w - (beta * v + rate * dw), beta * v + rate * dw),
            "w is right, but this velocity points uphill and is subtracted. Here v is what is added to w.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w + v - beta * rate * dw, v - beta * rate * dw),
            "beta stands at the gradient. It belongs to the old velocity, which fades.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w + v - rate * dw, v - rate * dw),
            "beta is missing: the velocity never fades. Multiply the old one by it.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w + beta * v - dw, beta * v - dw),
            "The learning rate is missing. The gradient is multiplied by it.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w - rate * dw, beta * v - rate * dw),
            "w makes a plain step, without the velocity. Add the new v to w.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w + rate * (beta * v - dw), rate * (beta * v - dw)),
            "The learning rate multiplies the old velocity too. It belongs to the gradient alone.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (w - rate * (beta * v + dw), beta * v + dw),
            "This is the form of some frameworks: a v without the learning rate, which is subtracted. Here the rate is "
            "in v already, and v is added to w.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (
                w - rate * (beta * v + (1 - beta) * dw),
                beta * v + (1 - beta) * dw,
            ),
            "This v is a running mean of the slopes, as in some books. Here it is a sum of steps: the learning rate is "
            "in it, and 1 - beta is not.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (
                w + beta * v - (1 - beta) * rate * dw,
                beta * v - (1 - beta) * rate * dw,
            ),
            "The gradient is multiplied by 1 - beta, as in a running mean. In this form it is not.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: (beta * v - rate * dw, w + beta * v - rate * dw),
            "Both are right, in the other order. Return w, then v.",
        ),
        Mistake(
            lambda w, v, dw, rate, beta: w + beta * v - rate * dw,
            "w is right, and it comes alone. The next step needs v too: return both.",
        ),
    ),
)
