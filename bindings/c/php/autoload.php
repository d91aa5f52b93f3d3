<?php

/** Loads the classes where there is no Composer. */

declare(strict_types=1);

require_once __DIR__ . '/src/MagditException.php';
require_once __DIR__ . '/src/Native.php';
require_once __DIR__ . '/src/KnowledgeBase.php';
