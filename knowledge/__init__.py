"""The academy itself: every rule of the navigator, true without a chatbot.

This package knows neither Rasa nor Telegram nor the web. Shapes (vocabulary, tables, cards) come
first, then the rules on them, then the edges that read and write files and databases.
"""
