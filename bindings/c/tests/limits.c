/* The most that can be open, lengths around limits, and a deliberate panic:
 * limits FOLDER of the conformance files. For a library with the
 * feature test-panic. */
#include "stream.h"

magdit_status magdit_test_panic(magdit_text *out);

static int checks;

/* The path of a file in a folder, until the next call. */
static const char *in_folder(const char *folder, const char *name) {
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void expect(magdit_status found, magdit_status expected, const char *what) {
    field name = {what, strlen(what)};
    if (found != expected) fail("another status", name);
    checks++;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    static uint64_t open[MAGDIT_MAX_OPEN];
    size_t length;
    size_t signed_length, keys_length;
    char *kb = whole_file(in_folder(argv[1], "fixture.kb"), &length);
    char *signed_kb = whole_file(in_folder(argv[1], "signed.kb"), &signed_length);
    char *keys = whole_file(in_folder(argv[1], "signed.keys"), &keys_length);
    magdit_text text = {NULL, 0, 0};

    for (int n = 0; n < MAGDIT_MAX_OPEN; n++)
        expect(magdit_open_embedded(&open[n], NULL), MAGDIT_STATUS_OK, "up to the most, and it");
    uint64_t more = 7;
    expect(magdit_open_embedded(&more, &text), MAGDIT_STATUS_TOO_MANY_OPEN, "one more");
    expect(more == 0 && strstr(text.data, "too_many_open") ? MAGDIT_STATUS_OK : MAGDIT_STATUS_INTERNAL,
           MAGDIT_STATUS_OK, "an error instead of a handle");
    magdit_text_free(&text);
    expect(magdit_close(open[0]), MAGDIT_STATUS_OK, "close one");
    expect(magdit_open_embedded(&open[0], NULL), MAGDIT_STATUS_OK, "then one fits again");
    for (int n = 0; n < MAGDIT_MAX_OPEN; n++) expect(magdit_close(open[n]), MAGDIT_STATUS_OK, "close all");
    for (int n = 0; n < MAGDIT_MAX_OPEN; n++)
        expect(magdit_close(open[n]), MAGDIT_STATUS_CLOSED_HANDLE, "close all again");

    uint64_t handle;
    expect(magdit_open_unsigned(kb, length, &handle, &text), MAGDIT_STATUS_OK, "open");
    expect(magdit_open_unsigned(kb, length - 1, &more, NULL), MAGDIT_STATUS_KNOWLEDGE_BASE_DAMAGED, "one byte short");
    expect(magdit_open_unsigned(NULL, length, &more, NULL), MAGDIT_STATUS_NULL_POINTER, "open nothing");
    expect(magdit_open_unsigned(kb, length, NULL, NULL), MAGDIT_STATUS_NULL_POINTER, "nowhere to write the handle");
    expect(magdit_open_unsigned(kb, 33554433, &more, NULL), MAGDIT_STATUS_TOO_LARGE, "one byte more than 32 MiB");
    expect(magdit_open(signed_kb, signed_length, keys, keys_length, &more, NULL), MAGDIT_STATUS_OK, "a signed file");
    expect(magdit_close(more), MAGDIT_STATUS_OK, "close it");
    expect(magdit_open(kb, length, keys, keys_length, &more, NULL), MAGDIT_STATUS_KNOWLEDGE_BASE_NOT_TRUSTED,
           "a file that nobody signed");
    expect(magdit_open(kb, length, NULL, 0, &more, NULL), MAGDIT_STATUS_NULL_POINTER, "no keys");
    expect(magdit_open(kb, length, "", 0, &more, NULL), MAGDIT_STATUS_INVALID_REQUEST, "keys that are none");
    expect(magdit_open(kb, length, kb, 16385, &more, NULL), MAGDIT_STATUS_TOO_LARGE, "one byte more than 16 KiB");
    expect(magdit_tool(handle, "x", 1, NULL), MAGDIT_STATUS_NULL_POINTER, "nowhere to write the answer");
    expect(magdit_tool(handle, NULL, 0, &text), MAGDIT_STATUS_NULL_POINTER, "no id");
    magdit_text_free(&text);
    expect(magdit_tool(handle, "\xff", 1, &text), MAGDIT_STATUS_NOT_UTF8, "no text");
    magdit_text_free(&text);
    expect(magdit_tool(handle, kb, 129, &text), MAGDIT_STATUS_TOO_LARGE, "an id of 129 bytes");
    magdit_text_free(&text);
    expect(magdit_info(handle, NULL, 99, &text), MAGDIT_STATUS_OK, "today may be left out");
    magdit_text_free(&text);
    expect(magdit_text_free(&text), MAGDIT_STATUS_OK, "a text twice");
    expect(magdit_text_free(NULL), MAGDIT_STATUS_OK, "no text");

    for (int n = 0; n < 100; n++) {
        expect(magdit_test_panic(&text), MAGDIT_STATUS_INTERNAL, "a panic");
        expect(strstr(text.data, "{\"code\":\"internal\"") == text.data ? MAGDIT_STATUS_OK : MAGDIT_STATUS_INTERNAL,
               MAGDIT_STATUS_OK, "becomes an error");
        magdit_text_free(&text);
        expect(magdit_search(handle, "voorbeeldquiz", 13, 1, &text), MAGDIT_STATUS_OK, "and other calls are answered");
        magdit_text_free(&text);
    }
    expect(magdit_close(handle), MAGDIT_STATUS_OK, "close");
    free(kb);
    free(signed_kb);
    free(keys);
    printf("limits c: %d statuses\n", checks);
    return 0;
}
