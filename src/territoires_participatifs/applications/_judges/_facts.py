"""What is known of one application: by itself, by its call, and by what stands beside it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple, Protocol, final

from territoires_participatifs.applications._judges._answers import Answer, joined, lacks
from territoires_participatifs.applications._model import Application
from territoires_participatifs.applications._results import Settler
from territoires_participatifs.calls import ApplicantSide, Call, Round
from territoires_participatifs.consortia import Consortium, Member, MemberRole
from territoires_participatifs.organisations import Organisation
from territoires_participatifs.sources import Entity
from territoires_participatifs.values.dates import Day
from territoires_participatifs.values.references import Ref
from territoires_participatifs.values.ternary import Ternary, all_of, any_of


class Known(Protocol):
    """What stands beside an application: a dataset is one."""

    @property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        ...

    @property
    def referrers(self) -> Mapping[str, tuple[Entity, ...]]:
        """The entities that refer to each id."""
        ...


@final
class Party(NamedTuple):
    """An organisation that applies, and where the application speaks of it."""

    organisation: Organisation | None
    place: str
    """Where it is described; else, where it is named."""
    declared: bool
    """Whether the application itself describes it."""
    member: Member | None = None

    @property
    def id(self) -> str | None:
        """Its id, by which its facts are told apart from others'."""
        return None if self.organisation is None else self.organisation.id

    def lacks(self, name: str, by: Settler | None = None) -> Answer:
        """Return that a fact of it is missing: the applicant tells what the file declares."""
        if self.organisation is None:
            return lacks("organisation", self.place, Settler.REGISTER)
        if self.declared:
            return lacks(name, f"{self.place}/{name}", by or Settler.APPLICANT)
        return lacks(name, self.place, by or Settler.REGISTER)


_BESIDE: Final = frozenset({MemberRole.SUPPORTER, MemberRole.SUBCONTRACTOR, MemberRole.OTHER})
"""The roles of those that don't apply."""

_MEMBERS: Final = "/consortium/members"


def takes_part(member: Member, on: Day | None) -> Ternary:
    """Tell whether a listed organisation applies, on a day: one of unknown role may.

    >>> lead = Member(organisation=Ref("lead"), role=MemberRole.COORDINATOR)
    >>> takes_part(lead, None), takes_part(Member(organisation=Ref("other")), None)
    (<Ternary.YES: 'yes'>, <Ternary.UNDETERMINED: 'undetermined'>)
    """
    return _by_its_role(member) & _on_the_day(member, on)


def _by_its_role(member: Member) -> Ternary:
    return Ternary.of(None if member.role is None else member.role not in _BESIDE)


def _on_the_day(member: Member, on: Day | None) -> Ternary:
    """Tell whether a listed organisation is there, whatever its part."""
    met = [member.certain]
    if member.since is not None:
        met.append(Ternary.UNDETERMINED if on is None else ~member.since.after(on))
    if member.until is not None:
        met.append(Ternary.UNDETERMINED if on is None else ~member.until.before(on))
    return all_of(met)


def all_listed(consortium: Consortium | None) -> Ternary:
    """Tell whether no other member of a consortium can be there: none are listed if there are none.

    >>> all_listed(Consortium(members=())), all_listed(None)
    (<Ternary.YES: 'yes'>, <Ternary.UNDETERMINED: 'undetermined'>)
    """
    if consortium is None or consortium.members is None:
        return Ternary.UNDETERMINED
    if not consortium.members and consortium.members_complete.is_undetermined:
        return Ternary.YES
    return consortium.members_complete


