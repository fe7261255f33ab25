"""What was counted in the last minute, and no more room than was given."""

from __future__ import annotations

from limits import RateLimitItemPerMinute
from limits.strategies import MovingWindowRateLimiter

from bot.web.windows import Windows


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_window_moves_with_the_clock() -> None:
    clock = Clock()
    limiter, three = MovingWindowRateLimiter(Windows(clock)), RateLimitItemPerMinute(3)
    said = []
    for seconds in (0, 10, 20, 30, 59, 60, 61, 70, 130):
        clock.now = 1000 + seconds
        said.append((seconds, limiter.hit(three, "ann")))
    assert [seconds for seconds, yes in said if yes] == [0, 10, 20, 60, 70, 130]


def test_each_has_a_window_of_their_own_and_knows_when_it_is_over() -> None:
    clock = Clock()
    limiter, one = MovingWindowRateLimiter(Windows(clock)), RateLimitItemPerMinute(1)
    assert [limiter.hit(one, who) for who in ("ann", "ann", "bob")] == [True, False, True]
    clock.now += 20
    assert limiter.get_window_stats(one, "ann") == (1060.0, 0)
    assert limiter.get_window_stats(one, "cas") == (1080.0, 1)


def test_a_flood_of_names_takes_no_more_room_and_who_keeps_coming_is_remembered() -> None:
    windows = Windows(Clock(), most=100)
    limiter, many = MovingWindowRateLimiter(windows), RateLimitItemPerMinute(2000)
    for number in range(1000):
        limiter.hit(many, "ann")
        limiter.hit(many, f"stranger-{number}")
    assert len(windows) == 100
    assert limiter.get_window_stats(many, "ann").remaining == 1000


def test_what_is_asked_only_takes_no_room() -> None:
    windows = Windows(Clock())
    assert MovingWindowRateLimiter(windows).test(RateLimitItemPerMinute(1), "ann")
    assert (len(windows), windows.check(), windows.reset()) == (0, True, 0)
