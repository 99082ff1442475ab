"""What the command line prints for other programs."""

from __future__ import annotations

import pytest

from jamsos_data.cli.answers import print_csv


def test_texts_like_formulas_stay_texts_and_negative_numbers_numbers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_csv(
        [{"=kepala": "=1+1", "b": "+62", "c": "-", "d": "@x", "e": -5, "f": -0.5, "g": True, "h": "Undaan"}]
    )
    assert capsys.readouterr().out.splitlines() == [
        "'=kepala,b,c,d,e,f,g,h",
        "'=1+1,'+62,'-,'@x,-5,-0.5,true,Undaan",
    ]
