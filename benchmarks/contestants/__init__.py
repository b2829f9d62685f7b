"""Who is measured: each in a process of its own, pinned to the same core."""
