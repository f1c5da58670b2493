"""What a chat gets: a few lines of text and one picture."""

from campaignctl.writers.today.picture import write_picture
from campaignctl.writers.today.text import today_text

__all__ = ["today_text", "write_picture"]
