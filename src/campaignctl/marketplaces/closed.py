"""What a marketplace's TOML may say is a closed list: a field that nobody reads is a slip, and told as one."""

from pydantic import BaseModel, ConfigDict


class Closed(BaseModel):
    """A part of a profile, a layout or an upload form: frozen, and a field it does not know is an error.

    Its checks are built when a file is first read: a command that needs few of them does not wait for all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
