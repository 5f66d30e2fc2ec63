#!/bin/sh
# Installs the Debian package in a bare Debian without Python, and lets the program test itself there.
#
#   clean-root.sh DEB [PHOTOS] [PICTURE]
#
# With PHOTOS those are indexed there too, and a picture of the window is written to PICTURE.
# Needs root, debootstrap and Xvfb (and, for the picture, ImageMagick). The root is removed at the end.
set -eu

[ $# -ge 1 ] || { sed -n '2,7p' "$0"; exit 2; }
deb=$(realpath "$1")
photos=${2:+$(realpath "$2")}
picture=${3:-window.png}
root=$(mktemp -d)
screen=
started=
tidy() {
    [ -z "$started" ] || kill "$started" 2>/dev/null || true
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    for mounted in proc dev photos; do umount -l "$root/$mounted" 2>/dev/null || true; done
    # Whatever is still mounted there belongs to this machine, and is not to be removed.
    grep -q " $root" /proc/mounts || rm -rf --one-file-system "$root"
}
trap tidy EXIT

mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) bookworm main.*/\2/p' \
    /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
if [ -n "${CLEAN_ROOT_BASE:-}" ]; then
    cp -a "$CLEAN_ROOT_BASE/." "$root"
else
    debootstrap --variant=minbase bookworm "$root" $mirror >/dev/null
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
cp -a /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp "$deb" "$root/mindseye.deb"

inside() {
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        ${DISPLAY_INSIDE:+DISPLAY=$DISPLAY_INSIDE} chroot "$root" "$@"
}
if inside sh -c 'command -v python3'; then echo "There is a Python in this root."; exit 1; fi
inside apt-get -qq update
inside sh -c 'apt-get install --yes --no-install-recommends /mindseye.deb' >"$root/apt.log" 2>&1 \
    || { tail -n 20 "$root/apt.log"; exit 1; }
grep -E "newly installed" "$root/apt.log" || true
if inside sh -c 'command -v python3'; then echo "The package brought a Python."; exit 1; fi

echo "== without a display"
inside mindseye --selftest
echo "== with a display"
Xvfb :87 -screen 0 1600x1000x24 -ac >/dev/null 2>&1 &
screen=$!
sleep 2
DISPLAY_INSIDE=:87
inside mindseye --selftest
inside mindseye doctor
[ -n "$photos" ] || exit 0

mkdir "$root/photos"
mount --bind -o ro "$photos" "$root/photos"
inside mindseye index /photos --library /root/library
inside mindseye search "a dog in the snow" --library /root/library --limit 5
inside timeout 60 mindseye --library /root/library &
started=$!
sleep 15
import -display :87 -window root "$picture"
echo "A picture of the window: $picture"
