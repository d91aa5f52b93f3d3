#!/usr/bin/env bash
# Swift, as far as it goes without a Swift compiler: generated sources as
# committed, the header compiled, the static libraries for phones compiled.
source "$(dirname "${BASH_SOURCE[0]}")/uniffi-common.sh"
build_uniffi
generate swift "$built/$name.so" "$work/generated"
same bindings/swift/Sources/Magdit/generated/Magdit.swift "$work/generated/Magdit.swift"
same bindings/swift/Sources/MagditFFI/include/generated/MagditFFI.h "$work/generated/MagditFFI.h"

header=bindings/swift/Sources/MagditFFI
if install clang clang; then
    clang -std=c11 -Wall -Werror -I"$header/include" -fsyntax-only "$header/MagditFFI.c"
    # As Swift reads it: through the module map.
    echo '#include "generated/MagditFFI.h"' >"$work/module.c"
    clang -fmodules -fmodules-cache-path="$work/modules" -fmodule-map-file="$header/include/module.modulemap" \
        -I"$header/include" -Werror -fsyntax-only "$work/module.c"
else
    not_run 'header clang' 'clang is not installed'
fi
gcc -std=c11 -Wall -Werror -D_Nonnull= -D_Nullable= -I"$header/include" -fsyntax-only "$header/MagditFFI.c"

# Every function that the generated Swift calls is declared, and is in the library.
nm -D --defined-only "$built/$name.so" | awk '{ print $3 }' | sort >"$work/exported"
grep -oE '\b(uniffi|ffi)_magdit_uniffi_[a-z0-9_]+' "$work/generated/Magdit.swift" | sort -u >"$work/called"
missing="$(comm -23 "$work/called" "$work/exported")"
[ -z "$missing" ] || { printf '!! the library has no %s\n' "$missing" >&2; exit 1; }
echo "swift: $(wc -l <"$work/called") functions called, all in the library; the header compiles"

if command -v rustup >/dev/null 2>&1; then
    for target in aarch64-apple-ios aarch64-linux-android armv7-linux-androideabi x86_64-linux-android; do
        if ! rustup target add "$target" >/dev/null 2>&1; then
            not_run "static library $target" 'rustup could not fetch it'
            continue
        fi
        # Only the static library: a shared one needs the linker of the system.
        cargo rustc --locked --quiet --package magdit-uniffi --lib --crate-type staticlib --target "$target"
        size="$(stat -c %s "target/$target/debug/$name.a")"
        echo "static library $target: $((size / 1000000)) MB, with debug information"
    done
else
    not_run 'static libraries for phones' 'rustup is not installed'
fi

if command -v swift >/dev/null 2>&1; then
    mkdir -p "$work/lib"
    cp "$built/$name.a" "$work/lib"
    (cd bindings/swift && MAGDIT_LIBRARY_PATH="$work/lib" MAGDIT_CONFORMANCE="$root/tests/conformance" swift test) |
        tee "$work/output"
    all_cases swift "$(cat "$work/output")"
else
    # No system that runs these tests has a Swift compiler, so that this is no failure.
    echo 'left out: swift: there is no Swift compiler; its sources were not compiled'
fi
