"""A file is what its content says: any delimiter, any encoding, broken or not, it never ends in an error."""

import csv
import errno
import io
import shutil
import zipfile
from dataclasses import replace

import pytest

from campaignctl.domain.observations import Kind

NAME = "S-001/All order-2026-11-30-10_05.csv"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_delimiters_and_encodings_are_told_by_content(drawn, line, delimiter, encoding):
    drawn.csv(NAME, [line(**{"Product Name": "红色杯子, 大; \u4e00 | 套"})], delimiter=delimiter, encoding=encoding)
    found = drawn.orders()
    assert found["product_name"].tolist() == ["红色杯子, 大; 一 | 套"]
    assert found["order_amount"].tolist() == [2219]


def test_western_text_of_one_byte_is_not_taken_for_chinese(drawn, line):
    drawn.csv(NAME, [line(**{"Product Name": "Café señor"})], encoding="cp1252")
    assert drawn.orders()["product_name"].tolist() == ["Café señor"]


def test_bytes_that_are_no_text_late_in_a_file_cost_one_letter_not_the_file(drawn, line):
    path = drawn.csv(NAME, [line(f"{n:018}", **{"Product Name": "Cup " * 50}) for n in range(1500)])
    path.write_bytes(path.read_bytes() + path.read_bytes().splitlines(keepends=True)[1].replace(b"Red", b"R\xff"))
    found = drawn.orders()
    assert len(found) == 1501
    assert found["variation"].iloc[-1] == "R\ufffd"


def test_line_breaks_inside_quotes_are_part_of_the_cell(drawn, line):
    drawn.csv(NAME, [line(**{"Product Name": "Cup\nred\n\nlarge", "Seller Note": "a\nb"}), line("2")])
    found = drawn.orders()
    assert found["product_name"].tolist() == ["Cup\nred\n\nlarge", "Cup"]
    assert found["row"].tolist() == [2, 3]


def test_a_line_break_in_the_header_is_noise(drawn, line, us_orders):
    header = [name.replace("SKU Unit", "  SKU \n Unit").upper() for name in us_orders]
    drawn.csv(NAME, [dict(zip(header, [line().get(name, "") for name in us_orders], strict=True))], header=header)
    assert drawn.orders()["unit_list_price"].tolist() == [2000]


@pytest.mark.parametrize("above", [0, 1, 3, 14])
def test_the_header_is_found_in_whichever_of_the_first_rows_it_stands(drawn, line, above):
    drawn.csv(NAME, [line()], above=[("a note",), (), ("x", "y")][:above] + [()] * max(above - 3, 0))
    assert drawn.orders()["row"].tolist() == [above + 2]


def test_a_header_below_the_first_rows_is_not_looked_for(drawn, line, odd):
    drawn.csv(NAME, [line()], above=[()] * 15)
    assert [row for row, _, _ in odd(drawn.read(), Kind.UNKNOWN_LAYOUT)] == [None]


def test_columns_may_stand_in_any_order(drawn, line, us_orders):
    drawn.csv(NAME, [line()], header=us_orders[::-1])
    assert drawn.orders()["order_id"].tolist() == ["583870900000000001"]


def test_short_rows_are_filled_and_blank_rows_left_out(drawn, line):
    path = drawn.csv(NAME, [line(), line("2")])
    lines = path.read_bytes().split(b"\r\n")
    short = b",".join(lines[2].split(b",")[:30])
    path.write_bytes(b"\r\n".join([lines[0], lines[1], b"," * 62, short, b"", b""]))
    found = drawn.orders()
    assert found["row"].tolist() == [2, 4]
    assert found["created"].notna().all()
    assert found["creator"].isna().tolist() == [False, True]


def test_a_row_of_too_many_cells_is_left_out_and_named_not_shifted(drawn, line, odd):
    path = drawn.csv(NAME, [line(), line("2"), line("3")])
    lines = path.read_bytes().split(b"\r\n")
    lines[2] = lines[2].replace(b"1 Elm Street", b"1 Elm Street, Apt 5")
    path.write_bytes(b"\r\n".join(lines))
    exports = drawn.read()
    assert exports.frame("order_lines")["row"].tolist() == [2, 4]
    assert odd(exports, Kind.UNREADABLE) == [
        (3, "Row 3", "has 64 cells under 63 headers and was left out; is a quote missing?")
    ]
    assert "Elm" not in repr(exports.observations)


def test_trailing_delimiters_are_no_cells(drawn, line):
    path = drawn.csv(NAME, [line(), line("2")])
    path.write_bytes(path.read_bytes().replace(b"ada\r\n", b"ada,,,\r\n"))
    assert len(drawn.orders()) == 2


