#!/bin/sh
# Make .venv and install the pinned requirements named as the argument; do nothing when they are there already.
set -eu
requirements=$1
stamp=.venv/installed-$requirements

[ -f "$stamp" ] && cmp -s "$requirements" "$stamp" && exit 0

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in python3.14 python3.13 python3.12 python3.11 python3 python; do
        if command -v "$name" >/dev/null 2>&1 && new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

make_environment() {
    "$python" -m venv .venv 2>/dev/null && return
    rm -rf .venv
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --seed --python "$python" .venv && return
    fi
    # Debian and Ubuntu keep venv in a package of its own.
    if command -v apt-get >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        as_root apt-get update -qq && as_root apt-get install -y -qq "python$version-venv" >/dev/null
        "$python" -m venv .venv && return
    fi
    echo "Could not make a virtual environment with $python: install its venv module, or uv." >&2
    exit 1
}

python=$(find_python)
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed and was not found." >&2
    exit 1
fi
if [ ! -x .venv/bin/python ] || ! new_enough .venv/bin/python; then
    rm -rf .venv
    make_environment
fi
# uv installs the same pins in a tenth of the time; where it cannot be had, pip does.
install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1" &&
        .venv/bin/python -m uv pip install --quiet --python .venv/bin/python --requirement "$requirements" && return
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$requirements"
}

echo "Installing $requirements into .venv (a minute or two the first time)"
install
cp "$requirements" "$stamp"
