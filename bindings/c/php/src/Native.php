<?php

declare(strict_types=1);

namespace Magdit;

/**
 * The library, loaded once per process.
 *
 * On the command line it is found by `MAGDIT_LIBRARY` (a path), or as
 * `libmagdit_c.so` beside this package or where the system looks. Under a web
 * server PHP loads it before the first request: see `preload.php`.
 *
 * @internal
 */
final class Native
{
    private const ABI_VERSION = 2;

    private static ?\FFI $library = null;

    /** Makes a call that gives a text. */
    public static function call(string $entry, int|string|null ...$arguments): string
    {
        $library = self::library();
        $out = $library->new('magdit_text');
        $status = $library->{$entry}(...[...$arguments, \FFI::addr($out)]);
        $text = self::take($library, $out);
        if ($status !== 0) {
            throw self::exception($status, $text);
        }
        return $text;
    }

    /** Makes a call that gives a handle. */
    public static function open(string $entry, int|string ...$arguments): int
    {
        $library = self::library();
        $handle = $library->new('uint64_t');
        $error = $library->new('magdit_text');
        $status = $library->{$entry}(...[...$arguments, \FFI::addr($handle), \FFI::addr($error)]);
        if ($status !== 0) {
            throw self::exception($status, self::take($library, $error));
        }
        return $handle->cdata;
    }

    /** Closes a handle. */
    public static function close(int $handle): void
    {
        $status = self::library()->magdit_close($handle);
        if ($status !== 0) {
            throw self::exception($status, '{"code":"closed_handle","error":"the knowledge base is closed"}');
        }
    }

    /** The library with its declarations. */
    public static function library(): \FFI
    {
        return self::$library ??= self::load();
    }

    private static function take(\FFI $library, \FFI\CData $text): string
    {
        $taken = $text->data === null ? '' : \FFI::string($text->data, $text->length);
        $library->magdit_text_free(\FFI::addr($text));
        return $taken;
    }

    private static function exception(int $status, string $json): MagditException
    {
        $error = \json_decode($json, true) ?? [];
        return new MagditException($error['error'] ?? 'no text', $status, $error['code'] ?? 'internal');
    }

    private static function load(): \FFI
    {
        try {
            $library = \FFI::scope('MAGDIT');
        } catch (\FFI\Exception) {
            $library = \FFI::cdef(self::declarations(), self::path());
        }
        $found = $library->magdit_abi_version();
        if ($found !== self::ABI_VERSION) {
            $expected = self::ABI_VERSION;
            throw new MagditException(
                "libmagdit_c has interface $found, this package expects $expected; install both of one release",
                99,
                'internal',
            );
        }
        return $library;
    }

    private static function declarations(): string
    {
        foreach ([__DIR__ . '/../magdit_php.h', __DIR__ . '/../../include/magdit_php.h'] as $path) {
            if (\is_file($path)) {
                return (string) \file_get_contents($path);
            }
        }
        throw new \RuntimeException('magdit_php.h is missing from this package; install it again');
    }

    private static function path(): string
    {
        $configured = \getenv('MAGDIT_LIBRARY');
        if (\is_string($configured) && $configured !== '') {
            return $configured;
        }
        $beside = \dirname(__DIR__) . '/libmagdit_c.so';
        return \is_file($beside) ? $beside : 'libmagdit_c.so';
    }
}
