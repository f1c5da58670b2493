"""A listing as a sheet: every row of a frame under filter buttons, written fast enough for several hundred thousand."""
