/* magdit: may this app be used at school? For C11 and C++11.
 * Written by cbindgen; do not edit: MAGDIT_BLESS=1 cargo test -p magdit-c
 */

#ifndef MAGDIT_H
#define MAGDIT_H

#include <stddef.h>
#include <stdint.h>

// Number of this interface: it rises when an entry changes or goes. A new
// entry or a new status leaves it. Compare `magdit_abi_version()` with the
// `MAGDIT_ABI_VERSION` you compiled against before the first other call.
#define MAGDIT_ABI_VERSION 2

// Most knowledge bases that can be open at a time. Each holds its file in
// memory, and a host with more of them forgets to close them.
#define MAGDIT_MAX_OPEN 256

// What a call returns: 0, or the number of an error. Numbers are
// append-only: one that shipped keeps its meaning. Treat a number that is
// not listed here as an error.
typedef enum {
  // Answered.
  MAGDIT_STATUS_OK = 0,
  // A pointer that must lead somewhere is null.
  MAGDIT_STATUS_NULL_POINTER = 1,
  // The handle was never given out, or is closed.
  MAGDIT_STATUS_CLOSED_HANDLE = 2,
  // Text is not UTF-8.
  MAGDIT_STATUS_NOT_UTF8 = 3,
  // More bytes than this call takes. They were not looked at.
  MAGDIT_STATUS_TOO_LARGE = 4,
  // The text is no JSON.
  MAGDIT_STATUS_NOT_JSON = 5,
  // It is JSON, but not what this call takes; or the keys are no key file.
  MAGDIT_STATUS_INVALID_REQUEST = 6,
  // The language is neither nl nor en.
  MAGDIT_STATUS_UNKNOWN_LANGUAGE = 7,
  // A day is none.
  MAGDIT_STATUS_INVALID_DATE = 8,
  // The age is none.
  MAGDIT_STATUS_INVALID_AGE = 9,
  // No tool has this id. That is no answer about the tool.
  MAGDIT_STATUS_UNKNOWN_TOOL = 10,
  // The tool has no such edition.
  MAGDIT_STATUS_UNKNOWN_EDITION = 11,
  // The text to search for is too long.
  MAGDIT_STATUS_QUERY_TOO_LONG = 12,
  // The text to search for holds characters that cannot be seen.
  MAGDIT_STATUS_QUERY_CHARACTERS = 13,
  // The bytes are something else.
  MAGDIT_STATUS_NOT_A_KNOWLEDGE_BASE = 14,
  // The file was damaged: keep the previous one and download again.
  MAGDIT_STATUS_KNOWLEDGE_BASE_DAMAGED = 15,
  // The file is for another version of this library.
  MAGDIT_STATUS_KNOWLEDGE_BASE_VERSION = 16,
  // One record cannot be read.
  MAGDIT_STATUS_RECORD_UNREADABLE = 17,
  // This build carries no knowledge base.
  MAGDIT_STATUS_NOT_EMBEDDED = 18,
  // Nothing of the school's own file can be used.
  MAGDIT_STATUS_SCHOOL_FILE = 19,
  // Too many knowledge bases are open: close what is not used.
  MAGDIT_STATUS_TOO_MANY_OPEN = 20,
  // Nobody who is trusted signed the file: download it from its publisher.
  MAGDIT_STATUS_KNOWLEDGE_BASE_NOT_TRUSTED = 21,
  // A mistake in the library. Nothing was answered; other calls still are.
  MAGDIT_STATUS_INTERNAL = 99,
} magdit_status;

// A text that the library made: UTF-8, with a zero after it that does not
// count. Give every one back with `magdit_text_free`, that of an error too.
typedef struct {
  // Its first byte; null once it is given back.
  const char *data;
  // Its bytes, the zero not counted.
  size_t length;
  // By what the library knows it. Leave it as it is.
  uint64_t id;
} magdit_text;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Number of the interface of this library.
uint32_t magdit_abi_version(void);

