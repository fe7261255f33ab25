"""The only code of ours that runs inside the Rasa server. It imports nothing else of ours."""
