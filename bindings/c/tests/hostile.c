/* Calls that no host should make: hostile KNOWLEDGE_BASE CALLS
 *
 * Every one must come back with a status of the list, and the host must be
 * alive afterwards. Counted by status. */
#include <pthread.h>

#include "stream.h"

#define THREADS 8
#define STATUSES 100

static uint64_t good;
static size_t calls_per_thread;

/* Numbers that look random and are the same in every run. */
static uint32_t roll(uint64_t *dice, uint32_t below) {
    *dice = *dice * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*dice >> 33) % below;
}

static const char *const TEXTS[] = {
    "kahoot", "", "\xff\xfe", "\xed\xa0\x80", "a\0b", "\xc0\x80", "voorbeeld-quiz", "{", "{}", "null", "[[[[[[[[",
    "{\"as_of\":\"2026-11-21\"}", "{\"as_of\":\"2026-11-21\",\"age\":999}", "{\"name\":\"x\"}", "nl", "en", "NL",
    "{\"name\":\"x\",\"answers\":{\"kind\":\"quiz\"}}", "\xf0\x9f\x99\x82", "https://kahoot.it", "\xe2\x80\xae",
};

/* Some text: its length may be right, too short, or far too long. A length
 * that the library may read is never longer than the text. */
static field some(uint64_t *dice) {
    static const char large[70000] = {'x'};
    static const size_t huge[] = {(size_t)-1, (size_t)-1 >> 1, ((size_t)-1 >> 1) + 1, (size_t)1 << 40, 33554433};
    field made = {NULL, 0};
    switch (roll(dice, 8)) {
        case 0: made.length = huge[roll(dice, 5)]; break;
        case 1: break;
        case 2: made.data = TEXTS[roll(dice, sizeof TEXTS / sizeof *TEXTS)]; made.length = huge[roll(dice, 5)]; break;
        case 3: made.data = large; made.length = roll(dice, sizeof large); break;
        default:
            made.data = TEXTS[roll(dice, sizeof TEXTS / sizeof *TEXTS)];
            made.length = strlen(made.data);
            made.length = made.length && roll(dice, 4) == 0 ? roll(dice, (uint32_t)made.length) : made.length;
    }
    return made;
}

static uint64_t some_handle(uint64_t *dice, uint64_t closed) {
    switch (roll(dice, 6)) {
        case 0: return 0;
        case 1: return (uint64_t)-1;
        case 2: return closed;
        case 3: return ((uint64_t)roll(dice, 1u << 30) << 33) | 1u << 31;
        default: return good;
    }
}

static magdit_status some_call(uint64_t *dice, uint64_t *own, uint64_t *closed) {
    magdit_text text = {NULL, 0, 0}, *out = roll(dice, 16) ? &text : NULL;
    uint64_t handle = some_handle(dice, *closed), opened = 0, *place = roll(dice, 8) ? &opened : NULL;
    field a = some(dice), b = some(dice), c = some(dice);
    magdit_status status;
    switch (roll(dice, 11)) {
        case 0: status = magdit_open(a.data, a.length, b.data, b.length, place, out); break;
        case 9: status = magdit_open_unsigned(a.data, a.length, place, out); break;
        case 1: status = magdit_with_school(handle, a.data, a.length, place, out); break;
        case 2: status = magdit_info(handle, a.data, a.length, out); break;
        case 3: status = magdit_search(handle, a.data, a.length, roll(dice, 2) ? 5 : (uint32_t)-1, out); break;
        case 4: status = magdit_tool(handle, a.data, a.length, out); break;
        case 5: status = magdit_check(handle, a.data, a.length, b.data, b.length, c.data, c.length, out); break;
        case 6: status = magdit_questionnaire(handle, a.data, a.length, b.data, b.length, c.data, c.length, out); break;
        case 7: /* closes its own, closed and made-up handles, never the good one */
            status = magdit_close(handle == good ? *own : handle);
            break;
        case 8: {
            magdit_text copy;
            status = magdit_info(good, NULL, 0, &text);
            copy = text;
            if (magdit_text_free(&text) != MAGDIT_STATUS_OK) exit(1);
            if (magdit_text_free(&copy) != MAGDIT_STATUS_CLOSED_HANDLE) exit(1);
            break;
        }
        default: /* opens, closes, closes again */
            status = magdit_open_embedded(place, out);
            if (status == MAGDIT_STATUS_OK) {
                if (magdit_close(opened) != MAGDIT_STATUS_OK) exit(1);
                *closed = opened;
                status = magdit_close(opened);
            }
    }
    if (opened && status == MAGDIT_STATUS_OK) {
        magdit_close(*own);
        *own = opened;
    }
    if (out && status != MAGDIT_STATUS_OK && text.data && strstr(text.data, "\"code\":\"") == NULL) exit(1);
    magdit_text_free(out);
    magdit_text_free(out);
    return status;
}

