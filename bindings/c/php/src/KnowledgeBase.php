<?php

declare(strict_types=1);

namespace Magdit;

/**
 * A verified knowledge base, ready for questions.
 *
 * Every call gives JSON as a string, the same bytes as in every other
 * language; `json_decode($json, true, flags: JSON_THROW_ON_ERROR)` makes
 * arrays of it. It closes itself when nothing refers to it any more.
 */
final class KnowledgeBase
{
    private int $handle;

    private function __construct(int $handle)
    {
        $this->handle = $handle;
    }

    /**
     * Opens the knowledge base inside the library. It is verified once per
     * process: the second time costs next to nothing.
     */
    public static function embedded(): self
    {
        return new self(Native::open('magdit_open_embedded'));
    }

    /**
     * Opens a knowledge base out of the bytes of a file `magdit.kb` that
     * holders of these keys signed.
     *
     * @param string $keys the publisher's key file; keep it with your program,
     *     and never take it from where the file comes from
     * @throws MagditException that says what was found, expected, and to do
     */
    public static function open(string $bytes, string $keys): self
    {
        return new self(Native::open('magdit_open', $bytes, \strlen($bytes), $keys, \strlen($keys)));
    }

    /**
     * Opens a knowledge base that anybody may have made: for files that came
     * with your program, and for tests.
     *
     * @throws MagditException that says what was found, expected, and to do
     */
    public static function openUnsigned(string $bytes): self
    {
        return new self(Native::open('magdit_open_unsigned', $bytes, \strlen($bytes)));
    }

    /**
     * The same knowledge base with a school's own file over it. Look at
     * `school.problems` in {@see info()}: a refusal that was left out may
     * read as a yes.
     *
     * @param string $file JSON, at most 1 MiB
     */
    public function withSchool(string $file): self
    {
        return new self(Native::open('magdit_with_school', $this->handle, $file, \strlen($file)));
    }

    /**
     * Which knowledge base this is.
     *
     * @param string|null $today a day such as 2026-11-21; decides `freshness`
     */
    public function info(?string $today = null): string
    {
        return Native::call('magdit_info', $this->handle, $today, $today === null ? 0 : \strlen($today));
    }

    /**
     * Tools by name, with typing errors, by the beginning of a name, or by a
     * link. Answer only for a match that somebody chose, or when `certain`.
     */
    public function search(string $text, int $limit = 10): string
    {
        // The library takes 32 bits; beyond 50 more makes no difference.
        $limit = \max(0, \min($limit, 0x7fffffff));
        return Native::call('magdit_search', $this->handle, $text, \strlen($text), $limit);
    }

    /** The record of a tool. */
    public function tool(string $id): string
    {
        return Native::call('magdit_tool', $this->handle, $id, \strlen($id));
    }

    /**
     * Whether a tool may be used.
     *
     * @param string|array<string, mixed> $question JSON, or what becomes JSON:
     *     ['role' => 'teacher', 'age' => 11, 'as_of' => '2026-11-21']
     * @param string $language nl or en
     */
    public function check(string $id, string|array $question, string $language = 'nl'): string
    {
        $question = self::json($question);
        return Native::call(
            'magdit_check',
            $this->handle,
            $id,
            \strlen($id),
            $question,
            \strlen($question),
            $language,
            \strlen($language),
        );
    }

    /**
     * What to ask next about a tool that nobody recorded, or the provisional
     * answer.
     *
     * @param string|array<string, mixed> $answers ['name' => 'Rekenraket'] before the first question
     * @param string|array<string, mixed> $question
     */
    public function questionnaire(string|array $answers, string|array $question, string $language = 'nl'): string
    {
        $answers = self::json($answers);
        $question = self::json($question);
        return Native::call(
            'magdit_questionnaire',
            $this->handle,
            $answers,
            \strlen($answers),
            $question,
            \strlen($question),
            $language,
            \strlen($language),
        );
    }

    /** Closes it before nothing refers to it any more. Closing twice is an error. */
    public function close(): void
    {
        $handle = $this->handle;
        $this->handle = 0;
        Native::close($handle);
    }

    public function __destruct()
    {
        if ($this->handle !== 0) {
            Native::close($this->handle);
        }
    }

    public function __clone()
    {
        $this->handle = 0;
        throw new \LogicException('a knowledge base cannot be cloned; open it again, or pass this one on');
    }

    /** @return array<string, mixed> */
    public function __serialize(): array
    {
        throw new \LogicException('a knowledge base cannot be serialized; open it again');
    }

    /** @param string|array<string, mixed> $value */
    private static function json(string|array $value): string
    {
        if (\is_string($value)) {
            return $value;
        }
        $flags = JSON_THROW_ON_ERROR | JSON_FORCE_OBJECT * (int) ($value === []);
        return \json_encode($value, $flags | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }
}
