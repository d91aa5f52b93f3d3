#!/usr/bin/env bash
# Python: the wheel, installed from its file into a new environment as users
# do; the conformance file, hostile calls, a panic, memory, the example page.
source "$(dirname "${BASH_SOURCE[0]}")/uniffi-common.sh"
if ! python3 -m venv "$work/tools" 2>/dev/null && ! { install pip3 python3-venv && python3 -m venv "$work/tools"; }; then
    not_run 'python' 'python3-venv is not installed'
    exit 0
fi
if ! "$work/tools/bin/pip" install -q --disable-pip-version-check maturin==1.16.0 >"$work/pip" 2>&1; then
    tail -3 "$work/pip"
    not_run 'python' 'pip could not fetch maturin'
    exit 0
fi
build_uniffi
# maturin has the glue written by what it finds under this name.
ln -s "$target/debug/magdit-bindgen" "$work/tools/bin/uniffi-bindgen"

(cd bindings/python && PATH="$work/tools/bin:$PATH" "${small[@]}" maturin build --quiet --locked --profile "$profile" \
    --target-dir "$target" --out "$work/wheels") >"$work/maturin" 2>&1 || {
    tail -20 "$work/maturin" >&2
    exit 1
}
wheel="$(echo "$work"/wheels/magdit-*.whl)"
python3 -m venv "$work/venv"
python="$work/venv/bin/python"
"$python" -m pip install -q --disable-pip-version-check pytest mypy
"$python" -m pip install -q --disable-pip-version-check --no-index "$wheel"
cd "$work"
installed="$("$python" -c 'import magdit, pathlib; print(pathlib.Path(magdit.__file__).parent)')"
same bindings/python/generated/magdit_uniffi.py "$installed/_native/magdit_uniffi.py"
echo "wheel python: $(basename "$wheel"), $(stat -c %s "$wheel") bytes"

cp -r "$root/bindings/python/tests" tests
export MAGDIT_CONFORMANCE="$root/tests/conformance"
"$python" -m pytest -q -p no:cacheprovider tests >"$work/output" 2>&1 || {
    tail -60 "$work/output" >&2
    exit 1
}
output="$(grep -E '^(conformance|records) python|passed' "$work/output")"
echo "$output"
all_cases python "$output"
snippet bindings/python/README.md python >"$work/readme.py"
"$python" "$work/readme.py" | grep -q 'Ja, maar met voorwaarden'
"$python" -m mypy --strict "$work/readme.py" "$root/examples/python-portal/portal.py"
"$python" "$root/examples/python-portal/test_portal.py"
"$python" tests/hostile.py "$fixture" "$hostile_calls"
"$python" tests/leak.py "$fixture" "$leak_calls"

build_panics
generate python "$work/panics/$name.so" "$work/panics"
PYTHONPATH="$work/panics" "$python" - 2>"$work/messages" <<'PYTHON'
import magdit_uniffi as panics

caught = 0
for _ in range(100):
    try:
        panics.test_panic()
    except panics.InternalError as error:
        assert "a deliberate panic" in str(error)
        caught += 1
assert caught == 100
assert panics.KnowledgeBase.open_embedded().search("kahoot", 1).matches[0].id == "kahoot"
print("panic python: 100 panics, each an error")
PYTHON
