#!/bin/sh
# Find out which system packages are missing, and install them where that is possible.
#
#   packaging/system-packages.sh run     what the window needs
#   packaging/system-packages.sh test    the same, and what the tests need: a screen in memory and a mouse
#
# As root on a system with apt it installs only what is missing. A user is told in one line what to install (exit 1).
# A system without apt is told what was not found, and the caller goes on: names and places differ there.
# Libraries are looked for by the names the loader knows, because package names change between releases.
set -eu
PATH="$PATH:/usr/sbin:/sbin"
purpose="${1:-run}"
python="${PYTHON:-python3}"

[ "$(uname)" = Linux ] || exit 0

# loader's name                 Debian package
libraries="
libglib-2.0.so.0                libglib2.0-0
libEGL.so.1                     libegl1
libGL.so.1                      libgl1
libxkbcommon.so.0               libxkbcommon0
libfontconfig.so.1              libfontconfig1
libdbus-1.so.3                  libdbus-1-3
libgomp.so.1                    libgomp1
libxcb-cursor.so.0              libxcb-cursor0
libxkbcommon-x11.so.0           libxkbcommon-x11-0
libxcb-icccm.so.4               libxcb-icccm4
libxcb-keysyms.so.1             libxcb-keysyms1
libxcb-shape.so.0               libxcb-shape0
"
# command                       Debian package
commands="
xvfb-run                        xvfb
xauth                           xauth
xdotool                         xdotool
"

missing_packages() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    # Debian's pip trusts the system's certificates and brings none of its own
    [ ! -e /etc/debian_version ] || [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
    known=$(ldconfig -p 2>/dev/null || true)
    echo "$libraries" | while read -r name package; do
        [ -z "$name" ] && continue
        case "$known" in *"$name "*) ;; *) echo "$package" ;; esac
    done
    [ "$purpose" = test ] || return 0
    echo "$commands" | while read -r name package; do
        [ -z "$name" ] && continue
        command -v "$name" >/dev/null 2>&1 || echo "$package"
    done
}

install() {
    # shellcheck disable=SC2086  # a list of words is meant
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null >"$log" 2>&1
}

command -v "$python" >/dev/null 2>&1 || { echo "Python 3.11 or newer is needed, and there is no '$python' here." >&2; exit 1; }

missing=$(missing_packages | tr '\n' ' ' | sed 's/ $//')
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Not found here: $missing (Debian's names). If the window does not open, install what your system calls them." >&2
    exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Missing system packages. Install them with: sudo apt-get install $missing" >&2
    exit 1
fi

echo "Installing missing system packages: $missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# the lists of packages are fetched only where the ones at hand do not do: absent, or too old
if ! install && ! { apt-get update -q </dev/null >"$log" 2>&1 && install; }; then
    cat "$log" >&2
    echo "These packages could not be installed: $missing" >&2
    exit 1
fi
