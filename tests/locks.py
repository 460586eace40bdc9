"""Are the locks those of their requirements?  Told offline, from the metadata of the packages that are installed here.

    python tests/locks.py       seals both locks: do it whenever uv has made one again (the command is in each file)

A seal is the digest of the lines below it, so that no pin and no hash changes without anyone meaning it.
"""

import hashlib
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import metadata
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

COURSE = Path(__file__).parents[1]
KINDS = ("requirements", "requirements-test")
SEAL = "# sha256 of the lines below: "
SYSTEMS = {"linux": ("Linux", "posix"), "darwin": ("Darwin", "posix"), "win32": ("Windows", "nt")}
Metadata = Callable[[str], tuple[str, Sequence[str]] | None]


class Pin(NamedTuple):
    """One entry of a lock: name==version, where it holds, its hashes."""

    requirement: Requirement
    hashes: list[str]

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> Version:
        return Version(str(self.requirement.specifier).removeprefix("=="))


def seal(lock: str) -> str:
    """The lock with the digest of its lines as its first one."""
    lines = [line for line in lock.splitlines() if not line.startswith(SEAL)]
    text = "\n".join(lines) + "\n"
    return f"{SEAL}{hashlib.sha256(text.encode()).hexdigest()}\n{text}"


def pins(lock: str) -> list[Pin]:
    """Every entry of a lock."""
    entries = re.findall(r"^([^\s#].*(?:(?<=\\)\n.*)*)", lock, re.MULTILINE)
    return [Pin(Requirement(entry.split("\\")[0]), re.findall(r"--hash=(\S+)", entry)) for entry in entries]


def requirements(text: str) -> list[Requirement]:
    """Each line of a requirements file but comments and options, such as -e and -c."""
    lines = (line.split(" #")[0].strip() for line in text.splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-"))]


def wanted(kind: str) -> list[Requirement]:
    """What the lock of this kind has to hold: the requirements, and those of the helpers where it says `-e .`."""
    text = (COURSE / f"{kind}.txt").read_text(encoding="utf-8")
    project = tomllib.loads((COURSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = project["dependencies"] if re.search(r"^-e \.", text, re.MULTILINE) else []
    return requirements(text) + [Requirement(line) for line in own]


def environments() -> Iterator[dict[str, str]]:
    """The machines that the course is for, as markers see them."""
    for system, minor in product(SYSTEMS, range(11, 15)):
        python = {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.9"}
        kind = {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
        machine = {"platform_machine": "arm64" if system == "darwin" else "x86_64"}
        name, os_name = SYSTEMS[system]
        yield {"sys_platform": system, "platform_system": name, "os_name": os_name, **python, **kind, **machine}


def applies(requirement: Requirement, environment: dict[str, str], extra: str = "") -> bool:
    return not requirement.marker or requirement.marker.evaluate({**environment, "extra": extra})


parsed = cache(Requirement)


@cache
def installed(name: str) -> tuple[str, Sequence[str]] | None:
    """The version of a package that is installed here and what it requires; None where it is not installed."""
    try:
        return metadata.version(name), metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return None


def flaws(roots: Sequence[Requirement], lock: str, known: Metadata = installed) -> set[str]:
    """What is wrong with a lock of these requirements, a sentence each."""
    entries = pins(lock)
    found = {f"{pin.name} has a damaged hash" for pin in entries if not all(map(is_hash, pin.hashes))}
    found |= {f"{pin.name} has no hashes" for pin in entries if not pin.hashes}
    found |= set() if lock == seal(lock) else {"the seal is not that of the lines: make the lock again, or seal it"}
    reached: set[str] = set()
    for environment in environments():
        found |= set(_not_closed(roots, entries, environment, known, reached))
    used = [pin for pin in entries if any(applies(pin.requirement, environment) for environment in environments())]
    idle = {f"{pin.name} is pinned, and nothing needs it" for pin in used if pin.name not in reached}
    found |= idle if as_locked(entries, known) else set()
    return found - {f"{name} is not pinned" for name in left_out(lock)}


def left_out(lock: str) -> list[str]:
    """What is not installed on purpose: the lock's first lines hold the command that made it."""
    return re.findall(r"--no-emit-package (\S+)", lock)


def as_locked(entries: list[Pin], known: Metadata = installed) -> bool:
    """Is what is installed here what is pinned?  Not where other versions are tried; they may need other packages."""
    pinned = {(pin.name, pin.version) for pin in entries}
    return all((name, Version(about[0])) in pinned for name, _ in pinned if (about := known(name)))


def is_hash(text: str) -> bool:
    return re.fullmatch(r"sha256:[0-9a-f]{64}", text) is not None


def _not_closed(
    roots: Sequence[Requirement], entries: list[Pin], environment: dict[str, str], known: Metadata, reached: set[str]
) -> Iterator[str]:
    """What one machine would miss; `reached` grows by the packages that it installs."""
    here: dict[str, Version] = {pin.name: pin.version for pin in entries if applies(pin.requirement, environment)}
    waiting, seen = [root for root in roots if applies(root, environment)], set()
    while waiting:
        needed = waiting.pop()
        name = canonicalize_name(needed.name)
        reached.add(name)
        if name not in here:
            yield f"{name} is not pinned"
        elif not needed.specifier.contains(here[name], prereleases=True):
            yield f"{name} is pinned to {here[name]}, but needed is {needed.specifier}"
        for extra in ("", *needed.extras):
            if (name, extra) not in seen:
                seen.add((name, extra))
                waiting += _own(name, here.get(name), environment, extra, known)


def _own(name: str, version: Any, environment: dict[str, str], extra: str, known: Metadata) -> list[Requirement]:
    """What a package itself requires; nothing where another version of it is installed, which says nothing."""
    about = known(name)
    if about is None or Version(about[0]) != version:
        return []
    return [each for each in map(parsed, about[1]) if applies(each, environment, extra)]


if __name__ == "__main__":
    found = set()
    for kind in KINDS:
        path = COURSE / f"{kind}.lock"
        path.write_text(seal(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        found |= {f"{path.name}: {flaw}" for flaw in flaws(wanted(kind), path.read_text(encoding="utf-8"))}
    sys.exit("\n".join(sorted(found)))
