"""What detectors may know of promises: what each seller broke, in lines, units, minutes and money."""

from dataclasses import replace

import pandas as pd

from campaignctl.insights.facts import Kept
from campaignctl.methods.discoveries import best_of
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.promised.slots import Held


def kept_by_seller(found: Promises | None) -> tuple[Kept, ...]:
    """Return one entry per seller with a promise."""
    return () if found is None else tuple(_kept(found, seller) for seller in found.sellers)


def _kept(found: Promises, seller: str) -> Kept:
    missed = [slot for slot in found.slots if slot.seller == seller and slot.held is Held.NOT_HELD]
    of_slots = Kept(
        seller,
        slots_missed=len(missed),
        minutes=sum(slot.missed for slot in missed),
        slot_lost=sum(slot.lost or 0 for slot in missed),
        slots=sum(slot.seller == seller and slot.held is not Held.UNKNOWN for slot in found.slots),
    )
    if found.lines is None:
        return of_slots
    lines = found.lines[found.lines["seller_id"].eq(seller) & found.lines["for_all"]]
    short, stocked = lines[lines["short"]], lines[lines["is_stocked"] & ~lines["sold_out"]]
    return replace(
        of_slots,
        dear_lines=int(lines["is_dear"].sum()),
        dear_units=int(lines["above_units"].sum()),
        overpaid=round(float(lines["over"].sum())),
        short_lines=len(short),
        missing_units=int(short["missing"].sum()),
        lost=round(float(short["lost"].sum())),
        priced_lines=int(lines["is_priced"].sum()),
        p=best_of(float(stocked["chance"].min()), len(stocked)) if len(stocked) else None,
        sold_out=_sold_out(lines[lines["sold_out"] & lines["stopped"]]),
    )


def _sold_out(lines: pd.DataFrame) -> dict[str, int]:
    """Return, by what was agreed on, what lines that sold all of it would have sold beyond."""
    lost = lines["lost"].astype(float).groupby(lines["item"].astype("str")).sum()
    return {str(item): round(amount) for item, amount in lost.items()}
