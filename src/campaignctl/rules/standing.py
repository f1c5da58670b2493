"""How every line of a case stands: what the team decided, and what a lock already holds."""

import pandas as pd

from campaignctl.domain.changes import promised
from campaignctl.domain.decisions import LINE, approvals, made_of
from campaignctl.domain.outcome import outcome
from campaignctl.domain.terms import item_of, product_words, terms_of
from campaignctl.rules.case import Case


def decisions_of(case: Case) -> pd.DataFrame:
    """Return the decisions that the team saved, as ``MADE``."""
    return made_of(case.frames["decisions"])


def lines_with_standing(case: Case) -> pd.DataFrame:
    """Return all lines of a case, rejected ones too, each with how it stands.

    What the outcome of decisions says (``hero``, say) takes the place of what the seller said.
    """
    lines = pd.concat([case.sku_lines, case.frames["rejected_lines"]], ignore_index=True)
    found = standing_of(case, lines)
    return pd.concat([lines.drop(columns=lines.columns.intersection(found.columns)), found], axis=1)


def standing_of(case: Case, lines: pd.DataFrame) -> pd.DataFrame:
    """Return what was decided of each of ``lines``, as ``OUTCOME``, and whether a lock alone says so (``by_lock``).

    What the newest lock holds is approved for as long as nobody decides otherwise, and so is what Changes made of it.
    """
    decisions = case.frames["decisions"]
    made, held = decisions_of(case), _held(case)
    shown = decisions.dropna(subset=["seller_id", "promotion_id"])
    items = item_of(shown, shown["product"])
    listed = set(zip(shown["seller_id"], shown["promotion_id"], items, strict=True))
    found = outcome(
        lines, case.promotions, pd.concat([held, made], ignore_index=True), case.frames["shop_decisions"], listed
    )
    if held.empty:
        return found.assign(by_lock=False)
    under = set(held[[*LINE, "terms"]].itertuples(index=False, name=None))
    own = set(made[[*LINE, "terms"]].itertuples(index=False, name=None))
    keys = zip(
        lines["seller_id"].astype("str"),
        lines["promotion_id"].astype("str"),
        item_of(lines, product_words(lines)),
        found["terms"],
        strict=True,
    )
    return found.assign(by_lock=[key in under and key not in own for key in keys])


def _held(case: Case) -> pd.DataFrame:
    """Return the newest lock's lines as approvals: as they were locked, and as Changes left them."""
    lock = case.lock
    if lock is None:
        return made_of(case.frames["decisions"]).head(0)
    later = promised(lock, case.changes)
    held = approvals(lock.lines, lock.by, lock.taken_at)
    if later is lock:
        return held
    moved = later.lines.assign(terms=terms_of(later.lines, later.promotions))
    both = pd.concat([held, approvals(moved, lock.by, lock.taken_at)], ignore_index=True)
    return both.drop_duplicates([*LINE, "terms"])
