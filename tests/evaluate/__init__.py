"""Measurements that are looked at by people, not held by tests."""
