"""Packages into .venv, every file checked against its hash: by uv where pip has no settings of its own, else by pip."""

import importlib.util
import os
import shutil
import sysconfig
import zipfile
from pathlib import Path

from helpers.course import pip_settings
from helpers.course.problem import Problem
from helpers.course.processes import clean_environment, run_quietly
from helpers.course.reasons import reason
from helpers.course.screen import MovingLine

LOCKED = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]  # a lock names everything: nothing to work out
PIP = ["install", "--disable-pip-version-check", "--no-input", "--no-compile", "--progress-bar", "off", *LOCKED]


class Installer:
    """Installs locks for one Python; its tools, a new pip and uv, live in a folder until `clear`."""

    def __init__(self, python: Path, tools: Path, keep_open: tuple[int, ...]) -> None:
        self.python = python
        self.tools = tools
        self.keep_open = keep_open
        self.pip: list[str] = []
        self.settings: dict[str, str] = {}
        self.uv: Path | None = None

    def prepare(self, lock: Path, line: MovingLine) -> None:
        """Python's own pip brings a newer one and uv, both quicker; without them it does it all."""
        self.clear()
        self.pip = self._first_pip(line)
        self.settings = pip_settings.read(self.pip, line)
        new = self.tools / "new"
        if self._pip(["--target", str(new), "--retries", "1", *_files([lock])], line)[0] == 0:
            self.pip = [str(self.python), "-I", str(new / "pip")]
            if pip_settings.are_plain(self.settings):
                self.uv = next((path for path in new.glob("*/uv*") if path.name in ("uv", "uv.exe")), None)

    def install(self, locks: list[Path], line: MovingLine) -> None:
        """By uv; where it cannot, by pip, whose reasons are the ones that are told."""
        if self.uv and self._uv(self.uv, locks, line) == 0:
            return
        code, said = self._pip(_files(locks), line)
        if code:
            raise Problem(reason(said, own_way=not pip_settings.are_plain(self.settings)))

    def clear(self) -> None:
        """Remove what only installing needed."""
        shutil.rmtree(self.tools, ignore_errors=True)

    def _first_pip(self, line: MovingLine) -> list[str]:
        """The pip that comes with Python, unpacked from its wheel; where there is no wheel, installed by Python."""
        wheel = bundled_wheel()
        if wheel:
            zipfile.ZipFile(wheel).extractall(self.tools / "first")
            return [str(self.python), "-I", str(self.tools / "first" / "pip")]
        code, said = self._run([str(self.python), "-I", "-m", "ensurepip", "--default-pip"], line, clean_environment())
        if code:
            raise Problem(
                f"This Python could not set up pip: {(said.strip().splitlines() or ['no reason given'])[-1]}."
            )
        return [str(self.python), "-I", "-m", "pip"]

    def _pip(self, arguments: list[str], line: MovingLine) -> tuple[int, str]:
        return self._run([*self.pip, *PIP, *arguments], line, pip_settings.environment(self.settings))

    def _uv(self, uv: Path, locks: list[Path], line: MovingLine) -> int:
        """uv reads none of its own settings either, and keeps its downloads beside .venv, where links to them work."""
        plain = {name: value for name, value in clean_environment().items() if not name.startswith("UV_")}
        command = [str(uv), "pip", "install", "--no-config", "--python", str(self.python), *LOCKED, *_files(locks)]
        own = {"UV_CACHE_DIR": str(self.tools / "cache")}
        return self._run(command, line, plain | own)[0]

    def _run(self, command: list[str], line: MovingLine, environment: dict[str, str]) -> tuple[int, str]:
        return run_quietly(command, line, environment, self.keep_open)


def bundled_wheel() -> Path | None:
    """The pip that Python brings along."""
    found = importlib.util.find_spec("ensurepip")
    folders = [Path(found.origin).parent / "_bundled"] if found and found.origin else []
    folders.append(Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or os.devnull))
    return next((wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))), None)


def _files(locks: list[Path]) -> list[str]:
    return [word for lock in locks for word in ("--requirement", str(lock))]
