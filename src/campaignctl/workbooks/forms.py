"""The two forms ready to be written: lists resolved, known values filled in, and a page on how to fill them.

``setup_form`` is what ``new`` writes for the team; ``registration_form`` is what a seller receives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from campaignctl.domain.forms import Column, FilledSheet, Form, Sheet, Type
from campaignctl.workbooks.books import REGISTRATION, SETUP
from campaignctl.workbooks.choices import TEAM_LISTS
from campaignctl.workbooks.registration.products import with_ids_of_any_length

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Known rows by sheet key; each row gives values by column key, in the types that ``FilledSheet`` states."""

_NAMED_BY = {"contacts": "name", "sellers": "seller_id", "promotions": "id", "livestreams": "stream_id"}
_PASTE = "Paste values only (Ctrl+Alt+V, V): a plain paste removes the lists. IDs are text."
_KNOWN = "Products lists the SKUs we know of: fill those that you offer, and leave the others as they are."
_KEEP = "Please do not rename sheets or headers, and do not merge cells. * means required."


def setup_form(  # noqa: PLR0913 - the workbook's whole context, by name
    profile_choices: Mapping[str, Sequence[str]],
    *,
    title: str,
    marketplace: str,
    zone: str,
    currency: str,
    rows: Rows | None = None,
    campaign_fee: Decimal | None = None,
    hints: Mapping[str, str] | None = None,
) -> Form:
    """Return the set-up workbook ``campaign.xlsx``, ready to be written.

    ``profile_choices`` gives the words of every ``profile:`` list under its full name; ``campaign_fee`` is the
    marketplace's fee on campaign sales as a fraction, ``hints`` what it asks of a column, by the column's key.
    Marketplace, zone and currency are filled in where ``rows`` do not say otherwise.
    """
    known = {"marketplace": marketplace, "zone": zone, "currency": currency}
    given = dict(rows or {})
    given["campaign"] = ({**known, **next(iter(given.get("campaign", ())), {})},)
    hinted = tuple(_hinted(sheet, hints or {}) for sheet in SETUP)
    sheets = tuple(_with_fee(sheet, campaign_fee) if sheet.key == "campaign" else sheet for sheet in hinted)
    words = {"campaign": f"{title} · set-up workbook · fill column C; hints stand beside each cell"}
    return Form(
        name="campaign",
        title=title,
        context=f"{marketplace} · times in {zone} · money in {currency}",
        currency=currency,
        zone=zone,
        sheets=tuple(
            _filled(sheet, given, words.get(sheet.key) or _subtitle(sheet, zone, currency)) for sheet in sheets
        ),
        lists=_lists(sheets, given, profile_choices),
        guide=(*_steps(sheets), _KEEP, _PASTE, "When the sheets are filled, run campaignctl validate."),
        next_command="campaignctl validate",
    )


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a registration form tells its seller. Times are aware; ``ends`` is the first moment after.

    ``offers`` gives, by promotion ID, what is on offer in one sentence; ``co_funded`` says of each co-funded promotion
    who pays what, ``hints`` what the marketplace asks of a column, by the column's key. ``ids_counted`` is false where
    the marketplace does not say how many digits an ID has. Blank fields are left out of the form's words.
    """

    campaign: str
    marketplace: str
    zone: str
    currency: str
    code: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    reply_by: datetime | None = None
    reply_to: str = ""
    terms: str = ""
    offers: Mapping[str, str] = field(default_factory=dict)
    co_funded: tuple[str, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    ids_counted: bool = True


def registration_form(
    invitation: Invitation,
    *,
    rows: Rows | None = None,
    categories: Sequence[str] = TEAM_LISTS["team:categories"],
) -> Form:
    """Return the registration workbook, ready to be written: for one seller with its ``rows``, or blank for all.

    A product row without a promotion gets the only one on offer.
    """
    given = dict(rows or {})
    if len(invitation.offers) == 1:
        only = {"promotion_id": next(iter(invitation.offers))}
        given["sku_lines"] = tuple({**only, **row} for row in given.get("sku_lines", ()))
    sheets = tuple(_asking(sheet, invitation) for sheet in REGISTRATION)
    lists = {"sheet:promotions": tuple(invitation.offers), "team:categories": tuple(categories)}
    context = _context(invitation)
    return Form(
        name="registration-form",
        title=f"{invitation.campaign}: registration",
        context=context,
        currency=invitation.currency,
        zone=invitation.zone,
        sheets=tuple(_filled(sheet, given, _registration_subtitle(sheet, given, invitation)) for sheet in sheets),
        lists=_lists(sheets, given, lists),
        guide=(*_steps(sheets), *_offered(invitation), *_listed(given), _KEEP, _PASTE, *_return(invitation)),
        properties={"Campaign": invitation.code} if invitation.code else {},
    )


def form_id(code: str, seller_id: str, wave: int, round_: int) -> str:
    """Return the ID that matches a reply to its invitation whatever the file is called: ``HD26-S-001-1-2``."""
    return f"{code}-{seller_id}-{wave}-{round_}"


def _with_fee(sheet: Sheet, fee: Decimal | None) -> Sheet:
    return sheet if fee is None else _replaced(sheet, "campaign_fee", formula=f"={fee}", example=fee)


def _replaced(sheet: Sheet, key: str, **changes: Any) -> Sheet:
    columns = (replace(column, **changes) if column.key == key else column for column in sheet.columns)
    return replace(sheet, columns=tuple(columns))


def _hinted(sheet: Sheet, hints: Mapping[str, str]) -> Sheet:
    for key in sheet.keys:
        if key in hints:
            sheet = _replaced(sheet, key, hint=hints[key])
    return sheet


def _asking(sheet: Sheet, invitation: Invitation) -> Sheet:
    """Return a sheet with what this campaign and its marketplace ask of sellers in the hints."""
    if sheet.key == "sku_lines" and not invitation.ids_counted:
        sheet = with_ids_of_any_length()
    sheet = _hinted(sheet, invitation.hints)
    if sheet.key != "registration":
        return sheet
    if invitation.terms:
        sheet = _replaced(sheet, "accepts_terms", hint=f"Choose Yes. {invitation.terms}")
    if invitation.co_funded:
        when = ("taking_part", ("Yes",))
        sheet = _replaced(sheet, "co_fund", hint="Yes: " + "; ".join(invitation.co_funded), when=when)
    return sheet


def _filled(sheet: Sheet, rows: Rows, subtitle: str) -> FilledSheet:
    given = tuple(rows.get(sheet.key, ()))
    room = None if len(given) * 2 <= sheet.rows else len(given) + sheet.rows
    return FilledSheet(sheet=sheet, rows=given, subtitle=subtitle, capacity=None if sheet.record else room)


def _subtitle(sheet: Sheet, zone: str, currency: str) -> str:
    kinds = {column.type for column in sheet.written}
    parts = [sheet.subtitle]
    if Type.DATETIME in kinds:
        parts.append(f"times in {zone}")
    if Type.MONEY in kinds:
        parts.append(f"money in {currency}")
    return " · ".join(part for part in parts if part)


def _registration_subtitle(sheet: Sheet, rows: Rows, invitation: Invitation) -> str:
    if sheet.record:
        return _context(invitation)
    seller = next(iter(rows.get("registration", ())), {})
    who = f"{seller['shop_name']} ({seller['seller_id']})" if {"shop_name", "seller_id"} <= seller.keys() else ""
    words = _subtitle(sheet, invitation.zone, invitation.currency)
    return f"{who} · {words}" if who else words


def _steps(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    return tuple(f"{sheet.name}: {sheet.purpose}" for sheet in sheets)


def _offered(invitation: Invitation) -> tuple[str, ...]:
    return tuple(f"Promotion {id_}: {words}" for id_, words in invitation.offers.items())


def _listed(rows: Rows) -> tuple[str, ...]:
    """Return what a form says whose SKUs were filled in without an offer."""
    entered = next(sheet.entered_by for sheet in REGISTRATION if sheet.key == "sku_lines")
    lines = rows.get("sku_lines", ())
    return (_KNOWN,) if any(not set(entered) & set(row) for row in lines) else ()


def _return(invitation: Invitation) -> tuple[str, ...]:
    by = f" by {_moment(invitation.reply_by)}" if invitation.reply_by else ""
    to = f" to {invitation.reply_to}" if invitation.reply_to else ""
    return (f"Please return this workbook{by}{to}.",) if by or to else ()


def _context(invitation: Invitation) -> str:
    by = f" by {_moment(invitation.reply_by)}" if invitation.reply_by else ""
    to = f" to {invitation.reply_to}" if invitation.reply_to else ""
    parts = (_window(invitation), invitation.marketplace, f"please return{by}{to}" if by or to else "")
    return " · ".join(part for part in parts if part)


def _window(invitation: Invitation) -> str:
    if invitation.starts is None or invitation.ends is None:
        return ""
    first, last = invitation.starts, invitation.ends - timedelta(seconds=1)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}" if first.day != last.day else f"{last.day} {last:%B %Y}"
    year = f" {first:%Y}" if first.year != last.year else ""
    return f"{first.day} {first:%B}{year} – {last.day} {last:%B %Y}"


def _moment(moment: datetime) -> str:
    return f"{moment:%a} {moment.day} {moment:%b %H:%M} {moment.tzname() or ''}".rstrip()


def _lists(sheets: Iterable[Sheet], rows: Rows, given: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the words of every list that the sheets name; words that the rows already use are in it too."""
    lists: dict[str, tuple[str, ...]] = {}
    for sheet in sheets:
        for column in sheet.written:
            name = column.choices_from
            if not name:
                continue
            words = lists.get(name) or tuple(given.get(name) or _own(name, rows))
            lists[name] = tuple(dict.fromkeys((*words, *_used(column, rows.get(sheet.key, ())))))
    return lists


def _own(name: str, rows: Rows) -> tuple[str, ...]:
    kind, _, key = name.partition(":")
    if kind == "sheet":
        return tuple(str(row[_NAMED_BY[key]]) for row in rows.get(key, ()) if row.get(_NAMED_BY[key]))
    return TEAM_LISTS.get(name, ())


def _used(column: Column, rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    if not column.choices_from.startswith("team:"):
        return ()
    cells = [row[column.key] for row in rows if isinstance(row.get(column.key), str)]
    if column.type is Type.LIST:
        return tuple(word.strip() for cell in cells for word in cell.split(";") if word.strip())
    return tuple(cells)
