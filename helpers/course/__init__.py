"""The machinery behind course.py. Standard library only, since it runs before anything is installed; `lab` and `proof` run inside .venv."""
