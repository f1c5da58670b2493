"""The sheet Budget ledger: what the platform may spend per promotion and cost centre, can, should, and has promised."""

from typing import Any

import pandas as pd

from campaignctl.domain.document import Against, Card, Part, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.frames import Dtype, framed
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Mark
from campaignctl.pricing.ledger import by_cost_centre
from campaignctl.stages.price_book.draft import Draft

SHORT = Format.MONEY_SHORT
CLOSE = 20
"""A budget is close when less than one part in so many of it is left."""

OVER, NEAR, WITHIN, NONE, UNBOUND = (
    "▲ over budget",
    "~ close to budget",
    "✓ within budget",
    "– no budget",
    "▲ nothing bounds it",
)
AMOUNTS = (
    ListingColumn("budget", "Budget", Shows.PRICE, strong=True, width=16.0),
    ListingColumn("worst_case", "Worst case", Shows.PRICE, width=16.0),
    ListingColumn("expected", "Expected", Shows.PRICE, width=16.0),
    ListingColumn("committed", "Locked", Shows.PRICE, width=16.0),
    ListingColumn("left", "Left", Shows.PRICE, width=16.0, signed=True),
    ListingColumn("verdict", "Verdict", Shows.STATUS, width=24.0),
)
PROMOTIONS = (
    ListingColumn("promotion_id", "Promotion", Shows.ID, strong=True, width=16.0),
    ListingColumn("title", "Title", width=34.0),
    ListingColumn("cost_centre", "Cost centre", muted=True, width=20.0),
    *AMOUNTS,
    ListingColumn("expected_from", "Expected from", muted=True, width=38.0, wraps=True),
)
CENTRES = (
    ListingColumn("cost_centre", "Cost centre", strong=True),
    ListingColumn("promotions", "Its promotions", muted=True, wraps=True),
    ListingColumn("count", "Promotions", Shows.COUNT),
    *AMOUNTS,
)


def budgets(draft: Draft) -> Section:
    """Return the sheet Budget ledger."""
    ledger = draft.prices.ledger
    rows = ledger.assign(verdict=_verdicts(draft, ledger))
    promotions = _listing(draft, "budget-by-promotion", PROMOTIONS, rows, "No promotion takes money of the platform")
    centres = _listing(draft, "budget-by-cost-centre", CENTRES, _centres(draft, ledger), "No cost centre pays anything")
    context = draft.context("the platform's money, in " + draft.prices.currency)
    parts: tuple[Part, ...] = (*_cards(draft), promotions, centres)
    return Section("budget-ledger", "Budget ledger", _title(draft, rows), context, parts, _source(draft))


def _listing(draft: Draft, slug: str, columns: tuple[ListingColumn, ...], rows: pd.DataFrame, empty: str) -> Listing:
    shown = rows[[column.key for column in columns]].reset_index(drop=True)
    return Listing(slug, columns, shown, draft.prices.currency, draft.prices.zone, frozen=1, empty=empty)


def _centres(draft: Draft, ledger: pd.DataFrame) -> pd.DataFrame:
    """Return the ledger's sums per cost centre, with the promotions behind each."""
    sums = by_cost_centre(ledger)
    names = ledger["cost_centre"].astype("str").fillna("")
    behind = ledger["promotion_id"].astype("str").groupby(names).agg(list)
    lists = [behind[name] for name in sums["cost_centre"]]
    words = framed(
        {
            "cost_centre": [name or "none named" for name in sums["cost_centre"]],
            "promotions": [", ".join(each) for each in lists],
            "count": [len(each) for each in lists],
        },
        len(sums),
        {"cost_centre": Dtype.WORD, "promotions": Dtype.WORD, "count": Dtype.COUNT},
    )
    return pd.concat([words, sums.drop(columns="cost_centre")], axis=1).assign(verdict=_verdicts(draft, sums))


def _verdicts(draft: Draft, ledger: pd.DataFrame) -> Any:
    locked = draft.prices.lock is not None
    used = ledger["committed"] if locked else ledger["worst_case"]
    return pd.array([_verdict(*each) for each in zip(ledger["budget"], used, strict=True)], dtype="str")


