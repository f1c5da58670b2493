"""People are named as Contacts names them, in any case; a slip of the pen is answered with the nearest name."""

from difflib import get_close_matches
from typing import Any

import pandas as pd

from campaignctl.rules.case import Case


def strangers(case: Case, names: "pd.Series[Any]") -> "pd.Series[bool]":
    """Whether each name is there and Contacts does not have it; false where there is no such sheet."""
    if "contacts" not in case.read_sheets:
        return pd.Series(data=False, index=names.index)
    known = case.contacts["name"].dropna().str.casefold()
    return names.notna() & ~names.str.casefold().isin(known)


def who_was_meant(case: Case, names: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return the cure for names that Contacts does not have; meant for few names."""
    known = {name.casefold(): name for name in case.contacts["name"].dropna()}
    return names.map({name: _cure(name, known) for name in names.dropna().unique()})


def _cure(name: str, known: dict[str, str]) -> str:
    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
    meant = f"Did you mean {known[near[0]]}? " if near else ""
    return f"{meant}Correct the name, or add the person to Contacts."


def same_person(one: "pd.Series[Any]", other: "pd.Series[Any]") -> "pd.Series[bool]":
    """Whether two names are there and are the same, in any case."""
    return (one.str.casefold() == other.str.casefold()).fillna(value=False) & one.notna()
