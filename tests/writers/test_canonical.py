"""Equal content makes equal bytes, whenever and on whatever machine it was zipped."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from campaignctl.writers.canonical import canonical_bytes

CORE = (
    b'<p><dcterms:created xsi:type="a">2031-05-06T07:08:09Z</dcterms:created><dcterms:modified>x</dcterms:modified></p>'
)


def package(parts: dict[str, bytes], year: int) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as held:
        for name, part in parts.items():
            held.writestr(ZipInfo(name, (year, 2, 3, 4, 5, 6)), part)
    return target.getvalue()


PARTS = {"ppt/b.xml": b"<b/>", "_rels/.rels": b"<r/>", "[Content_Types].xml": b"<t/>", "docProps/core.xml": CORE}


def test_order_and_dates_of_the_zip_do_not_show():
    backwards = dict(reversed(PARTS.items()))
    assert canonical_bytes(package(PARTS, 2001)) == canonical_bytes(package(backwards, 2031))


def test_the_parts_are_kept_and_the_content_types_stand_first():
    with ZipFile(BytesIO(canonical_bytes(package(PARTS, 2031)))) as held:
        assert held.namelist() == ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "ppt/b.xml"]
        assert held.read("ppt/b.xml") == b"<b/>"
        assert {entry.date_time[0] for entry in held.infolist()} == {1980}


def test_the_properties_carry_the_moment_given_and_no_other():
    with ZipFile(BytesIO(canonical_bytes(package(PARTS, 2031), "2026-12-02T17:00:00Z"))) as held:
        core = held.read("docProps/core.xml")
    assert core.count(b"2026-12-02T17:00:00Z") == 2
    assert b"2031" not in core


def test_workbooks_inside_are_treated_likewise():
    first, second = ({"ppt/embeddings/a.xlsx": package(PARTS, year)} for year in (2001, 2031))
    assert canonical_bytes(package(first, 2001)) == canonical_bytes(package(second, 2001))


def test_doing_it_twice_changes_nothing():
    once = canonical_bytes(package(PARTS, 2031))
    assert canonical_bytes(once) == once
