/* Reads the conformance file as `cargo run -p magdit-tests --example
 * conformance` writes it, and compares what the library gives with it. */
#ifndef STREAM_H
#define STREAM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "magdit.h"

typedef struct {
    const char *data; /* null where the case has no such field */
    size_t length;
} field;

enum { CALL, NAME, SCHOOL, TEXT, LIMIT, TOOL, ANSWERS, QUESTION, LANGUAGE, TODAY, BYTES, STATUS, ANSWER, FIELDS };

/* Stops the test: what it says is what went wrong. */
static inline void fail(const char *what, field name) {
    fprintf(stderr, "%s: %.*s\n", what, (int)name.length, name.data ? name.data : "");
    exit(1);
}

static inline char *whole_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    long size = ftell(file);
    char *bytes = (char *)malloc((size_t)size + 1);
    rewind(file);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        perror(path);
        exit(2);
    }
    fclose(file);
    *length = (size_t)size;
    return bytes;
}

/* The next field; `at` moves behind it. */
static inline field next_field(const char **at) {
    field found = {NULL, 0};
    if (**at == '-') {
        *at += 2;
        return found;
    }
    char *colon;
    found.length = strtoul(*at, &colon, 10);
    found.data = colon + 1;
    *at = found.data + found.length;
    return found;
}

static inline int is(field text, const char *word) {
    return text.length == strlen(word) && memcmp(text.data, word, text.length) == 0;
}

static inline unsigned long number(field text) {
    char digits[24] = {0};
    memcpy(digits, text.data, text.length < 23 ? text.length : 23);
    return strtoul(digits, NULL, 10);
}

/* Makes the call of a case on an open knowledge base. */
static inline magdit_status make_call(uint64_t handle, const field *c, magdit_text *out) {
    const field *call = &c[CALL];
    if (is(*call, "search"))
        return magdit_search(handle, c[TEXT].data, c[TEXT].length, (uint32_t)number(c[LIMIT]), out);
    if (is(*call, "tool")) return magdit_tool(handle, c[TOOL].data, c[TOOL].length, out);
    if (is(*call, "check"))
        return magdit_check(handle, c[TOOL].data, c[TOOL].length, c[QUESTION].data, c[QUESTION].length,
                            c[LANGUAGE].data, c[LANGUAGE].length, out);
    if (is(*call, "questionnaire"))
        return magdit_questionnaire(handle, c[ANSWERS].data, c[ANSWERS].length, c[QUESTION].data,
                                    c[QUESTION].length, c[LANGUAGE].data, c[LANGUAGE].length, out);
    return magdit_info(handle, c[TODAY].data, c[TODAY].length, out);
}

/* Replays one case: with the school's file laid over, or the file opened,
 * where the case says so. */
static inline magdit_status replay(uint64_t handle, const field *c, magdit_text *out) {
    uint64_t own = 0;
    magdit_status status = MAGDIT_STATUS_OK;
    if (is(c[CALL], "open"))
        status = magdit_open_unsigned(c[BYTES].data, c[BYTES].length, &own, out);
    else if (c[SCHOOL].data)
        status = magdit_with_school(handle, c[SCHOOL].data, c[SCHOOL].length, &own, out);
    if (status == MAGDIT_STATUS_OK) status = make_call(own ? own : handle, c, out);
    if (own) magdit_close(own);
    return status;
}

#endif
