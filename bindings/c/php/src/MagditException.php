<?php

declare(strict_types=1);

namespace Magdit;

/**
 * Why a call was not answered. `getCode()` is the number and `word` the word
 * of the error; both stay. The message may be worded anew.
 */
final class MagditException extends \RuntimeException
{
    public function __construct(string $message, int $code, public readonly string $word)
    {
        parent::__construct($message, $code);
    }
}
