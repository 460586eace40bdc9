"""Jupyter's server reads this, since course.py puts this folder on its path.  A failure here is logged, no more."""

from helpers.course.saving import before_save

get_config().ContentsManager.pre_save_hook = before_save  # noqa: F821  Jupyter provides get_config
