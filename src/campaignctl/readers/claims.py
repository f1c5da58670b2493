"""Whose reply a file is: by its Form ID and its Seller ID, never by what the file is called.

A console's export holds lines of many sellers, told by a column; it is a reply of each of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.cells import clean, shown
from campaignctl.readers.parts import Part
from campaignctl.readers.sent import Sent
from campaignctl.readers.shops import Shops

_FORM_ID = re.compile(
    r"(?P<code>[A-Z0-9]{2,8})-(?P<seller>.+)-(?P<wave>[0-9]{1,3})-(?P<round>[0-9]{1,3})", re.IGNORECASE
)
BY_FORM, BY_SELLER, BY_CONSOLE, BY_FOLDER = "form id", "seller id", "console", "folder"


@dataclass(slots=True)
class Claim:
    """What one seller sent in one file: the sheets ``keys`` of it.

    ``without`` are sheets of it in whose place another file's count.
    """

    sent: Sent
    keys: frozenset[str]
    seller: str = ""
    matched_by: str = ""
    round: int | None = None
    counts: bool = True
    aside: str = ""
    assumed: list[str] = field(default_factory=list)
    without: set[str] = field(default_factory=set)

    @property
    def is_partial(self) -> bool:
        """Whether it may hold only some of a registration's sheets: a text, or lines out of a console."""
        return self.matched_by == BY_CONSOLE or self.sent.is_text


@dataclass(slots=True)
class Claims:
    """All claims of a folder, what was met on the way, and the seller of each row of a console's tables."""

    claims: list[Claim] = field(default_factory=list)
    met: list[Observation] = field(default_factory=list)
    sellers: dict[int, list[str]] = field(default_factory=dict)  # by the id of the part


def claims_of(sent: Sequence[Sent], shops: Shops, code: str) -> Claims:
    """Return whose replies the files are; ``code`` is the campaign's own, blank when the set-up does not say."""
    found = Claims()
    for each in sent:
        other = _other_campaign(each, code)
        if other:
            found.claims.append(
                Claim(
                    each, each.keys, shops.known(each.field("seller_id")), counts=False, aside=f"is a form of {other}"
                )
            )
            found.met.append(Observation(Kind.OTHER_CAMPAIGN, each.place("form_id"), each.form_id or other, other))
            continue
        own = _own_claim(each, shops, found.met)
        found.claims += list(_console_claims(each, own, shops, found)) or [own]
    return found


def _other_campaign(sent: Sent, code: str) -> str:
    """Return the code of the other campaign whose form a file is; blank when it is this one's, or says nothing."""
    form = _FORM_ID.fullmatch(sent.form_id)
    said = form["code"] if form else sent.campaign
    return said.upper() if said and code and said.casefold() != code.casefold() else ""


def _own_claim(sent: Sent, shops: Shops, met: list[Observation]) -> Claim:
    form = _FORM_ID.fullmatch(sent.form_id)
    by_form = shops.known(form["seller"]) if form else ""
    typed = sent.field("seller_id")
    by_cell = shops.known(typed)
    claim = Claim(sent, sent.keys, round=int(form["round"]) if form else None)
    if by_cell and by_form in ("", by_cell):
        claim.seller, claim.matched_by = by_cell, BY_FORM if by_form else BY_SELLER
    elif by_form and not by_cell:
        claim.seller, claim.matched_by = by_form, BY_FORM
        _say_which(sent, claim, typed, met)
    elif by_form:
        _disagreeing(sent, claim, by_form, by_cell, shops, met)
    elif shops.known(sent.folder):
        claim.seller, claim.matched_by = shops.known(sent.folder), BY_FOLDER
        claim.assumed.append(f"it lies in the folder of {claim.seller}, and was read as its reply")
    else:
        claim.seller = typed
    return claim


def _say_which(sent: Sent, claim: Claim, typed: str, met: list[Observation]) -> None:
    if typed:
        words = f"is no seller of the Sellers sheet; the Form ID {sent.form_id} says {claim.seller}, and was believed"
        met.append(Observation(Kind.IDS_DISAGREE, sent.place("seller_id"), typed, words))
    else:
        claim.assumed.append(f"its Seller ID is blank; the Form ID {sent.form_id} says {claim.seller}")


