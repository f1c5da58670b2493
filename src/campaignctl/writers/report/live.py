"""A number above a listing follows its filter: a formula over the rows in sight, with today's value kept beside it."""

from campaignctl.domain.document import Document
from campaignctl.domain.listing import Listing, Live
from campaignctl.writers.report.tables import header_words, table_name

IN_SIGHT = "● of the rows in sight"


def live_formula(document: Document, live: Live | None) -> str:
    """Return the formula of ``live``; blank where there is none to follow or its listing has no row."""
    column = _column(document, live)
    if live is None or not column:
        return ""
    if not live.begins:
        return f"=SUBTOTAL(109,{column})"
    first = f"INDEX({column},1)"
    in_sight = f"SUBTOTAL(103,OFFSET({first},ROW({column})-ROW({first}),0))"
    alike = "+".join(f'(LEFT({column},{len(word)})="{_quoted(word)}")' for word in live.begins)
    return f"=SUMPRODUCT({in_sight}*({alike}))"


def if_all(document: Document, live: Live | None, words: str) -> str:
    """Return a formula that gives ``words``, which hold for the whole listing only while no row of it is hidden."""
    listing = _listing(document, live)
    if listing is None or not words:
        return ""
    names = _reference(listing, listing.columns[0].key)
    return f'=IF(SUBTOTAL(103,{names})=ROWS({names}),"{_quoted(words)}","{IN_SIGHT}")'


def _column(document: Document, live: Live | None) -> str:
    listing = _listing(document, live)
    return _reference(listing, live.column) if listing is not None and live is not None else ""


def _listing(document: Document, live: Live | None) -> Listing | None:
    part = document.part(live.listing) if live is not None else None
    return part if isinstance(part, Listing) and not part.frame.empty else None


def _reference(listing: Listing, key: str) -> str:
    """Return a column as formulas name it: ``tblRoster[SKUs]``."""
    titles = header_words([column.title for column in listing.columns])
    title = titles[[column.key for column in listing.columns].index(key)]
    escaped = "".join(f"'{letter}" if letter in "[]#'" else letter for letter in title)
    return f"{table_name(listing.slug)}[{escaped}]"


def _quoted(words: str) -> str:
    return words.replace('"', '""')