def test_a_quote_that_is_never_closed_is_told(drawn, line, odd):
    path = drawn.csv(NAME, [line(), line("2"), line("3")])
    lines = path.read_bytes().split(b"\r\n")
    lines[2] = lines[2].replace(b",Cup,", b',"Cup,')
    path.write_bytes(b"\r\n".join(lines))
    exports = drawn.read()
    assert exports.frame("order_lines")["row"].tolist() == [2]
    assert odd(exports, Kind.UNREADABLE) == [
        (3, "Row 3", "runs over 2 lines, which were left out; a quote is not closed")
    ]


def test_a_quote_left_open_over_a_thousand_lines_is_told(drawn, line, odd):
    path = drawn.csv(NAME, [line(f"{n}") for n in range(1200)])
    path.write_bytes(path.read_bytes().replace(b",Cup,", b',"Cup,', 1))
    exports = drawn.read()
    assert exports.table("order_lines").rows == 0
    assert [detail for _, _, detail in odd(exports, Kind.UNREADABLE)] == [
        "cannot be read as a table: after line 1: field larger than field limit (131072); is a quote not closed?"
    ]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_an_empty_file_is_empty(drawn, odd, content):
    drawn.raw(NAME, content)
    assert odd(drawn.read(), Kind.EMPTY) == [(None, "All order-2026-11-30-10_05.csv", "is empty")]


def test_an_export_without_orders_is_said_to_be_empty(drawn, odd):
    drawn.csv(NAME, [])
    exports = drawn.read()
    assert odd(exports, Kind.EMPTY) == [(None, "", "Orders of a shop: no rows under the header")]
    assert exports.frame("order_lines").empty
    assert exports.latest is None


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "protected with a password"),
        (b"<html><table><tr><td>Order ID</td></tr></table></html>", "web page"),
        (b"\x1f\x8b\x08" + b"\x00" * 40, "compressed"),
        (bytes(range(256)) * 4, "neither a workbook nor a table of text"),
        (b"PK\x03\x04 not really", "damaged"),
        (zipped({"readme.txt": b"hello"}), "not a workbook"),
    ],
)
def test_what_is_no_export_is_called_what_it_is(drawn, odd, content, why):
    drawn.raw("S-001/orders.xlsx", content)
    ((_, _, detail),) = odd(drawn.read(), Kind.UNREADABLE)
    assert why in detail


def test_a_truncated_workbook_is_told(drawn, live, odd):
    path = drawn.xlsx("S-001/live.xlsx", [live()])
    path.write_bytes(path.read_bytes()[:-500])
    ((_, _, detail),) = odd(drawn.read(), Kind.UNREADABLE)
    assert "damaged or was cut off" in detail


def test_a_cell_in_the_far_corner_does_not_kill_the_run(drawn, live, odd):
    path = drawn.xlsx("S-001/live.xlsx", [live()])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path.write_bytes(zipped(parts | {sheet: parts[sheet].replace(b"</sheetData>", far)}))
    ((_, _, detail),) = odd(drawn.read(), Kind.UNREADABLE)
    assert "used area" in detail


@pytest.mark.parametrize("name", ["S-001/~$orders.xlsx", "S-001/.orders.csv", ".tmp/o.csv", "Thumbs.db", "README.md"])
def test_locks_hidden_files_and_notes_are_passed_over(drawn, name):
    drawn.raw(name, b"lock")
    exports = drawn.read()
    assert exports.observations == ()
    assert exports.inputs == ()


def test_an_unfinished_download_is_told(drawn, odd):
    drawn.raw("S-001/All order.csv.crdownload", b"Order ID,")
    assert odd(drawn.read(), Kind.ELSEWHERE) == [(None, "All order.csv", "a download that is not finished")]


def test_a_link_to_a_folder_is_not_followed_and_told(drawn, line, odd):
    elsewhere = drawn.folder / "elsewhere"
    elsewhere.mkdir()
    drawn.csv("S-001/a.csv", [line("1")])
    shutil.copy(drawn.folder / "exports/S-001/a.csv", elsewhere)
    (drawn.folder / "exports/S-002").symlink_to(elsewhere, target_is_directory=True)
    (drawn.folder / "exports/S-001/gone.csv").symlink_to("nowhere.csv")
    exports = drawn.read()
    assert [each.file for each in exports.inputs] == ["exports/S-001/a.csv"]
    assert odd(exports, Kind.ELSEWHERE) == [
        (None, "gone.csv", "a link to what is not there"),
        (None, "S-002", "a link to a folder elsewhere, which is not followed"),
    ]


def test_the_copy_that_a_shared_drive_keeps_is_read_and_told(drawn, line, odd):
    drawn.csv("S-001/a.csv", [line("1")])
    drawn.csv("S-001/a (conflicted copy 2026-11-14).csv", [line("2")])
    exports = drawn.read()
    assert len(exports.frame("order_lines")) == 2
    assert odd(exports, Kind.CONFLICT_COPY) == [(None, "a.csv", "")]


