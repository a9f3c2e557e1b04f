"""Writes a page as a small PNG of sixteen grays. usage: gray_png.py PAGE.pgm PAGE.png"""

import struct
import sys
import zlib
from pathlib import Path


def chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


source, target = map(Path, sys.argv[1:])
kind, size, most, pixels = source.read_bytes().split(b"\n", 3)
assert (kind, most) == (b"P5", b"255"), "pdftoppm -gray writes such files"
width, height = map(int, size.split())
rows = []
for start in range(0, width * height, width):
    grays = [(it + 8) // 17 for it in pixels[start : start + width]] + [0] * (width % 2)
    rows.append(b"\0" + bytes(a << 4 | b for a, b in zip(grays[::2], grays[1::2])))
head = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
target.write_bytes(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", head)
    + chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
    + chunk(b"IEND", b"")
)
