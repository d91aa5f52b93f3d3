#!/usr/bin/env bash
# The JVM without Kotlin, through JNA: the example as a project of its own.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
if ! install javac default-jdk-headless || ! install mvn maven; then
    not_run 'jvm' 'a JDK and Maven are not installed'
    exit 0
fi
build

project="$work/project"
mkdir -p "$project" "$work/lib"
cp -r examples/jvm-jna/pom.xml examples/jvm-jna/src "$project"
strip --strip-unneeded -o "$work/lib/libmagdit_c.so" "$shipped/libmagdit_c.so"
cd "$project"
strip_colours() { sed 's/\x1b\[[0-9;]*m//g'; }
if ! mvn -q -B -ntp -Dstyle.color=never dependency:go-offline >"$work/maven" 2>&1; then
    tail -5 "$work/maven"
    not_run 'jvm' 'Maven could not fetch JNA and JUnit'
    exit 0
fi
output="$(mvn -q -B -ntp -Dstyle.color=never verify "-Dmagdit.library.path=$work/lib" "-Dmagdit.conformance=$root/tests/conformance" \
    "-Dmagdit.panic.path=$panics/libmagdit_c.so" 2>"$work/errors" | strip_colours | tee "$work/output")" || {
    cat "$work/output" "$work/errors" >&2
    exit 1
}
grep -E '^(conformance|examples|hostile|panic) jvm' <<<"$output"
all_cases jvm "$(grep '^conformance' <<<"$output")"
grep -q '^panic jvm: 100 panics' <<<"$output"
