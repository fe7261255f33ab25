"""The development path: what closes a gap in skills at the least cost, and in what order."""
