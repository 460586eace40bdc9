"""The five exercises of notebook 07: what a search costs, tries, chooses and draws."""

from helpers.exercises.hyperparameters.choose import CHOOSE
from helpers.exercises.hyperparameters.cost_of_search import COST_OF_SEARCH
from helpers.exercises.hyperparameters.grid import GRID
from helpers.exercises.hyperparameters.grid_search import GRID_SEARCH
from helpers.exercises.hyperparameters.log_uniform import LOG_UNIFORM

EXERCISES = (COST_OF_SEARCH, GRID, CHOOSE, GRID_SEARCH, LOG_UNIFORM)
