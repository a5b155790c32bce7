"""Laws of the most that may be granted: more costs and more bonuses never give less."""

from decimal import Decimal
from typing import Any, Final

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import territoires_participatifs as tp

FILE: Final = tp.Application(id="file")
FEW: Final = settings(max_examples=25)

sums: Final = st.decimals(min_value=0, max_value=10**7, places=2)
rates: Final = st.builds(tp.Rate, st.decimals(min_value=0, max_value=100, places=3))


def amounts(exactness: tp.Exactness = tp.Exactness.EXACT) -> st.SearchStrategy[tp.Amount]:
    return st.builds(lambda each: tp.Amount(tp.Money(each), exactness), sums)


def maybe(drawn: st.SearchStrategy[tp.Amount]) -> st.SearchStrategy[tp.Amount | None]:
    return st.none() | drawn


terms_of_aid: Final = st.builds(
    tp.AidTerms,
    rate=rates,
    floor=maybe(amounts()),
    cap=amounts(),
    base_cap=maybe(amounts()),
    flat=maybe(amounts()),
    yearly_cap=maybe(amounts()),
    duration=st.sampled_from([tp.Span("P1Y"), tp.Span("P30M"), tp.Span("P3Y")]),
    overheads=st.none() | rates,
    sub_caps=st.none()
    | st.tuples(st.builds(lambda each: tp.SubCap(label="achats", amount=each), amounts())),
)
EVER: Final = tp.DeadlineDemand(deadline=tp.Deadline(kind=tp.DeadlineKind.ROLLING))
bonuses: Final = st.builds(
    lambda points, amount: tp.Bonus(when=EVER, points=points, amount=amount),
    rates,
    maybe(amounts()),
)
lines: Final = st.lists(
    st.builds(
        tp.BudgetLine,
        side=st.just(tp.Side.EXPENSE),
        label=st.sampled_from(["achats", "salaires"]),
        amount=amounts(),
        eligible=st.sampled_from(tp.Ternary),
        method=st.sampled_from([None, *tp.CostMethod]),
    ),
    max_size=4,
)
budgets: Final = st.builds(
    tp.Budget,
    lines=st.none() | lines.map(tuple),
    lines_complete=st.sampled_from(tp.Ternary),
    eligible=maybe(amounts(tp.Exactness.AT_MOST)) | amounts(),
    total=maybe(amounts()),
)


def limits(terms: tp.AidTerms, application: tp.Application) -> tuple[Decimal, Decimal | None]:
    """Return the least and the most that may be granted at most."""
    found = tp.most_aid(application, tp.Call(id="call", aid=(terms,))).most
    if found is None:
        return Decimal(0), None
    upper = (found.upper or found.money).sum
    exactness = found.exactness
    least = Decimal(0) if exactness is tp.Exactness.AT_MOST else found.money.sum
    return least, None if exactness is tp.Exactness.AT_LEAST else upper


def granted(terms: tp.AidTerms, base: tp.Amount) -> Decimal:
    """Return the most for a base that is known, when every limit is."""
    application = evolve(
        FILE, budgets=(tp.Budget(lines=(), lines_complete=tp.Ternary.YES, eligible=base),)
    )
    least, most = limits(evolve(terms, duration=tp.Span("P1Y")), application)
    assert least == most
    return least


@FEW
@given(terms_of_aid, amounts(), amounts())
def test_more_eligible_base_never_gives_less(
    terms: tp.AidTerms, base: tp.Amount, more: tp.Amount
) -> None:
    larger = tp.Amount(base.money + more.money)
    assert granted(terms, larger) >= granted(terms, base)


@FEW
@given(terms_of_aid, amounts(), bonuses)
def test_a_bonus_never_gives_less(terms: tp.AidTerms, base: tp.Amount, bonus: tp.Bonus) -> None:
    assert granted(evolve(terms, bonuses=(bonus,)), base) >= granted(terms, base)


@FEW
@given(terms_of_aid, budgets)
def test_the_result_never_exceeds_the_cap(terms: tp.AidTerms, budget: tp.Budget) -> None:
    assert terms.cap is not None
    least, most = limits(terms, evolve(FILE, budgets=(budget,)))
    assert most is not None
    assert least <= most <= terms.cap.money.sum


@FEW
@given(rates, amounts())
def test_where_the_base_is_unknown_the_cap_is_told_as_at_most(
    rate: tp.Rate, cap: tp.Amount
) -> None:
    found = tp.most_aid(FILE, tp.Call(id="call", aid=(tp.AidTerms(rate=rate, cap=cap),)))
    if cap.money.sum:
        assert found.most == tp.Amount(cap.money, tp.Exactness.AT_MOST)
        assert found.missing


def told_whole(lines: tuple[tp.BudgetLine, ...]) -> tp.Budget:
    """Return the budget of some expenses, of which nothing is unknown."""
    known = tuple(
        evolve(each, eligible=each.eligible | tp.Ternary.of(each.label == "achats"))
        for each in lines
        if not each.eligible.is_undetermined
    )
    sums = (each.amount.money.sum for each in known if each.amount is not None)
    total = tp.Amount(tp.Money(sum(sums, Decimal(0))))
    return tp.Budget(lines=known, lines_complete=tp.Ternary.YES, total=total)


forgotten: Final = st.fixed_dictionaries(
    {},
    optional={
        "total": st.none(),
        "lines_complete": st.just(tp.Ternary.UNDETERMINED),
        "lines": st.sampled_from(["amount", "eligible", "label"]),
    },
)


@FEW
@given(terms_of_aid, lines.map(tuple).map(told_whole), forgotten)
def test_what_is_known_lies_in_what_is_told_while_something_is_not(
    terms: tp.AidTerms, budget: tp.Budget, gone: dict[str, Any]
) -> None:
    field = gone.pop("lines", None)
    unsure: dict[str, Any] = {"amount": None, "label": None, "eligible": tp.Ternary.UNDETERMINED}
    held = budget.lines or ()
    first = () if field is None else (evolve(each, **{field: unsure[field]}) for each in held[:1])
    lines = held if field is None else (*first, *held[1:])
    partly = evolve(budget, lines=lines, **gone)
    least, most = limits(terms, evolve(FILE, budgets=(budget,)))
    before_least, before_most = limits(terms, evolve(FILE, budgets=(partly,)))
    assert before_least <= least
    assert before_most is None or (most is not None and most <= before_most)


@FEW
@given(terms_of_aid, budgets, st.sampled_from(tp.LANGUAGES))
def test_every_step_can_be_said(
    terms: tp.AidTerms, budget: tp.Budget, language: tp.Language
) -> None:
    application = evolve(FILE, budgets=(budget,), requested=tp.Amount(tp.Money("12.34")))
    found = tp.most_aid(application, tp.Call(id="call", aid=(terms,)))
    said = found.in_words(language)
    assert "{" not in said
    assert "aid-step" not in said
    assert "fact." not in said
