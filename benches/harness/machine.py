"""What was measured, and on what."""

import os
import platform
import re
import subprocess
from pathlib import Path

from tools import REQUIREMENTS, ROOT


def described(tools):
    """Lines of Markdown."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return [
        f"- {cores} cores, {model()}, {memory:.0f} GB, {distribution()}",
        f"- {first_line([tools.thidua, '--version'])}, commit {commit()}; {first_line(['rustc', '--version'])}",
        f"- Python {platform.python_version()}; " + ", ".join(REQUIREMENTS.read_text().split()).replace("==", " "),
        f"- {first_line(['soffice', '--version'])}; {first_line(['pdftotext', '-v'])}",
    ]


def model():
    names = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return names[1] if names else platform.machine()


def distribution():
    return platform.freedesktop_os_release()["PRETTY_NAME"]


def commit():
    short = first_line(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"])
    changed = first_line(["git", "-C", ROOT, "status", "--porcelain", "--", "src", "templates", "Cargo.toml"])
    return short + " with changes" * bool(changed)


def first_line(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = (done.stdout or done.stderr).splitlines()
    return lines[0].strip() if lines else ""