// Opens a knowledge base: the bytes of a file `magdit.kb`, at most 32 MiB,
// that holders of these keys signed. `keys` is the text of the publisher's
// key file, at most 16 KiB; carry it in your program, and never take it from
// where the file comes from. Keys of developers are refused.
//
// Every byte is verified. They are copied: free them afterwards.
//
// `handle` gets the handle, or 0. `error` gets nothing, or the error as
// JSON; it may be null.
//
// # Safety
//
// `length` bytes can be read at `bytes`, `keys_length` at `keys`.
magdit_status magdit_open(const char *bytes,
                          size_t length,
                          const char *keys,
                          size_t keys_length,
                          uint64_t *handle,
                          magdit_text *error);

// Opens a knowledge base that anybody may have made. Its checksums say that
// it arrived whole, and nothing about who sent it: for files that your
// program brought along, and for tests.
//
// # Safety
//
// As `magdit_open`.
magdit_status magdit_open_unsigned(const char *bytes,
                                   size_t length,
                                   uint64_t *handle,
                                   magdit_text *error);

// Opens the knowledge base inside this library: the one of its release. It
// is verified once per process, so that opening it again costs next to
// nothing.
//
// # Safety
//
// `handle` and `error` as in `magdit_open`.
magdit_status magdit_open_embedded(uint64_t *handle, magdit_text *error);

// Opens the same knowledge base with a school's own file over it: JSON, at
// most 1 MiB. The handle is a new one; the other stays open and unchanged.
//
// An entry that is not right is left out: `magdit_info` of the new handle
// lists it under `school.problems`. Show these, for a refusal that was left
// out may read as a yes.
//
// # Safety
//
// `length` bytes can be read at `file`; `with_school` and `error` as
// `handle` and `error` in `magdit_open`.
magdit_status magdit_with_school(uint64_t handle,
                                 const char *file,
                                 size_t length,
                                 uint64_t *with_school,
                                 magdit_text *error);

// Closes a handle. Closing it twice, or closing what is no handle, is an
// error without consequences; calls that run on it in other threads end
// well.
magdit_status magdit_close(uint64_t handle);

// Says which knowledge base this is. `today` is a day such as 2026-11-21 and
// decides `freshness`; null leaves that out.
//
// `out` gets JSON, that of the error too.
//
// # Safety
//
// `today_length` bytes can be read at `today` where that is not null.
magdit_status magdit_info(uint64_t handle,
                          const char *today,
                          size_t today_length,
                          magdit_text *out);

// Finds tools by name, with typing errors, by the beginning of a name, or by
// a link; at most `limit` of them, and never more than 50.
//
// Answer only for a match that somebody chose, or when `certain` is true.
//
// # Safety
//
// `length` bytes can be read at `text`.
magdit_status magdit_search(uint64_t handle,
                            const char *text,
                            size_t length,
                            uint32_t limit,
                            magdit_text *out);

// The record of a tool, with its supplier and sources.
//
// # Safety
//
// `length` bytes can be read at `id`.
magdit_status magdit_tool(uint64_t handle, const char *id, size_t length, magdit_text *out);

// Whether a tool may be used. `question` is JSON, such as
// {"role":"teacher","age":11,"as_of":"2026-11-21"}, at most 4096 bytes;
// `language` is nl or en.
//
// # Safety
//
// As many bytes as each length says can be read.
magdit_status magdit_check(uint64_t handle,
                           const char *id,
                           size_t id_length,
                           const char *question,
                           size_t question_length,
                           const char *language,
                           size_t language_length,
                           magdit_text *out);

// What to ask next about a tool that nobody recorded, or, when no answer can
// change the outcome any more, the provisional answer. `answers` is JSON,
// {"name":"Rekenraket"} before the first question, at most 16384 bytes.
//
// # Safety
//
// As many bytes as each length says can be read.
magdit_status magdit_questionnaire(uint64_t handle,
                                   const char *answers,
                                   size_t answers_length,
                                   const char *question,
                                   size_t question_length,
                                   const char *language,
                                   size_t language_length,
                                   magdit_text *out);

// Gives a text back and empties it. A text that is empty, null or given back
// already is left alone.
//
// # Safety
//
// `text` is null, or a `magdit_text` can be read and written there.
magdit_status magdit_text_free(magdit_text *text);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* MAGDIT_H */
