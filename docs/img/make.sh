#!/usr/bin/env bash
# Remakes the pictures of the README from what the program writes: a small page of each output.
# Needs poppler (pdftoppm), LibreOffice (soffice), Python and Tinos or Times New Roman; run it from anywhere.
set -euo pipefail

cd "$(dirname "$0")/../.."
campaign=inputs/cum-so-5-2024
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo run --quiet --release -- build "$campaign" --out "$work" >/dev/null 2>&1

# picture NAME PDF PAGE DPI
picture() {
  pdftoppm -gray -singlefile -f "$3" -l "$3" -r "$4" "$2" "$work/$1"
  python3 docs/img/gray_png.py "$work/$1.pgm" "docs/img/$1.png"
}

# sheet NAME WORKBOOK DPI: the first page of a workbook as it would be printed
sheet() {
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf \
    --outdir "$work/sheets" "$2" >/dev/null 2>&1
  picture "$1" "$work/sheets/$(basename "$2" .xlsx).pdf" 1 "$3"
}

sheet tep-don-vi-gui "$campaign/submissions/cao-bang.xlsx" 66
picture giao-uoc "$work/giao-uoc-2025.pdf" 1 66
picture chu-ky "$work/giao-uoc-2025.pdf" 4 66
picture bao-cao "$work/bao-cao-tong-ket-2024.pdf" 1 66
picture phu-luc "$work/bao-cao-tong-ket-2024.pdf" 11 66
picture tin-hoi-nghi "$work/tin-hoi-nghi-2024.pdf" 1 66
sheet bang-tong-hop "$work/bang-tong-hop-so-lieu-2024.xlsx" 66

for file in docs/img/*.png; do
  [ "$(wc -c <"$file")" -le 61440 ] || { echo "$file is larger than 60 kB"; exit 1; }
done
ls -l docs/img/*.png