def _disagreeing(  # noqa: PLR0913, PLR0917 - two ids, the shops they may be, and where to say it
    sent: Sent, claim: Claim, by_form: str, by_cell: str, shops: Shops, met: list[Observation]
) -> None:
    """Let the shop's name decide between two shops; without it the Seller ID counts, which people see and sign."""
    named = shops.named(sent.field("shop_name"))
    claim.seller = by_form if named == by_form else by_cell
    claim.matched_by = BY_FORM if claim.seller == by_form else BY_SELLER
    decided = "the shop's name says the same, and" if named == claim.seller else "it"
    believed = f"{claim.seller} was believed, for {decided} stands there"
    words = f"is another seller than the Form ID {sent.form_id} says; {believed}"
    met.append(Observation(Kind.IDS_DISAGREE, sent.place("seller_id"), by_cell, words))


def _console_claims(sent: Sent, own: Claim, shops: Shops, found: Claims) -> Iterator[Claim]:
    """Yield a claim for each seller whose lines a file holds, when it holds lines of others than its own."""
    by_part = {id(part): _row_sellers(part, shops, own.seller) for part in sent.lists() if _has_sellers(part)}
    sellers = list(dict.fromkeys(seller for rows in by_part.values() for seller in rows))
    if set(sellers) <= {own.seller}:
        return
    found.sellers |= by_part
    for part in sent.lists():
        if id(part) in by_part:
            found.met += _strangers(part, by_part[id(part)], shops)
    alone = len(sellers) == 1 and not own.seller
    for seller in sellers:
        keys = {part.raw.sheet.key for part in sent.lists() if seller in by_part.get(id(part), ())}
        if seller == own.seller and sent.record() is not None:
            continue
        if not seller:
            yield Claim(sent, frozenset(keys))
        elif alone:
            yield Claim(sent, sent.keys, seller, BY_SELLER if shops.known(seller) else "")
        else:
            words = f"{sent.file} holds lines of {len(sellers):,} sellers; it was split"
            yield Claim(sent, frozenset(keys), seller, BY_CONSOLE, assumed=[words])
    if own.seller and sent.record() is not None:
        yield own


def _has_sellers(part: Part) -> bool:
    return bool({"seller_id", "shop_name"} & part.raw.cells.keys()) and not part.raw.sheet.record


def _row_sellers(part: Part, shops: Shops, own: str) -> list[str]:
    """Return the seller of each row: a known id, else a known name, else the id as typed, else the file's own."""
    blank = [""] * len(part.raw.rows)
    ids, names = (part.raw.cells.get(key, blank) for key in ("seller_id", "shop_name"))
    known: dict[tuple[object, object], str] = {}
    for id_, name in {*zip(map(_text, ids), map(_text, names), strict=True)}:
        known[id_, name] = shops.known(id_) or shops.named(name) or id_ or (name or own)
    return [known[id_, name] for id_, name in zip(map(_text, ids), map(_text, names), strict=True)]


def _text(cell: object) -> str:
    return clean(shown(cell)) if cell != "" else ""


def _strangers(part: Part, sellers: Sequence[str], shops: Shops) -> Iterator[Observation]:
    """Observe, once for each, the sellers of rows that are on no row of the Sellers sheet, and rows without any."""
    key = "seller_id" if "seller_id" in part.raw.cells else "shop_name"
    told: set[str] = set()
    for row, seller in zip(part.raw.rows, sellers, strict=True):
        if seller not in told and not shops.known(seller):
            told.add(seller)
            times = sellers.count(seller)
            lines = "1 line is" if times == 1 else f"{times:,} lines are"
            why = "is no seller of the Sellers sheet" if seller else "names no seller"
            value = seller or f"row {row}"
            yield Observation(Kind.NOBODYS, part.where.place(key, row), value, f"{why}; {lines} nobody's")


def nobodys(sent: Sent) -> Observation:
    """Return what is to be told of a text that names no seller."""
    words = "names no seller, so that its lines are nobody's"
    return Observation(Kind.NOBODYS, Place(sent.file), sent.file.rpartition("/")[2], words)
