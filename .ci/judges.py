"""Outside judges of what `thidua build` wrote: they share no code with the program.

usage: judges.py CAMPAIGN OUTPUTS

CAMPAIGN is the folder with campaign.toml and submissions/, OUTPUTS the folder that was written.
Every judge prints one line; a verdict against an output names the file and what is wrong. The exit
code is 1 as soon as one judge is not content.
"""

import sys
from pathlib import Path

from judging import figures, manifest, papers, points, slips, workbook
from judging.case import Case


def verdict(judge, case: Case) -> list[str]:
    """A judge that cannot even look has found a fault; the others still look."""
    try:
        return judge(case)
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]


def main() -> int:
    case = Case(Path(sys.argv[1]), Path(sys.argv[2]))
    judges = [
        ("manifest: status, hashes, nothing unlisted", manifest.judge),
        ("so-lieu.json: identities, sums and ratios", figures.tree),
        ("so-lieu.json against the cells of the submissions", figures.cells),
        ("points: cells, sums, the last word, totals, ranks", points.judge),
        ("printed words tell the values, hedges are true", figures.words),
        ("pdf: syntax, fonts, text, pages", papers.sound),
        ("pdf: every printed figure stands in the text", papers.printed),
        ("pdf: volumes are their papers", papers.bound),
        ("pdf: what is attached is what is printed, and no points", papers.carried),
        ("pdf: figures of the seeds, exact and hedged", papers.seeds),
        ("pledge: a signature cell for every party, in order", papers.signatures),
        ("papers of each unit: its own figures, nobody else's", slips.judge),
        ("xlsx: stored totals are those of so-lieu.json", workbook.stored),
        ("xlsx: charts draw the figures", workbook.charts),
        ("xlsx: the sheet of sources leads back to the cells", workbook.sources),
        ("xlsx: the table of the meeting holds the settled points", points.meeting),
        ("xlsx: LibreOffice recalculates the same numbers", workbook.recalculated),
    ]
    content = True
    for title, judge in judges:
        faults = verdict(judge, case)
        print(f"  {'ok  ' if not faults else 'FAIL'} {title}{case.told()}", flush=True)
        for fault in faults[:20]:
            print(f"       {fault}")
        if len(faults) > 20:
            print(f"       … and {len(faults) - 20} more")
        content = content and not faults
    return 0 if content else 1


if __name__ == "__main__":
    sys.exit(main())
