"""Elements of SVG as text. Whatever a name holds, it comes out as text or as the value of one attribute."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Value = str | float


def text(words: str) -> str:
    """Words as content; what XML cannot hold is left out."""
    return escape(_NOT_XML.sub("", words), {'"': "&quot;", "'": "&#39;"})


def number(value: float) -> str:
    """At most two decimals, none of them an idle nought."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"


def element(tag: str, *inside: str, **attributes: Value | None) -> str:
    """An element; ``_`` in a name stands for ``-``, a trailing one is dropped (``class_``), None leaves it out."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(value) if isinstance(value, str) else number(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{said}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{said}/>"
