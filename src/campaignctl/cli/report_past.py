"""What a report looks back on: its period, its own earlier reports, and the campaigns named in Compare with."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from campaignctl.cli.compared import FIGURES, compared_with
from campaignctl.cli.environment import Environment
from campaignctl.domain.errors import CannotRead

if TYPE_CHECKING:  # the stage brings pandas with it
    from pathlib import Path

    from campaignctl.domain.campaign import Window
    from campaignctl.domain.earlier import Earlier
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.rules.case import Case
    from campaignctl.stages.report import ReportInputs

A_DAY = timedelta(days=1)
"""A shop that sells little has hours without an order; a day without any more likely means an older export."""
ACTIONS = "actions"
"""With ``FIGURES`` the kinds of record that a report leaves; a regular report's end in its period: ``figures-week``."""


def kind_of(word: str, period: str) -> str:
    """Return the kind of record of a period: figures of weeks are never mixed with those of campaigns."""
    return word if period == "campaign" else f"{word}-{period}"


def with_past(
    environment: Environment,
    files: "CampaignFiles",
    case: "Case",
    inputs: "ReportInputs",
    period: str,
    held: datetime | None,
    *,
    asked_when: bool,
) -> "ReportInputs":
    """Return the inputs of the report of ``period``, with what earlier reports wrote down.

    ``held`` is the newest moment in the exports of orders: a report reaches no further. ``asked_when`` says that
    somebody named the as-of time.
    """
    from campaignctl.domain.noted import noted_of
    from campaignctl.readers.earlier_figures import read_actions, read_figures
    from campaignctl.stages.report import Span, as_of_last_sold, of_period

    span, starts = Span(period), str(case.field("week_starts_on") or case.profile.week_starts)
    if not asked_when:
        inputs = as_of_last_sold(inputs, span, starts)
    inputs = _within(environment, inputs, held, of_period(inputs.campaign, span, inputs.as_of, starts).window)
    past = read_figures(files.folder, kind_of(FIGURES, period), inputs.campaign)
    asked = read_actions(files.folder, kind_of(ACTIONS, period), inputs.as_of)
    if asked and span is Span.CAMPAIGN and asked[0] < inputs.window.start:
        asked = None  # another campaign's: this folder was copied for it
    return replace(
        inputs,
        campaign=of_period(inputs.campaign, span, inputs.as_of, starts),
        span=span,
        week_starts=starts,
        past=past if span is not Span.CAMPAIGN else _of_campaign(past),
        earlier=_earlier(environment, files, case, inputs) if span is Span.CAMPAIGN else (),
        asked=asked[1] if asked else (),
        asked_on=asked[0] if asked else None,
        noted=noted_of(case.frames["actions"]),
        people=tuple(case.contacts["name"].dropna()),
    )


def _within(
    environment: Environment, inputs: "ReportInputs", held: datetime | None, window: "Window | None"
) -> "ReportInputs":
    """Return the inputs as of the newest order where the exports end a day before: what is not held is no zero."""
    from campaignctl.domain.times import moment_words, zone_words

    zone, as_of = inputs.campaign.zone, inputs.as_of
    if held is None or window is None or (window.start <= held and held + A_DAY > min(as_of, window.end)):
        return inputs
    if as_of <= held or as_of <= window.start:
        return inputs
    environment.warn(
        f"The exports of orders end {moment_words(held, zone)} {zone_words(zone)}: the report is as of then, "
        f"not of {moment_words(as_of, zone)}."
    )
    return replace(inputs, as_of=held)


def _of_campaign(reports: "tuple[Earlier, ...]") -> "tuple[Earlier, ...]":
    """Leave out what a folder that was copied for a campaign brought of the one before."""
    return tuple(report for report in reports if report.into is None or report.into >= timedelta())


def _earlier(
    environment: Environment, files: "CampaignFiles", case: "Case", inputs: "ReportInputs"
) -> "tuple[Earlier, ...]":
    """Return of each campaign in Compare with the report made at the age of this one; one without any is named."""
    from campaignctl.domain.earlier import at_equal_age

    window, final = inputs.window, inputs.campaign.figures_final
    is_final = final is not None and inputs.as_of.astimezone(inputs.zone).date() >= final
    found = []
    for name, place in compared_with(files, case):
        reports = None if place is None else _reports(place)
        nearest = at_equal_age(reports or (), inputs.as_of - window.end, inputs.as_of - window.start, is_final=is_final)
        if nearest is not None:
            found.append(nearest)
        elif reports is None:
            environment.tell(f"There is no campaign in {name} (Compare with): done without.")
        elif not reports:
            environment.tell(f"There is no report of {name} on record (Compare with): done without.")
        else:
            environment.tell(f"No report of {name} on record was made as far into it (Compare with): done without.")
    return tuple(found)


def _reports(place: "Path") -> "tuple[Earlier, ...] | None":
    """Return the reports of an earlier campaign; None where its set-up cannot be read."""
    from campaignctl.folder.files import find
    from campaignctl.readers.campaign_folder import read_setup
    from campaignctl.readers.earlier_figures import read_figures
    from campaignctl.rules.case import case_of

    try:
        campaign = case_of(read_setup(find(place))).campaign
    except CannotRead:
        return None
    return _of_campaign(read_figures(place, FIGURES, campaign))
