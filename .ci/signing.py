#!/usr/bin/env python3
"""Signs papers as offices do and holds `thidua verify` against pyHanko and pdfsig.

usage: .ci/signing.py THIDUA OUTPUTS     (needs pyHanko, pikepdf, cryptography; pdfsig where it is installed)

Certificates are made here and are nobody's. Ten signatures in turn on the pledge and on a numbered paper, whose
number and date are filled between the person and the organisation; then files that must be found: a changed byte,
a page added after signing, a note laid upon a page, a cut file.
"""
import asyncio
import datetime
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

program, outputs = Path(sys.argv[1]), Path(sys.argv[2])
work = Path(tempfile.mkdtemp())
failed = []


def expect(holds, what):
    if not holds:
        failed.append(what)
        print(f"signing: NOT SO: {what}")


# --- People with certificates of their own ---------------------------------------------------------------------

def authority():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tổ chức chứng thực thử nghiệm")])
    return key, certificate(name, name, key.public_key(), key, is_authority=True)


def certificate(subject, issuer, public, signing, is_authority=False):
    now = datetime.datetime.now(datetime.timezone.utc)
    built = (
        x509.CertificateBuilder()
        .subject_name(subject).issuer_name(issuer).public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )
    if not is_authority:
        usage = dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
                               "encipher_only", "decipher_only"), False)
        built = built.add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), True)
    return built.sign(signing, hashes.SHA256())


AUTHORITY = authority()
KINDS = {
    "RSA": lambda: rsa.generate_private_key(65537, 2048),
    "PSS": lambda: rsa.generate_private_key(65537, 2048),
    "P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
}


def signer(name, kind):
    key = KINDS[kind]()
    subject = x509.Name([
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Liên đoàn Lao động thử nghiệm"),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ])
    own = certificate(subject, AUTHORITY[1].subject, key.public_key(), AUTHORITY[0])
    paths = []
    for part, data in (
        ("key.pem", key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                      serialization.NoEncryption())),
        ("own.pem", own.public_bytes(serialization.Encoding.PEM)),
        ("ca.pem", AUTHORITY[1].public_bytes(serialization.Encoding.PEM)),
    ):
        path = work / part
        path.write_bytes(data)
        paths.append(str(path))
    return signers.SimpleSigner.load(paths[0], paths[1], ca_chain_files=(paths[2],), prefer_pss=kind == "PSS")


# --- Signing and filling ----------------------------------------------------------------------------------------

# A stroke in blue, as the picture of a hand is; words would need a font inside.
HAND = StaticStampStyle(
    background=RawContent(b"0 0 0.8 RG 2 w 5 8 m 20 44 30 -6 50 20 c 70 44 80 10 95 30 c S", box=BoxConstraints(100, 50)),
    background_opacity=1,
    border_width=0,
)


def sign(pdf, field, who, pades=True):
    """One more signature as an incremental update, drawn in its room."""
    out = io.BytesIO()
    kind = fields.SigSeedSubFilter.PADES if pades else fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    meta = signers.PdfSignatureMetadata(field_name=field, subfilter=kind, md_algorithm="sha256")
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    asyncio.run(signers.PdfSigner(meta, who, stamp_style=HAND).async_sign_pdf(writer, existing_fields_only=True, output=out))
    return out.getvalue()


def every_field(pdf):
    """Names of the fields that hold something, with their objects."""
    found = {}

    def walk(field, before):
        field = field.get_object()
        name = before + str(field["/T"])
        if "/Kids" in field:
            for kid in field["/Kids"]:
                walk(kid, name + ".")
        else:
            found[name] = field

    for field in PdfFileReader(io.BytesIO(pdf)).root["/AcroForm"]["/Fields"]:
        walk(field, "")
    return found


def fill(pdf, values):
    """Fills text fields as a viewer does: value, and an appearance in the form's own font."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    form = writer.root["/AcroForm"].get_object()

    def walk(raw, before):
        field = raw.get_object()
        name = before + str(field["/T"])
        if "/Kids" in field:
            for kid in field["/Kids"]:
                walk(kid, name + ".")
        elif name in values:
            x0, y0, x1, y1 = (float(it) for it in field["/Rect"])
            look = str(field["/DA"])
            font = generic.NameObject(look.split()[0])
            text = f"/Tx BMC q BT {look} 2 4.3 Td ({values[name]}) Tj ET Q EMC".encode()
            appearance = generic.StreamObject(
                {
                    generic.pdf_name("/Type"): generic.pdf_name("/XObject"),
                    generic.pdf_name("/Subtype"): generic.pdf_name("/Form"),
                    generic.pdf_name("/BBox"): generic.ArrayObject(
                        [generic.FloatObject(it) for it in (0, 0, x1 - x0, y1 - y0)]),
                    generic.pdf_name("/Resources"): generic.DictionaryObject({
                        generic.pdf_name("/Font"): generic.DictionaryObject(
                            {font: form["/DR"]["/Font"].raw_get(font)})}),
                },
                stream_data=text,
            )
            field[generic.pdf_name("/V")] = generic.pdf_string(values[name])
            field[generic.pdf_name("/AP")] = generic.DictionaryObject(
                {generic.pdf_name("/N"): writer.add_object(appearance)})
            writer.update_container(field)

    for raw in form["/Fields"]:
        walk(raw, "")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# --- The judges -------------------------------------------------------------------------------------------------

def by_pyhanko(pdf):
    """Whether pyHanko finds every signature whole, and nothing but allowed changes after it."""
    trust = ValidationContext(trust_roots=[load_cert_from_pemder(str(work / "ca.pem"))])

    async def all_of_them():
        told = []
        for it in PdfFileReader(io.BytesIO(pdf)).embedded_signatures:
            status = await async_validate_pdf_signature(it, trust)
            told.append((it.field_name, status.bottom_line))
        return told

    return asyncio.run(all_of_them())


def by_us(pdf, name, *more):
    path = work / name
    path.write_bytes(pdf)
    done = subprocess.run([program, "verify", path, "--format", "json", *more], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout)


def by_pdfsig(pdf):
    """How many signatures poppler calls valid; None without poppler."""
    if not shutil.which("pdfsig"):
        return None
    path = work / "pdfsig.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True).stdout
    return len(re.findall("Signature is Valid", told))


def all_valid(pdf, name, count):
    code, told = by_us(pdf, name, "--against", str(outputs))
    (ours,) = told["files"]
    expect(code == 0, f"{name}: verify ends with 0, not {code}")
    expect(ours["content"]["state"] == "as-made", f"{name}: the content is what was made")
    expect(len(ours["signatures"]) == count, f"{name}: {count} signatures")
    expect(all(it["good"] for it in ours["signatures"]), f"{name}: all good by verify")
    theirs = by_pyhanko(pdf)
    expect(len(theirs) == count and all(good for _, good in theirs), f"{name}: all good by pyHanko: {theirs}")
    poppler = by_pdfsig(pdf)
    expect(poppler in (None, count), f"{name}: pdfsig calls {poppler} of {count} valid")
    whole = [it["coverage"]["kind"] == "whole" for it in ours["signatures"]]
    expect(whole == [False] * (count - 1) + [True], f"{name}: the last signature alone covers the whole file")
    print(f"signing: {name}: {count} signatures in turn, valid by verify, pyHanko"
          + (" and pdfsig" if poppler is not None else ""))


# --- What must be found -----------------------------------------------------------------------------------------

def appended(pdf, change):
    """An incremental update by somebody who is no signer."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def add_page(writer):
    page = generic.DictionaryObject({
        generic.pdf_name("/Type"): generic.pdf_name("/Page"),
        generic.pdf_name("/MediaBox"): generic.ArrayObject([generic.NumberObject(it) for it in (0, 0, 595, 842)]),
        generic.pdf_name("/Resources"): generic.DictionaryObject(),
        generic.pdf_name("/Contents"): writer.add_object(generic.StreamObject(stream_data=b"")),
    })
    writer.insert_page(page)


def add_note(writer):
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    note = writer.add_object(generic.DictionaryObject({
        generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
        generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
        generic.pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(it) for it in (100, 100, 300, 200)]),
        generic.pdf_name("/Contents"): generic.pdf_string("x"),
    }))
    page[generic.pdf_name("/Annots")] = generic.ArrayObject([*page.get("/Annots", []), note])
    writer.update_container(page)


