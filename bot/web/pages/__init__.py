"""The pages of the website: rendered here, readable without script, and kept by nobody but who asks for them."""
