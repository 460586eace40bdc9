"""The front door of "Neural networks by hand":

    python3 course.py              opens the course
    python3 course.py test         tests it; with --all also what takes long
    python3 course.py restore 02   copies a notebook afresh, and keeps yours

On Windows it is  py course.py.  The first time it makes .venv beside this file and installs the packages of
requirements.lock in it. After that it starts at once. What follows  --  goes on to Jupyter or to pytest:

    python3 course.py -- --port=8889
    python3 course.py test -- -k logistic
"""

from __future__ import print_function

import sys

if sys.version_info < (3, 11):  # this file has no newer syntax, so that an old Python can read it and say so
    sys.exit(
        "Python %d.%d is too old: install Python 3.11 or later from python.org and try again." % sys.version_info[:2]
    )

import os

HERE = os.path.dirname(os.path.realpath(__file__))
ELSEWHERE = [os.path.abspath(path) for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
sys.path[:] = [HERE] + [path for path in sys.path if os.path.abspath(path or ".") not in ELSEWHERE + [HERE]]
sys.dont_write_bytecode = True


def main(arguments):
    from helpers.course import environment, screen, server

    screen.prepare()
    command, options, rest = parse(arguments)
    if command == "restore":
        return restore_notebook(options)
    python = environment.set_up(command)
    if command == "test":
        return run_tests(python, options, rest)
    return go_on(server.command(python, server.first_notebook(), rest), server.environment())


def parse(arguments):
    """The command, its own options, and what goes on to Jupyter or pytest."""
    from helpers.course.problem import Problem
    from helpers.course.screen import say

    cut = arguments.index("--") if "--" in arguments else len(arguments)
    words, rest = arguments[:cut], arguments[cut + 1 :]
    if words and words[0] in ("-h", "--help"):
        say(__doc__)
        sys.exit(0)
    if words[:1] == ["restore"]:
        return "restore", words[1:], rest
    if words in ([], ["test"], ["test", "--all"]):
        return "test" if words else "open", words[1:], rest
    raise Problem(
        "Unknown command %r: it is  python3 course.py,  python3 course.py test  or  python3 course.py restore 02, "
        "and options follow after  --." % " ".join(words)
    )


def run_tests(python, options, rest):
    """pytest, strictly: what is missing fails; --all adds what is tested once a week."""
    from helpers.course.processes import clean_environment

    environment = clean_environment(COURSE_STRICT="1")
    if "--all" in options:
        environment["COURSE_ALL"] = "1"
    return go_on([python, "-m", "pytest"] + rest, environment)


def restore_notebook(names):
    """Copy one notebook afresh to my_notebooks; needs no environment."""
    from helpers.course.problem import Problem
    from helpers.course.restore import restore

    if len(names) != 1:
        raise Problem("Say which notebook, such as  python3 course.py restore 02.")
    try:
        restore(names[0])
    except ValueError as error:
        raise Problem(str(error))
    except OSError as error:
        raise Problem(
            "The notebook could not be written (%s): put that right and try again; yours is untouched." % error
        )
    return 0


def go_on(command, environment):
    """Go on as this command, in the course's folder: signals and exit code are then its own."""
    import subprocess

    if os.name != "nt":
        os.chdir(HERE)
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment, cwd=HERE)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # Ctrl-C reached the command as well, and it decides
            pass


def start(arguments):
    """Run main; what the learner can put right ends in one sentence."""
    try:
        return main(arguments)
    except KeyboardInterrupt:
        return "Stopped. Run it again when you like: it goes on from a clean state."
    except ImportError as error:
        if (error.name or "").split(".")[0] != "helpers":
            raise
        return "Of the course, %s is missing here: unpack all of it into one folder, and start it there." % error.name
    except Exception as error:
        if type(error).__name__ == "Problem":
            return str(error)
        raise


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
