"""Reads a misspelled message a second time, with its slips put right.

A word that is in no Dutch word list and in no training sentence, but one slip away from a word of the training
sentences, was probably meant as that word. The message itself stays as it is: the second reading goes through the
pipeline behind it, and the classifier weighs both.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from typing import Any

import spacy
from rapidfuzz import process
from rapidfuzz.distance import OSA
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaIntentClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

READING_OF = "reading_of"
FILE = "words.json"
WORD = re.compile(r"[^\W\d_]+")


def second_readings(messages: list[Message]) -> dict[int, Message]:
    """The second reading of each message that has one, by the ``id()`` of that message."""
    return {id(one.get(READING_OF)): one for one in messages if one.get(READING_OF)}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Spelling(RasaIntentClassifier, GraphComponent):
    """Adds a second reading behind each message with a slip in it; the intent classifier takes it out again.

    Settings: ``shortest``, the letters from which a word is looked at; ``often``, how often a word stands in the
    training sentences before another is taken for it.
    """

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed for this component."""
        return ["rapidfuzz", "spacy", "spacy_lookups_data"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings with their defaults."""
        return {"shortest": 4, "often": 2}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        seen: dict[str, int] | None = None,
    ) -> None:
        self._config, self._storage, self._resource = config, model_storage, resource
        self._seen = seen or {}
        self._often = [word for word, times in self._seen.items() if times >= config["often"]]
        self._meant = lru_cache(maxsize=4096)(self._look_up)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Spelling:
        """A component that knows no words yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Spelling:
        """A component that knows the words of its training."""
        with model_storage.read_from(resource) as folder:
            seen = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(config, model_storage, resource, seen)

    def train(self, training_data: TrainingData) -> Resource:
        """Counts the words of all examples."""
        texts = [example.get(TEXT) for example in training_data.training_examples if example.get(TEXT)]
        seen = Counter(word.lower() for text in texts for word in WORD.findall(text))
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training sentences are taken as they are written."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """The messages, and behind them the second readings. What a button sends is never read twice."""
        readings = []
        for message in messages:
            text = message.get(TEXT) or ""
            if not text.startswith("/") and (right := self.right(text)) != text:
                readings.append(Message({TEXT: right, READING_OF: message}))
        return [*messages, *readings]

    def right(self, text: str) -> str:
        """The text with every slip put right that can be."""
        return WORD.sub(lambda match: self._meant(match.group()), text)

    def _look_up(self, word: str) -> str:
        """The word that is meant, the one seen most often of those one slip away; or the same word."""
        typed = word.lower()
        if len(typed) < self._config["shortest"] or typed in self._seen or is_dutch(typed):
            return word
        found = process.extract(typed, self._often, scorer=OSA.distance, score_cutoff=1, limit=None)
        return max((near for near, _, _ in found), key=lambda near: self._seen[near], default=word)


def is_dutch(word: str) -> bool:
    """Whether the word, in lower case, stands in the word list, as a form or as a lemma."""
    return word in _forms() or word in _lemmas()


@lru_cache(maxsize=1)
def _forms() -> Any:
    """The table of spacy-lookups-data: inflected forms with their lemmas."""
    nlp = spacy.blank("nl")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.initialize()
    return lemmatizer.lookups.get_table("lemma_lookup")


@lru_cache(maxsize=1)
def _lemmas() -> frozenset[str]:
    return frozenset(_forms().values())
