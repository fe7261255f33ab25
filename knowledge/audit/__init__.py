"""Looks whether the promises about seats, decisions and messages hold in the database. Only reads."""

from knowledge.audit.finding import Finding
from knowledge.audit.look import audit

__all__ = ["Finding", "audit"]
