"""How long a page of 250 takes out of 20,000 offerings, through the whole website door.

Run ``python -m tests.ooapi_bench``. The first page of all is timed apart: it reads the catalogue.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import httpx

from bot.web.app import make_app
from bot.web.ooapi.ids import Kind, uuid_of
from bot.web.ooapi.organisations import THE_ROOT
from knowledge.settings import Settings
from tests.bot.web.ooapi.worlds import write
from tests.databases import sqlite
from tests.generated import NOW, generate_catalogue

TIMES = 20
ROOT = uuid_of(Kind.ORGANISATION, THE_ROOT.id)
LISTS = {
    "v5, all offerings": f"/ooapi/v5/organizations/{ROOT}/offerings",
    "v5, by name": f"/ooapi/v5/organizations/{ROOT}/offerings?sort=-name",
    "v5, last page": f"/ooapi/v5/organizations/{ROOT}/offerings?pageNumber=80",
    "v5, of one academy": f"/ooapi/v5/organizations/{uuid_of(Kind.ORGANISATION, 'academie-1')}/offerings",
    "v6, all offerings": f"/ooapi/v6/organisations/{ROOT}/course-offerings",
    "v5, all courses": "/ooapi/v5/courses",
}


async def main() -> None:
    with TemporaryDirectory() as folder, sqlite(Path(folder) / "navigator.db") as engine:
        write(engine, generate_catalogue(), NOW)
        settings = Settings(_env_file=None, var=Path(folder))
        app = make_app(settings, engine, httpx.AsyncClient(), clock=lambda: NOW)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as web:
            for name, address in LISTS.items():
                sys.stdout.write(f"{name}: {await _measured(web, address)}\n")


async def _measured(web: httpx.AsyncClient, address: str) -> str:
    asked = httpx.URL(address).copy_merge_params({"pageSize": 250})
    began = perf_counter()
    page = (await web.get(asked)).json()
    first, seconds, busy = perf_counter() - began, [], process_time()
    for _ in range(TIMES):
        began = perf_counter()
        await web.get(asked)
        seconds.append(perf_counter() - began)
    busy = (process_time() - busy) / TIMES
    median = sorted(seconds)[TIMES // 2]
    many = f"{len(page['items'])} of some {page['totalPages'] * 250}"
    return f"{many}; first {1000 * first:.0f} ms, then {1000 * median:.0f} ms, of which {1000 * busy:.0f} ms processor"


if __name__ == "__main__":
    asyncio.run(main())
