"""Starts parts, waits until each answers, and watches them until one dies or we are told to stop."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence

import httpx

from bot.running.children import Child, Nursery
from bot.running.parts import Part
from bot.running.progress import say
from knowledge.errors import NavigatorError

LOG_LINES = 15
_LOOK_EVERY = 0.2


class PartError(NavigatorError):
    """A part died or never answered; says which, with the last lines of its log."""


def supervise(parts: Sequence[Part], ready: Callable[[], None], grace: float = 8.0) -> None:
    """Runs the parts until KeyboardInterrupt; whatever happens, none is left running afterwards.

    ``ready`` is called once all of them answer.

    Raises:
        PartError: when one dies or takes longer than its limit to answer.
    """
    with Nursery(grace) as nursery:
        children = [nursery.start(part.name, part.command, cwd=part.cwd, env=part.env, log=part.log) for part in parts]
        try:
            _wait_for_answers(parts, children)
            ready()
            while True:
                _raise_when_one_died(children)
                time.sleep(_LOOK_EVERY)
        except KeyboardInterrupt:
            say("Stopping; this takes some seconds.")
            raise


def _wait_for_answers(parts: Sequence[Part], children: Sequence[Child]) -> None:
    began = time.monotonic()
    silent = dict(zip([part.name for part in parts], zip(parts, children, strict=True), strict=True))
    told = began
    with httpx.Client(timeout=2, trust_env=False) as client:
        while silent:
            _raise_when_one_died(children)
            now = time.monotonic()
            for part, child in list(silent.values()):
                if _answers(client, part.answers_at):
                    say(f"  {part.name} answers after {now - began:.0f} s")
                    del silent[part.name]
                elif now - began > part.limit:
                    raise PartError(
                        f"{part.name} did not answer at {part.answers_at} within {part.limit:.0f} s. "
                        f"The last lines of {child.log}:\n{child.last_lines(LOG_LINES)}"
                    )
            if silent and now - told >= 10:
                told = now
                say(f"  still waiting for {' and '.join(silent)} ({now - began:.0f} s)")
            time.sleep(_LOOK_EVERY)


def _answers(client: httpx.Client, address: str) -> bool:
    try:
        return client.get(address).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


def _raise_when_one_died(children: Sequence[Child]) -> None:
    for child in children:
        code = child.process.poll()
        if code is not None:
            raise PartError(
                f"{child.name} stopped by itself ({_how(code)}). "
                f"The last lines of {child.log}:\n{child.last_lines(LOG_LINES)}"
            )


def _how(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    name = signal.Signals(-code).name
    return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name
