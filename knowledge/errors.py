"""What can go wrong, as one tree.

NavigatorError              anything the navigator says no to; str(error) says what, where, what to do
├── SettingError            a setting is missing or unsafe; names its key
├── ContentError            the catalogue has faults; carries all of them, each with file and line
├── MapFileError            a metro map file cannot be read
├── ProfileError            a profile names something that the catalogue lacks
├── CodeRefused             a code that should link two doors is none, or leads nowhere; says which of the few
├── UnknownThing            an id that does not exist (a line, a module, a conversation …)
└── Refusal                 a person asked for something that cannot be; carries the name of the
                            domain response that tells them so, and the values it needs
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from knowledge.catalogue.faults import Fault


class NavigatorError(Exception):
    """Anything the navigator says no to."""


class SettingError(NavigatorError):
    """A setting is missing or unsafe."""


class ContentError(NavigatorError):
    """The catalogue has faults; none of it was loaded.

    Attributes:
        faults: every fault found, in the order of file and line.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class MapFileError(NavigatorError):
    """A metro map file cannot be read."""


class ProfileError(NavigatorError):
    """A profile names something that the catalogue lacks."""


class CodeRefused(NavigatorError):  # noqa: N818  # likewise an answer
    """A code doesn't link the two doors.

    Attributes:
        why: ``"unknown"`` (never made, used, or too old: one answer for all, so that nothing can be found out by
            trying), ``"own"`` (made in this same talk) or ``"too many"`` (tried too often; later it can be again).
    """

    def __init__(self, why: Literal["unknown", "own", "too many"]) -> None:
        self.why = why
        super().__init__(f"The code was refused: {why}.")


class UnknownThing(NavigatorError):  # noqa: N818  # it reads as what it is
    """An id that does not exist.

    Attributes:
        kind: what was looked for, e.g. ``"line"``.
        id: the id as it was given.
    """

    def __init__(self, kind: str, id: str) -> None:
        self.kind = kind
        self.id = id
        super().__init__(f"There is no {kind} with id {id!r}.")


class Refusal(NavigatorError):  # noqa: N818  # a refusal is an answer, no error
    """A person asked for something that cannot be.

    Attributes:
        response: the domain response that says so with a next step, e.g. ``"utter_offering_over"``.
        values: what that response needs.
    """

    def __init__(self, response: str, **values: object) -> None:
        self.response = response
        self.values = values
        super().__init__(f"{response} {values}" if values else response)
