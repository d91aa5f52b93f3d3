#!/usr/bin/env bash
# The libraries for Android and iOS, as far as they go without the linkers and
# libraries of these systems: the static library of each target, and in it every
# function that the generated code calls.
source "$(dirname "${BASH_SOURCE[0]}")/uniffi-common.sh"
targets=(aarch64-linux-android armv7-linux-androideabi x86_64-linux-android aarch64-apple-ios)
if ! command -v rustup >/dev/null 2>&1; then
    not_run 'phones' 'rustup is not installed'
    exit 0
fi
called >"$work/called"
functions="$(wc -l <"$work/called")"
[ "$functions" -ge 30 ] || { printf '!! only %s functions are called\n' "$functions" >&2; exit 1; }
made=0
for triple in "${targets[@]}"; do
    if ! rustup target list --installed | grep -qx "$triple" && ! rustup target add "$triple" >/dev/null 2>&1; then
        not_run "static library $triple" 'rustup could not fetch the target'
        continue
    fi
    # Not the shared library: it takes the linker of the system.
    cargo rustc --locked --quiet --package magdit-uniffi --lib --crate-type staticlib --target "$triple"
    # The tables of names in an archive; names on Apple's systems begin with an underscore.
    grep -aoE '(uniffi|ffi)_magdit_uniffi_[a-z0-9_]+' "$target/$triple/debug/$name.a" | LC_ALL=C sort -u >"$work/named"
    missing="$(LC_ALL=C comm -23 "$work/called" "$work/named")"
    [ -z "$missing" ] || { printf '!! the library for %s has no %s\n' "$triple" "$missing" >&2; exit 1; }
    made=$((made + 1))
done
echo "phones: $made of ${#targets[@]} static libraries compiled, with $functions functions each"
left_out 'phones' 'there is no NDK, no Xcode and no device; nothing was linked for them or run on them'
