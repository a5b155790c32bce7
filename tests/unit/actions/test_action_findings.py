"""What the rule on actions says: which laureate is whose."""

import territoires_participatifs as tp


def test_each_action_is_told_with_its_own_laureate() -> None:
    whole = tp.FundedAction(id="jardins", laureate=tp.Ref("premier"))
    part = tp.FundedAction(id="visite", laureate=tp.Ref("second"), part_of=tp.Ref("jardins"))
    known = tp.Dataset(
        laureates=(tp.Laureate(id="premier"), tp.Laureate(id="second")), actions=(whole,)
    )
    (finding,) = tp.check(part, known=known)
    assert finding.message("en") == (
        "The action is done under the laureate 'second', and 'jardins', which it is part of, under 'premier'."
    )
