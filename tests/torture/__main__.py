"""``make torture``, or ``python -m tests.torture --turns 60 --kills 6 --messages 20`` for a small one."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import mkdtemp

from bot.running.progress import say
from bot.running.signals import stoppable
from knowledge.clock import to_local, utc_now
from knowledge.errors import NavigatorError
from knowledge.telling.quiet import is_holiday
from tests.torture.plan import Plan
from tests.torture.report import report
from tests.torture.run import run


def main() -> int:
    """0 when everything held, 1 when something did not, 2 when it could not be run."""
    plan = _plan()
    if is_holiday(to_local(utc_now()).date()):
        say("Today is a public holiday in the Netherlands: no message goes out, so there is nothing to see.")
        return 2
    folder = Path(mkdtemp(prefix="navigator-torture-"))
    try:
        with stoppable():
            outcome = run(plan, folder)
    except NavigatorError as error:
        say(f"{error}\nWhat there is of it lies in {folder}.")
        return 2
    except AssertionError as error:
        say(f"{error}\nThe logs lie in {folder}.")
        return 1
    except KeyboardInterrupt:
        say(f"Stopped. The logs lie in {folder}.")
        return 2
    if not report(plan, outcome, folder):
        say(f"The database and the logs lie in {folder}.")
        return 1
    shutil.rmtree(folder)
    return 0


def _plan() -> Plan:
    usual = Plan()
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--turns", type=int, default=usual.turns, help="turns of the talks; 0 needs no model")
    parser.add_argument("--kills", type=int, default=usual.kills, help="kills of the bot")
    parser.add_argument("--messages", type=int, default=usual.messages, help="reminders that fall due")
    parser.add_argument("--seed", type=int, default=usual.seed, help="draws the moments and the people")
    return Plan(**vars(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
