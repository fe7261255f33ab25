"""Two Bot API servers on loopback to try the Telegram door with: a strict one, and one of another's making."""
