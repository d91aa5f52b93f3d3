#!/usr/bin/env bash
# The example page under a web server's PHP, in both ways: with `ffi.enable`,
# and as servers have it, where only what is preloaded may call the library.
#   bash page.sh LIBRARY
set -euo pipefail
library="$(realpath "$1")"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
page="$(realpath "$here/../../../../examples/php-portal/index.php")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
checks=0

ask() { # FORM [PHP OPTIONS...]
    local form="$1"
    shift
    printf '%s' "$form" | REDIRECT_STATUS=200 REQUEST_METHOD=POST SCRIPT_FILENAME="$page" \
        CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH="${#form}" php-cgi "$@"
}

expect() { # WHAT NEEDLE
    if ! grep -qF -- "$2" "$work/page"; then
        printf '!! %s: `%s` is not in the page\n' "$1" "$2" >&2
        head -c 2000 "$work/page" >&2
        exit 1
    fi
    checks=$((checks + 1))
}

open=(-d ffi.enable=true)
sed "s|libmagdit_c.so|$library|" "$here/../../include/magdit_php.h" >"$work/magdit_php.h"
preloaded=(-d ffi.enable=preload -d "ffi.preload=$work/magdit_php.h" -d opcache.enable=1
    -d opcache.enable_cli=1 -d "opcache.preload=$(realpath "$here/../preload.php")" -d opcache.preload_user="$(id -un)")

# Packages of a distribution load it already; PHP built from source does not.
php-cgi -m | grep -q OPcache || preloaded+=(-d zend_extension=opcache)

for way in open preloaded; do
    declare -n options="$way"
    if [ "$way" = open ]; then export MAGDIT_LIBRARY="$library"; else unset MAGDIT_LIBRARY; fi
    ask 'tool=kahoot&role=teacher&age=11' "${options[@]}" >"$work/page"
    expect "$way: an answer" '<h2>Kahoot!</h2>'
    expect "$way: who decides" 'De school beslist'
    ask 'tool=kahot&role=parent' "${options[@]}" >"$work/page"
    expect "$way: a suggestion" 'Welke bedoel je?'
    ask 'tool=%3Cscript%3Ealert(1)%3C%2Fscript%3E' "${options[@]}" >"$work/page"
    expect "$way: what was typed is text" '&lt;script&gt;alert(1)'
    ! grep -qF '<script' "$work/page"
    ask 'tool=a%00b' "${options[@]}" >"$work/page"
    expect "$way: a refusal is shown" 'role="alert"'
done
echo "page php: $checks checks in 2 ways of loading"
