"""Pseudonyms: made by a key, by nothing else, and the same everywhere."""

import hashlib
from typing import Any, Final

import pytest

import territoires_participatifs as tp

KEY: Final = bytes(range(16))


def hmac_sha256(key: bytes, text: bytes) -> str:
    """Return the digest as RFC 2104, section 2, writes it out."""
    key = hashlib.sha256(key).digest() if len(key) > 64 else key
    inner, outer = (bytes(each ^ pad for each in key.ljust(64, b"\0")) for pad in (0x36, 0x5C))
    return hashlib.sha256(outer + hashlib.sha256(inner + text).digest()).hexdigest()


@pytest.mark.parametrize(
    ("key", "text", "digest"),
    [
        (
            b"\x0b" * 20,
            b"Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        ),
        (
            b"\xaa" * 131,
            b"Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
    ],
)
def test_what_this_test_writes_out_is_hmac(key: bytes, text: bytes, digest: str) -> None:
    assert hmac_sha256(key, text) == digest  # RFC 4231, sections 4.2 and 4.7


@pytest.mark.parametrize("key", [KEY, b"\x0b" * 20, b"\xaa" * 131])
@pytest.mark.parametrize(
    ("identity", "text"),
    [
        ("Jeanne Martin", "jeanne martin"),
        ("Hélène  STRASSE\tn° 12\n", "hélène strasse n° 12"),
        ("he\u0301le\u0300ne straße", "hélène strasse"),
        ("\u00c5", "å"),
        ("İ", "i\u0307"),
        ("\u00a0Zoé\u202fDupont", "zoé dupont"),
    ],
)
def test_a_pseudonym_is_half_of_the_digest_of_the_plain_text(
    key: bytes, identity: str, text: str
) -> None:
    assert tp.pseudonym(identity, key=key) == f"p-{hmac_sha256(key, text.encode())[:32]}"


def test_a_known_answer_of_openssl() -> None:
    # printf 'jeanne martin' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00010203…0e0f
    assert tp.pseudonym("Jeanne Martin", key=KEY) == "p-7b28cbbd4862bea918b3a6bae6bb8b99"


def test_another_key_or_another_text_gives_another_pseudonym() -> None:
    made = {
        tp.pseudonym(identity, key=key)
        for identity in ("Jeanne Martin", "Jeanne Martins", "Martin Jeanne", "jeannemartin")
        for key in (KEY, KEY + b"\1", KEY[::-1], KEY * 5)
    }
    assert len(made) == 16


def test_a_pseudonym_can_be_that_of_a_person() -> None:
    assert tp.Person(id=tp.pseudonym("Jeanne Martin", key=KEY)).name is None


@pytest.mark.parametrize("size", [0, 1, 15])
def test_a_key_that_can_be_guessed_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match=f"a key of {size} bytes can be guessed: at least 16"):
        tp.pseudonym("Jeanne Martin", key=bytes(size))


@pytest.mark.parametrize("key", ["a text of more than sixteen letters", None, 16, bytearray(16)])
def test_a_key_is_bytes(key: Any) -> None:
    with pytest.raises(TypeError, match=f"a key is bytes, not {type(key).__name__}"):
        tp.pseudonym("Jeanne Martin", key=key)


@pytest.mark.parametrize("identity", ["", " ", "\u00a0\n"])
def test_nobody_has_no_pseudonym(identity: str) -> None:
    with pytest.raises(tp.InvalidValue) as caught:
        tp.pseudonym(identity, key=KEY)
    assert caught.value.code == "VAL001"
