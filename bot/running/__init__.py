"""What `navigator up` does: train when needed, start the parts, watch them, stop them."""
