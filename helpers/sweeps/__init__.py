"""Sweeps: sweep(run, grid) tries every combination of hyperparameters, on all cores of this machine or on a cluster.

`search_space` says what is tried, `choosing` what comes of it and what it costs; `sweeping` goes round and `results`
keeps a row for each run.  `carrying` brings a learner's function to other processes, `processes` starts these, `runs`
is what happens there; `live` shows how far it is, `tables` how it ended, and `storage` keeps it in a file.
"""

from helpers.sweeps.choosing import choose, cost_of_search, grid_search
from helpers.sweeps.processes import LocalProcesses, WorkerDied
from helpers.sweeps.results import Run, Sweep
from helpers.sweeps.search_space import combinations, grid, log_uniform
from helpers.sweeps.sweeping import sweep

__all__ = [
    "LocalProcesses",
    "Run",
    "Sweep",
    "WorkerDied",
    "choose",
    "combinations",
    "cost_of_search",
    "grid",
    "grid_search",
    "log_uniform",
    "sweep",
]
