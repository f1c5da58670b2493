"""Whose a row is says its file's place; which rows count, where files overlap, says their content."""

import pandas as pd
import pytest

from campaignctl.domain.observations import Kind
from campaignctl.readers.exports.files import read_file


def owners(exports):
    frame = exports.frame("order_lines")
    return dict(zip(frame["order_id"], frame["seller_id"].fillna("?"), strict=True))


def test_the_folder_names_the_seller(drawn, line):
    drawn.csv("S-001/a.csv", [line("1")])
    drawn.csv("s-002/November/a.csv", [line("2")])
    assert owners(drawn.read()) == {"1": "S-001", "2": "S-002"}


def test_the_only_seller_owns_everything(drawn, line):
    drawn.csv("a.csv", [line("1")])
    drawn.csv("new/b.csv", [line("2")])
    exports = drawn.but(sellers=("S-009",)).read()
    assert owners(exports) == {"1": "S-009", "2": "S-009"}
    assert exports.observations == ()


def test_rows_without_a_seller_are_kept_and_told(drawn, line, odd):
    drawn.csv("a.csv", [line("1")])
    drawn.csv("S-01/b.csv", [line("2")])
    exports = drawn.read()
    assert owners(exports) == {"1": "?", "2": "?"}
    assert odd(exports, Kind.NO_SELLER) == [
        (None, "", "the file lies in no seller's folder, and the campaign has several sellers"),
        (None, "S-01", 'the folder "S-01" is no id of the Sellers sheet; did you mean S-001?'),
    ]


def test_a_column_of_sellers_goes_before_the_folder(drawn, line, odd, us_orders):
    lines = [line("1", **{"Seller ID": "S-002"}), line("2", **{"Seller ID": ""})]
    drawn.csv("S-001/platform.csv", lines, header=["Seller ID", *us_orders])
    exports = drawn.read()
    assert owners(exports) == {"1": "S-002", "2": "?"}
    assert odd(exports, Kind.NO_SELLER) == [
        (None, "", "1 of 2 rows name no seller"),
        (None, "S-002", "1 row names S-002 as seller, not S-001 whose folder it is; the column counts"),
    ]


def test_an_order_comes_whole_from_the_newest_pull_that_holds_it(drawn, line):
    early = {"Created Time": "11/20/2026 08:00:00 AM", "Paid Time": ""}
    late = early | {"Paid Time": "11/21/2026 08:00:00 AM"}
    drawn.csv("S-001/z.csv", [line("1", **early), line("1", **early), line("2", **early)])  # older, whatever its name
    drawn.csv("S-001/a.csv", [line("1", **late), line("3", **late), line("3", **late)])
    exports = drawn.read()
    found = exports.frame("order_lines")
    assert list(zip(found["order_id"], found["file"], strict=True)) == [
        ("1", "exports/S-001/a.csv"),
        ("3", "exports/S-001/a.csv"),
        ("3", "exports/S-001/a.csv"),
        ("2", "exports/S-001/z.csv"),
    ]
    assert [(pull.file, pull.rows, pull.kept) for pull in exports.pulls] == [
        ("exports/S-001/a.csv", 3, 3),
        ("exports/S-001/z.csv", 3, 1),
    ]
    assert exports.table("order_lines").rows == 4
    assert [one.rows for one in exports.inputs] == [3, 3]


def test_a_delivery_makes_a_pull_newer_though_no_order_is(drawn, line):
    drawn.csv("S-001/b.csv", [line("1", **{"Order Status": "Shipped"})])
    drawn.csv("S-001/a.csv", [line("1", **{"Order Status": "Completed", "Delivered Time": "11/02/2026 01:00:00 PM"})])
    assert drawn.read().frame("order_lines")["status"].tolist() == ["completed"]


def test_pulls_of_equal_age_are_told_by_their_names(drawn, line):
    drawn.csv("S-001/All order-2026-11-30-10_05.csv", [line("1", Quantity="1")])
    drawn.csv("S-001/All order-2026-11-30-10_06.csv", [line("1", Quantity="2")])
    assert drawn.read().frame("order_lines")["quantity"].tolist() == [2]


def test_the_same_order_number_in_two_shops_is_two_orders(drawn, line):
    drawn.csv("S-001/a.csv", [line("1")])
    drawn.csv("S-002/a.csv", [line("1", Quantity="2")])
    assert drawn.read().table("order_lines").rows == 2


def test_a_file_that_lies_there_twice_counts_once(drawn, line):
    drawn.csv("S-001/a.csv", [line("1"), line("1.73E+18")])
    drawn.csv("S-001/a (1).csv", [line("1"), line("1.73E+18")])
    exports = drawn.read()
    assert exports.table("order_lines").rows == 2
    assert sorted(one.rows for one in exports.inputs) == [0, 2]


