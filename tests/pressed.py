"""The intents that only buttons mean: nobody types them, so there is nothing to train on."""

from __future__ import annotations

PRESSED = {"accept_seat", "decline_seat", "confirm_coming", "cannot_come", "rate"}
