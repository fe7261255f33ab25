"""What is told to people about their seats: what, when and by which way."""