def test_one_file_under_two_sellers_is_told_and_counted_once(drawn, line, odd):
    drawn.csv("S-001/a.csv", [line("1")])
    drawn.csv("S-002/a.csv", [line("1")])
    exports = drawn.read()
    assert exports.table("order_lines").rows == 1
    assert odd(exports, Kind.NO_SELLER) == [
        (
            None,
            "S-002",
            "the file is the same as exports/S-001/a.csv; an export belongs to one shop, and this copy is not counted",
        )
    ]


def test_orders_without_a_readable_id_replace_nothing(drawn, line):
    drawn.csv("S-001/a.csv", [line("5.8E+17"), line("1")])
    drawn.csv("S-001/b.csv", [line("5.8E+17"), line("2")])
    assert drawn.read().table("order_lines").rows == 4


def test_streams_of_overlapping_periods_are_never_summed(drawn, live):
    def pull(name, period, *streams):
        drawn.xlsx(name, streams, above=((period,), ()))

    other = live(Livestream="Other LIVE")
    pull("S-001/z.xlsx", "2026-11-20 ~ 2026-11-22", live(Views=100), live(Views=100), other)
    pull("S-001/a.xlsx", "2026-11-20 ~ 2026-11-30", live(Views=300))
    exports = drawn.read()
    found = exports.frame("live_streams")
    assert dict(zip(found["title"], found["views"], strict=True)) == {"Friday LIVE": 300, "Other LIVE": 2000}
    assert [(pull.first.day, pull.last.day, pull.kept) for pull in exports.pulls] == [(20, 30, 1), (20, 22, 1)]


@pytest.mark.parametrize("kept", [True, False])
def test_the_second_run_reads_nothing_again_and_finds_the_same(drawn, line, live, monkeypatch, kept):
    cache = drawn.folder / "out/cache"
    drawn.csv("S-001/a.csv", [line("1"), line("2", Quantity="x")])
    drawn.csv("S-001/b.csv", [line("1")])
    drawn.xlsx("S-002/live.xlsx", [live()])
    first = drawn.but(cache=cache).read()
    if kept:
        monkeypatch.setattr("campaignctl.readers.exports.read.read_file", None)
    else:
        next(cache.glob("*.json")).write_text("{", encoding="utf-8")  # a note that vouches for nothing
    second = drawn.but(cache=cache).read()
    assert second.observations == first.observations != ()
    assert (second.pulls, second.inputs, second.latest) == (first.pulls, first.inputs, first.latest)
    for name in ("order_lines", "live_streams"):
        pd.testing.assert_frame_equal(second.frame(name), first.frame(name))
    assert not [path for path in cache.iterdir() if path.name.startswith(".")], "nothing half-made stays behind"


def test_a_file_that_changed_while_it_was_read_is_told_and_nothing_of_it_is_kept(drawn, line, monkeypatch, odd):
    here = drawn.but(cache=drawn.folder / "cache")
    here.csv("S-001/a.csv", [line("1")])
    path = here.folder / "exports/S-001/a.csv"
    old = path.read_bytes()

    def meanwhile(task):
        path.write_bytes(old + old.splitlines(keepends=True)[-1])
        return read_file(task)

    monkeypatch.setattr("campaignctl.readers.exports.read.read_file", meanwhile)
    assert odd(here.read(), Kind.UNREADABLE) == [(None, "a.csv", "changed while it was read")]
    monkeypatch.undo()
    path.write_bytes(old)  # under its hash nothing of the other content may lie
    assert len(here.read().frame("order_lines")) == 1


def test_another_way_of_reading_is_another_reading(drawn, line):
    here = drawn.but(cache=drawn.folder / "cache")
    here.csv("S-001/a.csv", [line()])
    days = [one.frame("order_lines")["created"][0] for one in (here.read(), here.reads(zone="America/New_York").read())]
    assert days[0] - days[1] == pd.Timedelta(hours=3)


def test_without_a_cache_the_tables_live_as_long_as_the_result(drawn, line):
    drawn.csv("S-001/a.csv", [line()])
    exports = drawn.read()
    paths = exports.table("order_lines").paths
    assert all(path.is_file() for path in paths)
    del exports
    assert not any(path.exists() for path in paths)


def test_a_campaign_without_exports_is_no_error(drawn):
    exports = drawn.read()
    assert (exports.observations, exports.inputs, exports.latest) == ((), (), None)
    assert exports.frame("order_lines").empty
    with pytest.raises(KeyError):
        exports.table("no_such_table")
