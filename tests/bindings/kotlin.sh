#!/usr/bin/env bash
# Kotlin: the Maven package with the library inside, its tests, a panic, and
# the example as a project of its own.
source "$(dirname "${BASH_SOURCE[0]}")/uniffi-common.sh"
if ! install javac default-jdk-headless || ! install mvn maven; then
    not_run 'kotlin' 'a JDK and Maven are not installed'
    exit 0
fi
build_uniffi

# The package as it is made: its folder, and the library for this machine.
project="$work/magdit"
cp -r bindings/kotlin "$project"
generate kotlin "$built/$name.so" "$work/generated"
same bindings/kotlin/src/main/kotlin/nl/magdit/generated/magdit_uniffi.kt "$work/generated/nl/magdit/magdit_uniffi.kt"
mkdir -p "$work/native/linux-$(uname -m | tr _ -)"
strip --strip-unneeded -o "$work/native/linux-$(uname -m | tr _ -)/$name.so" "$built/$name.so"
maven=(mvn -q -B -ntp -Dstyle.color=never "-Dmagdit.native=$work/native" "-Dmagdit.conformance=$root/tests/conformance"
    "-Dmagdit.hostile.calls=$hostile_calls" "-Dmagdit.leak.calls=$leak_calls")
cd "$project"
# Maven's colours, which it writes whatever it is told.
plain() { sed 's/\x1b\[[0-9;]*m//g'; }
if ! "${maven[@]}" dependency:resolve-plugins dependency:resolve >"$work/maven" 2>&1; then
    tail -5 "$work/maven"
    not_run 'kotlin' 'Maven could not fetch Kotlin, JNA and JUnit'
    exit 0
fi
"${maven[@]}" install 2>&1 | plain >"$work/output" || {
    grep -v '^\[INFO\]' "$work/output" | cut -c 1-400 | head -60 >&2
    exit 1
}
grep -E '^(conformance|records|hostile|leak) kotlin' "$work/output"
all_cases kotlin "$(grep '^conformance' "$work/output")"

build_panics
cp -r "$root/bindings/kotlin" "$work/panicking"
generate kotlin "$work/panics/$name.so" "$work/panics"
cp "$work/panics/nl/magdit/magdit_uniffi.kt" "$work/panicking/src/main/kotlin/nl/magdit/generated"
cd "$work/panicking"
"${maven[@]}" test -Dmagdit.tests=src/panics/kotlin \
    "-Dmagdit.options=-Djna.library.path=$work/panics" 2>&1 | plain >"$work/output" || {
    head -60 "$work/output" | cut -c 1-400 >&2
    exit 1
}
grep '^panic kotlin: 100 panics' "$work/output"

# A project that knows the package by its name, and nothing of this repository.
cp -r "$root/examples/kotlin-store" "$work/store"
cd "$work/store"
mkdir -p src/test/kotlin
cat >src/test/kotlin/ReadmeTest.kt <<KOTLIN
import nl.magdit.*
import org.junit.jupiter.api.Test

class ReadmeTest {
    @Test
    fun tenLines() {
$(snippet bindings/kotlin/README.md kotlin | grep -v '^import')
    }
}
KOTLIN
"${maven[@]}" verify 2>&1 | plain >"$work/output" || {
    head -60 "$work/output" | cut -c 1-400 >&2
    exit 1
}
grep '^examples kotlin' "$work/output"
grep -q '^CONDITIONAL Ja, maar met voorwaarden' "$work/output"
echo 'examples kotlin: the README'
