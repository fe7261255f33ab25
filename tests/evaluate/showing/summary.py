"""The top of the page: what the figures mean in sentences, and which targets are reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.evaluate.card import Card
from tests.evaluate.headline import headline
from tests.evaluate.history import Line, before, falls
from tests.evaluate.showing.markup import Html, bullets, join, section, table, tag
from tests.evaluate.targets import Target, read_targets, written

VERDICTS = {True: "✓ reached", False: "✗ not reached", None: "– not measured"}


def summary(card: Card, history: Sequence[Line]) -> Html:
    """The sentences, what falls short, what fell, and every target with its verdict."""
    figures, targets = headline(card), read_targets().targets
    return section(
        "summary",
        "In short",
        *(tag("p", text, class_="lead") for text in _lead(card, figures)),
        *_short_of(figures, targets),
        *_fallen(card, history),
        _targets(figures, targets),
    )


def verdict(target: Target, value: float | None) -> bool | None:
    """Whether a target is reached; None when it was not measured."""
    return None if value is None else target.reached(value)


def _lead(card: Card, figures: Mapping[str, float]) -> Iterator[str]:
    targets = read_targets().targets
    reached = sum(target.reached(figures[name]) for name, target in targets.items() if name in figures)
    unmeasured = len(targets) - len(figures)
    more = f" {_count(unmeasured, 'was', 'were')} not measured in this run." if unmeasured else ""
    yield f"{reached} of the {len(figures)} targets that were measured {_be(reached)} reached.{more}"
    yield f"{targets['intent_first'].said(card.held_out.first)} {_rest(card)}"
    if card.people:
        yield targets["people_right"].said(card.people.all.right)


def _rest(card: Card) -> str:
    texts = f"There were {card.held_out.texts:,} of them; none was used to teach it."
    if not card.init:
        return texts
    epochs = f" in {card.init_epochs:,} rounds" if card.init_epochs else ""
    return f"{texts} Rasa's default pipeline, taught{epochs} with the same examples, reaches {_share(card.init.first)}."


def _short_of(figures: Mapping[str, float], targets: Mapping[str, Target]) -> list[Html]:
    said = [
        join([tag("strong", target.name), f": {target.said(figures[name])} The target is {target.wanted()}."])
        for name, target in targets.items()
        if name in figures and not target.reached(figures[name])
    ]
    return [tag("h3", "What falls short"), bullets(said)] if said else []


def _fallen(card: Card, history: Sequence[Line]) -> list[Html]:
    last = before(history, card)
    if last is None:
        return []
    said = falls(history, card)
    calm = tag("p", f"Nothing fell by more than its margin since commit {last.commit}.")
    return [tag("h3", "What fell since the commit before"), bullets(said)] if said else [calm]


def _targets(figures: Mapping[str, float], targets: Mapping[str, Target]) -> Html:
    return table("Every target", ("What", "Measured"), [_row(one, figures.get(name)) for name, one in targets.items()])


def _row(target: Target, value: float | None) -> tuple[str, str]:
    """Two columns, so that a narrow screen holds them: what it means; and the figure, the verdict and the target."""
    said = target.said(value) if value is not None else "This part was not run."
    mark = VERDICTS[verdict(target, value)]
    verdict_class = f"verdict {mark.split(' ', 1)[1].replace(' ', '-')}"
    measured = "" if value is None else tag("strong", target.shown(value))
    aim = tag("span", f"target: {target.wanted()}", class_="aside")
    return (
        join([target.name, tag("span", said, class_="aside")]),
        join([measured, " ", tag("span", mark, class_=verdict_class), aim]),
    )


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _share(value: float) -> str:
    return written(value, "share")
