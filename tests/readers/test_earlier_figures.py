"""Earlier reports are read back as they were written; a record that is not what we write is left out."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from campaignctl.domain.campaign import Campaign, Window
from campaignctl.domain.document import Document
from campaignctl.domain.earlier import Action
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.readers.earlier_figures import read_actions, read_figures
from campaignctl.writers.actions_json import actions_json
from campaignctl.writers.figures_json import figures_json

FIGURES = {
    "gmv.total": Figure("gmv.total", "GMV", Decimal("1234.50"), "USD", Format.MONEY_SHORT),
    "refund_rate.total": Figure("refund_rate.total", "Refund rate", 0.0141, "", Format.PERCENT),
    "orders.total": Figure("orders.total", "Orders", None, "count", Format.COUNT, reason="no orders"),
}


def keep(folder, kind: str, stamp: str, text: str) -> None:
    place = folder / "record" / kind
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{stamp}-{'0' * 12}.json").write_text(text, encoding="utf-8")


def test_figures_come_back_as_they_were_written(tmp_path):
    document = Document("Lantern Week", "2026-12-02T09:00:00-08:00", FIGURES, ())
    keep(tmp_path, "figures", "20261202T170000Z", figures_json(document))
    window = Window(datetime(2026, 11, 20, 8, tzinfo=UTC), datetime(2026, 11, 26, 8, tzinfo=UTC))
    zone, final = "America/Los_Angeles", date(2026, 12, 2)
    campaign = Campaign("Lantern Week", "LW26", "TikTok Shop US", zone, "USD", window, figures_final=final)
    (found,) = read_figures(tmp_path, "figures", campaign)
    assert found.values == {"gmv.total": Decimal("1234.50"), "refund_rate.total": 0.0141, "orders.total": None}
    assert found.name == "Lantern Week"
    assert (found.age, found.into) == (timedelta(days=6, hours=9), timedelta(days=12, hours=9))
    assert (found.days, found.currency, found.is_final) == (6, "USD", True)


def test_actions_come_back_and_the_newest_before_a_time_counts(tmp_path):
    action = Action("▲ works", "Beauty sold $2K", "Beauty sold …", "Give it room", "Ana")
    for day in (1, 8):
        text = actions_json(f"2026-12-{day:02d}T09:00:00+00:00", [action] * day)
        keep(tmp_path, "actions", f"202612{day:02d}T090000Z", text)
    on, found = read_actions(tmp_path, "actions", datetime(2026, 12, 8, 9, tzinfo=UTC))
    assert (on.day, found) == (1, (action,))
    assert read_actions(tmp_path, "actions", datetime(2026, 12, 1, 9, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "null",
        json.dumps({"as_of": "yesterday", "figures": []}),
        json.dumps({"as_of": "2026-12-02T09:00:00", "figures": []}),
        json.dumps({"as_of": "2026-12-02T09:00:00+00:00", "figures": [{"id": "gmv.total"}]}),
        json.dumps({"as_of": "2026-12-02T09:00:00+00:00", "figures": [{"id": "a", "value": "x", "format": "money"}]}),
        json.dumps({"as_of": "2026-12-02T09:00:00+00:00", "figures": 7}),
        "[" * 100_000,
    ],
)
def test_what_is_no_record_of_ours_is_left_out(tmp_path, text):
    keep(tmp_path, "figures", "20261202T170000Z", text)
    assert read_figures(tmp_path, "figures") == ()
    keep(tmp_path, "actions", "20261202T170000Z", text)
    assert read_actions(tmp_path, "actions", datetime(2027, 1, 1, tzinfo=UTC)) is None
