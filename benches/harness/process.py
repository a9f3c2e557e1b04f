"""One process: what it costs."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")


@dataclass
class Cost:
    """Seconds of the wall clock, seconds of processors with children, peak of the largest process in MB."""

    wall: float
    cpu: float
    peak: float


class Failed(Exception):
    """A command that did not do its work."""


def run(command, cores=None):
    """Its cost; `cores` names those that it may use, such as `0` or `0,1`."""
    return run_and_hear(command, cores)[0]


def run_and_hear(command, cores=None):
    """Its cost, and what it printed."""
    command = [str(it) for it in command]
    pinned = ["taskset", "-c", cores] if cores else []
    with tempfile.NamedTemporaryFile("r") as result:
        launch = [sys.executable, "-I", "-S", str(LAUNCH), result.name, *pinned, *command]
        done = subprocess.run(launch, check=True, capture_output=True, encoding="utf-8", errors="replace")
        code, wall, cpu, kilobytes = result.read().split()
    if code != "0":
        raise Failed(f"{' '.join(command)}: exit code {code}\n{done.stderr[-800:]}")
    return Cost(float(wall), float(cpu), int(kilobytes) / 1024), done.stdout
