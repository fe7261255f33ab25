"""What stands beside a mark: the name under it, right of it the signs of the lines that end there, and above it
the sign of a line that has its first station of its own there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.drawing.network import Network
from knowledge.drawing.sizes import SIZES
from knowledge.drawing.strands import Strands
from knowledge.drawing.words import Wrapped, wrap
from knowledge.vocabulary import DUTCH, Phase

SIGN_TEXT, SIGN_EDGE = 12.0, 6.0
"""The size of the letters on a sign, and from its words to its edge."""


BETWEEN = 3.0
"""Between two signs."""

LineSign = tuple[int, Wrapped]


@dataclass(frozen=True)
class Plate:
    """The words around one mark; each sign goes with the number of its line.

    Attributes:
        beside: signs of the lines that end here, to the right.
        under: the same, under the name, because lines go on to the right.
        begin: the sign of a line that can be told from here on, above.
    """

    name: Wrapped
    beside: Sequence[LineSign] = ()
    under: Sequence[LineSign] = ()
    begin: LineSign | None = None

    @property
    def height(self) -> float:
        """Of the name and what stands under it."""
        return SIZES.leading * len(self.name.lines) + _stacked(self.under)

    @property
    def width(self) -> float:
        return max(self.name.width, width_of_signs(self.under))

    @property
    def beside_height(self) -> float:
        return _stacked(self.beside)

    def drop(self, strands: int) -> float:
        """From the lowest of so many strands to the top of the name."""
        return max(SIZES.mark, (self.beside_height - SIZES.lane * (strands - 1)) / 2) + SIZES.air

    @property
    def rise(self) -> float:
        """From the highest strand to the top of the sign above it, or of the mark."""
        return SIZES.mark + (SIZES.air + height_of_sign(self.begin[1]) if self.begin else 0)


def _stacked(signs: Sequence[LineSign]) -> float:
    return sum(height_of_sign(sign) + BETWEEN for _, sign in signs)


def width_of_signs(signs: Sequence[LineSign]) -> float:
    return max((sign.width + 2 * SIGN_EDGE for _, sign in signs), default=0)


def height_of_sign(sign: Wrapped) -> float:
    return SIZES.leading * len(sign.lines) + 6


def plates_of(network: Network, strands: Strands, phase_at: Mapping[str, Phase | None]) -> dict[str, Plate]:
    """The plate of every module; one that is in another phase than its column says so."""
    ends: dict[str, list[LineSign]] = {}
    begins: dict[str, LineSign] = {}
    for line, track in enumerate(network.tracks):
        if track.stops:
            sign = wrap(track.name, SIGN_TEXT, SIZES.sign, bold=True)
            ends.setdefault(track.stops[-1].module, []).append((line, sign))
            alone = [stop.module for stop in track.stops[:-1] if len(strands.marks[stop.module]) == 1]
            if alone:
                begins[alone[0]] = line, sign
    found = {}
    for module in strands.marks:
        name, signs = _name(network, module, phase_at.get(module)), ends.get(module, ())
        on = _goes_on(strands, module)
        found[module] = Plate(name, () if on else signs, signs if on else (), begins.get(module))
    return found


def _goes_on(strands: Strands, module: str) -> bool:
    """Whether any line leaves a mark to the right."""
    column = strands.column[module]
    turning = {end for turn in strands.turns_at(column) if turn.right for end in (turn.one, turn.other)}
    return any(strand in turning or strands.all[strand].last > column for strand in strands.marks[module])


def _name(network: Network, module: str, phase: Phase | None) -> Wrapped:
    name = wrap(network.sights[module].name, SIZES.text, SIZES.name)
    own = dict.fromkeys(stop.phase for track in network.tracks for stop in track.stops if stop.module == module)
    if list(own) == [phase]:
        return name
    said = wrap("(" + ", ".join(DUTCH[one] for one in own) + ")", SIZES.text, 10 * SIZES.name, most=1)
    return Wrapped((*name.lines, *said.lines), max(name.width, said.width))
