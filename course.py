"""The front door:  python course.py  opens the course,  python course.py test  tests it,
python course.py restore 02  copies a notebook afresh to my_notebooks and keeps yours.

The first time it makes .venv beside this file and installs the packages of requirements.lock in it, which takes about
a minute. After that it starts at once. What follows  --  goes on to Jupyter or to pytest:

    python course.py -- --port=8889
    python course.py test -- -k logistic
"""

from __future__ import print_function

import sys

if sys.version_info < (3, 11):  # this file has no newer syntax, so that an old Python can read it and say so
    sys.exit(
        "Python %d.%d is too old: install Python 3.11 or later from python.org and try again." % sys.version_info[:2]
    )

import hashlib
import importlib.util
import json
import os
import shutil
import socket
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
OLD = HERE / ".venv.old"
STAMP = "course.json"  # in .venv: {"made": null} while it is being made, then what it was made from
LOCKS = {"open": ["requirements.lock"], "test": ["requirements.lock", "requirements-test.lock"]}


class Problem(Exception):
    """Something that the learner can mend; its text is the one sentence that says how."""


def main(arguments):
    command, rest = parse(arguments)
    if command == "restore":
        return restore_notebook(rest)
    python = set_up(command)
    if command == "test":
        environment = dict(os.environ, COURSE_STRICT="1")
        return run([python, "-m", "pytest"] + rest, environment)
    check_port(port_in(rest))
    return run(lab_command(python, first_notebook(), rest), lab_environment())


def parse(arguments):
    """The command, and what goes on to Jupyter or pytest."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    words, rest = arguments[:cut], arguments[cut + 1 :]
    if words and words[0] in ("-h", "--help"):
        print(__doc__)
        sys.exit(0)
    if words[:1] == ["restore"]:
        return "restore", words[1:]
    if words not in ([], ["test"]):
        raise Problem(
            "Unknown command %r: it is  python course.py,  python course.py test  or  python course.py restore 02, "
            "and options follow after  --." % " ".join(words)
        )
    return ("test" if words else "open"), rest


def restore_notebook(names):
    """Copy one notebook afresh to my_notebooks; needs no environment."""
    if len(names) != 1:
        raise Problem("Say which notebook, such as  python course.py restore 02.")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(HERE))
    from helpers.course.restore import restore

    try:
        restore(names[0])
    except ValueError as error:
        raise Problem(str(error))
    except OSError as error:
        raise Problem("The notebook could not be written (%s): mend that and try again; yours is untouched." % error)
    return 0


# ---- the environment ----


def set_up(command):
    """The Python of an environment that has what `command` needs; made anew if requirements changed."""
    recover()
    wanted = fingerprint(LOCKS["open"])
    if stamp(VENV).get("made") != wanted:
        make_environment(wanted)
    tests = fingerprint(LOCKS["test"])
    if command == "test" and stamp(VENV).get("tests") != tests:
        print("Adding what the tests need ...", flush=True)
        install(python_of(VENV), LOCKS["test"])
        write_stamp({"made": wanted, "tests": tests})
    return str(python_of(VENV))


def recover():
    """After a run that was killed in the middle: drop the half-made environment, bring the old one back."""
    if VENV.exists() and stamp(VENV).get("made") is None:
        if not (VENV / STAMP).exists() and any(VENV.iterdir()):
            raise Problem("There is a .venv here that course.py did not make: rename it or delete it, then try again.")
        shutil.rmtree(str(VENV))
    if OLD.exists() and not VENV.exists():
        OLD.rename(VENV)
    elif OLD.exists():
        shutil.rmtree(str(OLD))


def make_environment(wanted):
    """Make .venv; the one that was there stands aside until the new one is complete."""
    check_venv_module()
    print("Setting up the course in %s: about a minute, the first time only." % VENV, flush=True)
    if VENV.exists():
        VENV.rename(OLD)
    try:
        VENV.mkdir()
        write_stamp({"made": None})
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True, stdout=subprocess.DEVNULL)
        install(python_of(VENV), LOCKS["open"])
        pip(python_of(VENV), ["--no-deps", "--no-build-isolation", "--editable", str(HERE)])
        write_stamp({"made": wanted})
    except (subprocess.CalledProcessError, OSError):
        raise Problem(
            "Python could not make .venv in %s: look whether the disk is full or the folder read-only." % HERE
        )
    finally:
        recover()


def check_venv_module():
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise Problem(
            "This Python has no %s module: on Debian or Ubuntu run  sudo apt install python3-venv, then try again."
            % missing[0]
        )


def install(python, locks):
    """Install the locked packages, every file checked against its hash."""
    arguments = ["--require-hashes"]
    for lock in locks:
        arguments += ["--requirement", str(HERE / lock)]
    pip(python, arguments)


def pip(python, arguments):
    """pip install, with one moving line instead of its wall of text; what it says of an error is kept."""
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"] + arguments
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        cwd=str(HERE),
    )
    packages, errors = 0, []
    try:
        for line in process.stdout or ():
            packages += line.startswith(("Collecting", "Obtaining"))
            errors += [line.strip()] if line.startswith("ERROR") else []
            if sys.stdout.isatty():
                print("\r  %d packages" % packages, end="", flush=True)
        process.wait()
    finally:
        process.kill()
        print("\r  %d packages" % packages, flush=True)
    if process.returncode:
        reason = errors[-1] if errors else "pip ended with %d" % process.returncode
        raise Problem("The packages could not be installed (%s): check the network and run this again." % reason)


def fingerprint(locks):
    """What an environment is made from: the locks, the project, this Python, this folder (environments do not move)."""
    parts = [(HERE / name).read_bytes() for name in locks + ["pyproject.toml"]]
    parts += [sys.version.encode(), str(HERE).encode("utf-8", "surrogateescape")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamp(folder):
    try:
        found = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_stamp(content):
    (VENV / STAMP).write_text(json.dumps(content), encoding="utf-8")


def python_of(folder):
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# ---- Jupyter ----


def first_notebook():
    """Bring the learner's copies up to date; the notebook where the course begins."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(HERE))
    from helpers.course import copies

    for sentence in copies.prepare(HERE):
        print(sentence, flush=True)
    notebook = copies.first(HERE)
    if not notebook:
        raise Problem("There is no notebook in %s: get the course again." % (HERE / "notebooks"))
    return notebook


