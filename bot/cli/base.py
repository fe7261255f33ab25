"""What all commands share: a refusal is a sentence on stderr and exit code 2, never a traceback."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from knowledge.errors import NavigatorError
from knowledge.settings import Settings, read_settings

REFUSED = 2
"""The exit code when a command was refused, or found faults."""

_INTERRUPTED = 130


class Refused(click.ClickException):
    """Shown as it is, on stderr."""

    exit_code = REFUSED

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file, err=file is None)


class NavigatorGroup(click.Group):
    """A group whose commands may raise NavigatorError, or OSError about a file that was named."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except NavigatorError as error:
            raise Refused(str(error)) from None
        except KeyboardInterrupt:
            raise click.exceptions.Exit(_INTERRUPTED) from None
        except OSError as error:
            if error.filename is None:
                raise
            raise Refused(f"{error.filename}: {error.strerror}. Check the path and who may use it.") from None


def current_settings() -> Settings:
    """The settings as they stand now. Raises SettingError."""
    return read_settings()


def read_text(file: Path) -> str:
    """The text of a file that somebody named (``-`` is stdin).

    Raises:
        NavigatorError: when it cannot be read as text.
    """
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise NavigatorError(f"{file} is not UTF-8 text. Save it as UTF-8.") from None


def write_text(file: Path | None, text: str) -> None:
    """Writes to a file, or to stdout when there is none."""
    if file is None:
        click.echo(text)
    else:
        file.write_text(f"{text}\n", encoding="utf-8")
        click.echo(f"Written to {file}.", err=True)


json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
