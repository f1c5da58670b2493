"""Tables in, figures out: each metric is one page, defined once for every engine."""