static void *hostile(void *argument) {
    size_t *counted = (size_t *)argument;
    uint64_t dice = 7 + (uint64_t)counted[0], own = 0, closed = 0;
    counted[0] = 0;
    for (size_t n = 0; n < calls_per_thread; n++) {
        magdit_status status = some_call(&dice, &own, &closed);
        if ((unsigned)status >= STATUSES) exit(1);
        counted[status]++;
    }
    magdit_close(own);
    return NULL;
}

/* One thread on a stack of this size: every call once, all of them good. */
static void *on_a_small_stack(void *unused) {
    (void)unused;
    static const char question[] = "{\"as_of\":\"2026-11-21\"}", name[] = "{\"name\":\"x\"}";
    static const char school[] = "{\"name\":\"x\",\"date\":\"2026-11-21\",\"decisions\":[{\"tool\":\"voorbeeld-quiz\","
                                 "\"decision\":\"approved\",\"date\":\"2026-09-01\",\"decided_by\":\"x\"}]}";
    magdit_text text;
    uint64_t at_school = 0;
    if (magdit_with_school(good, school, sizeof school - 1, &at_school, &text) != MAGDIT_STATUS_OK) exit(1);
    magdit_search(at_school, "mag voorbeeldquis in groep 7", 28, 50, &text);
    magdit_text_free(&text);
    magdit_tool(at_school, "voorbeeld-quiz", 14, &text);
    magdit_text_free(&text);
    if (magdit_check(at_school, "voorbeeld-quiz", 14, question, sizeof question - 1, "nl", 2, &text)) exit(1);
    magdit_text_free(&text);
    if (magdit_questionnaire(at_school, name, sizeof name - 1, question, sizeof question - 1, "nl", 2, &text)) exit(1);
    magdit_text_free(&text);
    magdit_close(at_school);
    return NULL;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    size_t length, total = 0, different = 0, counted[THREADS][STATUSES] = {{0}};
    char *kb = whole_file(argv[1], &length);
    if (magdit_open_unsigned(kb, length, &good, NULL) != MAGDIT_STATUS_OK) return 1;

    size_t stack = argc > 3 ? (size_t)atol(argv[3]) : 65536;
    pthread_attr_t small;
    pthread_t thread;
    pthread_attr_init(&small);
    if (pthread_attr_setstacksize(&small, stack) != 0) return 2;
    for (int n = 0; n < 100; n++) {
        if (pthread_create(&thread, &small, on_a_small_stack, NULL) != 0) return 2;
        pthread_join(thread, NULL);
    }

    calls_per_thread = (size_t)atol(argv[2]) / THREADS;
    pthread_t threads[THREADS];
    for (size_t n = 0; n < THREADS; n++) {
        counted[n][0] = n;
        if (pthread_create(&threads[n], NULL, hostile, counted[n]) != 0) return 2;
    }
    for (size_t n = 0; n < THREADS; n++) pthread_join(threads[n], NULL);
    for (size_t status = 0; status < STATUSES; status++) {
        size_t sum = 0;
        for (size_t n = 0; n < THREADS; n++) sum += counted[n][status];
        total += sum;
        different += sum > 0;
    }
    /* Alive, and still right. */
    magdit_text text;
    if (magdit_search(good, "voorbeeldquiz", 13, 1, &text) != MAGDIT_STATUS_OK) return 1;
    if (!strstr(text.data, "\"certain\":true")) return 1;
    magdit_text_free(&text);
    if (magdit_close(good) != MAGDIT_STATUS_OK || magdit_close(good) != MAGDIT_STATUS_CLOSED_HANDLE) return 1;
    free(kb);
    printf("hostile c: %zu calls in %d threads, %zu different statuses, the host is alive\n", total, THREADS, different);
    return different >= 10 ? 0 : 1;
}
