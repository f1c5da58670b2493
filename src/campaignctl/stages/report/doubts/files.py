"""Files against files: two that tell one order differently, and orders that two shops hand in."""

from collections.abc import Iterator

from campaignctl.domain.differing import Differing
from campaignctl.domain.findings import Finding
from campaignctl.domain.observations import Place
from campaignctl.domain.wording import counted, listed
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.naming import doubt, money, shops


def differing(basis: Basis) -> Iterator[Finding]:
    """Yield every two exports that disagree on orders to which nothing came in between; which one counts is said."""
    for one in basis.inputs.differing:
        effect = "" if not one.more else f", which makes sales {money(basis, abs(one.more))} {_side(one.more)}"
        older, newer = one.older, one.newer
        if older.rpartition("/")[0] == newer.rpartition("/")[0]:
            older, newer = (name.rpartition("/")[2] for name in (older, newer))
        why = "nothing in them tells which is newer; " if one.is_guess else ""
        message = (
            f"{older} and {newer} tell {counted(one.lines, 'order line')} differently ({_what(one)}; first "
            f"{one.example}): {why}the {'latter' if one.is_guess else 'newer one'} counts{effect}"
        )
        fix = "Look one of the orders up in the Seller Center, and remove the file that is wrong."
        yield doubt("DAT124", Place(one.newer), message, fix, abs(one.more) or None)


def repeated(basis: Basis) -> Iterator[Finding]:
    """Yield the orders that count twice: lines that come again in a file, and orders that two shops hand in."""
    for one in basis.inputs.repeated:
        effect = f"; they count {money(basis, one.more)} too much, before and in the campaign" if one.more else ""
        if len(one.sellers) > 1:
            both = shops(basis, one.sellers)
            stand = (
                f"{counted(one.many, 'order')} {'stands' if one.many == 1 else 'stand'} in the exports of {both} alike"
            )
            fix = "Remove the file that lies in the wrong folder."
            yield doubt("DAT134", Place(one.file), f"{stand}, and an order is one shop's{effect}", fix, one.more)
        else:
            lines = counted(one.many, "order line")
            verb = "stands" if one.many == 1 else "stand"
            message = f"{lines} {verb} twice in the file, the first in row {one.row}{effect}"
            fix = "Download the export again; rows may have been pasted in."
            yield doubt("DAT135", Place(one.file), message, fix, one.more)


def _side(more: int) -> str:
    return "higher" if more > 0 else "lower"


def _what(one: Differing) -> str:
    """Return ``3 amounts and 1 time``."""
    kinds = ((one.amounts, "amount"), (one.quantities, "quantity"), (one.skus, "SKU"), (one.times, "time"))
    plural = {"quantity": "quantities"}
    return listed([counted(many, word, plural.get(word, "")) for many, word in kinds if many])
