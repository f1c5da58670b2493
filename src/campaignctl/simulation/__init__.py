"""A campaign world with a known answer, as values: for the demo, tests and benchmarks."""
