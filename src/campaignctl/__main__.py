"""``python -m campaignctl`` is ``campaignctl``."""

from campaignctl.cli.app import main

main()
