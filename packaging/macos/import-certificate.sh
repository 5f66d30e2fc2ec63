#!/bin/sh
# Puts the signing certificate into a keychain of its own; does nothing where none is given.
#
# CERTIFICATE             a PKCS #12 file in base64
# CERTIFICATE_PASSWORD    its password
set -eu

if [ -z "${CERTIFICATE:-}" ]; then
    echo "There is no certificate, so the program will be signed for this machine only."
    exit 0
fi
keychain="$RUNNER_TEMP/signing.keychain-db"
password=$(openssl rand -hex 16)
file="$RUNNER_TEMP/certificate.p12"
printf '%s' "$CERTIFICATE" | base64 --decode > "$file"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$file" -k "$keychain" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain"
security list-keychains -d user -s "$keychain" login.keychain
rm -f "$file"
