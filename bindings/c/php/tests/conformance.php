<?php

/** Replays the conformance file: php conformance.php FOLDER */

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

use Magdit\KnowledgeBase;
use Magdit\MagditException;

$folder = $argv[1] ?? __DIR__ . '/../../../../tests/conformance';

/** @param array<string, mixed> $case */
function replay(KnowledgeBase $library, array $case, string $folder): string
{
    if ($case['call'] === 'open') {
        return KnowledgeBase::openUnsigned((string) hex2bin($case['bytes']))->info();
    }
    if (isset($case['school'])) {
        $library = $library->withSchool((string) file_get_contents("$folder/schools/{$case['school']}.json"));
    }
    return match ($case['call']) {
        'info', 'with_school' => $library->info($case['today'] ?? null),
        'search' => $library->search($case['text'], $case['limit']),
        'tool' => $library->tool($case['tool']),
        'check' => $library->check($case['tool'], $case['question'], $case['language']),
        'questionnaire' => $library->questionnaire($case['answers'], $case['question'], $case['language']),
    };
}

$total = 0;
foreach (glob("$folder/*.json") ?: [] as $path) {
    $file = json_decode((string) file_get_contents($path), true, flags: JSON_THROW_ON_ERROR);
    $library = match ($file['knowledge_base']) {
        'embedded' => KnowledgeBase::embedded(),
        default => KnowledgeBase::openUnsigned((string) file_get_contents("$folder/{$file['knowledge_base']}")),
    };
    $replayed = 0;
    foreach ($file['cases'] as $case) {
        try {
            [$status, $code, $answer] = [0, 'ok', replay($library, $case, $folder)];
        } catch (MagditException $error) {
            [$status, $code] = [$error->getCode(), $error->word];
            $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
            $answer = (string) json_encode(['code' => $code, 'error' => $error->getMessage()], $flags);
        }
        $same = isset($case['fields'])
            ? array_keys(json_decode($answer, true)) === $case['fields']
            : $answer === $case['answer'];
        if ($status !== $case['status'] || $code !== $case['code'] || !$same) {
            fwrite(STDERR, basename($path) . ": {$case['name']}: other bytes or another status\n");
            exit(1);
        }
        $replayed++;
    }
    if ($replayed !== $file['count']) {
        fwrite(STDERR, "$path: $replayed cases of {$file['count']}\n");
        exit(1);
    }
    $total += $replayed;
}

// A file from outside needs the keys of its signers.
$read = static fn (string $name): string => (string) file_get_contents("$folder/$name");
$number = json_decode(KnowledgeBase::open($read('signed.kb'), $read('signed.keys'))->info(), true)['number'];
$words = [];
foreach ([['fixture.kb', $read('signed.keys')], ['signed.kb', '']] as [$name, $keys]) {
    try {
        KnowledgeBase::open($read($name), $keys);
    } catch (MagditException $error) {
        $words[] = $error->word;
    }
}
if ($number !== 7 || $words !== ['knowledge_base_not_trusted', 'invalid_request']) {
    fwrite(STDERR, 'signed files: ' . json_encode([$number, $words]) . "\n");
    exit(1);
}
echo "conformance php: $total cases\n";