def _verdict(budget: Any, used: Any) -> str:
    if pd.isna(budget):
        return NONE
    if pd.isna(used):
        return UNBOUND
    if used > budget:
        return OVER
    return NEAR if (budget - used) * CLOSE < budget else WITHIN


def _title(draft: Draft, rows: pd.DataFrame) -> Sentence:
    over = int(rows["verdict"].eq(OVER).sum())
    unbound = int(rows["verdict"].eq(UNBOUND).sum())
    whole = draft.count("promotions.funded", "Promotions with platform money", len(rows))
    over_id = draft.count("promotions.over_budget", "Promotions over their budget", over)
    unbound_id = draft.count("promotions.unbound", "Promotions that nothing bounds", unbound)
    if over:
        verb = "can cost" if not draft.prices.lock else "has promised" if over == 1 else "have promised"
        return say(f"{{{over_id}}} of {{{whole}}} promotions {verb} more than their budget")
    if unbound:
        return say(f"Nothing bounds what {{{unbound_id}}} of {{{whole}}} promotions can cost the platform")
    if rows.empty:
        return say("No promotion takes money of the platform")
    named = draft.count("promotions.budgeted", "Promotions with a budget", int(rows["budget"].notna().sum()))
    what = "locked" if draft.prices.lock else "registered"
    return say(f"Even at worst what is {what} stays within the budgets of all {{{named}}} promotions that have one")


def _cards(draft: Draft) -> tuple[Card, ...]:
    ledger = draft.prices.ledger
    if ledger.empty:
        return ()
    unbound = int(ledger["worst_case"].isna().sum())
    note = Against(Sentence((f"without {unbound:,} that nothing bounds",))) if unbound else None
    budget = draft.money("ledger.budget", "Budget of all promotions", ledger["budget"].sum(), SHORT)
    worst = draft.money("ledger.worst", "Worst case", ledger["worst_case"].sum(), SHORT)
    cards = [
        Card("ledger-budget", "Budgets of promotions", budget, against=_campaign(draft)),
        Card("ledger-worst", "Worst case", worst, against=(note,) if note else ()),
    ]
    if draft.prices.lock:
        locked = draft.money("ledger.committed", "Committed by the lock", ledger["committed"].sum(), SHORT)
        cards.append(Card("ledger-committed", "Committed by the lock", locked))
    if ledger["expected"].notna().any():
        cards.append(_expected(draft))
    left = draft.money("ledger.left", "Left of the budgets", ledger["left"].sum(), SHORT)
    return (*cards, Card("ledger-left", "Left of the budgets", left))


def _expected(draft: Draft) -> Card:
    """Return what should be spent, of the promotions that the team or earlier campaigns expect something of."""
    expected = draft.prices.ledger["expected"]
    known, open_ = int(expected.notna().sum()), int(expected.isna().sum())
    amount = draft.money("ledger.expected", "Expected", expected.sum(), SHORT)
    said = f"of {known:,} promotions; nothing tells of {open_:,}" if open_ else "as typed or as earlier campaigns gave"
    return Card("ledger-expected", "Expected", amount, against=(Against(Sentence((said,))),))


def _campaign(draft: Draft) -> tuple[Against, ...]:
    """Return what the campaign as a whole may spend, beside the sum of its promotions' budgets."""
    whole = draft.case.campaign.platform_budget
    if whole is None:
        return ()
    over = int(draft.prices.ledger["budget"].sum()) > whole
    id_ = draft.money("ledger.campaign", "Platform budget of the campaign", whole, SHORT)
    sign = "▲ more than" if over else "● of"
    return (Against(say(f"{sign} the campaign's {{{id_}}}"), mark=Mark.BAD if over else Mark.NEUTRAL),)


def _source(draft: Draft) -> Sentence:
    of = "what is locked" if draft.prices.lock else "the worst case, as nothing is locked yet"
    return say(
        "worst case: every unit kept for it sold, every claim used · expected: the share of it under Expected use on "
        "the sheet Promotions, else what earlier campaigns gave (report.xlsx, Cost and return); blank where neither "
        f"tells · left = budget less {of}"
    )
