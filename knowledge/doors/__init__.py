"""Two doors, one person: a talk on the website and a chat on Telegram that lead to the same seats and the same talk."""
