"""Who installs: uv where packages come from where they come from for everybody, else pip; and why it failed."""

import os
from pathlib import Path

import pytest

from helpers.course import installer, lock, pip_settings
from helpers.course.problem import Problem
from helpers.course.reasons import reason
from helpers.course.screen import MovingLine

LOCK = Path("some.lock")


class Machine:
    """Stands in for other programs: keeps what was run, and what each answered."""

    words = "ERROR: of its own"

    def __init__(self, settings: str = "", failing: tuple[str, ...] = ()) -> None:
        self.settings = settings
        self.failing = failing
        self.ran: list[tuple[list[str], dict[str, str]]] = []

    def __call__(
        self, command: list[str], line: MovingLine, env: dict[str, str], keep_open: tuple[int, ...] = ()
    ) -> tuple[int, str]:
        self.ran.append((command, env))
        if "config" in command:
            return 0, self.settings
        if "--target" in command and "tools" not in self.failing:
            tool = Path(command[command.index("--target") + 1]) / "bin" / "uv"
            tool.parent.mkdir(parents=True)
            tool.touch()
        return int(self.who(command) in self.failing), self.words

    def who(self, command: list[str]) -> str:
        return "tools" if "--target" in command else "uv" if Path(command[0]).name == "uv" else "pip"

    def installers(self) -> list[str]:
        return [self.who(command) for command, _ in self.ran if "install" in command]


def install(machine: Machine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (installer, pip_settings):
        monkeypatch.setattr(module, "run_quietly", machine)
    line = MovingLine("Installing")
    one = installer.Installer(folder / "python", folder / "tools", ())
    one.prepare(LOCK, line)
    one.install([LOCK], line)


def test_uv_installs_where_pip_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_INDEX_URL", "https://elsewhere")
    machine = Machine()
    install(machine, tmp_path, monkeypatch)
    assert machine.installers() == ["tools", "uv"]
    command, env = machine.ran[-1]
    assert "--require-hashes" in command and "--no-config" in command and "UV_INDEX_URL" not in env


@pytest.mark.parametrize(
    "setting",
    ["global.index-url='https://elsewhere'", "install.find-links='/wheels'", ":env:.proxy='p'", "global.cert='c'"],
)
def test_pip_installs_where_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    machine = Machine(setting)
    install(machine, tmp_path, monkeypatch)
    assert machine.installers() == ["tools", "pip"]
    name, value = setting.split(".", 1)[1].split("=")
    assert machine.ran[-1][1]["PIP_" + name.upper().replace("-", "_")] == value.strip("'")


def test_pip_does_it_where_uv_cannot_and_gives_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(failing=("uv",))
    install(machine, tmp_path, monkeypatch)
    assert machine.installers() == ["tools", "uv", "pip"]
    with pytest.raises(Problem, match="the last word of pip was: ERROR: of its own"):
        install(Machine(failing=("tools", "pip")), tmp_path, monkeypatch)


def test_what_is_set_nearest_wins_and_where_to_install_is_not_passed_on() -> None:
    said = ":env:.index-url='env'\nglobal.index-url='global'\nglobal.user='true'\ninstall.target='t'"
    settings = {"index-url": "env", "user": "true", "target": "t"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pip_settings, "run_quietly", lambda *a: (0, said))
        patch.setenv("PIP_DRY_RUN", "1")
        assert pip_settings.read(["pip"], MovingLine("Reading")) == settings
        given = {k: v for k, v in pip_settings.environment(settings).items() if k.startswith("PIP_")}
    assert given == {"PIP_INDEX_URL": "env", "PIP_CONFIG_FILE": os.devnull}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying NewConnectionError\nERROR: No matching distribution found for x", "check the network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "hash differs"),
        ("SSLError(CERTIFICATE_VERIFY_FAILED)", "certificate"),
        ("ProxyError('Cannot connect to proxy.', NewConnectionError())", "through the proxy"),
        ("ERROR: No matching distribution found for numpy==2.5", "pip found no numpy for Python"),
        ("ERROR: something new.", "last word of pip was: ERROR: something new."),
        ("", "last word of pip was: nothing."),
    ],
)
def test_the_reason_is_the_real_one(said: str, told: str) -> None:
    assert told in reason(said) and reason(said).endswith(".")
    assert ("network" in reason(said)) == ("network" in told)


def test_where_pip_is_sent_elsewhere_that_is_named_beside_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reason("Connection refused") == "The packages could not be fetched: check the network; then run this again."
    monkeypatch.setattr(Machine, "words", "NewConnectionError")
    with pytest.raises(Problem, match="check the network, and where  pip config list  sends pip"):
        install(Machine("global.index-url='https://nowhere'", failing=("tools", "pip")), tmp_path, monkeypatch)


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with lock.hold(tmp_path / "lock") as descriptor:
            assert os.fstat(descriptor)


def test_a_folder_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Nothing can be written in"), lock.hold(tmp_path / "nowhere" / "lock"):
        pass


def test_a_lock_that_another_user_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()  # cannot be opened either, by root as well
    with pytest.raises(Problem, match="lock cannot be opened .* delete it"), lock.hold(tmp_path / "lock"):
        pass
