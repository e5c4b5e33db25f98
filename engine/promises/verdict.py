"""What is known of a promise that was to be proved: it holds, it is broken, it is not decided, or it says nothing."""

from typing import ClassVar

import msgspec

from milepost.engine.model.answer_sheet import Sheet


class Comparison(msgspec.Struct, frozen=True):
    """What is known of one question, and by which `methods`.

    `status` is that of a search for a sheet that breaks the promise. Where one was found, `sheet` has the unknown
    answer and `others` known ones; `simplest` as for a broken promise. `touches` is false where the question cannot
    reach any step or line with contact.
    """

    question: str
    status: str
    methods: tuple[str, ...] = ()
    touches: bool = True
    sheet: Sheet | None = None
    others: tuple[Sheet, ...] = ()
    simplest: bool = False

    @classmethod
    def of(cls, question: str, status: str, sheets: tuple[Sheet, ...], simplest: bool) -> "Comparison":
        """Return what a search says that finds all sheets or none; that which the promise is broken on comes first."""
        return cls(question, status, sheet=sheets[0] if sheets else None, others=sheets[1:], simplest=simplest)


class _Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """`methods` are those that have decided it.

    `sheets` is the number of sheets covered (all that rules can tell apart), `looked_at` how many of them differ in
    what the promise can depend on. `compared` has each question's result, where the promise is about unknown answers.
    """

    promise: str
    says: str
    sheets: int
    looked_at: int
    methods: tuple[str, ...] = ()
    compared: tuple[Comparison, ...] = ()


class Holds(_Verdict, frozen=True, kw_only=True):
    """The promise holds for every sheet."""

    status: ClassVar[str] = "holds"


class Broken(_Verdict, frozen=True, kw_only=True):
    """`witness` breaks the promise, and is `simplest` if no sheet with fewer known answers does.

    For promises about unknown answers it holds the unknown answer to `question`, and `others` are the same sheet with
    known ones; for those that a case ends the interview, `others` has one that goes on otherwise.
    """

    status: ClassVar[str] = "broken"
    witness: Sheet
    simplest: bool
    question: str = ""
    others: tuple[Sheet, ...] = ()


class Undecided(_Verdict, frozen=True, kw_only=True):
    """The promise could not be decided, and `why`."""

    status: ClassVar[str] = "undecided"
    why: str


class Trivial(_Verdict, frozen=True, kw_only=True):
    """The promise holds only because it says nothing, and `why`."""

    status: ClassVar[str] = "trivial"
    why: str


Verdict = Holds | Broken | Undecided | Trivial
