#!/usr/bin/env bash
# Swift, as far as it goes without a Swift compiler: generated sources as
# committed, the header compiled, every function that is called in the library.
source "$(dirname "${BASH_SOURCE[0]}")/uniffi-common.sh"
build_uniffi
generate swift "$built/$name.so" "$work/generated"
same bindings/swift/Sources/Magdit/generated/Magdit.swift "$work/generated/Magdit.swift"
same bindings/swift/Sources/MagditFFI/include/generated/MagditFFI.h "$work/generated/MagditFFI.h"

header=bindings/swift/Sources/MagditFFI
ways=1
gcc -std=c11 -Wall -Werror -D_Nonnull= -D_Nullable= -I"$header/include" -fsyntax-only "$header/MagditFFI.c"
if install clang clang; then
    clang -std=c11 -Wall -Werror -I"$header/include" -fsyntax-only "$header/MagditFFI.c"
    # As Swift reads it: through the module map.
    echo '#include "generated/MagditFFI.h"' >"$work/module.c"
    clang -fmodules -fmodules-cache-path="$work/modules" -fmodule-map-file="$header/include/module.modulemap" \
        -I"$header/include" -Werror -fsyntax-only "$work/module.c"
    ways=3
else
    not_run 'header clang' 'clang is not installed'
fi

# Every function that the generated Swift calls is in the header and in the library.
called >"$work/called"
nm -D --defined-only "$built/$name.so" | awk '{ print $3 }' | LC_ALL=C sort >"$work/exported"
grep -oE '\b(uniffi|ffi)_magdit_uniffi_[a-z0-9_]+' "$header/include/generated/MagditFFI.h" | LC_ALL=C sort -u >"$work/declared"
for place in exported declared; do
    missing="$(LC_ALL=C comm -23 "$work/called" "$work/$place")"
    [ -z "$missing" ] || { printf '!! called and not %s: %s\n' "$place" "$missing" >&2; exit 1; }
done
functions="$(wc -l <"$work/called")"
[ "$functions" -ge 30 ] || { printf '!! only %s functions are called\n' "$functions" >&2; exit 1; }
echo "swift: 2 generated files as committed; the header compiles in $ways ways; $functions functions called, all declared and exported"

if command -v swift >/dev/null 2>&1; then
    mkdir -p "$work/lib"
    (cd "$root" && "${small[@]}" cargo rustc --profile "$profile" --locked --quiet --package magdit-uniffi --lib --crate-type staticlib)
    cp "$built/$name.a" "$work/lib"
    (cd bindings/swift && MAGDIT_LIBRARY_PATH="$work/lib" MAGDIT_CONFORMANCE="$root/tests/conformance" swift test) |
        tee "$work/output"
    all_cases swift "$(cat "$work/output")"
else
    left_out 'swift' 'there is no Swift compiler; its sources and their tests were not compiled'
fi
