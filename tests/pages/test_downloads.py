"""The menu of downloads: nothing is made, nor even offered, before it is asked for."""

from __future__ import annotations

from pathlib import Path

from tests.pages.conftest import OpenPage
from tests.pages.small_lake import UNDAAN, small_lake


def test_the_menu_offers_documents_only_while_it_is_open(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path), wilayah=UNDAAN, bahasa="en")
    assert not [button for button in app.get("download_button") if "downloads_" in button.proto.id]

    app.session_state["downloads_open"] = True
    app.run()

    offered = [button.proto.label for button in app.get("download_button") if "downloads_" in button.proto.id]
    assert offered == [
        "Meeting slides (PowerPoint)",
        "Tables and charts (Excel)",
        "Monthly report (PDF)",
    ]
