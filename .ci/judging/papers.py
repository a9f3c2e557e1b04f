"""The PDFs, read back by poppler and qpdf."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from judging.case import Case, pages, run, text

# Fewest and most pages of a sane paper, by the document that it is made from.
PAGES = {
    "tin-hoi-nghi": (1, 2),
    "giao-uoc": (3, 12),
    "giao-uoc-trang-trong": (3, 14),
    "giao-uoc-trang-ky": (1, 2),
    "bao-cao-tong-ket": (6, 40),
    "bao-cao-nam": (6, 40),
    "bao-cao-uy-ban-kiem-tra": (2, 6),
    "bang-dang-ky-thi-dua": (1, 6),
    "bang-diem-thi-dua": (1, 4),
    "bien-ban-binh-xet": (2, 6),
    "bien-ban-kiem-phieu": (1, 6),
    "bien-ban-bau-cu": (1, 4),
    "bien-ban-bau-cu-bo-sung": (1, 4),
    "to-trinh-khen-thuong": (1, 4),
    "to-trinh-cong-nhan": (1, 3),
    "bai-phat-dong": (1, 4),
    "dinh-huong-nhiem-vu": (1, 6),
    "chuong-trinh-hoi-nghi": (1, 3),
    "chuong-trinh-lam-viec": (1, 3),
    "bang-tong-hop-kien-nghi": (1, 8),
    "thong-bao-giao-chi-tieu-khoi": (1, 4),
    "thong-bao-giao-chi-tieu": (1, 4),
    "phieu-xac-nhan-so-lieu": (2, 12),
    "phieu-diem": (1, 6),
    "kich-ban-dieu-hanh": (1, 6),
    "dien-van-khai-mac": (1, 4),
    "danh-sach-dai-bieu": (1, 4),
    "cong-van-gui-tong-lien-doan": (1, 3),
    "cong-van-don-doc": (1, 2),
    "muc-luc-van-ban": (1, 3),
    "giay-moi": (1, 2),
    "giay-chung-nhan": (1, 1),
}

# The papers that carry the figures which they print.
CARRYING = {"bao-cao-tong-ket", "bao-cao-so-ket-6-thang", "bao-cao-nam"}

# Private use, surrogates and the replacement character: no letter of any language.
NO_LETTER = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")

HEDGED = re.compile(r"(?<!\w)(?:gần|trên|hơn|khoảng) \d", re.IGNORECASE)


@dataclass(frozen=True)
class Seed:
    """Figures of the newspaper's article: what the report says, and what the news item says."""

    exact: dict[str, str]
    hedged: dict[str, str]


SEEDS = {
    "cum-so-5-2024": Seed(
        exact={
            "TC01": "6.428", "TC02": "937", "TC03": "5.491", "TC10": "339.739", "TC05": "132",
            "TC12": "25.493", "XD01": "7.417", "XD02": "4.925", "DT01": "202", "DT02": "24.186",
            "CL08": "59.812", "CL09": "39.764",
        },
        hedged={"CL08": "gần 60.000", "CL09": "gần 40 tỷ", "DT02": "trên 24.000"},
    ),
    "nam-trung-bo-tay-nguyen-2020": Seed(
        exact={
            "TC05": "187", "TC12": "29.846", "CL01a": "78", "CL06": "16.248,5", "CL05": "312",
        },
        hedged={"TC12": "gần 30.000", "CL06": "hơn 16 tỷ", "CL05": "hơn 300"},
    ),
    "mien-trung-tay-nguyen-2025": Seed(
        exact={
            "TC12": "65.050", "TC05": "358", "XD01": "9.692", "XD02": "5.057", "CL05": "755",
            "TD01": "17.947",
        },
        hedged={"TC12": "trên 65.000"},
    ),
    "soc-trang-2019": Seed(
        exact={"CL01c": "14", "CL05": "77"},
        hedged={"CL15": "gần 4.400", "CL16": "trên 19,5 tỷ", "CL07": "trên 2 tỷ", "CL06b": "trên 3,6 tỷ"},
    ),
}


