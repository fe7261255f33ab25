"""Makes PNGs in a process of their own, and keeps the last ones.

resvg holds Python's lock while it draws, a tenth of a second for a line and a second for a map: in a thread it
would still hold up every other conversation. A process also bounds what a wild picture can cost.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path

from bot.pictures import raster

KEPT = 24_000_000
"""Bytes of pictures that are kept: a hundred lines or so."""

PATIENCE = 20.0
"""Seconds that one picture may take."""

AT_ONCE = 1
"""Pictures that are drawn at the same time; the others wait."""


class PictureError(RuntimeError):
    """A picture could not be drawn, or not in time. Its words remain to be shown."""


class Studio:
    """Draws SVG as PNG, one picture at a time, and gives one that it drew lately at once."""

    def __init__(self, kept: int = KEPT, patience: float = PATIENCE) -> None:
        self._most, self._patience = kept, patience
        self._kept: OrderedDict[tuple[bytes, int], bytes] = OrderedDict()
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def png(self, svg: str, width: int) -> bytes:
        """The picture, so many pixels wide. Raises PictureError."""
        key = sha256(svg.encode()).digest(), width
        if key not in self._kept:
            async with self._turn:
                if key not in self._kept:  # somebody before us may have wanted the same
                    self._keep(key, await _drawn(svg, width, self._patience))
        self._kept.move_to_end(key)
        return self._kept[key]

    def _keep(self, key: tuple[bytes, int], png: bytes) -> None:
        """Keeps a picture, and lets the oldest others go when that is too much."""
        self._kept[key] = png
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > self._most:
            self._kept.popitem(last=False)


async def _drawn(svg: str, width: int, patience: float) -> bytes:
    command = [sys.executable, "-I", str(Path(raster.__file__)), str(width)]
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
    try:
        png, _ = await asyncio.wait_for(process.communicate(svg.encode()), patience)
    except TimeoutError:
        raise PictureError(f"A picture was not drawn within {patience:g} seconds.") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise PictureError(f"A picture could not be drawn: the program ended with {process.returncode}.")
    return png
