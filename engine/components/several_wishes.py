"""Hears more than one wish in a message: "schrijf me in voor de workshop en wat kost het".

``WishSplitter`` stands first in the pipeline and adds each part of a message behind it, so that the parts go the
same way as the message; ``SeveralWishes`` stands after the classifier and keeps what they turned out to be. Two
wishes there are only when the model is sure of both and they are of another kind: then ``wishes`` holds all, the
main one first. A message of one part goes through untouched.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaIntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from components.clauses import parts
from components.wishes import several

PART_OF = "part_of"
RANKING = "intent_ranking"
WISHES = "wishes"


class _Plain(RasaIntentClassifier, GraphComponent):
    """A component that learns nothing."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> _Plain:
        """The component with its settings."""
        return cls(config)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class WishSplitter(_Plain):
    """Adds the parts of each message that has several, as messages of their own."""

    def process(self, messages: list[Message]) -> list[Message]:
        """The messages, and behind them their parts. What a button sends is never cut."""
        added = []
        for message in messages:
            text = message.get(TEXT) or ""
            found = [] if text.startswith("/") else parts(text)
            if len(found) > 1:
                added += [Message({TEXT: part.text, PART_OF: (message, part)}) for part in found]
        return [*messages, *added]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SeveralWishes(_Plain):
    """Keeps on a message what its parts mean, and lets the parts go.

    Settings: ``sure``, the least confidence of a part, ``sure_alone`` of an order that the whole message doesn't
    show, ``tells_sure`` of what is told; ``most``, how many wishes are kept; ``orders``, ``tells`` and ``asks``, the
    intents of each kind. Of what stands in none of them nothing is made.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings with their defaults."""
        return {"sure": 0.6, "sure_alone": 0.85, "tells_sure": 0.35, "most": 3, "orders": [], "tells": [], "asks": []}

    def process(self, messages: list[Message]) -> list[Message]:
        """The messages without their parts; one that has several wishes gets ``wishes``, and the main intent."""
        whole = [message for message in messages if not message.get(PART_OF)]
        for message in whole:
            heard = [(one.get(PART_OF)[1], one.get(RANKING)) for one in messages if _belongs(one, message)]
            if heard and (found := several(message.get(TEXT), message.get(RANKING), heard, self._config)):
                wishes, ranking = found
                message.set(WISHES, wishes, add_to_output=True)
                message.set(RANKING, ranking, add_to_output=True)
                message.set(INTENT, ranking[0], add_to_output=True)
        return whole


def _belongs(part: Message, message: Message) -> bool:
    return bool(part.get(PART_OF)) and part.get(PART_OF)[0] is message and bool(part.get(RANKING))
