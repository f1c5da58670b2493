"""The decisions workbook: new and changed lines on top, then undecided, then decided ones, each with what we know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.decisions import APPROVE, COUNTER, HOLD, LINE, REJECT, torn
from campaignctl.domain.findings import Verdict
from campaignctl.domain.forms import Column, Form, Sheet, Type
from campaignctl.domain.outcome import Standing
from campaignctl.domain.terms import item_of, product_words
from campaignctl.rules.case import Case
from campaignctl.rules.catalogue import rules
from campaignctl.rules.standing import decisions_of, lines_with_standing
from campaignctl.rules.wording import price
from campaignctl.stages.decide.places import places
from campaignctl.stages.decide.spoken import spoken_of
from campaignctl.stages.decide.suggest import suggestions
from campaignctl.workbooks.decide_form import decide_form
from campaignctl.workbooks.decisions import DECISIONS
from campaignctl.workbooks.letterhead import letterhead_of
from campaignctl.workbooks.retype import retyped
from campaignctl.workbooks.shop_decisions import SHOP_DECISIONS

_STATES = {
    APPROVE: "✓ approved",
    REJECT: "– rejected",
    COUNTER: "~ counter waits",
    HOLD: "– on hold",
    Standing.NEW: "● new",
    Standing.CHANGED: "▲ terms changed",
    Standing.TORN: "▲ decided twice",
    Standing.OPEN: "○ to decide",
}
_AS_THEY_ARE = (Type.ID, Type.TEXT, Type.CHOICE, Type.COMPUTED)
_ON_TOP = {Standing.TORN: 0, Standing.CHANGED: 0, Standing.NEW: 0, Standing.OPEN: 1, Standing.DECIDED: 2}
_ANSWERS = ("decision", "counter_price", "hero", "reason", "decided_by", "decided_on")


@dataclass(frozen=True, slots=True)
class Decide:
    """``decide.xlsx`` ready to be written, and how many lines stand how, by ``Standing``."""

    form: Form
    counts: Mapping[Standing, int]


def decide(case: Case, verdict: Verdict) -> Decide:
    """Return the decisions workbook of a campaign, with what ``verdict`` found on its lines."""
    lines = _judged(case, verdict)
    lines = lines.sort_values(["top", "promotion_id", "place", "seller_id", "file", "row"], kind="stable")
    found = lines["standing"].value_counts()
    counts = {standing: int(found.get(str(standing), 0)) for standing in Standing}
    form = decide_form(
        _rows(DECISIONS, lines, case),
        _rows(SHOP_DECISIONS, _shops(case, lines), case),
        letterhead_of(case.campaign),
        people=tuple(case.contacts["name"].dropna()),
        standing=_headline(counts),
    )
    return Decide(form, counts)


def _headline(counts: Mapping[Standing, int]) -> str:
    return ", ".join(f"{number:,} {standing}" for standing, number in counts.items() if number) or "no lines yet"


def _judged(case: Case, verdict: Verdict) -> pd.DataFrame:
    """Return all lines, rejected ones too, with everything the workbook says of them."""
    lines = _with_lookups(case, lines_with_standing(case))
    barring = {code for code, rule in rules().items() if rule.bars}
    whole = pd.concat([lines, spoken_of(lines, verdict.findings, barring)], axis=1)
    approved = whole["decision"].eq(APPROVE).fillna(value=False).astype(bool)
    settled = whole["decision"].isin([REJECT, HOLD])
    ready = ~settled & whole["errors"].eq(0) & whole["barred"].eq("")
    whole = pd.concat([whole, places(whole, approved, ready)], axis=1)
    whole["sides"] = _sides(case, whole)
    whole["suggestion"] = suggestions(whole, lambda minor: price(int(minor), case.campaign.currency))
    states = whole["decision"].where(whole["standing"].eq(str(Standing.DECIDED)), whole["standing"]).map(_STATES)
    whole["state"] = states.mask(whole["by_lock"], "✓ locked")
    whole["top"] = whole["standing"].map(_ON_TOP)
    return whole.assign(promotion_id=whole["promotion_id"].astype("str"), file=whole["file"].astype("str"))


def _with_lookups(case: Case, lines: pd.DataFrame) -> pd.DataFrame:
    shops = case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id").set_index("seller_id")
    offers = case.promotions.dropna(subset=["id"]).drop_duplicates("id").set_index("id")
    sellers, promotions = lines["seller_id"].astype("str"), lines["promotion_id"].astype("str")
    return lines.assign(
        shop_name=sellers.map(shops["shop_name"].astype("str")).fillna(sellers.map(_own_names(case))),
        account_manager=sellers.map(shops["account_manager"].astype("str")),
        last_time_kept=sellers.map(shops["last_time_kept"]),
        last_time_gmv=sellers.map(shops["last_time_gmv"]),
        skus_wanted=promotions.map(offers["skus_wanted"]),
        product=product_words(lines),
        discount=lines["depth"].astype("object").where(lines["depth"] >= 0, "n/a").where(lines["depth"].notna()),
    )


def _own_names(case: Case) -> "pd.Series[str]":
    """Return what shops call themselves in their forms, for those that nobody invited."""
    forms = case.registrations.dropna(subset=["seller_id"]).drop_duplicates("seller_id").set_index("seller_id")
    return forms["shop_name"].astype("str")


def _sides(case: Case, lines: pd.DataFrame) -> "pd.Series[str]":
    """Return who contradicts whom on each line that was decided twice."""
    clash = torn(decisions_of(case))
    if clash.empty:
        return pd.Series("", index=lines.index, dtype="str")
    clash = clash.assign(side=clash["decision"] + " by " + clash["decided_by"].fillna("somebody"))
    said = clash.drop_duplicates([*LINE, "side"]).groupby(LINE)["side"].agg(", ".join)
    items = item_of(lines, lines["product"])
    keys = zip(lines["seller_id"].astype("str"), lines["promotion_id"].astype("str"), items, strict=True)
    return pd.Series([said.get(key, "") for key in keys], index=lines.index, dtype="str")


def _shops(case: Case, lines: pd.DataFrame) -> pd.DataFrame:
    """Return one row per shop with lines, with what was decided of it as a whole."""
    approve = lines["suggestion"].str.startswith(APPROVE)
    shops = lines.assign(ready=approve).groupby("seller_id", as_index=False).agg(
        shop_name=("shop_name", "first"),
        account_manager=("account_manager", "first"),
        lines=("ready", "size"),
        ready=("ready", "sum"),
    )  # fmt: skip
    told = case.frames["shop_decisions"].dropna(subset=["seller_id", "decision"])
    last = told.sort_values("decided_on", na_position="first", kind="stable").drop_duplicates("seller_id", keep="last")
    return shops.merge(last[["seller_id", "decision", "reason", "decided_by", "decided_on"]], how="left")


def _rows(sheet: Sheet, frame: pd.DataFrame, case: Case) -> list[dict[str, Any]]:
    """Return a frame's rows as the form takes them; what a line or a shop did not decide itself stays blank."""
    if sheet is DECISIONS:
        own = frame["decision"].notna() & ~frame["whole_shop"] & ~frame["by_lock"]
        answers = {key: frame[key].where(own) for key in _ANSWERS}
        frame = frame.assign(**answers, campaign_price=frame["deal_price"])
    campaign = case.campaign
    columns = {}
    for column in sheet.columns:
        if column.key in frame:
            columns[column.key] = _cells(column, frame[column.key], campaign)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _cells(column: Column, values: "pd.Series[Any]", campaign: Campaign) -> list[Any]:
    """Return a column as a form's rows hold it: words as they are, all others as people type them."""
    shown = values.astype("object").where(values.notna(), None).tolist()
    if column.type in _AS_THEY_ARE:
        return shown
    currency, zone = campaign.currency, campaign.zone
    return [None if value is None else retyped(column, {column.key: value}, currency, zone) for value in shown]
