"""Where the Chromium of the browser tests is. Run as a script it prints the place, or fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--enable-unsafe-swiftshader",
)


def find_chromium() -> str | None:
    """The path of a browser that starts: named in CHROMIUM, installed, or Playwright's own."""
    named = (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *PLACES, _playwright_browser())
    return next((path for path in named if path and Path(path).exists() and _starts(path)), None)


def _playwright_browser() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    if sys.platform == "win32":  # Chrome for Windows opens a window instead of answering
        return True
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    browser = find_chromium()
    print(browser or "no Chromium found")
    sys.exit(browser is None)
