"""The sizes of a drawing, in pixels. They are meant for A3: 13 px letters come out at about 9 points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """How large everything is drawn.

    Attributes:
        line: how thick a line is.
        lane: between lines side by side.
        mark: the radius of a station's mark, with its rim.
        cut: the height of a corner of 45 degrees.
        clear: from a station to where its line may begin to bend.
        air: what stays free between a name and everything else.
        text: the size of the letters of a name; ``leading`` from one line of text to the next.
        name: about how wide a name becomes before it is wrapped; ``sign`` the same for the sign of a line.
    """

    line: float = 8
    lane: float = 13
    mark: float = 12
    cut: float = 22
    clear: float = 16
    air: float = 5
    text: float = 13
    leading: float = 15
    name: float = 96
    sign: float = 118


SIZES = Sizes()
