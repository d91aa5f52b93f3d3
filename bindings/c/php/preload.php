<?php

/**
 * For web servers, where PHP loads libraries before the first request only.
 * In php.ini:
 *
 *     ffi.enable = preload
 *     ffi.preload = /srv/magdit/magdit_php.h
 *     opcache.enable = 1
 *     opcache.preload = /srv/magdit/preload.php
 *     opcache.preload_user = www-data
 *
 * `magdit_php.h` says in its second line where the library is: write the
 * whole path there, or put the library where the system looks.
 */

declare(strict_types=1);

require_once __DIR__ . '/src/MagditException.php';
require_once __DIR__ . '/src/Native.php';
require_once __DIR__ . '/src/KnowledgeBase.php';
