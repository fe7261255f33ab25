"""The website door: FastAPI over the same talk and the same knowledge as every other channel."""
