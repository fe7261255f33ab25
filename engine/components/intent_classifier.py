"""Which intent a message has: logistic regression on its letters, its lemmas and its meaning.

Letters (2 to 5 within a word) forgive typos, lemmas of one and two words are exact, and the sentence
vector understands other words. Letters and lemmas are weighed by tf-idf, sublinear, so that a long
message doesn't shout; the intents weigh the same, however many examples they have. A message with slips
comes with a second reading (see ``spelling``), and the chances of both are averaged. What was tried beside
this stands in docs/pipelines.md.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import skops.io
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaIntentClassifier
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from components.dutch_tokenizer import DutchTokenizer
from components.sentence_meaning import SentenceMeaning
from components.spelling import READING_OF, second_readings

FILE = "classifier.skops"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(RasaIntentClassifier, GraphComponent):
    """Sets the intent of a message and the ranking of all others.

    Settings: ``C``, how closely the training sentences are followed; ``letters``, the shortest and the longest
    run of letters; ``lemmas``, the most lemmas in a row; ``ranking_length``, how many intents of the ranking are
    given (0: all).
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before this component."""
        return [DutchTokenizer, SentenceMeaning]

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed for this component."""
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings with their defaults."""
        return {"C": 30.0, "max_iter": 60, "letters": [2, 5], "lemmas": 2, "ranking_length": 10}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        parts: dict[str, Any] | None = None,
    ) -> None:
        self._config = config
        self._storage, self._resource, self._parts = model_storage, resource, parts

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        """A classifier that has learned nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """A trained classifier."""
        with model_storage.read_from(resource) as folder:
            known = skops.io.get_untrusted_types(file=folder / FILE)
            parts = skops.io.load(folder / FILE, trusted=known)
        return cls(config, model_storage, resource, parts)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from every example that has an intent."""
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        if not examples:
            return self._resource
        settings = self._config
        letters, lemmas = tuple(settings["letters"]), (1, settings["lemmas"])
        self._parts = {
            "letters": TfidfVectorizer(analyzer="char_wb", ngram_range=letters, min_df=2, sublinear_tf=True),
            "lemmas": TfidfVectorizer(ngram_range=lemmas, token_pattern=r"\S+", sublinear_tf=True),  # noqa: S106  # a pattern, no password
            "model": LogisticRegression(C=settings["C"], max_iter=settings["max_iter"], class_weight="balanced"),
        }
        self._parts["letters"].fit([_letters(e) for e in examples])
        self._parts["lemmas"].fit([_lemmas(e) for e in examples])
        self._parts["model"].fit(self._features(examples), [e.get(INTENT) for e in examples])
        with self._storage.write_to(self._resource) as folder:
            skops.io.dump(self._parts, folder / FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets ``intent`` and ``intent_ranking`` of each message with text; second readings go out."""
        told = [message for message in messages if message.get(TEXT)]
        if told and self._parts is not None:
            found = self._parts["model"].predict_proba(self._features(told))
            chances = {id(message): row for message, row in zip(told, found, strict=True)}
            readings = second_readings(told)
            for message in told:
                row = chances[id(message)]
                other = readings.get(id(message))
                self._set(message, row if other is None else (row + chances[id(other)]) / 2)
        return [message for message in messages if not message.get(READING_OF)]

    def _set(self, message: Message, chances: np.ndarray) -> None:
        classes = self._parts["model"].classes_
        order = np.argsort(-chances)[: self._config["ranking_length"] or None]
        ranking = [{"name": str(classes[i]), "confidence": float(chances[i])} for i in order]
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Sets the intents of the training examples, for the components after this one."""
        self.process(training_data.training_examples)
        return training_data

    def _features(self, messages: list[Message]) -> csr_matrix:
        return hstack(
            [
                csr_matrix(np.vstack([_meaning(message) for message in messages])),
                self._parts["letters"].transform([_letters(message) for message in messages]),
                self._parts["lemmas"].transform([_lemmas(message) for message in messages]),
            ]
        ).tocsr()

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Refuses settings that cannot work."""
        if float(config.get("C", 1)) <= 0:
            raise ValueError("IntentClassifier: `C` must be above 0.")


def _letters(message: Message) -> str:
    return message.get(TEXT).lower()


def _lemmas(message: Message) -> str:
    return " ".join(token.lemma for token in message.get(TOKENS_NAMES[TEXT]) or [])


def _meaning(message: Message) -> np.ndarray:
    _, sentence = message.get_dense_features(TEXT, [])
    return sentence.features[0]
