/* One call a number of times, for its cost: repeat none|search|check TIMES */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "magdit.h"

int main(int argc, char **argv) {
    static const char question[] = "{\"role\":\"teacher\",\"age\":11,\"sector\":\"po\",\"as_of\":\"2026-11-21\"}";
    uint64_t library;
    magdit_text text;
    size_t seen = 0;
    if (argc < 3 || magdit_open_embedded(&library, NULL) != MAGDIT_STATUS_OK) return 2;
    for (long times = atol(argv[2]); times > 0; times--) {
        if (argv[1][0] == 'n') {
            seen += magdit_abi_version();
            continue;
        }
        magdit_status status = argv[1][0] == 's'
            ? magdit_search(library, "kahooot", 7, 10, &text)
            : magdit_check(library, "kahoot", 6, question, sizeof question - 1, "nl", 2, &text);
        if (status != MAGDIT_STATUS_OK) return 1;
        seen += text.length;
        magdit_text_free(&text);
    }
    printf("%zu\n", seen);
    return 0;
}
