"""The exercises of notebook 02: logistic regression, from one formula to a network that learns."""

from helpers.exercises.logistic_regression.backward import BACKWARD
from helpers.exercises.logistic_regression.backward_loops import BACKWARD_LOOPS
from helpers.exercises.logistic_regression.cost import COST
from helpers.exercises.logistic_regression.fork_backward import FORK_BACKWARD
from helpers.exercises.logistic_regression.forward import FORWARD
from helpers.exercises.logistic_regression.predict import PREDICT
from helpers.exercises.logistic_regression.sigmoid import SIGMOID
from helpers.exercises.logistic_regression.train import TRAIN
from helpers.exercises.logistic_regression.update import UPDATE

EXERCISES = (SIGMOID, FORWARD, PREDICT, COST, FORK_BACKWARD, BACKWARD_LOOPS, BACKWARD, UPDATE, TRAIN)
