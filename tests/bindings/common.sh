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

# What is packaged, and the same with an entry that panics.
shipped="$root/target/dist"
panics="$root/target/debug"
fixture="$root/tests/conformance/fixture.kb"

build() {
    cargo build --profile dist --locked --quiet --package magdit-c
    cargo build --locked --quiet --package magdit-c --features test-panic
    cases="$(cargo run --locked --quiet --package magdit-tests --example conformance 2>&1 >"$work/cases.stream")"
    export cases
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
