"""What a report lets detectors look at, taken from its basis: days, registered SKUs, streams, and what sold beside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.facts import Beside, DaySold, Event, Kept, PaidBack, SkuSold, StreamSold
from campaignctl.metrics.compare import like
from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.ledger import At
from campaignctl.metrics.lines import COUNTED, REGISTERED_VALUE, SHOP_VALUE
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.insights.cube import apart, history_of
from campaignctl.stages.report.insights.shop_events import shop_events
from campaignctl.stages.report.subject import is_regular
from campaignctl.stages.report.traffic import before_words, funnels_of


def evidence_with(basis: Basis, paid: tuple[PaidBack, ...], kept: tuple[Kept, ...]) -> Evidence:
    """Return the evidence of a report, with what each promotion brought back and each seller kept of its promises.

    What a sold-out line would have sold is told there to the minute: one number stands in scorecard and insight.
    """
    found = evidence_of(basis)
    lost = {(each.seller, item): amount for each in kept for item, amount in each.sold_out.items()}
    skus = tuple(replace(sku, lost=lost.get((sku.seller, sku.id))) for sku in found.skus)
    return replace(found, skus=skus, paid_back=paid, promises=kept)


def evidence_of(basis: Basis) -> Evidence:
    """Return the evidence of a report; without order lines it holds figures and streams alone."""
    products = {str(key): product.name for key, product in (basis.about_products or {}).items() if key is not None}
    lines = _lines(basis)
    beside = () if lines is None else tuple(_beside(basis, lines))
    if lines is not None and beside:
        products = {**_names_beside(lines, beside), **products}
    return Evidence(
        campaign=basis.inputs.campaign,
        ledger=basis.ledger,
        history=history_of(basis),
        names={**products, **_sku_names(basis), **basis.inputs.names},
        days=tuple(_days(basis)),
        skus=() if lines is None or basis.sold_by_order is None else tuple(_skus(basis, lines)),
        streams=tuple(_streams(basis)),
        unregistered=beside,
        funnels=tuple(funnels_of(basis)),
        listed_before=before_words(basis),
        still_runs=not basis.periods.is_over,
        events=tuple(
            Event(each.at.astimezone(basis.inputs.zone).date(), each.what)
            for each in basis.inputs.events
            if not each.seller
        ),
        shop_events=tuple(shop_events(basis, apart(basis.periods))),
    )


def _lines(basis: Basis) -> nw.LazyFrame[Any] | None:
    return None if basis.lines is None else basis.lines.filter(nw.col("period") == CAMPAIGN)


def _sku_names(basis: Basis) -> Mapping[str, str]:
    listed = basis.inputs.listed
    if listed is None or "product_name" not in listed:
        return {}
    named = listed.dropna(subset=["sku_id", "product_name"])
    return dict(zip(named["sku_id"], named["product_name"], strict=True))


def _days(basis: Basis) -> Iterator[DaySold]:
    """Yield the whole days of the campaign that have a baseline to stand against."""
    for day in basis.days:
        at = At("day", str(day))
        held, usual = like(basis.ledger, basis.gmv, at, BASELINE), basis.ledger.value("gmv", at.on(BASELINE))
        sold = None if held is None else held.value
        if sold is not None and usual is not None and day != basis.periods.partial:
            yield DaySold(day, _minor(basis, sold), _minor(basis, usual))


def _streams(basis: Basis) -> Iterator[StreamSold]:
    for stream in basis.streams:
        at = At("stream", stream.key)
        value, views = basis.ledger.value("stream_gmv", at), basis.ledger.value("views", at)
        if value is not None and views is not None:
            yield StreamSold(stream.title, _minor(basis, value), int(views))


def _skus(basis: Basis, lines: nw.LazyFrame[Any]) -> Iterator[SkuSold]:
    """Yield every registered SKU with a committed stock: what it sold of it, and until when."""
    listed = basis.inputs.listed
    if listed is None or "stock" not in listed or not basis.periods.is_over or is_regular(basis):
        return
    sold = lines.filter(nw.col(COUNTED.column)).group_by("sku_id")
    gathered = sold.agg(
        nw.col("quantity").sum(), nw.col("subtotal_after_discount").sum(), nw.col("paid").max(), orders=nw.len()
    )
    by_sku = gathered.collect(backend="pandas").to_native().dropna(subset=["sku_id"]).set_index("sku_id")
    hours = _by_hour(lines)
    kept = listed.dropna(subset=["sku_id", "stock"]).drop_duplicates("sku_id")
    for row in kept[["sku_id", "seller_id", "stock", "campaign_price"]].to_dict("records"):
        found = by_sku.loc[row["sku_id"]] if row["sku_id"] in by_sku.index else None
        yield _sku(basis, row, found, hours)


def _by_hour(lines: nw.LazyFrame[Any]) -> "pd.Series[Any]":
    """Return how many lines had been paid by the end of each hour that has any, by the hour's beginning."""
    counted = lines.filter(nw.col(COUNTED.column)).with_columns(hour=nw.col("paid").dt.truncate("1h"))
    found = counted.group_by("hour").agg(many=nw.len()).collect(backend="pandas").to_native()
    by_hour = pd.Series(found["many"].to_numpy(), index=pd.to_datetime(found["hour"], utc=True)).sort_index()
    return by_hour.cumsum()


def _sku(basis: Basis, row: Mapping[Any, Any], found: "pd.Series[Any] | None", hours: "pd.Series[Any]") -> SkuSold:
    price = 0 if pd.isna(row["campaign_price"]) else int(row["campaign_price"])
    kept = SkuSold(str(row["sku_id"]), str(row["seller_id"]), stock=int(row["stock"]), price=price)
    if found is None:
        return kept
    last: datetime = pd.Timestamp(found["paid"]).to_pydatetime()
    window, own = basis.inputs.window, int(found["orders"])
    others = int(hours.iloc[-1]) - own  # its own orders say nothing of when others came
    by_then = int(hours[hours.index <= pd.Timestamp(last).tz_convert("UTC")].iloc[-1]) - own
    return replace(
        kept,
        units=int(found["quantity"]),
        value=int(found["subtotal_after_discount"]),
        hours_on_sale=(last - window.start).total_seconds() / 3600,
        hours_left=(window.end - last).total_seconds() / 3600,
        orders=own,
        passed=by_then / others if others else 1.0,
    )


def _beside(basis: Basis, lines: nw.LazyFrame[Any]) -> Iterator[Beside]:
    """Yield the products that the campaign's shops sold without a registration."""
    if basis.inputs.scope.registered is None:
        return
    found = grouped(lines, (SHOP_VALUE, REGISTERED_VALUE), ["product_id"]).dropna(subset=["product_id"])
    for product, whole, registered in found[["product_id", SHOP_VALUE.name, REGISTERED_VALUE.name]].itertuples(
        index=False
    ):
        if not pd.isna(whole) and whole > 0 and not (registered or 0):
            yield Beside(str(product), int(whole))


def _names_beside(lines: nw.LazyFrame[Any], beside: Sequence[Beside]) -> Mapping[str, str]:
    """Return what the export calls products that no registration names."""
    of_them = lines.filter(nw.col("product_id").is_in([one.product for one in beside]))
    named = of_them.group_by("product_id").agg(nw.col("product_name").max()).collect(backend="pandas").to_native()
    named = named.dropna()
    return dict(zip(named["product_id"].astype("str"), named["product_name"].astype("str"), strict=True))


def _minor(basis: Basis, value: object) -> int:
    return round(float(str(value)) * int(10**basis.ledger.currency.decimals))
