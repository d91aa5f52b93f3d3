#!/usr/bin/env bash
# Makes MagditLibrary.xcframework beside Package.swift. Needs a Mac with Xcode;
# nobody has run it yet.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=../..
targets=(aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin)
rustup target add "${targets[@]}"
for target in "${targets[@]}"; do
    (cd "$root" && CARGO_BUILD_TARGET="$target" bash bindings/dist cargo build --profile dist --locked --package magdit-uniffi)
done
made="$root/target"
mkdir -p "$made/swift/simulator" "$made/swift/mac"
lipo -create -output "$made/swift/simulator/libmagdit_uniffi.a" \
    "$made"/{aarch64-apple-ios-sim,x86_64-apple-ios}/dist/libmagdit_uniffi.a
lipo -create -output "$made/swift/mac/libmagdit_uniffi.a" \
    "$made"/{aarch64-apple-darwin,x86_64-apple-darwin}/dist/libmagdit_uniffi.a
rm -rf MagditLibrary.xcframework
# No headers inside: the target MagditFFI has them, and two module maps of one
# name do not go together.
xcodebuild -create-xcframework -output MagditLibrary.xcframework \
    -library "$made/aarch64-apple-ios/dist/libmagdit_uniffi.a" \
    -library "$made/swift/simulator/libmagdit_uniffi.a" \
    -library "$made/swift/mac/libmagdit_uniffi.a"
