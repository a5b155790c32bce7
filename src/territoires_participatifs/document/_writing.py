"""The way out: objects become canonical bytes."""

import os
from pathlib import Path

from territoires_participatifs.document._drafts import Draft
from territoires_participatifs.document.structuring import unstructure
from territoires_participatifs.values.raw import encode


def write(value: object, path: "str | os.PathLike[str] | None" = None) -> bytes:
    r"""Return the canonical JSON bytes of a dataset or of any other object.

    The same object gives the same bytes, always and everywhere: UTF-8, two spaces,
    fields in the order of their declaration, what is unknown left out.

    :param path: a file to write as well; it appears whole or not at all.

    >>> from territoires_participatifs.values import Name
    >>> write(Name("Cerdd"))
    b'"Cerdd"\n'
    """
    raw = value.content.json if isinstance(value, Draft) else unstructure(value)
    content = f"{encode(raw, indent=2)}\n".encode()
    if path is not None:
        _replace(Path(path), content)
    return content


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then take its place: whole, with its mode, through its links."""
    from secrets import token_hex  # noqa: PLC0415  # many programs write no file
    from shutil import copymode  # noqa: PLC0415

    target = path.resolve()
    partial = target.with_name(f".{target.name}.{token_hex(4)}")
    try:
        partial.write_bytes(content)
        if target.exists():
            copymode(target, partial)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def content_hash(value: object) -> str:
    """Return the SHA-256 of an object's canonical bytes, in hexadecimal.

    >>> from territoires_participatifs.values import Name
    >>> content_hash(Name("Cerdd"))[:8]
    '9eeb43b2'
    """
    from hashlib import sha256  # noqa: PLC0415  # and take no hash

    return sha256(write(value)).hexdigest()
