"""What is judged: a campaign, its catalogue and its outputs, read with nothing of the program."""

import json
import subprocess
import tomllib
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FACTORS = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}


@dataclass
class Case:
    campaign_folder: Path
    outputs: Path
    notes: list[str] = field(default_factory=list)

    def __hash__(self) -> int:
        return id(self)

    def tell(self, note: str) -> None:
        """Adds what was counted to the line of the judge at work."""
        self.notes.append(note)

    def told(self) -> str:
        note = "; ".join(self.notes)
        self.notes.clear()
        return f" ({note})" if note else ""

    @cached_property
    def campaign(self) -> dict:
        return tomllib.loads((self.campaign_folder / "campaign.toml").read_text("utf-8"))

    @cached_property
    def catalogue(self) -> dict[str, dict]:
        """Indicators by code."""
        name = f"templates/catalogues/{self.campaign['catalogue']}.toml"
        own = self.campaign_folder / name
        text = (own if own.exists() else ROOT / name).read_text("utf-8")
        groups = tomllib.loads(text)["groups"]
        return {it["code"]: it for group in groups for it in group["indicators"]}

    @cached_property
    def so_lieu(self) -> dict:
        return json.loads((self.outputs / "so-lieu.json").read_text("utf-8"))

    @cached_property
    def figures(self) -> dict[str, dict]:
        return {it["id"]: it for it in self.so_lieu["figures"]}

    @cached_property
    def units(self) -> list[dict]:
        return self.campaign["units"]

    def value(self, figure: str) -> Fraction | None:
        value = self.figures[figure]["value"]
        return None if value is None else Fraction(value)

    def factor(self, code: str) -> int:
        """From the unit that tables print to the unit that so-lieu.json keeps."""
        indicator = self.catalogue[code]
        return FACTORS[indicator["unit"]] if indicator["kind"] == "money" else 1

    @cached_property
    def points(self) -> dict[str, dict]:
        """Points, ranks and votes by id; none where nothing is scored."""
        return {it["id"]: it for it in self.so_lieu.get("points", [])}

    @cached_property
    def digits_of_points(self) -> int:
        """Digits after the comma that the criteria give points."""
        name = f"templates/criteria/{self.campaign['scoring']['criteria']}.toml"
        own = self.campaign_folder / name
        text = (own if own.exists() else ROOT / name).read_text("utf-8")
        return tomllib.loads(text)["decimals"]

    @cached_property
    def whole(self) -> str:
        """How tables name everybody together."""
        return f"Toàn {self.campaign['cluster'].get('word', 'cụm')}"

    @cached_property
    def papers(self) -> dict[str, list[str]]:
        """Files by the document that they are made from, as the manifest lists them; no volumes."""
        kinds: dict[str, list[str]] = {}
        for it in self.listed:
            if not it.get("binds"):
                kinds.setdefault(it["document"], []).append(it["file"])
        return kinds

    @cached_property
    def listed(self) -> list[dict]:
        """The outputs that the manifest lists."""
        return json.loads((self.outputs / "manifest.json").read_text("utf-8"))["outputs"]

    @cached_property
    def of_units(self) -> dict[str, dict]:
        """Kinds of paper that every unit gets its own of, with the figures they print."""
        return {it["kind"]: it for it in self.so_lieu["unit_papers"]}

    def pdfs(self, kind: str) -> list[Path]:
        """The PDFs of a kind of document."""
        return [self.outputs / it for it in self.papers.get(kind, []) if it.endswith(".pdf")]

    def only(self, *kinds: str) -> Path | None:
        """The one paper of these kinds, not its copy for Word; None where the campaign makes none."""
        files = [it for kind in kinds for it in self.papers.get(kind, [])]
        found = [self.outputs / it for it in files if not it.endswith(".docx")]
        if len(found) > 1:
            raise ValueError(f"{found}: one was expected")
        return found[0] if found else None


def run(*command: str | Path) -> subprocess.CompletedProcess:
    words = [str(it) for it in command]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)


@cache
def pages(pdf: Path) -> list[str]:
    """The text of each page in reading order, without the page number at its head."""
    done = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")
    done.check_returncode()
    return [without_number(page) for page in done.stdout.split("\f")[:-1]]


def without_number(page: str) -> str:
    first, _, rest = page.partition("\n")
    return rest if first.strip().isdigit() else page


def text(pdf: Path) -> str:
    """The whole text with single spaces."""
    return " ".join(" ".join(pages(pdf)).split())
