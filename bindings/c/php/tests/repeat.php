<?php

/** One call a number of times, for its cost: php repeat.php none|search|check TIMES */

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

use Magdit\KnowledgeBase;
use Magdit\Native;

[, $what, $times] = $argv;
$library = KnowledgeBase::embedded();
$native = Native::library();
$question = '{"role":"teacher","age":11,"sector":"po","as_of":"2026-11-21"}';
$seen = 0;
for ($n = 0; $n < (int) $times; $n++) {
    $seen += match ($what) {
        'none' => $native->magdit_abi_version(),
        'search' => strlen($library->search('kahooot', 10)),
        'check' => strlen($library->check('kahoot', $question, 'nl')),
    };
}
echo $seen, "\n";
