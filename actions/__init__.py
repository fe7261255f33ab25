"""The doormen between Rasa and the academy: they read slots, call one function of ``knowledge``, choose
one response and set slots. No rule lives here, and no wording: that is in ``domain.yml``.
"""
