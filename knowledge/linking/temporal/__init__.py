"""Numbers and time in Dutch: what a text says about days, hours, durations and amounts, exactly."""

from knowledge.linking.temporal.reading import read
from knowledge.linking.temporal.shapes import Expression, Kind

__all__ = ["Expression", "Kind", "read"]
