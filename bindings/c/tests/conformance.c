/* Replays the conformance file: conformance CASES.stream [TIMES] */
#include "stream.h"

int main(int argc, char **argv) {
    if (argc < 2 || magdit_abi_version() != MAGDIT_ABI_VERSION) return 2;
    int times = argc > 2 ? atoi(argv[2]) : 1;
    size_t length, cases = 0;
    char *stream = whole_file(argv[1], &length);
    for (int time = 0; time < times; time++) {
        const char *at = stream;
        uint64_t handle = 0;
        cases = 0;
        while (at < stream + length) {
            field c[FIELDS];
            for (int n = 0; n < FIELDS; n++) c[n] = next_field(&at);
            magdit_text out = {NULL, 0, 0};
            if (is(c[CALL], "open-file")) {
                if (handle && magdit_close(handle) != MAGDIT_STATUS_OK) fail("not closed", c[NAME]);
                if (magdit_open_unsigned(c[BYTES].data, c[BYTES].length, &handle, &out) != MAGDIT_STATUS_OK)
                    fail("not opened", c[NAME]);
                continue;
            }
            if (replay(handle, c, &out) != (magdit_status)number(c[STATUS])) fail("another status", c[NAME]);
            if (out.length != c[ANSWER].length || memcmp(out.data, c[ANSWER].data, out.length) != 0)
                fail("other bytes", c[NAME]);
            if (out.data[out.length] != 0) fail("no zero at its end", c[NAME]);
            if (magdit_text_free(&out) != MAGDIT_STATUS_OK) fail("not given back", c[NAME]);
            cases++;
        }
        if (magdit_close(handle) != MAGDIT_STATUS_OK) return 1;
    }
    free(stream);
    printf("conformance " LANGUAGE_NAME ": %zu cases\n", cases);
    return 0;
}
