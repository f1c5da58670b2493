"""A small listing with one column of every kind."""

import pandas as pd

from campaignctl.domain.document import Card, Document, Section, Share, Tally
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.listing import Listing, ListingColumn, Live, Shows
from campaignctl.domain.sentences import say

HOSTILE = (
    "=1+1",
    "</script><b>bold</b>",
    "A & B",
    "_x0041_",
    "bell\x07",
    "https://a.example/?b=c",
    "two\nlines",
    " x ",
)
COLUMNS = (
    ListingColumn("seller_id", "Seller ID", Shows.ID, "Seller", leads_to="to"),
    ListingColumn("shop", "Seller", group="Seller"),
    ListingColumn("status", "Status", Shows.STATUS, "State"),
    ListingColumn("received", "Received", Shows.MOMENT, "State"),
    ListingColumn("skus", "SKUs", Shows.COUNT, "Numbers", dash=True),
    ListingColumn("errors", "Errors", Shows.COUNT, "Numbers", alarming=True, dash=True),
    ListingColumn("price", "Price", Shows.PRICE, "Numbers"),
    ListingColumn("share", "Share", Shows.PERCENT, "Numbers", bar=True),
    ListingColumn("live", "In a LIVE", Shows.FLAG, "Numbers"),
)


def frame(shops: tuple[str, ...] = HOSTILE) -> pd.DataFrame:
    count = len(shops)
    every = range(count)
    return pd.DataFrame({
        "seller_id": pd.array([f"{at:019}" for at in every], dtype="str"),
        "to": pd.array([f"returns/S-{at}.xlsx" for at in every], dtype="str"),
        "shop": pd.array(shops, dtype="str"),
        "status": pd.Categorical(["✓ ready" if at % 2 else "▲ fix needed" for at in every]),
        "received": pd.array([pd.Timestamp("2026-11-07T01:20Z")] * count, dtype="datetime64[us, UTC]"),
        "skus": pd.array(list(every), dtype="Int64"),
        "errors": pd.array([None, *range(1, count)][:count], dtype="Int64"),
        "price": pd.array([1299] * count, dtype="Int64"),
        "share": pd.array([0.25] * count, dtype="Float64"),
        "live": pd.array([None if at == 0 else bool(at % 2) for at in every], dtype="boolean"),
    })  # fmt: skip


def document(rows: pd.DataFrame, columns: tuple[ListingColumn, ...] = COLUMNS) -> Document:
    counted = (("skus", 28), ("target", 36), ("ready", 4))
    figures = {id_: Figure(id_, id_, value, "", Format.COUNT) for id_, value in counted}
    listing = Listing("roster", columns, rows, "USD", "America/Los_Angeles", frozen=2, empty="Nobody was invited")
    card = Card("skus", "SKUs registered", "skus", of="target", live=Live("roster", "skus"))
    shares = (Share("ready", "✓ ready", Live("roster", "status", ("✓",))),)
    tally = Tally("status", "Status", say("All 8 invited"), shares)
    section = Section(
        "roster", "Roster", say("Four are ready"), say("June Fair"), (card, tally, listing), say("source")
    )
    return Document("June Fair", "", figures, (section,))
