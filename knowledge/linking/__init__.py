"""Linking: which things of the catalogue, wishes, amounts and days a Dutch text names."""

from knowledge.linking.linker import Linker
from knowledge.linking.mention import Mention
from knowledge.linking.view import LinkerView

__all__ = ["Linker", "LinkerView", "Mention"]