def sound(case: Case) -> list[str]:
    faults = []
    for kind in case.papers:
        found = case.pdfs(kind)
        if found and kind not in PAGES:
            faults.append(f"{kind}: how many pages it may have is not known to the judges")
            continue
        for pdf in found:
            name = pdf.relative_to(case.outputs)
            faults += [f"{name}: {it}" for it in syntax(pdf) + fonts(pdf) + letters(pdf)]
            faults += [f"{name}: {it}" for it in length(pdf, *PAGES[kind])]
        if found:
            counts = sorted({len(pages(it)) for it in found})
            times = f"{len(found)} × " if len(found) > 1 else ""
            case.tell(f"{kind} {times}{'-'.join(map(str, counts))} pages")
    return faults if case.papers else ["no papers"]


def length(pdf: Path, least: int, most: int) -> list[str]:
    count = len(pages(pdf))
    return [] if least <= count <= most else [f"{count} pages, expected {least} to {most}"]


def carried(case: Case) -> list[str]:
    """A paper carries exactly the figures that it prints, and never points: it goes further than they may."""
    faults = []
    for kind in case.papers:
        for pdf in case.pdfs(kind):
            name = pdf.relative_to(case.outputs).as_posix()
            carries = run("qpdf", "--list-attachments", pdf).stdout.startswith("so-lieu.json")
            if carries != (kind in CARRYING):
                faults.append(f"{name}: {'carries' if carries else 'lacks'} so-lieu.json")
            elif carries:
                faults += [f"{name}: {it}" for it in attachment(case, pdf)]
    return faults


def attachment(case: Case, pdf: Path) -> list[str]:
    done = run("qpdf", "--show-attachment=so-lieu.json", pdf)
    read = json.loads(done.stdout)
    faults = ["points are attached"] if "points" in read else []
    figures = {it["id"]: it for it in read["figures"]}
    wrong = [it for it, figure in figures.items() if figure["value"] != case.figures[it]["value"]]
    faults += [f"{it} has another value than in so-lieu.json" for it in wrong]
    mine = [it for it in case.so_lieu["printed"] if it["document"] == pdf.name]
    if {(it["n"], it["figure"], it["text"]) for it in mine} != {
        (it["n"], it["figure"], it["text"]) for it in read["printed"]
    }:
        faults.append("what is attached as printed is not what so-lieu.json says of it")
    absent = {it["figure"] for it in read["printed"]} - figures.keys()
    faults += [f"{it} is printed and not attached" for it in sorted(absent)]
    case.tell(f"{len(figures)} figures")
    return faults


def syntax(pdf: Path) -> list[str]:
    done = run("qpdf", "--check", pdf)
    return [] if done.returncode == 0 else [f"qpdf: {done.stdout.strip()} {done.stderr.strip()}"]


def fonts(pdf: Path) -> list[str]:
    """Name, type and encoding may hold spaces; the five words from the right are fixed."""
    done = run("pdffonts", pdf)
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    faults = [f"{row[0]} is not embedded" for row in rows if row[-5] != "yes"]
    faults += [f"{row[0]} cannot be copied as text" for row in rows if row[-3] != "yes"]
    return faults if rows else ["no fonts"]


def letters(pdf: Path) -> list[str]:
    faults = []
    for number, page in enumerate(pages(pdf), 1):
        if not page.strip():
            faults.append(f"page {number} is empty")
        found = sorted({f"U+{ord(it):04X}" for it in NO_LETTER.findall(page)})
        if found:
            faults.append(f"page {number} holds {', '.join(found)}")
    return faults


def standing(token: str) -> re.Pattern:
    """The token where it is not a part of a longer number or word."""
    return re.compile(rf"(?<![\w.,]){re.escape(token)}(?!\w|[.,]\d|%)")


def printed(case: Case) -> list[str]:
    """Each printed figure stands in the paper's text as often as so-lieu.json says."""
    faults = []
    wanted = Counter((it["document"], it["text"]) for it in case.so_lieu["printed"])
    texts = {
        pdf.relative_to(case.outputs).as_posix(): text(pdf)
        for kind in case.papers
        for pdf in case.pdfs(kind)
    }
    held = 0
    for it in case.so_lieu["printed"]:
        if it["document"] not in texts or "page" not in it:
            continue
        if it["text"] not in page_text(case.outputs / it["document"], it["page"]):
            faults.append(f"{it['document']}: “{it['text']}” is not on page {it['page']}")
    for (document, token), times in wanted.items():
        if document not in texts:
            continue
        held += times
        found = len(standing(token).findall(texts[document]))
        if found < times:
            faults.append(f"{document}: “{token}” is printed {times} times, stands {found} times")
    case.tell(f"{held} figures")
    return faults


