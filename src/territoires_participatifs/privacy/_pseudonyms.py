"""Pseudonyms: what stands for a person, and leads back to them only with a key."""

import hmac
from typing import Final
from unicodedata import normalize

from territoires_participatifs.values.texts import legible

SHORTEST: Final = 16
"""The bytes below which a key is refused: 128 bits."""

_DIGITS: Final = 32
"""The hexadecimal digits that are kept: half of the digest (RFC 2104, section 5)."""


def pseudonym(identity: str, *, key: bytes) -> str:
    """Return the pseudonym of a person, by a key that you alone keep.

    The same text and key give the same pseudonym, however the text is spaced, capitalised
    or composed. Whoever lacks the key can't find the person, not even by trying every name
    of a list; whoever holds it can, so that pseudonyms remain personal data. The key is
    not stored: keep it apart from the data, and another one for each use.

    >>> key = bytes.fromhex("000102030405060708090a0b0c0d0e0f")
    >>> pseudonym("Jeanne Martin", key=key)
    'p-7b28cbbd4862bea918b3a6bae6bb8b99'
    >>> pseudonym("  jeanne  MARTIN ", key=key) == pseudonym("Jeanne Martin", key=key)
    True

    :param identity: what tells the person apart, as a name with the number of a file:
        persons of the same name alone would be taken for one.
    :param key: at least 16 bytes that nobody can guess, as ``secrets.token_bytes(32)``.
    :raises TypeError: for a key that is not bytes.
    :raises ValueError: for a shorter key.
    :raises InvalidValue: ``VAL001`` if the text is empty or blank.

    Source: HMAC (RFC 2104) with SHA-256, over the text in NFC, case-folded, with single
    spaces, in UTF-8; GDPR, article 4, point 5.
    """
    text = normalize("NFC", normalize("NFC", legible(identity)).casefold())
    said = " ".join(text.split()).encode()
    return f"p-{hmac.new(sound_key(key), said, 'sha256').hexdigest()[:_DIGITS]}"


def sound_key(key: bytes) -> bytes:
    """Return a key, or refuse it.

    :raises TypeError: if it is not bytes.
    :raises ValueError: if it is shorter than :data:`SHORTEST`.
    """
    if not isinstance(key, bytes):
        message = f"a key is bytes, not {type(key).__name__}"  # type: ignore[unreachable]
        raise TypeError(message)
    if len(key) < SHORTEST:
        message = f"a key of {len(key)} bytes can be guessed: at least {SHORTEST} are needed"
        raise ValueError(message)
    return key
