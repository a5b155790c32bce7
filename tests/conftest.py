"""Hypothesis as all tests use it."""

from hypothesis import settings

# The first call of a test may load a catalogue or a time zone: no deadline. The same examples
# are drawn each time, so that what was green stays green; `nox -s explore` draws others.
settings.register_profile("house", deadline=None, print_blob=True, derandomize=True)
# The same laws on a second interpreter: `--hypothesis-profile=swift` draws fewer examples.
settings.register_profile(
    "swift", deadline=None, print_blob=True, derandomize=True, max_examples=15
)
settings.register_profile("wild", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile("house")