def found(pdf, name, kind):
    code, told = by_us(pdf, name)
    after = [change["kind"] for file in told.get("files", []) for it in file["signatures"] for change in it["after"]]
    verdicts = [it["verdict"] for file in told.get("files", []) for it in file["signatures"]]
    expect(code == 1 and kind in after + verdicts, f"{name}: {kind} is found, not {code} {after} {verdicts}")


def spoiled(signed):
    at = signed.index(b"stream", 2000) + 40
    found(signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1:], "doi-byte.pdf", "bytes-changed")
    found(appended(signed, add_page), "them-trang.pdf", "pages-added")
    found(appended(signed, add_note), "them-ghi-chu.pdf", "annotation")
    code, _ = by_us(signed[:-900], "cat-duoi.pdf")
    expect(code != 0, "cat-duoi.pdf: a cut file is not called good")
    print("signing: a changed byte, an added page, a note and a cut file are found")


def in_turn(path, count):
    """Signatures one after the other, of every kind; number and date after the first."""
    pdf = path.read_bytes()
    names = every_field(pdf)
    rooms = sorted(it for it, field in names.items() if field.get("/FT") == "/Sig")
    # A person, then the seal of the body.
    rooms.sort(key=lambda it: (it.split("_")[1], it.startswith("dau")))
    gaps = [it for it in names if it.startswith(("so_van_ban", "ngay_ban_hanh"))]
    rooms = rooms[:count]
    for number, room in enumerate(rooms):
        kind = list(KINDS)[number % len(KINDS)]
        pdf = sign(pdf, room, signer(f"Người ký {number + 1}", kind), pades=number % 3 != 2)
        if number == 0 and gaps:
            pdf = fill(pdf, {it: "05" for it in gaps})
    all_valid(pdf, path.name, len(rooms))
    (work / "signed").mkdir(exist_ok=True)
    (work / "signed" / path.name).write_bytes(pdf)
    return pdf


pledge = next(iter(sorted(outputs.glob("giao-uoc-*.pdf"))), None)
report = next(iter(sorted(outputs.glob("bao-cao-*.pdf"))), None)
for paper in filter(None, (pledge, report)):
    signed = in_turn(paper, 10)
    spoiled(signed)
if len(sys.argv) > 3:
    shutil.copytree(work / "signed", sys.argv[3], dirs_exist_ok=True)
shutil.rmtree(work)
sys.exit(1 if failed else 0)
