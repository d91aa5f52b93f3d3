#!/usr/bin/env bash
# PHP: the class from its folder, as somebody copies it; the conformance file,
# hostile calls, memory, and the example page under a web server's PHP.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
if ! install php php-cli || ! install php-cgi php-cgi; then
    not_run 'php' 'php-cli and php-cgi are not installed'
    exit 0
fi
build

# The package as it is installed: its folder, the header and the library.
package="$work/magdit"
cp -r bindings/c/php "$package"
cp bindings/c/include/magdit_php.h "$package"
strip --strip-unneeded -o "$package/libmagdit_c.so" "$shipped/libmagdit_c.so"
unset MAGDIT_LIBRARY

output="$(php "$package/tests/conformance.php" "$root/tests/conformance")"
echo "$output"
all_cases php "$output"
(echo "<?php require '$package/autoload.php';" && snippet bindings/c/php/README.md php) >"$work/readme.php"
php "$work/readme.php" | grep -q 'Ja, maar met voorwaarden'
echo 'examples php: the README'

# An empty project that gets the package from Composer.
if install composer composer; then
    export COMPOSER_HOME="$work/composer" COMPOSER_ALLOW_SUPERUSER=1
    quiet=(composer --no-interaction --quiet)
    "${quiet[@]}" validate --strict "$package/composer.json"
    mkdir "$work/project"
    snippet bindings/c/php/README.md json | sed "s|/srv/magdit|$package|" >"$work/project/composer.json"
    "${quiet[@]}" --working-dir="$work/project" update
    (echo "<?php require '$work/project/vendor/autoload.php';" && snippet bindings/c/php/README.md php) >"$work/project/readme.php"
    php "$work/project/readme.php" | grep -q 'Ja, maar met voorwaarden'
    echo 'package php: valid, and installed by Composer into an empty project, where the README answers'
else
    not_run 'package php' 'composer is not installed'
fi
php "$package/tests/hostile.php" "$fixture" 100000 "$panics/libmagdit_c.so" 2>"$work/panics"
[ "$(grep -c 'a deliberate panic' "$work/panics")" = 100 ]
if [ -n "$long" ]; then calls=1000000; else calls=100000; fi
php "$package/tests/leak.php" "$fixture" "$calls"
bash bindings/c/php/tests/page.sh "$package/libmagdit_c.so"
