#!/bin/sh
# Signs Mindseye.app where an identity is given, packs it into a disk image, and has that notarised.
#
#   make-dmg.sh APP OUT VERSION
#
# MACOS_SIGN_IDENTITY      "Developer ID Application: ..." in the keychain; unset: only signed for this machine
# MACOS_NOTARY_APPLE_ID    with MACOS_NOTARY_TEAM_ID and MACOS_NOTARY_PASSWORD: notarised; unset: not
set -eu

[ $# -eq 3 ] || { sed -n '2,7p' "$0"; exit 2; }
app=$1
out=$2
version=$3
here=$(cd "$(dirname "$0")" && pwd)
image="$out/Mindseye-$version-$(uname -m).dmg"

if [ -n "${MACOS_SIGN_IDENTITY:-}" ]; then
    # From the inside out: a bundle's signature covers those of the libraries in it. Some have no ending.
    find "$app/Contents" -type f -exec sh -c 'file -b "$1" | grep -q Mach-O' _ {} \; \
        -exec codesign --force --timestamp --options runtime --sign "$MACOS_SIGN_IDENTITY" {} \;
    find "$app/Contents" -depth -type d -name '*.framework' \
        -exec codesign --force --timestamp --options runtime --sign "$MACOS_SIGN_IDENTITY" {} \;
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$MACOS_SIGN_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
else
    echo "MACOS_SIGN_IDENTITY is not set, so the program is signed for this machine only."
    codesign --force --deep --sign - "$app"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -quiet -volname Mindseye -srcfolder "$folder" -fs HFS+ -format UDZO "$image"

if [ -n "${MACOS_SIGN_IDENTITY:-}" ] && [ -n "${MACOS_NOTARY_APPLE_ID:-}" ]; then
    codesign --timestamp --sign "$MACOS_SIGN_IDENTITY" "$image"
    xcrun notarytool submit "$image" --wait --apple-id "$MACOS_NOTARY_APPLE_ID" \
        --team-id "$MACOS_NOTARY_TEAM_ID" --password "$MACOS_NOTARY_PASSWORD"
    xcrun stapler staple "$image"
else
    echo "MACOS_NOTARY_APPLE_ID is not set, so the image is not notarised."
fi
echo "$image: $(du -m "$image" | cut -f1) MB"
