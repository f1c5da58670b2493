"""The sheets Products, Coupons and Livestreams: every row that sellers registered, whatever they added to it."""

import pandas as pd

from campaignctl.domain.document import Section
from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.observations import Place
from campaignctl.domain.sentences import Sentence, say
from campaignctl.stages.collect.draft import Draft
from campaignctl.stages.collect.lines import WRONG
from campaignctl.workbooks.registration.coupons import COUPONS
from campaignctl.workbooks.registration.products import PRODUCTS
from campaignctl.workbooks.registration.slots import SLOTS

_FIRST = (
    ListingColumn("seller_id", "Seller ID", Shows.ID),
    ListingColumn("of_shop", "Seller"),
    ListingColumn("status", "Status", Shows.STATUS, width=18.0),
    ListingColumn("findings", "Findings", Shows.COUNT, dash=True),
    ListingColumn("worst", "Worst finding", width=44.0, muted=True, wraps=True),
)
_LAST = (
    ListingColumn("where", "Where", leads_to="leads_to", printed=False),
    ListingColumn("file", "File", printed=False),
)
_ADDED = "added: "
"""Before the headings that sellers added themselves: they may be called as any column of ours."""

_SHOWS = {
    Type.ID: Shows.ID,
    Type.MONEY: Shows.PRICE,
    Type.PERCENT: Shows.PERCENT,
    Type.INT: Shows.COUNT,
    Type.NUMBER: Shows.NUMBER,
    Type.DATE: Shows.DAY,
    Type.DATETIME: Shows.MOMENT,
    Type.YES_NO: Shows.FLAG,
}


def products(draft: Draft) -> Section:
    """Return the sheet Products: a row per line, everything registered."""
    lines = draft.collected.lines
    wrong = int(lines["status"].eq(WRONG).sum())
    ids = [
        draft.count("lines.total", "Registered lines", len(lines)),
        draft.count("lines.wrong", "Lines to be mended", wrong),
    ]
    title = f"{{{ids[1]}}} of {{{ids[0]}}} lines must be mended" if wrong else f"{{{ids[0]}}} lines, none to be mended"
    return _section(draft, "products", "Products", say(title), lines, PRODUCTS)


def coupons(draft: Draft) -> Section:
    """Return the sheet Coupons: every coupon that can meet a campaign SKU."""
    rows = draft.collected.coupons
    total = draft.count("coupons.total", "Registered coupons", len(rows))
    title = "{%s} coupons can meet campaign SKUs" % total  # noqa: UP031 - a figure's own braces
    return _section(draft, "coupons", "Coupons", say(title), rows, COUPONS)


def slots(draft: Draft) -> Section:
    """Return the sheet Livestreams: every slot that sellers offer."""
    rows = draft.collected.slots
    total = draft.count("slots.total", "Livestreams offered", len(rows))
    title = "Sellers offer {%s} livestreams" % total  # noqa: UP031 - a figure's own braces
    return _section(draft, "slots", "Livestreams", say(title), rows, SLOTS)


def _section(  # noqa: PLR0913, PLR0917 - a sheet's whole content
    draft: Draft, slug: str, name: str, title: Sentence, rows: pd.DataFrame, sheet: Sheet
) -> Section:
    shops = {person.id: person.shop for person in draft.collected.people}
    places = _places(draft, rows)
    added = draft.collected.added.get(sheet.key, pd.DataFrame(index=rows.index))
    frame = pd.concat(
        [
            rows.reset_index(drop=True),
            pd.DataFrame({
                "of_shop": rows["seller_id"].map(shops).astype("str").array,
                "where": pd.array([f"{place.sheet} {place.spot}" for place, _ in places], dtype="str"),
                "leads_to": pd.array([link for _, link in places], dtype="str"),
            }),
            added.reset_index(drop=True).add_prefix(_ADDED),
        ],
        axis=1,
    )  # fmt: skip
    columns = (*_FIRST, *_declared(sheet, rows), *_LAST, *_added(added))
    frame = frame.sort_values(["seller_id", "file", "row"], kind="stable")
    listing = Listing(slug, columns, frame, draft.currency, draft.zone, frozen=2, empty="Nothing was registered here")
    source = say(
        f"every row as sellers wrote it, times in {draft.zone}, money in {draft.currency} · R columns stay here"
    )
    return Section(slug, name, title, draft.context, (listing,), source)


def _declared(sheet: Sheet, rows: pd.DataFrame) -> tuple[ListingColumn, ...]:
    """Return the declared columns; those that no form shows only where somebody filled them.

    From the first restricted one on they are for the screen: nothing restricted lies on a printer.
    """
    found = []
    printed = True
    for column in sheet.columns:
        if column.key == "seller_id" or column.key not in rows or not column.is_input:
            continue
        if column.in_form or rows[column.key].notna().any():
            printed = printed and column.visible is not Class.RESTRICTED and column.in_form
            found.append(ListingColumn(column.key, column.name, _shows(column), column.group, printed=printed))
    return tuple(found)


def _shows(column: Column) -> Shows:
    return Shows.LIMIT if column.no_limit else _SHOWS.get(column.type, Shows.TEXT)


def _added(added: pd.DataFrame) -> tuple[ListingColumn, ...]:
    return tuple(
        ListingColumn(f"{_ADDED}{key}", str(key), group="Added by sellers", printed=False) for key in added.columns
    )


def _places(draft: Draft, rows: pd.DataFrame) -> list[tuple[Place, str]]:
    """Return the place of every row, and where a link to it leads."""
    known: dict[tuple[str, str], str] = {}
    found = []
    cells = rows[["file", "sheet", "row"]].astype({"file": "str", "sheet": "str"})
    for file, sheet, row in cells.itertuples(index=False):
        place = Place(file, sheet, int(row))
        if (file, sheet) not in known:
            known[file, sheet] = draft.leads_to(Place(file, sheet, 1, "", "A1"))
        link = known[file, sheet]
        found.append((place, f"{link[:-1]}{row}" if link else ""))
    return found
