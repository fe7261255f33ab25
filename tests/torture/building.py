"""A navigator of its own for one run: its settings, and its parts as the product starts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bot.running.parts import Part, navigator_parts
from knowledge.settings import Settings
from tests.chain.running import ROOT, free_ports
from tests.torture.house import House


def settings_for(folder: Path, mail_port: int, lease: float, tick: float) -> Settings:
    """A navigator of its own in a folder, on free ports, that sends its mails to this port."""
    port, rasa, actions = free_ports(3)
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        var=folder,
        database=f"sqlite:///{folder}/navigator.db",
        host="127.0.0.1",
        port=port,
        rasa_port=rasa,
        actions_port=actions,
        mail=f"smtp://127.0.0.1:{mail_port}",
        lease=lease,
        tick=tick,
    )


def house_of(settings: Settings, names: Sequence[str], model: Path) -> House:
    """The house of these settings, with these parts."""
    ours = {f"NAVIGATOR_{name.upper()}": str(getattr(settings, name)) for name in settings.model_fields_set}
    parts = [_with(part, ours) for part in navigator_parts(settings, ROOT, model) if part.name in names]
    return House(parts, settings.website_url)


def _with(part: Part, ours: Mapping[str, str]) -> Part:
    """Rasa is told what it must know by the part itself, and no more."""
    return part if part.name == "rasa" else replace(part, env={**part.env, **ours})
