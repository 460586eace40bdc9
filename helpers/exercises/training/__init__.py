"""The exercises of notebook 06: the parts of training in practice."""

from helpers.exercises.training.add_l2 import ADD_L2
from helpers.exercises.training.cross_entropy import CROSS_ENTROPY
from helpers.exercises.training.dropout_backward import DROPOUT_BACKWARD
from helpers.exercises.training.dropout_forward import DROPOUT_FORWARD
from helpers.exercises.training.inverse_time_decay import INVERSE_TIME_DECAY
from helpers.exercises.training.mini_batches import MINI_BATCHES
from helpers.exercises.training.momentum_step import MOMENTUM_STEP
from helpers.exercises.training.one_hot import ONE_HOT
from helpers.exercises.training.should_stop import SHOULD_STOP
from helpers.exercises.training.train_epochs import TRAIN_EPOCHS

EXERCISES = (
    ONE_HOT,
    CROSS_ENTROPY,
    MINI_BATCHES,
    MOMENTUM_STEP,
    INVERSE_TIME_DECAY,
    TRAIN_EPOCHS,
    DROPOUT_FORWARD,
    DROPOUT_BACKWARD,
    ADD_L2,
    SHOULD_STOP,
)
