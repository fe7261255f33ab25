"""Two hundred chats on Telegram at once, five turns each, through a whole navigator; then with a minute without a line.

A stand-in for the Bot API on loopback refuses with 429 what comes faster than Telegram allows. Run it by
``python -m tests.bench.telegram``.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.telegram.limiter import BURST, EVERY
from knowledge.catalogue.check import check_content
from tests.bench.figures import memory_of, processor_seconds, say
from tests.bench.telegram_crowd import Person, answered, talk_at_once
from tests.bench.telegram_judging import judge, print_heard, print_sends
from tests.bench.telegram_people import Talk, talks
from tests.bench.turns import parts_of
from tests.chain.running import navigator
from tests.conftest import CONTENT
from tests.telegram_api.fake import FakeBotApi, fake_bot_api

CHATS = 200
PATIENCE = 420.0
"""Seconds after which a part is given up; what was seen until then is printed."""

CUT = 60.0
"""Seconds without a line."""


@dataclass(slots=True)
class Cutter:
    """Cuts the line once so many answers were given, and mends it after a minute."""

    api: FakeBotApi
    after: int
    down_at: float | None = None
    up_at: float | None = None
    answered_at_cut: int = 0
    first_after: float | None = None

    def __call__(self, answers: int, now: float) -> None:
        if self.down_at is None and answers >= self.after:
            self.down_at, self.answered_at_cut = now, answers
            self.api.down()
        elif self.down_at is not None and self.up_at is None and now >= self.down_at + CUT:
            self.api.up()
            self.up_at, self.answered_at_cut = now, answers
        elif self.up_at is not None and self.first_after is None and answers > self.answered_at_cut:
            self.first_after = now


@dataclass(slots=True)
class Logs:
    """The bot's log, read on from where it was read before."""

    path: Path
    read: int = 0

    def news(self) -> Counter[str]:
        """What was said since, warnings and worse, how often each."""
        text = self.path.read_text()
        new, self.read = text[self.read :], len(text)
        return Counter(filter(None, map(_trouble, new.splitlines())))


def _trouble(line: str) -> str:
    try:
        said = json.loads(line)
    except json.JSONDecodeError:
        return f"no JSON: {line[:150]}"
    if said.get("level") not in ("warning", "error", "critical"):
        return ""
    return f"{said['level']}: {said['event'][:100]} {said.get('part', '')} {str(said.get('reason', ''))[:120]}"


@dataclass(slots=True)
class Bench:
    """One navigator with its chats. ``bot`` is the number of the bot's process."""

    api: FakeBotApi
    bot: int
    logs: Logs
    people: list[Person] = field(default_factory=list)

    def part(self, title: str, said: Sequence[Talk], first_chat: int, cutter: Cutter | None = None) -> None:
        """Lets everybody talk, and prints what was seen."""
        people = [Person(first_chat + number, talk) for number, talk in enumerate(said)]
        turns = sum(len(person.talk.turns) for person in people)
        before, began, load = memory_of(self.bot), time.monotonic(), os.getloadavg()[0]
        worked = processor_seconds(self.bot)
        talk_at_once(self.api, people, PATIENCE, cutter or (lambda answers, now: None))
        ended = max((t.answered_at for p in people for t in p.taken if t.answered_at), default=began)
        count = answered(people)
        say(f"{title} (load of the machine {load:.1f} before, {os.getloadavg()[0]:.1f} after)")
        print_heard(judge(self.api, people), turns)
        say(f"  {count} answers in {ended - began:.0f} s: {count / max(ended - began, 1e-9):.1f} a second")
        print_sends(self.api, {person.chat for person in people}, began)
        worked = processor_seconds(self.bot) - worked
        say(f"  the bot: memory {before:.0f} → {memory_of(self.bot):.0f} MB (PSS), {worked:.0f} s of processor time")
        if cutter:
            _print_cut(cutter, ended)
        for line, times in self.logs.news().most_common(12):
            say(f"    log {times} × {line}")


def _print_cut(cutter: Cutter, ended: float) -> None:
    if cutter.up_at is None or cutter.down_at is None:
        say("  the line was never cut, or never mended: too few answers")
        return
    first = "never" if cutter.first_after is None else f"{cutter.first_after - cutter.up_at:.1f} s"
    say(f"  cut after {cutter.after} answers for {cutter.up_at - cutter.down_at:.0f} s; first answer {first} after it,")
    say(f"  the last one {ended - cutter.up_at:.0f} s after it")


def bench_telegram(chats: int = CHATS) -> None:
    """Prints both parts."""
    said = talks(check_content(CONTENT).content(), chats)
    rate, answers = BURST / EVERY, 5 * chats
    say(
        f"Telegram: {chats} chats at once, five turns each. It allows 30 messages a second, the door sends "
        f"{rate:.0f}: {answers} answers take at least {answers / rate:.0f} s, whatever the navigator can do."
    )
    with TemporaryDirectory(prefix="bench-") as name, fake_bot_api(strict_limits=True) as api:
        settings = {
            "NAVIGATOR_TELEGRAM_TOKEN": api.token,
            "NAVIGATOR_TELEGRAM_API": api.base_url.removesuffix("/bot"),
        }
        with navigator(Path(name), **settings) as running:
            bot = parts_of(running.process.pid)["bot"]
            bench = Bench(api, bot, Logs(running.var / "logs" / "bot.log"))
            api.wait_for_calls("getUpdates", timeout=60)
            bench.part("All the time a line", said, 1_000)
            bench.part("The line cut in the middle", said, 5_000, Cutter(api, answers * 2 // 5))


if __name__ == "__main__":
    bench_telegram(int(os.environ.get("BENCH_CHATS", CHATS)))
