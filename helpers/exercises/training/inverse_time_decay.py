"""inverse_time_decay: a learning rate that falls like 1/t."""

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import RATES
from helpers.training.schedules import inverse_time_decay

INVERSE_TIME_DECAY = Exercise(
    reference=inverse_time_decay,
    section="A rate that falls",
    returns="rate",
    cases=RATES,
    hints=(
        "The first rate is divided by a number that grows with the epoch. What is that number in epoch 0?",
        "It is 1 + decay * epoch: 1 at first, and larger by decay in each epoch.",
        "One line: return learning_rate / (1 + decay * epoch).",
    ),
    mistakes=(
        Mistake(
            lambda rate, decay, epoch: rate / (1 + decay) ** epoch,
            "This divides by 1 + decay again and again: a geometric decay. Divide the first rate once, "
            "by a number that grows with the epoch.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate * decay**epoch,
            "This multiplies by decay in each epoch: a geometric decay. Divide the first rate instead.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate / (1 + decay**epoch),
            "decay is raised to a power. Multiply it by the epoch.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate / (1 + decay * (epoch + 1)),
            "This is the rate of the next epoch. Epoch 0 has the first rate.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate / 1 + decay * epoch,
            "The brackets are missing: only 1 divides the rate, and the rest is added.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate / (1 + decay),
            "The epoch is missing, and so the rate falls only once. Multiply decay by it.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate / (1 + epoch),
            "decay is missing. It says how fast the rate falls.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate // (1 + decay * epoch),
            "// leaves only whole numbers. Divide with /.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate * (1 + decay * epoch),
            "The rate grows. Divide, where you multiply.",
        ),
        Mistake(
            lambda rate, decay, epoch: rate * (1 - decay * epoch),
            "This falls along a straight line, and below 0 in the end. Divide by a number that grows.",
        ),
        Mistake(
            lambda rate, decay, epoch: 1 / (1 + decay * epoch),
            "The first rate is missing. This is only the share of it that is left.",
        ),
    ),
)
