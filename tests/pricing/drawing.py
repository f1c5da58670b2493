"""Price paths of drawn sheets, and order lines to lay beside them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.rules.examples import case_from

SKU = "1729500011223344501"


def case_of(drawing):
    """Return the case of drawn sheets, on the quiet stage that rules' examples stand on."""
    return case_from(draw(drawing))


def prices_of(drawing):
    return case_of(drawing).prices


def pacific(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/Los_Angeles")).astimezone(UTC)


def order_lines(*lines):
    """Return order lines; each is (created, SKU, quantity, seller's discount, platform's discount) and more cells."""
    keys = ("created", "sku_id", "quantity", "seller_discount", "platform_discount")
    rows = [{"seller_id": "S-001", "line_kind": "sale", **dict(zip(keys, line[:5], strict=True)), **(line[5] if len(line) > 5 else {})} for line in lines]  # fmt: skip
    return shaped(pd.DataFrame(rows), ORDER_LINES)
