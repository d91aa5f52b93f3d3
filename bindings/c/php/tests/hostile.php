<?php

/** Calls that no page should make: php hostile.php FIXTURE CALLS [LIBRARY-WITH-TEST-PANIC] */

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

use Magdit\KnowledgeBase;
use Magdit\MagditException;
use Magdit\Native;

[, $fixture, $calls] = $argv;
$calls = (int) $calls;
mt_srand(7);
$good = KnowledgeBase::openUnsigned((string) file_get_contents($fixture));
$closed = KnowledgeBase::embedded();
$closed->close();
$large = str_repeat('x', 70_000);
$texts = [
    '', 'kahoot', "\xff\xfe", "\xed\xa0\x80", "a\0b", "\xc0\x80", 'voorbeeld-quiz', '{', '{}', 'null', '[[[[[[',
    '{"as_of":"2026-11-21"}', '{"as_of":"2026-11-21","age":999}', '{"name":"x"}', 'nl', 'en', 'NL', '🙂', $large,
    '{"name":"x","answers":{"kind":"quiz"}}', '2026-02-30', 'https://kahoot.it', "\u{202e}", '[1,2]',
];
$text = static fn (): string => $texts[mt_rand(0, count($texts) - 1)];
$words = [];
$started = memory_get_usage();
for ($n = 0; $n < $calls; $n++) {
    $library = mt_rand(0, 5) === 0 ? $closed : $good;
    try {
        match (mt_rand(0, 11)) {
            0 => KnowledgeBase::openUnsigned($text()),
            1 => $library->withSchool($text()),
            2 => $library->info($text()),
            3 => $library->search($text(), [5, 0, -1, PHP_INT_MAX, PHP_INT_MIN][mt_rand(0, 4)]),
            4 => $library->tool($text()),
            5 => $library->check($text(), $text(), $text()),
            6 => $library->questionnaire($text(), $text(), $text()),
            7 => $closed->close(),
            8 => Native::close([0, 1 << 40, -1, PHP_INT_MIN][mt_rand(0, 3)]),
            9 => $library->check('voorbeeld-quiz', ['as_of' => '2026-11-21', 'age' => mt_rand(0, 130)]),
            10 => KnowledgeBase::embedded()->close(),
            11 => KnowledgeBase::open($text(), $text()),
        };
        $word = 'ok';
    } catch (MagditException $error) {
        $word = $error->word;
        if ($error->getCode() < 1 || $error->getMessage() === '') {
            fwrite(STDERR, "an error without a number or a text\n");
            exit(1);
        }
    }
    $words[$word] = ($words[$word] ?? 0) + 1;
}
if (!str_contains($good->search('voorbeeldquiz', 1), '"certain":true')) {
    exit(1);
}
foreach (['clone $good;', 'serialize($good);'] as $refused) {
    try {
        eval($refused);
        fwrite(STDERR, "$refused was taken\n");
        exit(1);
    } catch (LogicException) {
    }
}
ksort($words);
echo "hostile php: $n calls, ", count($words), " different results, the page is alive\n";
if (count($words) < 12 || array_sum($words) !== $calls) {
    fwrite(STDERR, json_encode($words) . "\n");
    exit(1);
}
if (isset($argv[3])) {
    $panics = FFI::cdef(
        'typedef struct { const char *data; size_t length; uint64_t id; } magdit_text;'
        . 'int magdit_test_panic(magdit_text *out); int magdit_text_free(magdit_text *text);',
        $argv[3],
    );
    for ($n = 0; $n < 100; $n++) {
        $out = $panics->new('magdit_text');
        $status = $panics->magdit_test_panic(FFI::addr($out));
        $error = json_decode(FFI::string($out->data, $out->length), true);
        $panics->magdit_text_free(FFI::addr($out));
        if ($status !== 99 || $error['code'] !== 'internal') {
            exit(1);
        }
    }
    echo "panic php: $n panics, each an error\n";
}
