"""How answers that are kept are found while several people ask."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

from pages.parts.keeping import kept

SOON = 0.3  # seconds
LATE = 10.0


def test_of_two_questions_asked_at_once_the_second_waits_for_the_first() -> None:
    begun: list[str] = []
    both_asked, go_on = Barrier(2), Event()

    @kept(at_most=4)
    def answered(question: str) -> str:
        begun.append(question)
        go_on.wait(LATE)
        return question.upper()

    def ask(question: str) -> str:
        both_asked.wait(LATE)
        return answered(question)

    with ThreadPoolExecutor(2) as people:
        asked = [people.submit(ask, question) for question in ("jati", "bae")]
        Event().wait(SOON)
        assert len(begun) == 1
        go_on.set()
        assert {one.result(LATE) for one in asked} == {"JATI", "BAE"}


def test_what_was_answered_before_is_handed_out_while_another_question_is_worked_out() -> None:
    working, go_on = Event(), Event()

    @kept(at_most=4)
    def answered(question: str) -> str:
        if question == "bae":
            working.set()
            go_on.wait(LATE)
        return question.upper()

    assert answered("jati") == "JATI"
    with ThreadPoolExecutor(2) as people:
        slow = people.submit(answered, "bae")
        assert working.wait(LATE)
        assert people.submit(answered, "jati").result(LATE) == "JATI"
        go_on.set()
        assert slow.result(LATE) == "BAE"
