"""`territoires example`: the examples that are shipped, or one of them."""

import sys
from argparse import Namespace

from territoires_participatifs.cli._check import Status
from territoires_participatifs.examples import example, example_bytes, example_names
from territoires_participatifs.language import Language


def run_example(arguments: Namespace, language: Language) -> Status:
    """Print the names of the examples, or the document of one."""
    if arguments.name is None:
        for name in example_names():
            title = example(name).title
            print(name if title is None else f"{name}  {title.in_words(language)}")
        return Status.SOUND
    sys.stdout.flush()
    sys.stdout.buffer.write(example_bytes(arguments.name))
    sys.stdout.buffer.flush()
    return Status.SOUND
