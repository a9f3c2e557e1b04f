#!/usr/bin/env python3
"""Holds what LibreOffice shows of a Word file against the PDF of the same paper: the same words in the same order.

usage: word_like_pdf.py OUTPUTS…

Pages may break elsewhere, so page numbers and the headers of tables, which each page repeats, are left out on both
sides, and words are compared without the spaces between them: a narrow column may part a long word.
"""
import difflib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

# Papers of units are alike; so many of a folder are enough.
OF_A_FOLDER = 2
SHOWN = 60
DRAFT = "DỰTHẢO"
CAPTION = "ĐẠIDIỆNCÁCĐƠNVỊ"


def chosen(folder: Path) -> list[Path]:
    """The copies for Word: all of the cluster, the first ones of the units."""
    outputs = json.loads((folder / "manifest.json").read_text())["outputs"]
    taken, seen = [], Counter()
    for output in outputs:
        name = Path(output["file"])
        if not output.get("copy_of"):
            continue
        seen[name.parent] += 1
        if name.parent == Path(".") or seen[name.parent] <= OF_A_FOLDER:
            taken.append(folder / name)
    return taken


def headers(copy: Path) -> list[str]:
    """The header rows of the tables of a Word file, which a reader repeats on each page, without spaces."""
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    root = ElementTree.fromstring(zipfile.ZipFile(copy).read("word/document.xml"))
    told = []
    for table in root.iter(f"{word}tbl"):
        rows = [row for row in table.iter(f"{word}tr") if row.find(f"{word}trPr/{word}tblHeader") is not None]
        told.append(bare("".join(text.text or "" for row in rows for text in row.iter(f"{word}t"))))
    return sorted({it for it in told if it}, key=len, reverse=True)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def words(pdf: Path, repeated: list[str]) -> str:
    """The text without spaces, page numbers and headers of tables."""
    told = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    kept = ""
    for page in told.split("\f"):
        lines = [line for line in map(bare, page.split("\n")) if line]
        marked = next((it for it in range(1, 7) if "".join(lines[:it]) == DRAFT), 0)
        lines = lines[marked:]
        if lines and re.fullmatch(r"\d{1,3}", lines[0]):
            lines = lines[1:]
        # The caption of a grid of signatures, said again where the grid goes on.
        if lines and lines[0].startswith(CAPTION) and lines[0] in kept:
            lines = lines[1:]
        kept += "".join(lines).replace(DRAFT, "")
    for header in repeated:
        kept = without(kept, header)
    return kept


def without(text: str, header: str) -> str:
    """The text without a header, wherever it stands: its letters in any order, as cells that span rows are drawn."""
    text = text.replace(header, "")
    wanted, size, kept, at = Counter(header), len(header), [], 0
    window = Counter(text[:size])
    while at < len(text):
        if window == wanted:
            at += size
            window = Counter(text[at:at + size])
            continue
        kept.append(text[at])
        window[text[at]] -= 1
        if window[text[at]] == 0:
            del window[text[at]]
        if at + size < len(text):
            window[text[at + size]] += 1
        at += 1
    return "".join(kept)


def differences(ours: str, theirs: str) -> list[str]:
    """What stands in one and not in the other."""
    if ours == theirs:
        return []
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    told = [it for it in matcher.get_opcodes() if it[0] != "equal"]
    # Where a header's last letter is also the one before it, either may be taken for the header's.
    if len(told) == 2 and len({ours[a:b] + theirs[c:d] for _, a, b, c, d in told}) == 1 and told[1][1] - told[0][1] < 3:
        return []
    return [f"PDF “{ours[a:b][:SHOWN]}” Word “{theirs[c:d][:SHOWN]}”" for _, a, b, c, d in told]


def converted(copies: list[Path], out: Path, profile: Path) -> None:
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir",
         str(out), *map(str, copies)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600,
    )


def main(folders: list[str]) -> int:
    looked, failed = 0, 0
    with tempfile.TemporaryDirectory() as work:
        for folder in map(Path, folders):
            # Two papers of units may have one name: each folder is converted by itself.
            groups: dict[Path, list[Path]] = {}
            for copy in chosen(folder):
                groups.setdefault(copy.parent, []).append(copy)
            for copies in groups.values():
                with tempfile.TemporaryDirectory(dir=work) as out:
                    converted(copies, Path(out), Path(work) / "profile")
                    for copy in copies:
                        looked += 1
                        made = Path(out) / f"{copy.stem}.pdf"
                        if not made.exists():
                            told = ["LibreOffice cannot open it"]
                        else:
                            said = headers(copy)
                            told = differences(words(copy.with_suffix(".pdf"), said), words(made, said))
                        if told:
                            failed += 1
                            print(f"       {copy}")
                            for it in told[:6]:
                                print(f"         {it}")
    if looked == 0:
        print("word like pdf: no copies for Word")
        return 2
    print(f"  {'FAIL' if failed else 'ok  '} LibreOffice shows the words of the PDF: {looked} copies, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
