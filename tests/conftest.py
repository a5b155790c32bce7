"""Hypothesis as all tests use it."""

from hypothesis import settings

# The first call of a test may load a catalogue or a time zone: no deadline.
settings.register_profile("house", deadline=None, print_blob=True)
# The same laws on a second interpreter: `--hypothesis-profile=swift` draws fewer examples.
settings.register_profile("swift", deadline=None, print_blob=True, max_examples=15)
settings.load_profile("house")
