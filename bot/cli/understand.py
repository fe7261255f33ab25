"""`navigator understand`: what the running navigator makes of a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bot.cli.base import current_settings, json_option, read_text
from bot.cli.output import show_json
from bot.cli.website import Website
from knowledge.errors import NavigatorError

_AT_ONCE = 50
"""Texts sent in one request; with some tens of ms each the answer comes within seconds."""


@click.command()
@click.argument("text", required=False)
@click.option("--file", "file", type=click.Path(path_type=Path), help="A file with one text a line; - is stdin.")
@json_option
def understand(text: str | None, file: Path | None, as_json: bool) -> None:
    """Print the intent of TEXT, its confidence and what was linked; as JSON one object a line."""
    texts = _texts(text, file)
    for answer in ask(Website(current_settings(), timeout=60), texts):
        if as_json:
            show_json(answer, indent=None)
        else:
            click.echo(describe(answer))


def ask(website: Website, texts: list[str]) -> Iterator[dict[str, Any]]:
    """What the navigator understood of each text, in order."""
    for start in range(0, len(texts), _AT_ONCE):
        yield from website.post("/api/understand", {"texts": texts[start : start + _AT_ONCE]})


def describe(answer: dict[str, Any]) -> str:
    """``find_line 0.93  ik wil iets met cobots`` and a line for each thing that was linked."""
    lines = [f"{answer['intent'] or 'nothing'} {answer['confidence']:.2f}  {answer['text']}"]
    lines += [f"    {one['kind']}: {one['value']}  ({one['text']})" for one in answer["entities"]]
    return "\n".join(lines)


def _texts(text: str | None, file: Path | None) -> list[str]:
    if (text is None) == (file is None):
        raise NavigatorError("Give a text, or a file with --file (and not both).")
    texts = [text] if text is not None else read_text(file or Path("-")).splitlines()
    if not texts:
        raise NavigatorError("There is no text in it; write something to understand.")
    return texts
