"""Perlu perhatian in a real browser: marking a finding in its dialog, and taking the mark back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.test_shell import settle

MARK = "Tandai ditangani"


def test_a_finding_is_marked_with_name_and_note_and_the_mark_is_taken_back(
    own_server: str, page: Page
) -> None:
    page.goto(f"{own_server}/perhatian")
    settle(page)
    expect(page.get_by_text("12 temuan per September 2026")).to_be_visible()
    ask, dialog = page.get_by_role("button", name=MARK), page.get_by_role("dialog")

    def mark(note: str) -> None:
        ask.nth(3).click()
        dialog.get_by_role("textbox", name="Nama Anda").fill("Sri Wahyuni")
        dialog.get_by_role("textbox", name="Apa yang dilakukan").fill(note)
        dialog.get_by_role("button", name=MARK).click()
        expect(dialog).to_be_hidden()

    mark("Bu 3319040101800001 sudah dihubungi")
    expect(page.get_by_text("tampak seperti NIK")).to_be_visible()
    expect(page.get_by_text("12 temuan per September 2026")).to_be_visible()

    mark("Pergeseran anggaran dibahas TAPD")
    expect(page.get_by_text("11 temuan per September 2026")).to_be_visible()
    page.get_by_text("Sudah ditangani (1)").click()
    expect(page.get_by_text("Pergeseran anggaran dibahas TAPD").first).to_be_visible()

    page.get_by_role("button", name="Batalkan tanda").click()
    expect(page.get_by_text("12 temuan per September 2026")).to_be_visible()
