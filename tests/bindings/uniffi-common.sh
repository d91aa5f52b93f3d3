# What the scripts of Kotlin, Swift and Python share. Sourced, not run.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# What is shipped is built with the profile dist; while working on a binding,
# MAGDIT_PROFILE=dev spares the optimisation of the whole program.
profile="${MAGDIT_PROFILE:-dist}"
if [ "$profile" = dist ]; then
    built="$shipped"
    small=(bash "$root/bindings/dist")
else
    built="$target/debug"
    small=()
fi
name=libmagdit_uniffi
hostile_calls="${MAGDIT_HOSTILE:-100000}"
if [ -n "$long" ]; then leak_calls=1000000; else leak_calls=100000; fi

# The library, the generator, and how many cases there are. Whichever script
# comes first builds; for the others it stands there.
build_uniffi() {
    # Not the static library too: it is large, and phones.sh makes it where it is used.
    "${small[@]}" cargo rustc --profile "$profile" --locked --quiet --package magdit-uniffi --lib --crate-type cdylib
    cargo build --locked --quiet --package magdit-uniffi-bindgen
    cases="$(python3 -c 'import json, sys; print(sum(json.load(open(path))["count"] for path in sys.argv[1:]))' \
        "$root"/tests/conformance/*.json)"
}

# The library with a call that panics, apart from the shipped one.
build_panics() {
    (cd "$root" && cargo rustc --locked --quiet --package magdit-uniffi --lib --crate-type cdylib --features test-panic)
    mkdir -p "$work/panics"
    cp "$panics/$name.so" "$work/panics/$name.so"
}

generate() { # LANGUAGE LIBRARY FOLDER
    (cd "$root" && "$target/debug/magdit-bindgen" generate --no-format --config bindings/uniffi/uniffi.toml \
        --language "$1" --out-dir "$3" "$2")
}

# Generated code is committed, so that a change of what hosts see is reviewed.
same() { # COMMITTED GENERATED
    if ! diff -u "$root/$1" "$2" >"$work/drift"; then
        head -40 "$work/drift"
        printf '!! %s is not what the generator makes; run: bash tests/bindings/uniffi.sh write\n' "$1" >&2
        exit 1
    fi
}

# The functions of the library that the generated Swift calls.
called() {
    grep -oE '\b(uniffi|ffi)_magdit_uniffi_[a-z0-9_]+' "$root/bindings/swift/Sources/Magdit/generated/Magdit.swift" |
        LC_ALL=C sort -u
}
