"""What is due among 50,000 enrolments is found, and 50,000 messages go out through a real mail server."""

from __future__ import annotations

import asyncio
import resource
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from aiosmtpd.smtp import SMTP
from sqlalchemy import Engine, delete, text, update

from bot.telling.by_mail import email_way
from bot.telling.postman import Postman
from knowledge.catalogue.check import check_content
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.database import writing
from knowledge.seat.settling import due_offerings
from knowledge.settings import Settings
from knowledge.tables import Notice, Offering
from knowledge.telling.reminders import due_afterwards, due_nudges, due_reminders, write_due
from knowledge.telling.wishes import Way
from tests.bench.crowd import ENROLMENTS, fill
from tests.bench.figures import quantile, say
from tests.conftest import CONTENT, NOW
from tests.databases import postgresql, sqlite, why_no_postgresql

LOOKS = 30
BUDGET = 50
MESSAGES = 50_000


class Counter:
    """What a mail server does with each mail: it counts them, and remembers their names."""

    def __init__(self) -> None:
        self.names: list[str] = []

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: N802
        """The mail's Message-ID is kept."""
        content: bytes = envelope.content  # type: ignore[attr-defined]
        at = content.index(b"Message-ID: ")
        self.names.append(content[at + 12 : content.index(b"\r\n", at)].decode())
        return "250 taken"


def bench_reminding(messages: int = MESSAGES) -> None:
    """Prints how long a look takes before and after the reminders of a day were written, on both databases."""
    content = check_content(CONTENT).content()
    with TemporaryDirectory() as folder, sqlite(Path(folder) / "navigator.db") as engine:
        _bench(engine, "SQLite", content)
        _bench_sending(engine, Path(folder), messages)
    if why_no_postgresql():
        say(f"  {why_no_postgresql()}")
        return
    with postgresql() as engine:
        _bench(engine, "PostgreSQL", content)


def _bench(engine: Engine, name: str, content: object) -> None:
    fill(engine, content, NOW)  # type: ignore[arg-type]
    with engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()
    say(f"What is due among {ENROLMENTS} enrolments, {name}:")
    for when, moment in (("first look", NOW), ("a Friday evening", NOW + timedelta(days=3, hours=10))):
        _look(engine, when, moment)
    written = write_due(engine, NOW)
    _look(engine, f"with {written} written", NOW)


def _look(engine: Engine, name: str, now: datetime) -> None:
    parts = {
        "offerings": lambda: len(due_offerings(engine, now)),
        "reminders": lambda: len(due_reminders(engine, now)),
        "afterwards": lambda: len(due_afterwards(engine, now)),
        "nudges": lambda: len(due_nudges(engine, now)),
    }
    for part, look in parts.items():
        took, found = [], 0
        for _ in range(LOOKS):
            began = perf_counter()
            found = look()
            took.append((perf_counter() - began) * 1000)
        say(
            f"  {name:22} {part:11} {found:6} due   p50 {quantile(took, 0.5):6.1f} ms   "
            f"p95 {quantile(took, 0.95):6.1f} ms   (budget {BUDGET} ms)"
        )


def _bench_sending(engine: Engine, folder: Path, messages: int) -> None:
    """Every enrolment with a date begins tomorrow, so each is due a reminder."""
    with writing(engine) as session:
        session.execute(delete(Notice))
        start = NOW + timedelta(hours=24)
        session.execute(update(Offering).values(starts_at=start, ends_at=start + timedelta(hours=4)))
    began = perf_counter()
    written = write_due(engine, NOW)
    say(f"Sending, SQLite: {written} reminders written in {perf_counter() - began:.1f} s")
    before, began, counter = _memory(), perf_counter(), Counter()
    done = asyncio.run(_send(engine, folder, counter))
    took = perf_counter() - began
    say(
        f"  {done} sent in {took:.0f} s: {done / took:.0f} a second; memory {before:.0f} → {_memory():.0f} MB at its "
        f"highest; {len(counter.names) - len(set(counter.names))} twice"
    )


async def _send(engine: Engine, folder: Path, counter: Counter) -> int:
    """Through a real mail server, on the same loop."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(counter, loop=loop, hostname="mail.test"), "127.0.0.1", 0)
    async with server:
        settings = Settings(var=folder, mail=f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        postman = Postman(engine, settings, CatalogueView(engine), {Way.EMAIL: email_way(settings)}, lambda: NOW)
        done = await postman.deliver()
        await postman.close()
    return sum(done.sent.values())


def _memory() -> float:
    """The most megabytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    bench_reminding()
