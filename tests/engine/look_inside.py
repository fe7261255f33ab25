"""Runs in engine/.venv: tries the components and prints what it saw, as JSON. No pytest lives there."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from components.dutch_tokenizer import DutchTokenizer
from components.intent_classifier import IntentClassifier
from components.sentence_meaning import SentenceMeaning
from components.server import build_validator_once, keep_texts_out_of_the_log, messages_of_session
from components.spelling import Spelling
from components.word_meaning import WordMeaning
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.core.events import ActionExecuted, SessionStarted, UserUttered
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

EXAMPLES = {
    "greet": ["hoi", "hallo daar", "goedemorgen", "dag allemaal"],
    "enrol": ["schrijf me in", "ik wil me inschrijven", "zet mij op de lijst", "meld me aan"],
    "ask_cost": ["wat kost het", "hoe duur is dat", "wat moet ik betalen", "is het gratis"],
}


def lemmas(text: str) -> list[str]:
    message = Message({TEXT: text})
    DutchTokenizer({**DutchTokenizer.get_default_config()}).process([message])
    return [token.lemma for token in message.get(TOKENS_NAMES[TEXT])]


def examples() -> list[Message]:
    return [Message({TEXT: text, INTENT: intent}) for intent, texts in EXAMPLES.items() for text in texts]


def understand(folder: Path) -> dict[str, object]:
    """Trains on twelve sentences, stores, loads, and reads others."""
    storage = LocalModelStorage(folder)
    tokenizer = DutchTokenizer({**DutchTokenizer.get_default_config()})
    config = {**SentenceMeaning.get_default_config(), "alias": "meaning"}
    data = TrainingData(examples())
    tokenizer.process(data.training_examples)
    meaning = SentenceMeaning(config, "meaning", storage, Resource("meaning"))
    meaning.train(data)
    meaning.process_training_data(data)
    vectors = np.vstack([m.get_dense_features(TEXT, [])[1].features for m in data.training_examples])
    settings = IntentClassifier.get_default_config()
    IntentClassifier(settings, storage, Resource("intents")).train(data)

    class Context:
        node_name = "meaning"

    loaded = SentenceMeaning.load(config, storage, Resource("meaning"), Context())
    classifier = IntentClassifier.load(settings, storage, Resource("intents"), Context())
    texts = ["goedemiddag", "kun je me aanmelden", "hoeveel geld kost dat"]
    asked = [Message({TEXT: text}) for text in texts]
    tokenizer.process(asked)
    loaded.process(asked)
    classifier.process(asked)
    return {
        "shape": list(vectors.shape),
        "lengths": sorted({round(float(np.linalg.norm(v)), 3) for v in vectors}),
        "intents": [message.get(INTENT)["name"] for message in asked],
        "sums": [round(sum(one["confidence"] for one in m.get("intent_ranking")), 3) for m in asked],
    }


def reading_twice(folder: Path) -> dict[str, object]:
    """What Spelling makes of slips, of words that are right, and of what is no text, once stored and loaded."""
    storage = LocalModelStorage(folder)
    settings = Spelling.get_default_config()
    texts = ["ik wil leren lassen", "lassen of frezen", "wil je ook leren frezen"]
    Spelling(settings, storage, Resource("spelling")).train(TrainingData([Message({TEXT: text}) for text in texts]))
    loaded = Spelling.load(settings, storage, Resource("spelling"), None)
    asked = [Message({TEXT: text}) for text in ("ik wil lasssen", "lassen", "/greet", "")]
    return {
        "right": {text: loaded.right(text) for text in ("Ik wil lerne frzen", "tassen", "geen slip", "q", "")},
        "messages": [message.get(TEXT) for message in loaded.process(asked)],
    }


def words(folder: Path) -> list[int]:
    """The shape of the vectors that WordMeaning adds to three words."""
    storage = LocalModelStorage(folder)
    config = {**WordMeaning.get_default_config(), "alias": "words"}
    data = TrainingData(examples())
    tokenizer = DutchTokenizer({**DutchTokenizer.get_default_config()})
    tokenizer.process(data.training_examples)
    component = WordMeaning(config, "words", storage, Resource("words"))
    component.train(data)
    asked = [Message({TEXT: "wat kost het"}), Message({TEXT: ""})]
    tokenizer.process(asked)
    component.process(asked)
    return list(asked[0].get_dense_features(TEXT, [])[0].features.shape)


def validator() -> dict[str, object]:
    """What the validator that is built once says of good and bad answers of the action server."""
    action = RemoteAction("action_x", None)
    bad = [{"events": [{"event": "slot"}]}, {"events": [], "responses": ["text"]}, {"events": 1}]

    def refused(answer: dict[str, object]) -> bool:
        try:
            action._validate_action_result(answer)
        except ValidationError:
            return True
        return False

    slow = [refused(answer) for answer in bad]
    build_validator_once()
    good = {"events": [{"event": "slot", "name": "line", "value": "x"}], "responses": [{"text": "hoi"}]}
    return {"as rasa": slow, "bad": [refused(answer) for answer in bad], "good": refused(good)}


def logged() -> list[dict[str, object]]:
    """What the log keeps of a message that nobody waits for any more."""
    from rasa.core.channels import rest
    from structlog.testing import capture_logs

    keep_texts_out_of_the_log()
    with capture_logs() as lines:
        rest.structlogger.error("rest.message.received.timeout", text="ik heet Jan", sender="x")
    return [dict(line) for line in lines]


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        seen = {
            "lemmas": lemmas("Welke cursussen zijn er?"),
            "understand": understand(Path(folder)),
            "spelling": reading_twice(Path(folder)),
            "words": words(Path(folder)),
            "messages": messages_of_session(
                [
                    UserUttered("a"),
                    SessionStarted(),
                    UserUttered("b"),
                    ActionExecuted("action_listen"),
                    UserUttered("c"),
                ]
            ),
        }
        sys.stdout.write("\n" + json.dumps(seen | {"validator": validator(), "logged": logged()}))
