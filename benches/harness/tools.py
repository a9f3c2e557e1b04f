"""What the measuring needs: a Python with the libraries, Debian packages, the programs built for release."""

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "benches" / "peers"
REQUIREMENTS = ROOT / "benches" / "requirements.txt"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "thidua-bench"
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))

# A command, a font or a library that a package brings, and the package.
PACKAGES = {
    "soffice": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "taskset": "util-linux",
    "fc-list": "fontconfig",
    "font:Tinos": "fonts-croscore",
    "lib:pangoft2-1.0": "libpangoft2-1.0-0",
}


@dataclass
class Tools:
    thidua: Path
    bare: Path
    make_campaign: Path
    python: Path
    # For what is made on the way; emptied by whoever made it.
    work: Path

    def peer(self, name):
        """The beginning of a command line that runs one of `benches/peers`."""
        return [self.python, PEERS / f"{name}.py"]


def ready(work, build):
    if build:
        packages()
        programs()
    release = TARGET / "release"
    built = [release / "thidua", release / "examples" / "bare", release / "examples" / "make_campaign"]
    for program in built:
        if not program.exists():
            sys.exit(f"{program}: not built")
    return Tools(*built, libraries(), work)


def packages():
    missing = sorted({package for what, package in PACKAGES.items() if not there(what)})
    if missing:
        say(f"installing {', '.join(missing)}")
        subprocess.run(["apt-get", "update", "--quiet"], check=True)
        subprocess.run(["apt-get", "install", "--yes", "--no-install-recommends", *missing], check=True)


def there(what):
    kind, _, name = what.rpartition(":")
    if kind == "lib":
        return ctypes.util.find_library(name) is not None
    if kind == "font":
        has_list = shutil.which("fc-list") is not None
        return has_list and bool(subprocess.run(["fc-list", name], capture_output=True, check=True).stdout)
    return shutil.which(what) is not None


def programs():
    say("building")
    command = "cargo build --release --bin thidua --example make_campaign --example bare"
    subprocess.run(command.split(), cwd=ROOT, check=True)


def libraries():
    """A Python that has what requirements.txt says, made when that changes."""
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]
    place = CACHE / f"python-{digest}"
    python = place / "bin" / "python"
    if not (place / "ready").exists():
        say("installing the Python libraries")
        subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS], check=True)
        (place / "ready").touch()
    return python


def say(text):
    print(text, file=sys.stderr, flush=True)
