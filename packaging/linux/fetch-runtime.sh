#!/bin/sh
# Fetches the runtime that an AppImage begins with: one release, held by its hash.
#
#   fetch-runtime.sh FILE        then: APPIMAGE_RUNTIME=FILE make dist
set -eu

[ $# -eq 1 ] || { sed -n '2,4p' "$0"; exit 2; }
release=20251108
case $(uname -m) in
    x86_64) hash=2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d ;;
    aarch64) hash=00cbdfcf917cc6c0ff6d3347d59e0ca1f7f45a6df1a428a0d6d8a78664d87444 ;;
    *) echo "There is no AppImage runtime for $(uname -m)." >&2; exit 1 ;;
esac
curl --fail --silent --show-error --location --output "$1" \
    "https://github.com/AppImage/type2-runtime/releases/download/$release/runtime-$(uname -m)"
echo "$hash  $1" | sha256sum --check --strict --quiet
chmod +x "$1"
