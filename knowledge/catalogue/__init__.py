"""The module catalogue: its files, their check, the loading of it, and the view of it that rules use."""
