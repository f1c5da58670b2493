"""What a report is made of: the folder's workbooks, its exports as tables, and what came before."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli import options
from campaignctl.cli.environment import Environment
from campaignctl.cli.report_past import with_past
from campaignctl.domain.errors import CannotRead

if TYPE_CHECKING:  # the readers and the stage bring pandas and DuckDB with them
    from decimal import Decimal

    from pandas import DataFrame

    from campaignctl.domain.campaign import Campaign, Window
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.readers.campaign_folder import Material
    from campaignctl.readers.exports.tables import Exports, Table
    from campaignctl.rules.case import Case
    from campaignctl.stages.report import ReportInputs

FRAMES_UP_TO = 1_000_000
"""Rows beyond which a table is too large for a frame."""
LINES_UP_TO = 200_000
"""Order lines beyond which DuckDB groups them instead of pandas: it takes less time from here on, and less memory."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a report: as of which time, of which period, and beside which known GMV."""

    as_of: str | None = None
    period: str = "campaign"
    known: "Decimal | None" = None


def inputs_of(environment: Environment, files: "CampaignFiles", out: Path, asked: Asked) -> "tuple[ReportInputs, bool]":
    """Read the folder and return what its report is made of, and whether its data has findings of severity error."""
    from campaignctl.folder.still import read_still
    from campaignctl.readers.exports.find import exported
    from campaignctl.stages.report import with_sums

    read = partial(_read, environment, files, out)
    material, case, exports = read_still(
        read, files.folder, lambda: (*files.workbooks, *files.checks, *exported(files.folder))
    )
    at = options.moment(asked.as_of, case.campaign.zone, whole_days=True) or exports.latest or _window(case).end
    held = max((pull.latest for pull in exports.pulls if pull.table == "order_lines" and pull.latest), default=None)
    told = with_sums(_told(material, case, exports, at, asked.known), sums_of(exports), asked=asked.as_of is not None)
    if told.summed is not None and told.summed.until is not None:
        held = max(held or told.summed.until, told.summed.until)
    inputs = with_past(environment, files, case, told, asked.period, held, asked_when=asked.as_of is not None)
    return inputs, any(finding.severity.rank == 0 for finding in inputs.findings)


def _read(environment: Environment, files: "CampaignFiles", out: Path) -> "tuple[Material, Case, Exports]":
    """Read workbooks and exports; ``CannotRead`` where the set-up does not say when the campaign is."""
    from campaignctl.readers.campaign_folder import read_folder
    from campaignctl.rules.case import case_of

    progress = environment.progress("Reading")
    material = read_folder(files, progress)
    case = case_of(material)
    _window(case)  # before any export is read
    exports = exports_of(files, material, case.campaign, out, progress)
    progress.done()
    return material, case, exports


def _told(
    material: "Material", case: "Case", exports: "Exports", as_of: datetime, known: "Decimal | None"
) -> "ReportInputs":
    """Return what workbooks and exports tell, without what came before."""
    from campaignctl.metrics.measures import BESIDE_ORDERS
    from campaignctl.stages.exports import (
        addressees,
        data_findings,
        noted_events,
        other_currency,
        owners,
        registered_skus,
    )
    from campaignctl.stages.report import ReportInputs

    return ReportInputs(
        campaign=case.campaign,
        as_of=as_of,
        order_lines=sized(exports.table("order_lines"), LINES_UP_TO),
        streams=sized(exports.table("live_streams")),
        traffic=sized(exports.table("product_traffic")),
        beside={name: table for name in BESIDE_ORDERS if (table := sized(exports.table(name))) is not None},
        registered=registered_skus(case),
        marketplace=material.profile.name,
        findings=data_findings(case, (*material.observations, *exports.observations)),
        observations=exports.observations,
        inputs=(*material.inputs, *exports.inputs),
        lock=case.lock,
        changes=case.changes,
        prices=case.promised_prices or case.prices,
        fees=tuple(material.profile.fees),
        known=known,
        events=noted_events(case),
        owners=owners(case),
        differing=exports.differing,
        repeated=exports.repeated,
        said_currency=other_currency(material.observations),
        addressed_to=addressees(case),
    )


def _window(case: "Case") -> "Window":
    """Return when the campaign is; ``CannotRead`` where its dates are not there, or the wrong way round."""
    if case.campaign.window is not None:
        return case.campaign.window
    lacking = [word for name, word in (("starts", "Starts"), ("ends", "Ends")) if case.field(name) is None]
    if lacking:
        named = " and ".join(lacking)
        raise CannotRead(f"The sheet Campaign does not say when the campaign {named.lower()}.", f"Fill {named} there.")
    raise CannotRead("The campaign ends before it starts.", "Mend Starts or Ends on the sheet Campaign.")


def exports_of(
    files: "CampaignFiles", material: "Material", campaign: "Campaign", out: Path, progress: "object"
) -> "Exports":
    """Read a campaign's exports; their tables are kept in ``out``/cache."""
    from campaignctl.marketplaces.layouts import layouts_of
    from campaignctl.readers.exports.parts import Setting
    from campaignctl.readers.exports.read import read_exports

    layouts = layouts_of(material.profile.family, files.folder)
    sellers = [seller.id for seller in campaign.sellers]
    return read_exports(files.folder, Setting(layouts, material.reading, sellers), out / "cache", progress)  # type: ignore[arg-type]


def sums_of(exports: "Exports") -> "DataFrame | None":
    """Return what was handed in as sums, as a frame; None without any."""
    table = exports.table("sums")
    return table.frame() if table.rows else None


def sized(table: "Table", most: int = FRAMES_UP_TO) -> object | None:
    """Return a table as a frame, as a lazy relation when it has more than ``most`` rows, or None when there is none."""
    if not table.rows:
        return None
    if table.rows <= most:
        return table.frame()
    from campaignctl.readers.exports.engine import connect

    return table.relation(connect(table.paths[0].parent / ".spilled"))
