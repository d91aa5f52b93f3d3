<?php

/** Memory before and after many calls: php leak.php FIXTURE CALLS */

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

use Magdit\KnowledgeBase;
use Magdit\MagditException;

[, $fixture, $calls] = $argv;
$library = KnowledgeBase::openUnsigned((string) file_get_contents($fixture));

/** Memory of the process in KiB: PHP's and the library's. */
function resident(): int
{
    preg_match('/^VmRSS:\s+(\d+)/m', (string) file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
}

$round = static function (int $times) use ($library): void {
    for ($n = 0; $n < $times; $n++) {
        match ($n % 4) {
            0 => $library->search('voorbeeldquis', 5),
            1 => $library->search('https://voorbeeld-quiz.example/', 5),
            2 => $library->tool('voorbeeld-weg'),
            3 => (static function () use ($library): void {
                try {
                    $library->check('geen-tool', '{"as_of":"2026-11-21"}');
                } catch (MagditException) {
                }
            })(),
        };
        if ($n % 1000 === 0) {
            KnowledgeBase::embedded()->check('kahoot', '{"as_of":"2026-11-21"}');
        }
    }
};
$round(20_000);
$before = resident();
$round((int) $calls);
$after = resident();
echo "leak php: $calls calls, $before KiB before, $after KiB after\n";
// One byte per call would be 977 KiB over a million.
exit($after - $before > 512 ? 1 : 0);