@final
class Facts:
    """What is known of one application, looked up once."""

    def __init__(
        self, application: Application, call: Call, on: Day | None, known: Known | None
    ) -> None:
        self.application = application
        self.call = call
        self.on = on
        self.known = known
        self._declared = {each.id: i for i, each in enumerate(application.organisations)}

    def party(
        self, ref: Ref[Organisation] | None, place: str, member: Member | None = None
    ) -> Party:
        """Return an organisation that the application names at a place."""
        index = None if ref is None else self._declared.get(ref.id)
        if index is not None:
            held = self.application.organisations[index]
            return Party(held, f"/organisations/{index}", declared=True, member=member)
        found = None if ref is None else self.entity(ref.id)
        organisation = found if isinstance(found, Organisation) else None
        return Party(organisation, place, declared=False, member=member)

    def entity(self, id_: str) -> Entity | None:
        """Return what is known beside the application under an id."""
        return None if self.known is None else self.known.by_id.get(id_)

    @cached_property
    def applicant(self) -> Party:
        """Whoever applies: alone, or the coordinator for the others."""
        if self.application.applicant is None and self.coordinators:
            return self.coordinators[0]
        return self.party(self.application.applicant, "/applicant")

    @cached_property
    def members(self) -> tuple[Party, ...]:
        """Those that apply together or may, and whoever applies alone if none of them does."""
        consortium = self.application.consortium
        if consortium is None or consortium.members is None:
            return ()
        if any_of(map(self.is_member, self._named)).is_yes:
            return self._named
        return (*self._named, self.applicant)

    @cached_property
    def _named(self) -> tuple[Party, ...]:
        """The members that are named, less those that don't apply whenever it is."""
        consortium = self.application.consortium
        listed = () if consortium is None else consortium.members or ()
        return tuple(
            self.party(each.organisation, f"{_MEMBERS}/{index}/organisation", each)
            for index, each in enumerate(listed)
            if each.role not in _BESIDE
        )

    @cached_property
    def members_complete(self) -> Ternary:
        """Whether no other member can be there."""
        return all_listed(self.application.consortium)

    def is_member(self, party: Party) -> Ternary:
        """Tell whether a party is a member, on the day: whoever applies alone, if nobody else is."""
        if party.member is not None:
            return takes_part(party.member, self.on)
        others = any_of(map(self.is_member, self._named))
        return ~others & (Ternary.YES if self.members_complete.is_yes else Ternary.UNDETERMINED)

    def membership(self, party: Party) -> Answer:
        """Return whether a party is a member; where nobody can tell, what is missing."""
        met = self.is_member(party)
        if not met.is_undetermined:
            return Answer(met)
        if party.member is None:
            return joined(met, [*map(self.membership, self._named), *self.unlisted])
        gaps: list[Answer] = []
        if _by_its_role(party.member).is_undetermined:
            gaps.append(lacks("role", self.place_of(party, "role")))
        if _on_the_day(party.member, self.on).is_undetermined:
            gaps.append(lacks("membership", self.place_of(party)))
        return joined(met, gaps)

    def place_of(self, party: Party, name: str = "") -> str:
        """Return where the consortium speaks of a party, or of something of it."""
        consortium = self.application.consortium
        members = () if consortium is None else consortium.members or ()
        for index, each in enumerate(members):
            if each is party.member:
                return f"{_MEMBERS}/{index}/{name}" if name else f"{_MEMBERS}/{index}"
        return _MEMBERS

    @cached_property
    def unlisted(self) -> tuple[Answer, ...]:
        """What is missing to know all the members, nothing if they are all there."""
        if self.members_complete.is_yes:
            return ()
        if self.members:
            return (lacks("members-complete", "/consortium/members_complete"),)
        return (lacks("members", _MEMBERS),)

    @cached_property
    def coordinators(self) -> tuple[Party, ...]:
        """The members that surely lead, of which there should be one."""
        return tuple(each for each in self._leading if self.is_member(each).is_yes)

    @cached_property
    def _leading(self) -> tuple[Party, ...]:
        """The members that lead, or may."""
        leads = (
            each
            for each in self._named
            if each.member is not None and each.member.role is MemberRole.COORDINATOR
        )
        return tuple(each for each in leads if not self.is_member(each).is_no)

    def each_of(self, side: ApplicantSide, test: Callable[[Party], Answer]) -> Answer:
        """Return what a question about one organisation comes to for a side of the application."""
        if side is ApplicantSide.APPLICANT:
            return test(self.applicant)
        if side is ApplicantSide.COORDINATOR:
            return self._led(test)
        every = side is ApplicantSide.EVERY_MEMBER
        answers = [*self._of_members(test, every=every), *self.unlisted]
        together = all_of if every else any_of
        return joined(together(each.met for each in answers), answers)

    def _of_members(self, test: Callable[[Party], Answer], *, every: bool) -> Iterator[Answer]:
        """Yield what a question comes to for each member: what may be none can't settle it."""
        for each in self.members:
            there = self.membership(each)
            found = None if there.met.is_no else test(each)
            if found is not None and there.met.is_yes:
                yield found
            elif found is not None:
                met = found.met | ~there.met if every else found.met & there.met
                yield joined(met, (found, there))

    def _led(self, test: Callable[[Party], Answer]) -> Answer:
        """Return what a question comes to for the coordinator: for all of those that may be it."""
        gap = lacks("coordinator", _MEMBERS)
        if not self.coordinators:
            return joined(gap.met, [*map(self.membership, self._leading), gap])
        answers = [test(each) for each in self._leading]
        first, *rest = answers
        if any(each.met is not first.met for each in rest):
            return joined(gap.met, [*answers, *map(self.membership, self._leading), gap])
        return joined(first.met, answers)

    @cached_property
    def round(self) -> Round | None:
        """The round that is answered: the one that is named, or the only one there is."""
        rounds = self.call.rounds or ()
        if self.application.round is None:
            return rounds[0] if len(rounds) == 1 else None
        return next((each for each in rounds if each.id == self.application.round), None)

    @cached_property
    def stages(self) -> tuple[str, ...] | None:
        """The stage that it is submitted to: the one that is named, or the only one there is."""
        if self.application.stage is not None:
            return (self.application.stage,)
        stages = self.call.stages or ()
        return (stages[0].id,) if len(stages) == 1 else None

    @cached_property
    def others(self) -> tuple[Application, ...] | None:
        """The other applications to the same call; None if nothing stands beside this one."""
        if self.known is None:
            return None
        return tuple(self._others(self.known))

    def _others(self, known: Known) -> Iterator[Application]:
        for each in known.referrers.get(self.call.id, ()):
            answers = isinstance(each, Application) and each.call == Ref(self.call.id)
            if isinstance(each, Application) and answers and each.id != self.application.id:
                yield each
