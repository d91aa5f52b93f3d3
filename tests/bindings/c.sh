#!/usr/bin/env bash
# C and C++: a clean project, the conformance file, hostile calls, valgrind,
# sanitizers, exported symbols and size.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
cargo test --locked --quiet --package magdit-c --no-default-features --lib

# A project that knows a header and a library, and nothing of this repository.
project="$work/project"
mkdir -p "$project/include" "$project/lib"
cp bindings/c/include/magdit.h "$project/include"
strip --strip-unneeded -o "$project/lib/libmagdit_c.so" "$shipped/libmagdit_c.so"
cp "$shipped/libmagdit_c.a" "$project/lib/libmagdit_c.a"
cp examples/c/* bindings/c/tests/*.c bindings/c/tests/*.h "$project"
cd "$project"
warnings=(-Wall -Wextra -Wpedantic -Werror -Iinclude)
shared=(-Llib "-Wl,-rpath,$project/lib" -lmagdit_c -lpthread)
static=(lib/libmagdit_c.a -lpthread -ldl -lm)

gcc -std=c11 "${warnings[@]}" check.c -o check "${shared[@]}"
./check kahoot | grep -q 'Kahoot!'
g++ -std=c++17 "${warnings[@]}" check.cpp -o check-cpp "${static[@]}"
./check-cpp kahoot | grep -q 'Kahoot!'
gcc -std=c11 "${warnings[@]}" check.c -o check-static "${static[@]}"
cmp <(./check kahoot) <(./check-static kahoot)
snippet bindings/c/README.md c >readme.c
gcc -std=c11 "${warnings[@]}" readme.c -o readme "${shared[@]}"
cmp <(./check kahoot) <(./readme)
echo 'examples c: the README, and the example built as C11 and C++17, shared and static'

replay() { # NAME COMPILER...
    local name="$1" output
    shift
    "$@" "${warnings[@]}" "-DLANGUAGE_NAME=\"$name\"" conformance.c -o "conformance-$name" "${link[@]}"
    output="$("./conformance-$name" "$work/cases.stream")"
    echo "$output"
    all_cases "$name" "$output"
}
link=("${shared[@]}") && replay c gcc -std=c11 -O1 -g
link=("${static[@]}") && replay c-static gcc -std=c11 -O1 -g
link=("${shared[@]}") && replay c++ g++ -x c++ -std=c++11
if install clang clang; then
    link=("${shared[@]}") && replay clang clang -std=c11
else
    not_run 'conformance clang' 'clang is not installed'
fi

gcc -std=c11 -O1 -g "${warnings[@]}" hostile.c -o hostile "${shared[@]}"
# Half of the stack that the README asks for.
./hostile "$fixture" 100000 32768
gcc -std=c11 -O1 -g "${warnings[@]}" limits.c -o limits -L"$panics" "-Wl,-rpath,$panics" -lmagdit_c -lpthread
./limits "$(dirname "$fixture")" 2>"$work/panics"
[ "$(grep -c 'a deliberate panic' "$work/panics")" = 100 ]
echo 'panic c: 100 panics, each an error'

if install valgrind valgrind; then
    memcheck=(valgrind -q --leak-check=full --errors-for-leak-kinds=definite,indirect,possible
        --show-leak-kinds=definite,indirect,possible --error-exitcode=9)
    output="$("${memcheck[@]}" ./conformance-c "$work/cases.stream")"
    all_cases c "$output"
    "${memcheck[@]}" ./hostile "$fixture" 20000 262144
    echo 'valgrind c: clean'
else
    not_run 'valgrind c' 'valgrind is not installed'
fi

cd "$root"
triple="$(rustc -vV | sed -n 's/^host: //p')"
# The option that compiles for a sanitizer is not stable; the compiler is.
RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=address cargo build --locked --quiet --package magdit-c \
    --features test-panic --target "$triple" --target-dir "$target/sanitize"
cd "$project"
sanitizers=(-fsanitize=address,undefined -fno-sanitize-recover=all)
link=("$target/sanitize/$triple/debug/libmagdit_c.a" -lpthread -ldl -lm)
replay sanitizers gcc -std=c11 -O1 -g "${sanitizers[@]}"
for test in hostile limits; do
    gcc -std=c11 -O1 -g "${sanitizers[@]}" "${warnings[@]}" "$test.c" -o "$test-sanitizers" "${link[@]}"
done
./hostile-sanitizers "$fixture" 100000 262144
./limits-sanitizers "$(dirname "$fixture")" 2>/dev/null
echo 'sanitizers c: address and undefined behaviour, clean'

cd "$root"
symbols c bindings/c/abi/symbols.txt "$shipped/libmagdit_c.so"
# What it takes from the system: nothing of a network, no other program, and
# nothing that changes a file.
nm -D --undefined-only "$shipped/libmagdit_c.so" | awk '{ sub(/@.*/, "", $NF); print $NF }' | sort -u >"$work/imports"
[ "$(wc -l <"$work/imports")" -ge 20 ]
forbidden="$(LC_ALL=C comm -12 <(LC_ALL=C sort "$work/imports") bindings/c/abi/forbidden.txt)"
if [ -n "$forbidden" ]; then
    printf '!! the C library takes from the system what it has no use for: %s\n' "$forbidden" >&2
    exit 1
fi
echo "imports c: $(wc -l <"$work/imports"), none of $(wc -l <bindings/c/abi/forbidden.txt) of networks, programs and changes"
size c 750000 bindings/c/abi/size.tsv "$project/lib/libmagdit_c.so"
