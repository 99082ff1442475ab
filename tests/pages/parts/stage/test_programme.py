"""What a link of the presentation says, and the order in which slides are chosen."""

from __future__ import annotations

from datetime import date

from jamsos_data.slides.deck import SLIDES
from pages.parts.stage.programme import Programme, address_of, in_full_order, moved, read_programme


def test_a_link_says_what_was_chosen_and_starts() -> None:
    chosen = Programme(slides=("map", "cover"), title="Rapat & evaluasi", day=date(2026, 10, 14), seconds=15)
    asked = read_programme(address_of(chosen))
    by_hand = read_programme(address_of(Programme()))

    assert asked is not None
    assert (asked.programme, asked.starts, asked.unknown) == (chosen, True, ())
    assert by_hand is not None
    assert by_hand.starts
    assert by_hand.programme == Programme()
    assert read_programme({"bulan": "2026-09"}) is None


def test_what_a_link_says_wrongly_is_named_and_never_guessed() -> None:
    asked = read_programme({"slide": "map,peta", "otomatis": "0", "tanggal": "2026-02-31", "mulai": "entah"})

    assert asked is not None
    assert asked.unknown == ("slide", "tanggal", "otomatis", "mulai")
    assert asked.programme == Programme(slides=("map",))
    assert not asked.starts


def test_a_slide_that_is_not_shown_keeps_its_place_among_the_others() -> None:
    every = tuple(SLIDES)

    assert moved(every, "headline", -1)[:3] == ("headline", "cover", "map")
    assert moved(every, "cover", -1) == every
    assert in_full_order((), ("map", "ranking")) == every
    assert in_full_order(every, ("ranking", "map"))[:4] == ("ranking", "map", "cover", "headline")
