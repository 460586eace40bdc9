"""The machinery behind course.py. Standard library only: it runs before anything is installed.

Two of its modules run inside .venv: `proof`, when it is made, and `lab`, which is JupyterLab behind a quiet screen.
"""
