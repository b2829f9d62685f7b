"""The desk: what a turn decides and writes, one file for each kind of thing that people do."""
