"""Faults in who belongs to the campaign: each stands in a row of its own, but for what is missing altogether."""

from typing import Any

from campaignctl.simulation.faults.planting import Fault, Planter
from campaignctl.simulation.setup import OWNER, at


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on contacts."""
    _add(planter, "COM101", "name", name=OWNER.upper())
    _add(planter, "COM102", "email", email=f"{OWNER.split()[0].lower()}@market.example")
    _add(planter, "COM104", "receives", receives="Brief; Horoscope")
    _add(planter, "COM105", "consulted_on", consulted_on="Pricing; Astrology")
    _add(planter, "COM106", "backup", backup="Nobody Known")
    name = f"Person {len(planter.setup.rows['contacts']) + 1}"
    _add(planter, "COM107", "backup", name=name, backup=name)
    _on_call(planter)
    for row in planter.setup.rows["contacts"]:
        row["receives"] = str(row.get("receives") or "Brief").replace("; Alerts", "")
    head = planter.setup.header_cell("contacts", "receives")
    planter.faults.append(Fault("COM103", planter.setup.file, "Contacts", head))


def _on_call(planter: Planter) -> None:
    reached = {"phone": "chat: on-call"}
    _add(planter, "COM110", "on_call_to", on_call_from=at(-1, "18:00"), on_call_to=at(2, "02:00"), **reached)
    _add(planter, "COM108", "on_call_to", on_call_from=at(3, "18:00"), on_call_to=at(3, "02:00"), **reached)
    _add(planter, "COM109", "on_call_to", on_call_from=at(3, "18:00"), **reached)
    _add(planter, "COM111", "on_call_from", on_call_from=at(-365, "18:00"), on_call_to=at(-364), **reached)
    _add(planter, "COM112", "phone", on_call_from=at(2, "08:00"), on_call_to=at(7, "08:00"))


def _add(planter: Planter, code: str, key: str, **cells: Any) -> None:
    number = len(planter.setup.rows["contacts"]) + 1
    base = {"name": f"Person {number}", "email": f"person{number}@market.example", "team": "Data"}
    planter.add(code, planter.setup, "contacts", {**base, **cells}, at=key)
