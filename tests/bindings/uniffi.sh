#!/usr/bin/env bash
# What Kotlin, Swift and Python stand on: mirrors of the core's types, the
# generated code against what is committed, exported symbols, and the size.
#
#   bash tests/bindings/uniffi.sh          compares
#   bash tests/bindings/uniffi.sh write    writes mirrors, generated code, symbols
source "$(dirname "${BASH_SOURCE[0]}")/uniffi-common.sh"
mode="${1:-}"
if [ "$mode" = write ]; then python3 bindings/uniffi/mirror.py --write; fi
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
    if [ "$mode" = write ]; then
        mkdir -p "$(dirname "$committed")"
        cp "$work/generated/$made" "$committed"
    fi
    same "$committed" "$work/generated/$made"
done
echo "generated uniffi: ${#pairs[@]} files, as committed ($(cat "${pairs[@]%% *}" | wc -l) lines)"

if [ "$profile" = dist ]; then
    symbols uniffi bindings/uniffi/abi/symbols.txt "$built/$name.so" "$mode"
    strip --strip-unneeded -o "$work/$name.so" "$built/$name.so"
    size uniffi 850000 bindings/uniffi/abi/size.tsv "$work/$name.so"
else
    not_run 'symbols and size uniffi' "this is profile $profile"
fi
