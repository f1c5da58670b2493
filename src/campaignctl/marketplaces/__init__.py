"""The name of a marketplace in, what it allows, charges and hands out out: data in TOML, one folder each."""
