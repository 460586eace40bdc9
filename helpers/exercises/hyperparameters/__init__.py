"""The four exercises of notebook 07: what a search costs, tries, draws and chooses."""

from helpers.exercises.hyperparameters.choose import CHOOSE
from helpers.exercises.hyperparameters.cost_of_search import COST_OF_SEARCH
from helpers.exercises.hyperparameters.grid import GRID
from helpers.exercises.hyperparameters.log_uniform import LOG_UNIFORM

EXERCISES = (COST_OF_SEARCH, GRID, CHOOSE, LOG_UNIFORM)
