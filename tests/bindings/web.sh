#!/usr/bin/env bash
# The npm package: built, weighed, installed from its tarball; the conformance
# file in Node and in Chromium; the element in every state.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
if ! install node nodejs npm || ! install npm npm || [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" != true ]; then
    not_run 'web' 'node 20 or later and npm are not installed'
    exit 0
fi
if ! rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown; then
    if ! rustup target add wasm32-unknown-unknown >/dev/null 2>&1; then
        not_run 'web' 'the target wasm32-unknown-unknown is missing: rustup target add wasm32-unknown-unknown'
        exit 0
    fi
fi
cases="$(cargo run --locked --quiet --package magdit-tests --example conformance 2>&1 >"$work/cases.stream")"
cd bindings/web
npm ci --no-audit --no-fund --loglevel=error
node build.js
node tests/sizes.js

suite() { # FILES...
    local output
    if ! output="$(node --test --test-concurrency=1 --test-reporter=tap "$@" 2>&1)"; then
        printf '%s\n' "$output" >&2
        exit 1
    fi
    sed -nE '/^# (conformance|panic|[0-9]+ |first answer|static tree)/ s/^# //p' <<<"$output"
    grep -E '^# pass' <<<"$output" | sed "s|^# pass|   $* passed|"
    last="$output"
}

suite tests/node.test.js
all_cases node "$(sed 's/^# //' <<<"$last")"
suite tests/static.test.js
# Every question about every tool in both languages: compared in Rust, and
# every so many of them by the source that the element uses.
MAGDIT_STATIC_TREE="$work/tree" cargo test --release --locked --quiet --package magdit-web-export --test answers whole -- --nocapture | grep '^static tree'
MAGDIT_STATIC_TREE="$work/tree" suite tests/whole.test.js
suite tests/types.test.js

node build.js panics
suite tests/panic.test.js
if ! install "${CHROMIUM:-chromium}" chromium; then
    not_run 'web in the browser' 'chromium is not installed'
    exit 0
fi
CHROMIUM="$(command -v "${CHROMIUM:-chromium}")"
export CHROMIUM
suite tests/browser/conformance.test.js
all_cases browser "$(sed 's/^# //' <<<"$last")"
suite tests/browser/modules.test.js tests/browser/accessible.test.js tests/browser/journeys.test.js tests/browser/policy.test.js tests/browser/hostile.test.js
suite tests/browser/parents.test.js tests/browser/page.test.js tests/browser/portal.test.js tests/browser/static.test.js tests/browser/today.test.js
suite tests/package.test.js
