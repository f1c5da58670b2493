"""A number written as text, read by the habits of the campaign's currency: never guessed cell by cell.

``1.234`` is a thousand in Jakarta and a little over one in Los Angeles; so points and commas mean what they mean where
the currency is used, and a number that fits the other habit only is not read.
"""

import re
import unicodedata
from decimal import Decimal
from functools import cache

from campaignctl.domain.money import CURRENCIES, Currency

_ALSO = {
    "USD": ("US$",),
    "MXN": ("$", "Mex$"),
    "SGD": ("$", "SG$"),
    "CAD": ("$", "CA$"),
    "TWD": ("$",),
    "PLN": ("zl",),
    "IDR": ("Rp.",),
    "VND": ("đ", "vnđ"),
    "JPY": ("円",),
    "THB": ("บาท",),
}
"""What else people write beside amounts in a currency."""

_OTHER_CODES = "CNY|RMB|AUD|NZD|HKD|INR|KRW|CHF|SEK|NOK|DKK|TRY|AED|SAR|ZAR|CLP|COP|PEN"
_FOREIGN = re.compile(
    rf"\b(?:{'|'.join(CURRENCIES)}|{_OTHER_CODES})\b|\b(?:Rp|RM|MX\$|R\$|S\$|US\$|CA?\$|NT\$|zł)|[元円đ]", re.IGNORECASE
)
_MOST_DIGITS = 15


@cache
def _shapes(comma: bool) -> tuple[re.Pattern[str], re.Pattern[str], str, str]:  # noqa: FBT001 - one of two habits
    group, point = (".", ",") if comma else (",", ".")
    part = rf"(?:{re.escape(point)}[0-9]{{1,12}})?"
    return (
        re.compile(rf"-?[0-9]{{1,{_MOST_DIGITS}}}{part}"),
        re.compile(rf"-?[0-9]{{1,3}}(?:(?:{re.escape(group)}[0-9]{{3}}){{1,4}}|(?: [0-9]{{3}}){{1,4}}){part}"),
        group,
        point,
    )


def number_of(text: str, writing: Currency) -> Decimal | None:
    """Return the number that ``text`` is, by the habits of ``writing``; None when it is none, or over 15 digits."""
    plain, grouped, group, point = _shapes(writing.comma)
    bare = re.sub(r"^([-+])\s+", r"\1", unicodedata.normalize("NFKC", text).replace("−", "-").strip()).removeprefix("+")
    if grouped.fullmatch(bare):
        bare = bare.replace(group, "").replace(" ", "")
    return Decimal(bare.replace(point, ".")) if plain.fullmatch(bare) else None


def amount_of(text: str, currency: Currency) -> tuple[Decimal | None, bool]:
    """Return the amount that ``text`` is, the currency's own signs beside it or not, and whether it names another."""
    bare = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    minus = bare.startswith("-")
    rest = _without_mark(bare.removeprefix("-").strip(), currency)
    number = number_of(("-" if minus else "") + rest, currency)
    if number is not None:
        return number, False
    foreign = bool(_FOREIGN.search(rest)) or any(unicodedata.category(sign) == "Sc" for sign in rest)
    return None, foreign and any(sign.isdigit() for sign in rest)


def two_ways(text: str, writing: Currency) -> str:
    """Return what to say of a number that fits only the other habit of points and commas; empty for anything else."""
    other = Currency("", 2, "", comma=not writing.comma)
    bare = text.rstrip("% ")
    if number_of(bare, other) is None or number_of(bare, writing) is not None:
        return ""
    return f"decimals stand after a {'comma' if writing.comma else 'point'} here"


def _without_mark(text: str, currency: Currency) -> str:
    marks = sorted({currency.symbol, currency.code, *_ALSO.get(currency.code, ())}, key=len, reverse=True)
    small = text.casefold()
    for mark in (mark.casefold() for mark in marks):
        if small.startswith(mark):
            return text[len(mark) :].strip()
        if small.endswith(mark):
            return text[: -len(mark)].strip()
    return text
