"""The Telegram door: the same talk as every other channel, over python-telegram-bot."""
