"""Words and their lemmas by spaCy's blank Dutch, with the lookup lemmas of spacy-lookups-data.

No trained Dutch model is needed, so nothing is downloaded. The count features after it can take the lemma
("cursussen" counts as "cursus").
"""

from __future__ import annotations

from typing import Any

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class DutchTokenizer(Tokenizer):
    """Splits a message into lower-case tokens with lemmas."""

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._nlp = spacy.blank("nl")
        self._nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
        self._nlp.initialize()

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed for this component."""
        return ["spacy", "spacy_lookups_data"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's own settings of a tokenizer; none of ours."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of one attribute (mostly the text) of a message, white space left out."""
        text = message.get(attribute) or ""
        tokens = [
            Token(word.text, word.idx, lemma=(word.lemma_ or word.text).lower())
            for word in self._nlp(text)
            if word.text.strip()
        ]
        return self._apply_token_pattern(tokens)
