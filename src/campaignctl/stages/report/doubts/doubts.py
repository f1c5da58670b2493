"""All doubts of a report, the most general first."""

from collections.abc import Iterator
from datetime import datetime

from campaignctl.domain.findings import Finding
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.amounts import amounts
from campaignctl.stages.report.doubts.currency import currency
from campaignctl.stages.report.doubts.facts import facts_of, lines_of, skus_of
from campaignctl.stages.report.doubts.files import differing, repeated
from campaignctl.stages.report.doubts.lists import lists
from campaignctl.stages.report.doubts.naming import NAMES
from campaignctl.stages.report.doubts.shops import of_another_time, silent
from campaignctl.stages.report.doubts.unpaid import incomplete

__all__ = ["NAMES", "doubts"]


def doubts(basis: Basis, held: datetime | None) -> Iterator[Finding]:
    """Yield what speaks against the data; ``held`` is the newest moment of the order exports."""
    yield from currency(basis)
    yield from of_another_time(basis, held)
    yield from differing(basis)
    yield from repeated(basis)
    yield from lists(basis)
    lines = lines_of(basis)
    if lines is None:
        return
    facts, skus = facts_of(lines), skus_of(lines)
    yield from silent(basis, facts, skus)
    yield from incomplete(basis, facts)
    yield from amounts(basis, facts, skus)
