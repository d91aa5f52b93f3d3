<?php

/**
 * A portal page without JavaScript: a form, suggestions, an answer.
 *
 *     MAGDIT_LIBRARY=/path/to/libmagdit_c.so php -d ffi.enable=true -S 127.0.0.1:8080 examples/php-portal/index.php
 *
 * Nothing is kept and nothing is logged but what the web server logs: the
 * form is sent with POST, so that what somebody looked up is in no address.
 */

declare(strict_types=1);

// With Composer: require 'vendor/autoload.php';
require_once __DIR__ . '/../../bindings/c/php/autoload.php';

use Magdit\KnowledgeBase;
use Magdit\MagditException;

/** What the page shows, without a letter of HTML in it. */
function look_up(KnowledgeBase $library, string $text, string $role, ?int $age, string $today): array
{
    $found = json_decode($library->search($text, 5), true, flags: JSON_THROW_ON_ERROR);
    if (!$found['certain']) {
        return ['matches' => $found['matches']];
    }
    $question = array_filter(
        ['role' => $role, 'age' => $age, 'as_of' => $today, 'edition' => $found['matches'][0]['edition'] ?? null],
        static fn ($value): bool => $value !== null,
    );
    $answer = $library->check($found['matches'][0]['id'], $question, 'nl');
    return ['answer' => json_decode($answer, true, flags: JSON_THROW_ON_ERROR)];
}

/** Everything that comes from outside goes through this. */
function h(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
}

$text = is_string($_POST['tool'] ?? null) ? $_POST['tool'] : '';
$role = in_array($_POST['role'] ?? '', ['teacher', 'parent'], true) ? $_POST['role'] : 'teacher';
$age = filter_var($_POST['age'] ?? null, FILTER_VALIDATE_INT, ['options' => ['min_range' => 0, 'max_range' => 120]]);
$years = is_int($age) ? (string) $age : '';
$shown = [];
try {
    $library = KnowledgeBase::embedded();
    if ($text !== '') {
        $shown = look_up($library, $text, $role, is_int($age) ? $age : null, date('Y-m-d'));
    }
} catch (MagditException $error) {
    // Never show an outage as "not known".
    http_response_code($error->word === 'internal' ? 500 : 400);
    $shown = ['error' => $error->getMessage()];
}
header('Content-Type: text/html; charset=utf-8');
header("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
header('Referrer-Policy: no-referrer');
?>
<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mag dit?</title>
<style>body { font: 1.1rem/1.5 sans-serif; max-width: 40rem; margin: 1rem auto; padding: 0 1rem }</style>
<h1>Mag dit op school?</h1>
<form method="post">
  <p><label>App of website <input name="tool" value="<?= h($text) ?>" required maxlength="64"></label>
  <p><label>Ik ben <select name="role">
    <option value="teacher"<?= $role === 'teacher' ? ' selected' : '' ?>>leraar
    <option value="parent"<?= $role === 'parent' ? ' selected' : '' ?>>ouder
  </select></label>
  <p><label>Leeftijd van de jongste leerling
    <input name="age" type="number" min="0" max="120" value="<?= h($years) ?>"></label>
  <p><button>Vraag het</button>
</form>
<?php if (isset($shown['error'])): ?>
<p role="alert"><?= h($shown['error']) ?>
<?php elseif (isset($shown['matches'])): ?>
<h2>Welke bedoel je?</h2>
<ul>
<?php foreach ($shown['matches'] as $match): ?>
  <li><form method="post"><input type="hidden" name="role" value="<?= h($role) ?>"><input type="hidden" name="age"
    value="<?= h($years) ?>"><button name="tool" value="<?= h($match['name']) ?>"><?= h($match['name']) ?></button></form>
<?php endforeach ?>
</ul>
<?php if ($shown['matches'] === []): ?>
<p>Deze app staat niet in de kennisbank. Dat zegt niets over de app: vraag het de school.
<?php endif ?>
<?php elseif (isset($shown['answer'])): $answer = $shown['answer'] ?>
<h2><?= h($answer['name']) ?></h2>
<p><strong><?= h($answer['headline']) ?></strong> <?= h($answer['route_text']) ?>
<p><?= h($answer['why']) ?> <?= h($answer['consent_text']) ?>
<ol>
<?php foreach ($answer['conditions'] as $condition): ?>
  <li><b><?= h($condition['who_text']) ?>:</b> <?= h($condition['text']) ?> <small><?= h($condition['because']) ?></small>
<?php endforeach ?>
</ol>
<p><?= h($answer['standing']) ?>
<p><small>Kennisbank van <?= h($answer['knowledge_base']['issued']) ?>, gevraagd op <?= h($answer['as_of']) ?>.</small>
<?php endif ?>
