"""Everything is killed again and again while people talk and messages fall due; afterwards nothing may be lost."""
