"""Keeps mails as files, for who builds or tries the navigator and has no mail server."""

from __future__ import annotations

import asyncio
import os
import re
from email.message import EmailMessage
from pathlib import Path
from tempfile import mkstemp

from bot.telling.ways import NotNow


class Folder:
    """Writes each mail to ``<folder>/<its Message-ID>.eml``; the same mail again is the same file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def deliver(self, mail: EmailMessage) -> None:
        """Keeps a mail, whole or not at all. Raises NotNow when the disk doesn't take it."""
        try:
            await asyncio.to_thread(self._write, _file_name(mail), mail.as_bytes())
        except OSError as error:
            raise NotNow(f"{self._folder}: {error.strerror}. Check the disk and who may write there.") from None

    async def close(self) -> None:
        """Nothing is open."""

    def _write(self, name: str, mail: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = mkstemp(dir=self._folder, prefix=".", suffix=".part")  # for our eyes only, as mails are
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(mail)
            os.replace(draft, self._folder / name)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise


def _file_name(mail: EmailMessage) -> str:
    return re.sub(r"[^\w.\-@]", "", str(mail["Message-ID"]), flags=re.ASCII)[:120] + ".eml"