def test_a_table_that_nobody_knows_is_said_to_be_most_like_one_that_is(drawn, line, odd, us_orders):
    drawn.csv("S-001/a.csv", [line()], header=us_orders[6:])
    drawn.raw("S-001/b.csv", b"fruit,price\napple,3\n")
    assert [detail for _, _, detail in odd(drawn.read(), Kind.UNKNOWN_LAYOUT)] == [
        "is most like Orders of a shop, but without Order ID, SKU ID",
        "none of its first rows holds the headers of a known export",
    ]


def test_columns_missing_renamed_and_doubled_are_told(drawn, line, odd, us_orders):
    renamed = {"Order Amount": "Order Amt", "Quantity": "Taxes"}
    header = [renamed.get(name, name) for name in us_orders]
    drawn.csv(NAME, [dict(zip(header, [line().get(name, "") for name in us_orders], strict=True))], header=header)
    exports = drawn.read()
    assert odd(exports, Kind.MISSING_COLUMN) == [
        (1, "Quantity", "of Orders of a shop"),
        (1, "Order Amount", "of Orders of a shop"),
    ]
    assert odd(exports, Kind.UNKNOWN_COLUMN) == [(1, "Order Amt", "Order Amount")]
    assert odd(exports, Kind.DUPLICATE_COLUMN) == [(1, "Taxes", "the first one is read")]
    found = exports.frame("order_lines")
    assert found["quantity"].isna().all(), "missing is not zero"
    assert found["order_amount"].isna().all()


def test_hostile_text_is_text(drawn, line):
    hostile = "=1+1'); DROP TABLE x; --</script>{{7*7}}\u202eevil"
    name = "S-001/it's, all; order $(x).csv"
    drawn.csv(name, [line(hostile, **{"Product Name": hostile, "Order Channel": hostile})], quote=csv.QUOTE_ALL)
    found = drawn.orders()
    assert found["product_name"].tolist() == found["channel"].tolist() == found["order_id"].tolist() == [hostile]
    assert found["file"].tolist() == [f"exports/{name}"]


def test_no_input_is_changed(drawn, line, live):
    paths = [drawn.csv(NAME, [line(**{"Product Name": "a\nb"})]), drawn.xlsx("S-001/live.xlsx", [live()])]
    before = [path.read_bytes() for path in paths]
    drawn.read()
    assert [path.read_bytes() for path in paths] == before


def test_headers_that_nobody_knows_are_kept_with_the_pull(drawn, line, us_orders):
    drawn.csv(NAME, [line()], header=[*us_orders, "Mood of the day", ""])
    exports = drawn.read()
    assert exports.observations == ()
    assert exports.pulls[0].unknown == ("Mood of the day",)


def test_hidden_sheets_are_not_read(drawn, live, odd):
    path = drawn.xlsx("S-001/live.xlsx", [live()])
    assert drawn.read().table("live_streams").rows == 1
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    book = parts["xl/workbook.xml"].replace(b'name="Sheet1"', b'name="Sheet1" state="hidden"')
    path.write_bytes(zipped(parts | {"xl/workbook.xml": book}))
    exports = drawn.read()
    assert exports.tables == {}
    assert odd(exports, Kind.EMPTY) == [(None, "live.xlsx", "has no visible sheet")]


def test_a_workbook_is_one_whatever_its_name(drawn, live):
    drawn.xlsx("S-001/live.xlsx", [live()]).rename(drawn.path("S-001/live.csv"))
    assert drawn.read().table("live_streams").rows == 1


def test_a_link_to_nowhere_is_no_file(drawn):
    drawn.path(NAME).symlink_to("nowhere.csv")
    assert drawn.read().inputs == ()


def test_a_file_that_cannot_be_opened_is_told(drawn, line, odd, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied", str(path))

    drawn.csv(NAME, [line()])
    monkeypatch.setattr("campaignctl.readers.exports.read.sha256", refused)
    assert [detail for _, _, detail in odd(drawn.read(), Kind.UNREADABLE)] == ["cannot be opened: Permission denied"]


def test_names_that_look_like_patterns_or_columns_are_names(drawn, line, tmp_path):
    odd = drawn.but(folder=tmp_path / "status=sale [2026]", cache=tmp_path / "status=sale [2026]" / "cache")
    odd.csv("S-001/order_id=7/orders [1-3].csv", [line("1")])
    odd.csv("S-001/order_id=7/orders [2].csv", [line("1", Quantity="2"), line("2", **{"Product Name": "a\nb"})])
    found = odd.orders()
    assert found["status"].tolist() == ["shipped", "shipped"]
    assert found["quantity"].tolist() == [2, 1]


def test_a_cache_that_takes_no_files_costs_time_and_no_report(drawn, line, monkeypatch, tmp_path):
    def refused(**place):
        raise PermissionError(errno.EACCES, "Permission denied", str(place["dir"]))

    drawn.csv(NAME, [line()])
    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    assert len(replace(drawn, cache=tmp_path / "cache").orders()) == 1
    assert not list((tmp_path / "cache").iterdir())
