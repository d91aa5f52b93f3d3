#!/usr/bin/env bash
# What Kotlin, Swift and Python stand on: mirrors of the core's types, the
# generated code against what is committed, and the size.
#
#   bash tests/bindings/uniffi.sh          compares
#   bash tests/bindings/uniffi.sh write    writes mirrors and generated code
source "$(dirname "${BASH_SOURCE[0]}")/uniffi-common.sh"
if [ "${1:-}" = write ]; then python3 bindings/uniffi/mirror.py --write; fi
python3 bindings/uniffi/mirror.py
build_uniffi

for language in kotlin swift python; do generate "$language" "$built/$name.so" "$work/generated"; done
pairs=(
    "bindings/kotlin/src/main/kotlin/nl/magdit/generated/magdit_uniffi.kt nl/magdit/magdit_uniffi.kt"
    "bindings/python/generated/magdit_uniffi.py magdit_uniffi.py"
    "bindings/swift/Sources/Magdit/generated/Magdit.swift Magdit.swift"
    "bindings/swift/Sources/MagditFFI/include/generated/MagditFFI.h MagditFFI.h"
)
for pair in "${pairs[@]}"; do
    read -r committed made <<<"$pair"
    if [ "${1:-}" = write ]; then
        mkdir -p "$(dirname "$committed")"
        cp "$work/generated/$made" "$committed"
    fi
    same "$committed" "$work/generated/$made"
done
echo "generated uniffi: ${#pairs[@]} files, as committed ($(cat "${pairs[@]%% *}" | wc -l) lines)"

if [ "$profile" = dist ]; then
    strip --strip-unneeded -o "$work/$name.so" "$built/$name.so"
    python3 bindings/uniffi/abi/size.py "$work/$name.so" "$built/build"
else
    not_run 'size uniffi' "this is profile $profile"
fi
