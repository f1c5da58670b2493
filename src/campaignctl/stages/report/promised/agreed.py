"""What is agreed at each moment: the lock's lines with every approved change applied from its hour on."""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import pairwise

import pandas as pd

from campaignctl.domain.campaign import Window
from campaignctl.domain.changes import Change, promised
from campaignctl.domain.lock import Lock
from campaignctl.domain.terms import product_words

_OF_OFFER = ["starts", "ends", "seller_pays", "title"]
_TERMS = ["deal", "listed", "seller_pays", "stock", "per_buyer"]
_KEYS = ["seller_id", "item", "promotion_id"]


def agreed(lock: Lock, changes: Iterable[Change], during: Window, narrowed: Collection[str] = ()) -> pd.DataFrame:
    """Return one row per promised line and stretch of time in which its terms stand, within ``during``.

    ``promise`` numbers the lines; ``opens`` and ``closes`` are half-open; ``item`` is the SKU, or where ``of_product``
    the product; ``deal``, ``listed`` and ``stock`` are as agreed, missing where nobody said; ``words`` is what people
    call the line. ``for_all`` is false for the promotions ``narrowed`` to some buyers: no order tells who they are.
    """
    listed = list(changes)
    edges = [during.start, *_moments(listed, during), during.end]
    stretches = [_stretch(promised(lock, listed, at=start), start, end) for start, end in pairwise(edges)]
    rows = pd.concat(stretches, ignore_index=True)
    return rows.assign(
        for_all=~rows["promotion_id"].isin(list(narrowed)),
        promise=rows.groupby(_KEYS, sort=False, dropna=False).ngroup(),
    )


def _moments(changes: Iterable[Change], during: Window) -> list[datetime]:
    moved = {change.at for change in changes if change.approved and change.moves and change.at is not None}
    return sorted(at for at in moved if during.start < at < during.end)


def _stretch(now: Lock, start: datetime, end: datetime) -> pd.DataFrame:
    offers = now.promotions.dropna(subset=["id"]).drop_duplicates("id").set_index("id")[_OF_OFFER]
    lines = now.lines.join(offers, on="promotion_id")
    lines = lines.assign(
        item=lines["sku_id"].fillna(lines["product_id"]),
        of_product=lines["sku_id"].isna(),
        words=product_words(lines).fillna(lines["seller_sku"]),
        opens=lines["starts"].mask(lines["starts"] < start, pd.Timestamp(start)),
        closes=lines["ends"].mask(lines["ends"] > end, pd.Timestamp(end)),
    )
    kept = lines[(lines["opens"] < lines["closes"]) & lines["item"].notna() & lines["seller_id"].notna()]
    names = {"deal_price": "deal", "list_price": "listed"}
    columns = [*_KEYS, "of_product", "words", "title", "opens", "closes", *_TERMS]
    return kept.rename(columns=names)[columns]


def assigned(lines: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """Return the terms that each order line was bought under, indexed by its label; lines under none are left out.

    ``terms`` is of the form of ``agreed``. Of several promotions that run for a SKU at once, the lowest price stands.
    """
    priced = terms[terms["for_all"] & terms["deal"].notna()]
    keyed = lines[["seller_id", "sku_id", "product_id", "created"]].assign(label=lines.index)
    found = [
        keyed.merge(part, left_on=["seller_id", key], right_on=["seller_id", "item"])
        for key, part in (("sku_id", priced[~priced["of_product"]]), ("product_id", priced[priced["of_product"]]))
    ]
    both = pd.concat(found, ignore_index=True)
    running = both[(both["created"] >= both["opens"]) & (both["created"] < both["closes"])]
    return running.sort_values(["label", "deal", "promise"]).drop_duplicates("label").set_index("label")
