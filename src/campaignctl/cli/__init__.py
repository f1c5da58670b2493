"""The command line: parse, read, call a stage, write, exit."""
