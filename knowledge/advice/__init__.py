"""Advice: which metro line fits somebody, why, and what is worth asking next."""