def bound(case: Case) -> list[str]:
    """A volume holds the pages of its papers, word for word, each from an odd page on."""
    faults = []
    for it in case.listed:
        wanted: list[str] = []
        for paper in it.get("binds", []):
            own = pages(case.outputs / paper)
            wanted += own + [""] * (len(own) % 2)
        found = [page.strip() for page in pages(case.outputs / it["file"])] if wanted else []
        if found != [page.strip() for page in wanted][: len(found)] or len(wanted) - len(found) > 1:
            faults.append(f"{it['file']} is not what its papers are")
        if wanted:
            case.tell(f"{it['file']}: {len(it['binds'])} papers, {len(found)} pages")
    return faults


def page_text(pdf: Path, page: int) -> str:
    return " ".join(pages(pdf)[page - 1].split())


def seeds(case: Case) -> list[str]:
    seed = SEEDS.get(case.campaign_folder.name, Seed({}, {}))
    report, news = case.only("bao-cao-tong-ket", "bao-cao-nam"), case.only("tin-hoi-nghi")
    faults = []
    for pdf, wanted in [(report, seed.exact), (news, seed.hedged)]:
        for code, token in wanted.items():
            faults += said(case, pdf, f"{code}.actual", token)
    if report is None:
        return faults
    for number, page in enumerate(pages(report), 1):
        found = HEDGED.findall(" ".join(page.split()))
        faults += [f"{report.name}, page {number}: hedges “{it}…”" for it in found]
    case.tell(f"{len(seed.exact)} exact, {len(seed.hedged)} hedged")
    return faults


def said(case: Case, pdf: Path, figure: str, token: str) -> list[str]:
    if not standing(token).search(text(pdf)):
        return [f"{pdf.name}: {figure} “{token}” is not in the text"]
    words = {
        it["text"]
        for it in case.so_lieu["printed"]
        if it["document"] == pdf.name and it["figure"] == figure
    }
    if not any(it == token or it.startswith(f"{token} ") for it in words):
        return [f"{pdf.name}: {figure} is printed as {sorted(words)}, not as “{token}”"]
    return []


def signing(case: Case) -> list[str]:
    """Codes of the parties in the order of signing: as listed, else the head, the deputy and the others."""
    declared = case.campaign["pledge"]
    if "parties" in declared:
        return declared["parties"]
    codes = [it["code"] for it in case.units]
    first = [declared[it] for it in ("head", "deputy") if it in declared]
    if declared.get("order", "head-first") == "head-first":
        return first + [it for it in codes if it not in first]
    if declared["order"] == "units":
        return codes
    raise ValueError("the judges do not know the order of the Vietnamese alphabet")


def signatures(case: Case) -> list[str]:
    pledge = case.only("giao-uoc")
    if pledge is None:
        case.tell("no pledge")
        return ["a campaign with [pledge] has none"] if "pledge" in case.campaign else []
    codes = signing(case)
    headings = {it["code"]: " ".join(it["heading"]) for it in case.units}
    parties = [headings[it] for it in codes]
    _, caption, after = text(pledge).partition("ĐẠI DIỆN CÁC ĐƠN VỊ KÝ GIAO ƯỚC")
    grid = after.partition("Phụ lục")[0]
    if not caption:
        return [f"{pledge.name}: no grid of signatures"]
    places = {it: [found.start() for found in standing(it).finditer(grid)] for it in parties}
    faults = [
        f"{pledge.name}: “{it}” has {len(found)} cells"
        for it, found in places.items()
        if len(found) != 1
    ]
    if not faults and sorted(parties, key=lambda it: places[it][0]) != parties:
        faults.append(f"{pledge.name}: the cells are not in the campaign's order")
    on_pages = [
        number
        for number, page in enumerate(pages(pledge), 1)
        if "TM. BAN THƯỜNG VỤ" in page or "KT. CHỦ TỊCH" in page
    ]
    case.tell(f"{len(parties)} parties on page {', '.join(map(str, on_pages))}")
    return faults
