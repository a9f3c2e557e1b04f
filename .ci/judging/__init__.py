"""The judges, one file for each kind of output."""
