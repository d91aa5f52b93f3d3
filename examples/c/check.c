/* May a tool be used by a class of eleven? From C, with a header and a library:
 *
 *     cc check.c -Iinclude -Llib -lmagdit_c -o check && ./check kahoot
 *
 * A host that works with the answer reads it with its own JSON library; this
 * one shows it. */
#include <magdit.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
    static const char question[] = "{\"role\":\"teacher\",\"age\":11,\"as_of\":\"2026-11-21\"}";
    const char *id = argc > 1 ? argv[1] : "kahoot";
    uint64_t library;
    magdit_text text;

    if (magdit_abi_version() != MAGDIT_ABI_VERSION) {
        fprintf(stderr, "library and header are of different releases\n");
        return 1;
    }
    magdit_status status = magdit_open_embedded(&library, &text);
    if (status == MAGDIT_STATUS_OK) {
        status = magdit_check(library, id, strlen(id), question, strlen(question), "nl", 2, &text);
        magdit_close(library);
    }
    /* The answer, or the error: both JSON, both given back. */
    fprintf(status == MAGDIT_STATUS_OK ? stdout : stderr, "%s\n", text.data);
    magdit_text_free(&text);
    return status == MAGDIT_STATUS_OK ? 0 : 1;
}
