#!/bin/sh
# Make sure that there is a Chromium for the browser tests: an installed one, else from the system's package
# manager, else Playwright's own.
set -u

found() { .venv/bin/python -m tests.browser.chromium >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

found && exit 0
echo "Installing Chromium for the browser tests"
if command -v apt-get >/dev/null 2>&1; then
    as_root apt-get update -qq && as_root apt-get install -y -qq chromium >/dev/null
elif command -v dnf >/dev/null 2>&1; then
    as_root dnf install -y -q chromium
elif command -v brew >/dev/null 2>&1; then
    brew install --quiet --cask chromium
fi
found && exit 0
.venv/bin/python -m playwright install --with-deps chromium || .venv/bin/python -m playwright install chromium
found && exit 0
echo "No Chromium could be found or installed. Install one, or name it in the variable CHROMIUM." >&2
exit 1
