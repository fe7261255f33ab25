"""Drawing in a process of its own."""

from __future__ import annotations

import asyncio

import pytest

from bot.pictures.apart import PictureError, Studio
from bot.pictures.raster import rasterise

pytestmark = pytest.mark.anyio


def circle(radius: float) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="{radius}"/></svg>'


async def test_it_draws_what_would_be_drawn_here() -> None:
    assert await Studio().png(circle(3), 50) == rasterise(circle(3), 50)


async def test_a_picture_is_drawn_once_and_each_width_for_itself() -> None:
    studio = Studio()
    first, again = await asyncio.gather(studio.png(circle(3), 50), studio.png(circle(3), 50))
    assert first is again
    assert await studio.png(circle(3), 60) == rasterise(circle(3), 60)


async def test_the_oldest_pictures_go_when_there_are_too_many_bytes() -> None:
    size = len(rasterise(circle(3), 50))
    studio = Studio(kept=2 * size + 20)
    first = await studio.png(circle(3), 50)
    for radius in (3.1, 3.2):
        await studio.png(circle(radius), 50)
    again = await studio.png(circle(3), 50)
    assert (again == first, again is first) == (True, False)


async def test_what_cannot_be_drawn_is_an_error_and_the_next_one_is_drawn() -> None:
    studio = Studio()
    with pytest.raises(PictureError, match="could not be drawn"):
        await studio.png("<nee", 50)
    assert await studio.png(circle(3), 50) == rasterise(circle(3), 50)


async def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(PictureError, match="within 0 seconds"):
        await Studio(patience=0).png(circle(3), 50)


async def test_others_go_on_while_a_picture_is_drawn() -> None:
    studio, went_on = Studio(), 0
    drawing = asyncio.create_task(studio.png(circle(3), 2500))
    while not drawing.done():
        await asyncio.sleep(0)
        went_on += 1
    assert went_on > 100
    assert len(await drawing) > 1000


async def test_a_picture_that_was_kept_waits_for_no_other() -> None:
    studio = Studio()
    kept = await studio.png(circle(3), 50)
    drawing = asyncio.create_task(studio.png(circle(3), 2500))
    await asyncio.sleep(0)  # it begins
    again = await studio.png(circle(3), 50)
    assert (again is kept, drawing.done()) == (True, False)
    await drawing