def lab_command(python, notebook, rest):
    """JupyterLab on this machine only, its token kept, opening `notebook`."""
    options = ["--ip=127.0.0.1", "--ServerApp.port_retries=0", "--LabApp.news_url=None"]
    return [str(python), "-m", "jupyterlab", "--ServerApp.root_dir=" + str(HERE)] + options + rest + [notebook]


def lab_environment():
    """Our settings for JupyterLab (no news, no update check) before the learner's own; nothing is written there."""
    paths = [str(HERE / ".jupyter")] + [path for path in [os.environ.get("JUPYTER_CONFIG_PATH")] if path]
    return dict(os.environ, JUPYTER_CONFIG_PATH=os.pathsep.join(paths))


def port_in(rest):
    """The port that the learner asks for after --, or Jupyter's usual one."""
    port = "8888"
    for i, word in enumerate(rest):
        name, equals, value = word.partition("=")
        if name in ("--port", "--ServerApp.port"):
            port = value if equals else "".join(rest[i + 1 : i + 2])
    if not port.isdigit() or int(port) > 65535:
        raise Problem("The port %r is not a number up to 65535: try  python course.py -- --port=8889." % port)
    return int(port)


def check_port(port):
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise Problem(
                "Port %d is in use, perhaps by this course: close that window, or try  python course.py -- --port=%d."
                % (port, port + 1 if port < 65535 else 8889)
            )


def run(command, environment):
    """Go on as this command, in the course's folder: signals and exit code are then its own."""
    if os.name != "nt":
        os.chdir(str(HERE))
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment, cwd=str(HERE))
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # Ctrl-C reached the command as well, and it decides
            pass


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Problem as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Stopped; nothing was left half-made. Run it again when you like.")
