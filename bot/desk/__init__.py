"""What the front door does by itself, without asking Rasa: starts behind a link, and codes that make two doors one."""
