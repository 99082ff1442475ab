"""Simulasi in a real browser: a choice goes into the address, comes back, and leaves as slides."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.test_shell import settle

MONTHS = ".st-key-simulation_id_A_bulan input"


def test_a_choice_stands_in_the_address_survives_another_page_and_is_undone_by_the_back_button(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/simulasi")
    settle(page)
    page.locator(MONTHS).fill("6")
    page.locator(MONTHS).press("Enter")
    expect(page).to_have_url(re.compile("skenario_a=.*bulan-6"))
    expect(page.get_by_text("(6 bulan)").first).to_be_visible()

    page.get_by_role("button", name="Dengan Rp2,0 miliar, siapa dahulu?").click()
    expect(page).to_have_url(re.compile("skenario_a=.*skenario_b="))
    expect(page.get_by_role("heading", name=re.compile("^Termurah A"))).to_be_visible()
    page.go_back()
    expect(page).not_to_have_url(re.compile("skenario_b="))
    expect(page.get_by_role("heading", name="Biaya menurut sumber dana")).to_be_visible()

    page.get_by_role("link", name="Ringkasan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ringkasan")
    expect(page).not_to_have_url(re.compile("skenario"))
    page.get_by_role("link", name="Simulasi").click()
    expect(page).to_have_url(re.compile("skenario_a=.*bulan-6"))
    expect(page.locator(MONTHS)).to_have_value("6")
    with page.expect_download() as slides:
        page.get_by_role("button", name="Salindia (PowerPoint)").click()
    assert slides.value.suggested_filename == "simulasi-2026-09.pptx"


def test_what_one_could_begin_with_is_named_whole_on_a_small_screen(server: str, page: Page) -> None:
    page.goto(f"{server}/simulasi?skenario_a=segmen-BPU~wilayah-33.19~ukuran-orang~jumlah-100~bulan-2")
    settle(page)
    expect(page.locator("[class*='st-key-scenario_start_'] button")).to_have_count(3)

    cut = page.locator("[class*='st-key-scenario_'] button *").evaluate_all(
        "parts => parts.filter(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)"
        ".map(part => part.textContent)"
    )
    assert cut == []
