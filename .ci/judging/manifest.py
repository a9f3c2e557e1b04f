"""manifest.json: what was made from what."""

import hashlib
import json
from pathlib import Path

from judging.case import ROOT, Case

# Asked for, and made only when there is something to ask a unit.
ON_OCCASION = {"de-nghi-ra-soat"}


def judge(case: Case) -> list[str]:
    manifest = json.loads((case.outputs / "manifest.json").read_text("utf-8"))
    faults = []
    if manifest["status"] != "complete":
        faults.append(f"status is {manifest['status']}, not complete")
    for entry in manifest["outputs"]:
        faults += same(case.outputs / entry["file"], entry)
    for entry in manifest["inputs"]:
        own = case.campaign_folder / entry["file"]
        faults += same(own if own.exists() else ROOT / entry["file"], entry)
    sent = {
        f"{folder}/{it.name}"
        for folder in ("submissions", "panel")
        for it in case.campaign_folder.glob(f"{folder}/*.xlsx")
    }
    listed = {entry["file"] for entry in manifest["inputs"]}
    faults += [f"{it} is an input and is not listed" for it in sorted(sent - listed)]
    listed = {entry["file"] for entry in manifest["outputs"]} | {"manifest.json"}
    found = {
        it.relative_to(case.outputs).as_posix()
        for it in case.outputs.rglob("*")
        if it.is_file() and not it.name.startswith(".")
    }
    faults += [f"{it} is not listed" for it in sorted(found - listed)]
    wanted = set(case.campaign.get("papers", [])) - ON_OCCASION
    made = {entry["document"] for entry in manifest["outputs"]}
    faults += [f"{it} is asked for and was not made" for it in sorted(wanted - made)]
    if not manifest["fonts"]:
        faults.append("no font is listed")
    case.tell(f"{len(manifest['inputs'])} inputs, {len(manifest['outputs'])} outputs")
    return faults


def same(path: Path, entry: dict) -> list[str]:
    if not path.is_file():
        return [f"{entry['file']} is listed and is not there"]
    data = path.read_bytes()
    if len(data) != entry["bytes"] or hashlib.sha256(data).hexdigest() != entry["sha256"]:
        return [f"{entry['file']} is not the file that was hashed"]
    return []
