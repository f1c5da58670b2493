"""A file built to do harm, or broken on its way, ends in one clear sentence: no traceback, no abort, no full memory."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from campaignctl.readers.grid import grids
from campaignctl.readers.preflight import Passed, Refusal, preflight

FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
MEGABYTE = bytes(1 << 20)
LETTERS = bytes(range(97, 123)) * 40_330


def _far_reaching(hand_made):
    """Return sheets whose one far cell is written in every way that a parser understands."""
    near = hand_made.row(1, 1, 2)
    plain = {
        "far corner": near + FAR,
        "far corner first": FAR + near,
        "far cell in a near row": near + '<row r="2"><c r="XFD1048576"><v>1</v></c></row>',
        "far cell in a far row without a place": near
        + '<row r="1048576"><c><v>1</v></c></row><row r="2"><c r="XFD2"><v>1</v></c></row>',
        "quoted singly": near + FAR.replace('"', "'"),
        "in small letters": near + FAR.replace("XFD", "xfd"),
        "spaces around the sign": near + '<row r="9"><c r = "XFD1048576"><v>1</v></c></row>',
        "a line break in the tag": near + '<row r="9"><c\nr="XFD1048576"><v>1</v></c></row>',
        "another attribute first": near + '<row r="9"><c s="0" r="XFD1048576"><v>1</v></c></row>',
        "in another namespace": near + '<z:row r="9"><z:c r="XFD1048576"><z:v>1</z:v></z:c></z:row>',
        "an empty text": near + '<row r="9"><c r="XFD1048576" t="inlineStr"><is><t></t></is></c></row>',
        "beyond the last column": near + '<row r="1"><c r="XFE1"><v>1</v></c></row>' + FAR,
        "wide and tall in turn": near
        + '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        "a place without end": near + f'<row r="9"><c r="A{"9" * 5000}"><v>1</v></c></row>',
        "a row without end": near + f'<row r="{"9" * 5000}"><c><v>1</v></c></row>',
        "behind a long row": near + '<row r="2">' + "<c><v>1</v></c>" * 100_000 + "</row>" + FAR,
    }
    files = {name: hand_made.Book({"Products": rows}) for name, rows in plain.items()}
    sheet = hand_made.sheet_xml(near + FAR)
    files["in a part of another name"] = hand_made.Book({"Products": sheet}, paths={"Products": "data.bin"})
    files["in a part in other case"] = hand_made.Book({"Products": sheet}, paths={"Products": "WORKSHEETS/Sheet1.XML"})
    files["in a part named like the texts"] = hand_made.Book(
        {"Products": sheet}, paths={"Products": "sharedStrings.xml"}
    )
    files["in the second sheet"] = hand_made.Book({"Seller": near, "Products": near + FAR})
    wide = "".join(
        f'<row r="1"><c r="XFD1"><v>1</v></c></row><row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in (900,)
    )
    files["in many sheets together"] = hand_made.Book({f"S{n}": wide for n in range(4)})
    return files


def _of_files(hand_made):
    """Return every hostile or broken file by what it is, with the words that must be said of it."""
    book = hand_made.Book({"Products": hand_made.row(1, 1)})
    whole = hand_made.zip_of(book.parts())
    entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

    def with_parts(parts):
        return hand_made.zip_of({**book.parts(), **parts})

    def sheet_of(part):
        return hand_made.zip_of({**book.parts(), "xl/worksheets/sheet1.xml": part})

    bomb = hand_made.repeated(MEGABYTE, 2048)
    noise = hand_made.repeated(LETTERS, 900)
    part = hand_made.Part
    entries = {f"xl/media/{n}.png": b"" for n in range(6000)}
    files = {
        "empty": (b"", "is empty"),
        "text": (b"please find our offer attached\n", "not a workbook but"),
        "numbers in a row": (bytes(range(256)) * 40, "neither a workbook nor a table|not a workbook but"),
        "html": (b"<html><table><tr><td>1</td></tr></table></html>", "a web page with the name of a table"),
        "word document": (hand_made.zip_of({"word/document.xml": "<x/>"}), "not a workbook but a Word document"),
        "zip of workbooks": (hand_made.zip_of({"a/moss.xlsx": b"PK"}), "holds moss.xlsx; unpack it"),
        "mail": (
            b"From: a@b.example\r\nTo: c@d.example\r\nSubject: offer\r\n\r\nHello",
            "not a workbook but an e-mail",
        ),
        "outlook mail": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096) + "__substg1.0_Workbook".encode("utf-16-le"),
            "not a workbook but an e-mail",
        ),
        "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a Word document"),
        "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(50), "not a workbook but a picture"),
        "archive": (b"7z\xbc\xaf\x27\x1c" + bytes(50), "not a workbook but a packed archive"),
        "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not a workbook but a PDF"),
        "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not a workbook but a picture"),
        "old xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "cannot be read as a workbook|old .xls"),
        "password": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(1_048_570)
            + "EncryptedPackage".encode("utf-16-le")
            + bytes(100),
            "password",
        ),
        "zip password": (sheet_of(part(b"x", flags=1)), "password"),
        "strange packing": (sheet_of(part(b"x", method=12)), "no spreadsheet program"),
        "plain zip": (hand_made.zip_of({"a.txt": "hello"}), "a zip file but not a workbook"),
        "empty zip": (hand_made.zip_of({}), "a zip file but not a workbook"),
        "ods": (
            hand_made.zip_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "cannot be read as a workbook|.ods",
        ),
        "xlsb": (hand_made.zip_of({"xl/workbook.bin": "x"}), ".xlsb"),
        "truncated": (whole[:-200], "damaged"),
        "cut in the middle": (whole[: len(whole) // 2], "damaged"),
        "first bytes only": (whole[:10], "damaged"),
        "broken inside": (
            whole.replace(b"PK\x03\x04", b"PK\x03\x05").replace(b"PK\x03\x05", b"PK\x03\x04", 1),
            "damaged",
        ),
        "wrong checksum": (sheet_of(part(b"<worksheet/>", crc=1)), "damaged"),
        "not deflated": (sheet_of(part(b"\xff" * 50, packed=False, size=50)), "damaged"),
        "not xml": (hand_made.zip_of({**book.parts(), "xl/workbook.xml": "<workbook"}), "damaged: a part is not XML"),
        "something before": (hand_made.zip_of(book.parts(), prefix=b"PK\x03\x04junk"), "damaged"),
        "two packages in one": (hand_made.zip_of(hand_made.Book({"Products": FAR}).parts()) + whole, "damaged"),
        "a part twice": (with_parts({"XL/worksheets/SHEET1.xml": "<x/>"}), "damaged"),
        "many parts": (with_parts(entries), "parts"),
        "two gigabytes": (sheet_of(part(bomb, packed=False, size=2 << 30)), "unpacks to 2,048 MB"),
        "from almost nothing": (
            sheet_of(part(hand_made.repeated(MEGABYTE, 700), packed=False, size=700 << 20)),
            "from almost nothing",
        ),
        "lying about two gigabytes": (
            sheet_of(part(bomb, packed=False, size=500, crc=0)),
            "longer than the package says",
        ),
        "lying beside the truth": (sheet_of(part(noise, packed=False, size=30 << 20, crc=0)), "longer than any cell"),
        "lying with noise": (sheet_of(part(noise, packed=False, size=900, crc=0)), "longer than the package says"),
        "one cell again and again": (
            sheet_of(
                part(hand_made.repeated(b'<c r="A1"><v>1</v></c>' * 40_000, 800), packed=False, size=704_000_000, crc=0)
            ),
            "from almost nothing|far more",
        ),
        "one endless text": (
            with_parts({"xl/sharedStrings.xml": "<sst><si><t>" + "x" * (5 << 20) + "</t></si></sst>"}),
            "longer than any cell",
        ),
        "entities": (sheet_of(f'<?xml version="1.0"?>{entity}<worksheet>&b;</worksheet>'), "document type"),
        "entities in the list of sheets": (
            hand_made.zip_of({**book.parts(), "xl/workbook.xml": f"{entity}<workbook>&b;</workbook>"}),
            "document type",
        ),
        "entities behind a long comment": (
            hand_made.zip_of(
                {**book.parts(), "xl/workbook.xml": f"<!-- {'<a ' * 800_000} -->{entity}<workbook>&b;</workbook>"}
            ),
            "document type",
        ),
        "entities in the texts": (
            with_parts({"xl/sharedStrings.xml": f"{external}<sst><si><t>&a;</t></si></sst>"}),
            "document type",
        ),
        "in another encoding": (
            sheet_of('<?xml version="1.0" encoding="UTF-16"?><worksheet/>'.encode("utf-16")),
            "UTF-8",
        ),
    }
    strings = hand_made.Book({"Products": ""}, strings=("x" * 32_000,))
    cells = "".join(f'<c r="{letter}{{0}}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
    strings.sheets["Products"] = "".join(f'<row r="{n}">{cells.format(n)}</row>' for n in range(1, 10_001))
    files["one long text in many cells"] = (hand_made.zip_of(strings.parts()), "MB of text")
    for name, far in _far_reaching(hand_made).items():
        files[name] = (hand_made.zip_of(far.parts()), "used area|no sheet has")
    return files


@pytest.fixture(scope="module")
def files(hand_made, tmp_path_factory):
    """Return the hostile files on disk, by what they are, with what must be said of them."""
    folder = tmp_path_factory.mktemp("hostile")
    made = {}
    for number, (name, (content, words)) in enumerate(_of_files(hand_made).items()):
        path = folder / f"{number:02}.xlsx"
        path.write_bytes(content)
        made[name] = (path, words)
    return made


SURVIVOR = """
import json, sys, time
import resource
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
from campaignctl.readers.grid import grids
from campaignctl.readers.preflight import Refusal
start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path in map(Path, sys.argv[1:]):
    began = time.process_time()
    opened = grids(path)
    cpu = time.process_time() - began
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start
    print(json.dumps([opened.why if isinstance(opened, Refusal) else None, cpu, more >> 10]), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits cannot be set there")
def test_every_hostile_file_is_refused_in_words_within_seconds_and_little_memory(files):
    paths = [str(path) for path, _ in files.values()]
    ran = subprocess.run(
        [sys.executable, "-c", SURVIVOR, *paths], capture_output=True, text=True, check=False, timeout=300
    )
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    names = list(files)
    assert len(told) == len(files), f"aborted at: {names[len(told)]}\n{ran.stderr[-500:]}"
    assert ran.returncode == 0
    for (name, (_, words)), (why, cpu, megabytes) in zip(files.items(), told, strict=True):
        assert why is not None, f"{name} was opened"
        assert re.search(words, why), f"{name}: {why}"
        assert len(why) < 200
        assert "\n" not in why
        assert "Error" not in why
        assert cpu < 5, name
        assert megabytes < 200, name


def test_a_refused_file_is_as_it_was(files):
    path, _ = files["far corner"]
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert isinstance(preflight(path), Refusal)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_file_that_is_gone_or_a_folder_is_said(tmp_path):
    assert preflight(tmp_path / "gone.xlsx") == Refusal("cannot be opened: No such file or directory")
    assert isinstance(preflight(tmp_path), Refusal)


def test_a_parser_that_panics_is_no_traceback(hand_made, tmp_path, monkeypatch):
    class PanicException(BaseException):
        """What native code raises when it gives up."""

    def panic(*_args):
        raise PanicException("index out of bounds")

    path = hand_made.Book({"Products": hand_made.row(1, 1)}).saved(tmp_path / "a.xlsx")
    monkeypatch.setattr("campaignctl.readers.grid._opened", panic)
    assert grids(path) == Refusal("cannot be read as a workbook (index out of bounds)")


def test_an_interruption_goes_through(hand_made, tmp_path, monkeypatch):
    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("campaignctl.readers.grid._opened", interrupt)
    with pytest.raises(KeyboardInterrupt):
        grids(hand_made.Book({"Products": hand_made.row(1, 1)}).saved(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("length", range(0, 4000, 97))
def test_a_file_cut_off_anywhere_is_never_a_traceback(hand_made, tmp_path, length):
    path = tmp_path / "a.xlsx"
    path.write_bytes(hand_made.zip_of(hand_made.Book({"Products": hand_made.row(1, 1)}).parts())[:length])
    assert isinstance(grids(path), Refusal | tuple)


@pytest.mark.parametrize("seed", range(60))
def test_a_file_with_a_few_wrong_bytes_is_never_a_traceback(hand_made, tmp_path, seed):
    content = bytearray(
        hand_made.zip_of(hand_made.Book({"Products": hand_made.row(1, "a", 2)}, strings=("x",)).parts())
    )
    for number in range(1, 6):
        content[(seed * 7919 * number) % len(content)] ^= 1 << (seed * number) % 8
    path = tmp_path / "a.xlsx"
    path.write_bytes(bytes(content))
    assert isinstance(preflight(path), Refusal | Passed)


def test_what_is_within_the_limits_is_opened(hand_made, tmp_path):
    tall = hand_made.row(1, 1) + hand_made.row(1_048_576, 1)
    wide = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'
    for rows in (tall, wide):
        opened = grids(hand_made.Book({"Products": rows}).saved(tmp_path / "a.xlsx"))
        assert not isinstance(opened, Refusal)
        assert sum(len(row) for row in opened[0].rows) in (1_048_576, 16_384)


def test_messages_name_no_path(files):
    for path, _ in files.values():
        refused = preflight(path)
        assert isinstance(refused, Refusal)
        assert str(Path(path).parent) not in refused.why
