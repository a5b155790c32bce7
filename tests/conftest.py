"""Hypothesis as all tests use it."""

from hypothesis import settings

# The first call of a test may load a catalogue or a time zone: no deadline.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")
