"""What of a report's inputs is one seller's own; nothing of another seller may reach that seller's document."""

from dataclasses import replace
from datetime import date
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.campaign import Campaign, Seller, Target
from campaignctl.domain.errors import WrongUsage
from campaignctl.domain.lock import Lock
from campaignctl.metrics.native import lazy
from campaignctl.stages.report.inputs import ReportInputs

OUTSIDE = {"comparison", "outside"}


def chosen(campaign: Campaign, tiers: tuple[str, ...] = ()) -> tuple[Seller, ...]:
    """Return the sellers that take part, of ``tiers`` where any is named; ``WrongUsage`` for a tier nobody has."""
    taking_part = tuple(seller for seller in campaign.sellers if seller.role.casefold() not in OUTSIDE)
    known = {seller.tier.casefold(): seller.tier for seller in taking_part if seller.tier}
    for tier in tiers:
        if tier.casefold() not in known:
            named = ", ".join(sorted(known.values())) or "none"
            raise WrongUsage(f"No seller is of tier {tier}.", f"The tiers of the sheet Sellers are {named}.")
    wanted = {tier.casefold() for tier in tiers}
    return tuple(seller for seller in taking_part if not wanted or seller.tier.casefold() in wanted)


def own_inputs(inputs: ReportInputs, seller: Seller, since: date | None) -> ReportInputs:
    """Return the inputs with one seller's rows, target and streams; files and findings name others and are left out.

    The campaign's target becomes the seller's. ``since`` is the first day of all exports, so that the baseline is made
    of the same windows as the campaign's.
    """
    campaign = inputs.campaign
    target = (Target("Campaign", "", "GMV", seller.gmv_target),) if seller.gmv_target else ()
    listed = inputs.registered
    return ReportInputs(
        campaign=replace(
            campaign,
            promotions=(),
            sellers=(seller,),
            targets=target,
            streams=tuple(stream for stream in campaign.streams if stream.seller_id == seller.id),
            platform_budget=None,
        ),
        as_of=inputs.as_of,
        order_lines=_rows(inputs.order_lines, seller.id),
        streams=_rows(inputs.streams, seller.id),
        registered=None if listed is None else listed[listed["seller_id"] == seller.id].reset_index(drop=True),
        seller_names={seller.id: inputs.names.get(seller.id, seller.name)},
        marketplace=inputs.marketplace,
        prepared_by=inputs.prepared_by,
        data_from=since,
        lock=None if inputs.lock is None else _own_lock(inputs.lock, seller.id),
        changes=tuple(change for change in inputs.changes if change.seller in {"", seller.id}),
        for_some=inputs.narrowed,
        span=inputs.span,
        summed=inputs.summed,
    )


def _own_lock(lock: Lock, seller: str) -> Lock:
    """Return what was agreed with one seller."""
    lines, left_out, streams = (_of(frame, seller) for frame in (lock.lines, lock.left_out, lock.streams))
    own = replace(lock, lines=lines, left_out=left_out, streams=streams)
    return replace(own, targets=lock.targets[:0], accepted=(), inputs=(), platform_budget=None)


def _of(frame: pd.DataFrame, seller: str) -> pd.DataFrame:
    return frame[frame["seller_id"].eq(seller).fillna(value=False)].reset_index(drop=True)


def _rows(table: object | None, seller: str) -> Any:
    if table is None:
        return None
    lines = lazy(table)
    return lines.filter(nw.col("seller_id") == seller).collect(backend="pandas").to_native()
