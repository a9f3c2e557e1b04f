"""A made-up campaign with a report whose annexes have a row for each unit.

The report that comes with the program speaks of indicators that made-up unions do not have; a campaign may have
templates of its own, so this one has a shorter report.
"""

import subprocess
import sys

NAME = "bao-cao-tong-ket"

BODY = """\
Kết quả của {{so so_don_vi}} đơn vị, kết nạp mới {{so th.TC12}} đoàn viên, nêu tại {{phu_luc.so_lieu}}
và {{phu_luc.chi_tieu}}.

```chu-ky
```
"""

DOCUMENT = """\
order = 2
title = "Báo cáo tổng kết năm {{nam}} của {{cum.ten}}"
file = "bao-cao-tong-ket-{{ky_tep}}"
format = "pdf"
layout = "bao-cao"
attach_figures = true
needs = ["target", "actual", "previous"]
letterhead = "head"
day = "closing"
kind = "BÁO CÁO"
subject = ["Tổng kết phong trào thi đua năm {{nam}}"]

[[annexes]]
key = "so_lieu"
title = "TỔNG HỢP SỐ LIỆU {{viet_hoa ky}}"
landscape = true
tables = ["so-lieu"]

[[annexes]]
key = "chi_tieu"
title = "KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM {{nam}}"
landscape = true
tables = ["chi-tieu-don-vi"]
"""

TABLE = """\
sheet = "Chỉ tiêu đơn vị"
title = "KẾT QUẢ THỰC HIỆN CHỈ TIÊU {{viet_hoa ky}} CỦA TỪNG ĐƠN VỊ"
indicators = ["TC12", "CL02", "DT02", "TD01"]

[columns]
units = ["target", "actual"]
"""


def make(tools, units):
    folder = tools.work / f"report-{units}"
    subprocess.run([tools.make_campaign, folder, str(units), NAME], check=True, stdout=sys.stderr)
    document, tables = folder / "templates" / "documents" / NAME, folder / "templates" / "tables"
    for place in (document, tables):
        place.mkdir(parents=True)
    (document / "body.md.hbs").write_text(BODY, encoding="utf-8")
    (document / "document.toml").write_text(DOCUMENT, encoding="utf-8")
    (tables / "chi-tieu-don-vi.toml").write_text(TABLE, encoding="utf-8")
    return folder
