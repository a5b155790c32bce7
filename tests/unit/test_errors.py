"""Errors: a code and facts, in either language, that travel."""

import copy
import pickle

import pytest

from territoires_participatifs.errors import InvalidValue, TerritoiresError
from territoires_participatifs.values import Siret


def refusal() -> InvalidValue:
    with pytest.raises(InvalidValue) as refused:
        Siret("12")
    return refused.value


def test_a_refusal_tells_its_code_its_facts_and_its_sentence() -> None:
    error = refusal()
    assert error.code == "VAL101"
    assert error.facts == {"value": "12", "found": 2}
    assert error.in_words("en") == "'12' is not a SIRET number: 14 digits expected, 2 found."
    assert error.in_words("fr") == (
        "« 12 » n'est pas un numéro SIRET : 14 chiffres attendus, 2 trouvés."
    )
    assert str(error) == f"{error.in_words('en')} [VAL101]"


def test_a_refusal_is_caught_as_ours_and_as_a_value_error() -> None:
    assert isinstance(refusal(), TerritoiresError)
    assert isinstance(refusal(), ValueError)
    assert not issubclass(TerritoiresError, ValueError)


def test_a_refusal_has_no_chain_that_would_hide_it() -> None:
    assert refusal().__cause__ is None
    assert refusal().__suppress_context__ or refusal().__context__ is None


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_refusal_travels_between_processes(protocol: int) -> None:
    error = refusal()
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is InvalidValue
    assert (again.code, again.facts, str(again)) == (error.code, error.facts, str(error))


def test_a_refusal_can_be_copied_annotated_and_raised_again() -> None:
    error = copy.copy(refusal())
    error.add_note("in row 12")
    with pytest.raises(InvalidValue) as again:
        raise error.with_traceback(None) from KeyError("siret")
    assert again.value.__notes__ == ["in row 12"]
    assert isinstance(again.value.__cause__, KeyError)


def test_two_refusals_are_two_even_if_they_say_the_same() -> None:
    assert refusal() != refusal()
    assert len({refusal(), refusal()}) == 2


def test_a_refusal_needs_no_facts() -> None:
    assert InvalidValue("VAL001").facts == {}
    assert str(InvalidValue("VAL001")) == "The text is empty or blank. [VAL001]"


def test_an_unknown_code_is_told_all_the_same() -> None:
    assert str(InvalidValue("XYZ999", {"value": 1})) == "XYZ999.message [XYZ999]"


def test_a_refusal_shows_how_it_is_made() -> None:
    assert repr(InvalidValue("VAL001")) == "InvalidValue(code='VAL001', facts={})"
