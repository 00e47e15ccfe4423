"""Two statements: the same, differing or an update; and what is new since the issue before."""
