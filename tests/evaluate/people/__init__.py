"""Simulated people who talk with the running navigator until they have a seat, or get stuck."""
