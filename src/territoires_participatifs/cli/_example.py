"""`territoires example`: the examples that are shipped, or one of them."""

from argparse import Namespace

from territoires_participatifs.cli._status import Status
from territoires_participatifs.cli._terminal import say, send
from territoires_participatifs.examples import example, example_bytes, example_names
from territoires_participatifs.language import Language


def run_example(arguments: Namespace, language: Language) -> Status:
    """Print the names of the examples with their titles, or the document of one as it is."""
    if arguments.name is None:
        names = example_names()
        width = max(map(len, names))
        for name in names:
            say(f"{name:<{width}}  {_title(name, language)}".rstrip(), language)
    else:
        send(example_bytes(arguments.name))
    return Status.SOUND


def _title(name: str, language: Language) -> str:
    title = example(name).title
    return "" if title is None else title.in_words(language)
