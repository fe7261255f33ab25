"""Seats: enrolling, leaving and looking. Every change is one transaction that leaves a row saying why."""
