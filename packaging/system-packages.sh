#!/bin/sh
# Sees to the system libraries that a Debian-like system may lack. Elsewhere it does nothing.
#
#   system-packages.sh python | import | window | tests | dist | root
#
# python: what makes a virtual environment; import: what Qt needs to be imported and to paint without a
# screen; window: a real X window as well; tests: a screen in memory as well, ExifTool, and what checks and takes
# apart packages; dist: what packages are made with, besides; root: what tries them in a bare system.
# Installs what is missing when it may, else prints the one line to type and fails.
set -eu

python="python3-venv"
import="libglib2.0-0 libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0"
window="$import libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libx11-xcb1"
tests="$window xvfb libimage-exiftool-perl desktop-file-utils appstream squashfs-tools"
dist="$window binutils squashfs-tools"
root="debootstrap xvfb xdotool"

command -v dpkg-query >/dev/null 2>&1 || exit 0
case "${1:-}" in
    python) wanted=$python ;;
    import) wanted=$import ;;
    window) wanted=$window ;;
    tests) wanted=$tests ;;
    dist) wanted=$dist ;;
    root) wanted=$root ;;
    *) echo "usage: system-packages.sh python | import | window | tests | dist | root" >&2; exit 2 ;;
esac

# A package may be there under a newer name (libglib2.0-0t64) that says it provides the old one.
there=$(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' 2>/dev/null \
    | sed -n 's/^installed //p' | sed 's/([^)]*)//g; s/,/ /g' | tr -s ' ' '\n')
missing=""
for package in $wanted; do
    # A Python that is not Debian's brings its own venv.
    if [ "$package" = python3-venv ] && python3 -c 'import venv, ensurepip' 2>/dev/null; then continue; fi
    printf '%s\n' "$there" | grep -qxF "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "Some system libraries are missing. Type this line once, then try again:"
    echo "  sudo apt-get install --no-install-recommends$missing"
    exit 1
fi
echo "Installing system libraries:$missing"
log=$(mktemp)
if ! { $as_root apt-get -qq update && $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install --yes --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 5 "$log"
    echo "The system libraries could not be installed. Type this line once, then try again:"
    echo "  sudo apt-get install --no-install-recommends$missing"
    rm -f "$log"
    exit 1
fi
rm -f "$log"
