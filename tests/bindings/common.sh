# What the scripts of this folder share. Sourced, not run.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$root"
export CARGO_TERM_COLOR=never
export RUST_BACKTRACE=0
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
long="${MAGDIT_LONG:-}"

# The packages of a runtime, where this machine lets us install them.
install() { # COMMAND PACKAGES...
    local command="$1"
    shift
    command -v "$command" >/dev/null 2>&1 && return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq >/dev/null 2>&1 || true
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1 || true
    fi
    command -v "$command" >/dev/null 2>&1
}

# Says that something was not run, and why. Where everything has to run, that
# is a failure.
not_run() { # WHAT WHY
    printf 'not run: %s: %s\n' "$1" "$2"
    if [ -n "${MAGDIT_RUN_ALL:-}" ]; then exit 1; fi
}

# Where cargo builds: CARGO_TARGET_DIR, a configuration, or `target`.
target="$(cargo metadata --no-deps --format-version 1 --locked |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')"

# Says what no system that runs these tests can do, so that it is no failure.
left_out() { # WHAT WHY
    printf 'left out: %s: %s\n' "$1" "$2"
}

# What is packaged, and the same with an entry that panics.
shipped="$target/$(rustc --print host-tuple)/dist"
panics="$target/debug"
fixture="$root/tests/conformance/fixture.kb"

build() {
    bash bindings/dist cargo build --profile dist --locked --quiet --package magdit-c
    cargo build --locked --quiet --package magdit-c --features test-panic
    cases="$(cargo run --locked --quiet --package magdit-tests --example conformance 2>&1 >"$work/cases.stream")"
    export cases
}

# What a library exports, against its list; `write` writes the list.
symbols() { # NAME LIST LIBRARY [write]
    nm -D --defined-only "$3" | awk '{ print $3 }' | LC_ALL=C sort >"$work/symbols"
    if [ "${4:-}" = write ]; then cp "$work/symbols" "$root/$2"; fi
    if ! diff -u "$root/$2" "$work/symbols"; then
        printf '!! the library %s does not export what %s lists\n' "$1" "$2" >&2
        exit 1
    fi
    echo "symbols $1: $(wc -l <"$work/symbols") exported, all of the list"
}

# The size of what is shipped, without the knowledge base, against its history.
size() { # NAME AIM HISTORY STRIPPED_LIBRARY
    python3 "$root/tests/bindings/size.py" "$1" "$2" "$root/$3" "$4" "$shipped/build"
}

# Every case was replayed, none skipped.
all_cases() { # LANGUAGE OUTPUT
    local replayed
    replayed="$(sed -n "s/^conformance $1: \([0-9]*\) cases$/\1/p" <<<"$2")"
    if [ "$replayed" != "$cases" ]; then
        printf '!! %s replayed %s cases of %s\n' "$1" "${replayed:-no}" "$cases" >&2
        exit 1
    fi
}

# The first block of a language in a document.
snippet() { # DOCUMENT LANGUAGE
    awk -v begin="\`\`\`$2" '$0 == begin { on = 1; next } on && /^```$/ { exit } on' "$root/$1"
}
