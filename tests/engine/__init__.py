"""What runs inside Rasa, checked in Rasa's own environment."""
