"""A lock holds what is required, all that this requires, and nothing else, on every machine; flaws are found."""

import tomllib

import pytest
from locks import COURSE, KINDS, Requirement, as_locked, flaws, is_hash, pins, requirements, seal, wanted


def lock(kind: str) -> str:
    return (COURSE / f"{kind}.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_lock_is_that_of_its_requirements(kind: str) -> None:
    assert len(pins(lock(kind))) >= 20
    assert flaws(wanted(kind), lock(kind)) == set()


def test_the_two_locks_agree() -> None:
    learner, tests = ({(pin.name, pin.version) for pin in pins(lock(kind))} for kind in KINDS)
    shared = {name for name, _ in learner} & {name for name, _ in tests}
    assert shared and all((pin in learner) == (pin in tests) for pin in learner | tests if pin[0] in shared)


def test_the_helpers_need_what_the_requirements_say() -> None:
    project = tomllib.loads((COURSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = {str(each) for each in requirements((COURSE / "requirements.txt").read_text(encoding="utf-8"))}
    assert set(map(str, map(Requirement, project["dependencies"]))) <= lines


HASH = "0123456789abcdef" * 4
SMALL = seal(
    f"""# made by hand
anchor==2.1.0 \\
    --hash=sha256:{HASH}
    # via -r requirements.txt
rope==1.4 ; sys_platform != 'win32' \\
    --hash=sha256:{HASH} \\
    --hash=sha256:{HASH[::-1]}
"""
)
ABOUT = {"anchor": ("2.1.0", ["rope>=1.2 ; sys_platform != 'win32'", "paint ; extra == 'red'"]), "rope": ("1.4", [])}


def found(roots: list[str], lock: str = SMALL) -> set[str]:
    return flaws([Requirement(root) for root in roots], lock, ABOUT.get)


def test_where_other_versions_are_installed_only_what_can_be_told_is_told() -> None:
    other = {**ABOUT, "anchor": ("3.0", [])}
    assert flaws([Requirement("anchor")], SMALL, other.get) == set()
    assert flaws([Requirement("anchor")], SMALL, {**ABOUT, "anchor": ("2.1.0", [])}.get) == {
        "rope is pinned, and nothing needs it"
    }


def test_a_small_lock_is_right() -> None:
    assert found(["anchor>=2"]) == set() and len(pins(SMALL)) == 2 and len(pins(SMALL)[1].hashes) == 2


@pytest.mark.parametrize(
    ("root", "flaw"),
    [
        ("anchor>=2.1,<2.1.0", "anchor is pinned to 2.1.0, but needed is"),
        ("anchor>=3", "anchor is pinned to 2.1.0, but needed is >=3"),
        ("anchor[red]", "paint is not pinned"),
        ("rope>=1.5 ; sys_platform == 'linux'", "rope is pinned to 1.4, but needed is >=1.5"),
    ],
)
def test_a_lock_older_than_its_requirements_is_found(root: str, flaw: str) -> None:
    sentences = found(["anchor", root])
    assert len(sentences) == 1 and flaw in sentences.pop()


def test_a_requirement_that_was_added_or_dropped_is_found() -> None:
    assert found(["anchor", "polars==1.2"]) == {"polars is not pinned"}
    assert found(["rope"]) == {"rope is not pinned", "anchor is pinned, and nothing needs it"}  # rope: not on Windows


def test_a_pin_of_a_transitive_package_that_was_deleted_is_found() -> None:
    without = seal(SMALL[: SMALL.index("rope==")])
    assert found(["anchor"], without) == {"rope is not pinned"}


@pytest.mark.parametrize(("old", "new"), [(HASH, "f" + HASH[1:]), ("2.1.0", "2.1.1"), ("# made", "# meddled")])
def test_any_change_breaks_the_seal(old: str, new: str) -> None:
    assert any("the seal is not that of the lines" in flaw for flaw in found(["anchor"], SMALL.replace(old, new, 1)))


def test_a_damaged_hash_and_one_that_is_missing_are_found() -> None:
    assert is_hash(f"sha256:{HASH}") and not is_hash(f"sha256:{HASH[:-1]}") and not is_hash(f"sha1:{HASH}")
    assert found(["anchor"], seal(SMALL.replace(HASH, HASH[:-1]))) == {
        "anchor has a damaged hash",
        "rope has a damaged hash",
    }
    bare = SMALL.replace(f" \\\n    --hash=sha256:{HASH}\n    # via", "\n    # via")
    assert found(["anchor"], seal(bare)) == {"anchor has no hashes"}


@pytest.mark.parametrize("line", ["polars==1.2", "numpy>=2.1,<2.2"])
def test_in_the_courses_own_lock_a_stale_line_is_found(line: str) -> None:
    assert any(
        Requirement(line).name in flaw
        for flaw in flaws([*wanted("requirements"), Requirement(line)], lock("requirements"))
    )


@pytest.mark.skipif(not as_locked(pins(lock("requirements"))), reason="other versions are installed than are pinned")
@pytest.mark.parametrize("name", ["tornado", "traitlets", "zmq", "kiwisolver"])
def test_in_the_courses_own_lock_a_deleted_pin_is_found(name: str) -> None:
    [gone] = [pin for pin in pins(lock("requirements")) if pin.name.endswith(name)]
    text = lock("requirements")
    start = text.index(f"\n{gone.name}==") + 1
    end = start + text[start:].index("\n    # via")
    assert flaws(wanted("requirements"), seal(text[:start] + text[end + 1 :])) == {f"{gone.name} is not pinned"}
