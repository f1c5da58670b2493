"""The floor of an export: one CSV file through polars, whole, nothing asked of it."""

import sys

import polars as pl

pl.read_csv(sys.argv[1])
