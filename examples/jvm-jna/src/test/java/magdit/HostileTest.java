package magdit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Library;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Calls that no portal should make: every one comes back, and the JVM lives. */
final class HostileTest {
    private static final int THREADS = 8;
    private static final int CALLS = Integer.getInteger("magdit.hostile.calls", 100_000);
    private static final String[] TEXTS = {
        "", "kahoot", "voorbeeld-quiz", "\ud800", "a\0b", "{", "{}", "null", "[[[[[[", "nl", "en", "NL", "🙂",
        "{\"as_of\":\"2026-11-21\"}", "{\"as_of\":\"2026-11-21\",\"age\":999}", "{\"name\":\"x\"}", "2026-02-30",
        "x".repeat(70_000), "{\"name\":\"x\",\"answers\":{\"kind\":\"quiz\"}}", "https://kahoot.it", "\u202e",
    };

    private static KnowledgeBase fixture() throws Exception {
        return KnowledgeBase.openUnsigned(Files.readAllBytes(Path.of(System.getProperty("magdit.conformance"), "fixture.kb")));
    }

    @Test
    void everyCallComesBackWithAStatus() throws Exception {
        AtomicLongArray counted = new AtomicLongArray(100);
        try (KnowledgeBase good = fixture()) {
            KnowledgeBase closed = KnowledgeBase.embedded();
            closed.close();
            Thread[] threads = new Thread[THREADS];
            Throwable[] died = new Throwable[THREADS];
            for (int n = 0; n < THREADS; n++) {
                int number = n;
                // The smallest stack that this JVM gives.
                threads[n] = new Thread(null, () -> {
                    try {
                        Random dice = new Random(number);
                        for (int call = 0; call < CALLS / THREADS; call++) {
                            counted.incrementAndGet(hostile(dice, dice.nextInt(6) == 0 ? closed : good, closed));
                        }
                    } catch (Throwable error) {
                        died[number] = error;
                    }
                }, "hostile " + n, 1);
                threads[n].start();
            }
            for (int n = 0; n < THREADS; n++) {
                threads[n].join();
                if (died[n] != null) {
                    throw new AssertionError(died[n]);
                }
            }
            assertTrue(good.search("voorbeeldquiz", 1).contains("\"certain\":true"));
        }
        long total = 0;
        int different = 0;
        for (int status = 0; status < counted.length(); status++) {
            total += counted.get(status);
            different += counted.get(status) > 0 ? 1 : 0;
        }
        assertEquals(CALLS / THREADS * THREADS, total);
        assertTrue(different >= 12, "only " + different);
        System.out.println("hostile jvm: " + total + " calls in " + THREADS + " threads, " + different
                + " different statuses, the JVM is alive");
    }

    private static int hostile(Random dice, KnowledgeBase library, KnowledgeBase closed) {
        try {
            switch (dice.nextInt(12)) {
                case 0 -> KnowledgeBase.openUnsigned(some(dice).getBytes(StandardCharsets.UTF_16)).close();
                case 1 -> library.withSchool(some(dice).getBytes(StandardCharsets.UTF_8)).close();
                case 2 -> library.info(some(dice));
                case 3 -> library.search(some(dice), dice.nextInt());
                case 4 -> library.tool(some(dice));
                case 5 -> library.check(some(dice), some(dice), some(dice));
                case 6 -> library.questionnaire(some(dice), some(dice), some(dice));
                case 7 -> closed.close();
                case 10 -> KnowledgeBase.open(some(dice).getBytes(StandardCharsets.UTF_8), some(dice)).close();
                case 8 -> {
                    return bare(dice);
                }
                case 9 -> library.check(
                        "voorbeeld-quiz", "{\"as_of\":\"2026-11-21\",\"age\":" + dice.nextInt(130) + "}", "nl");
                default -> KnowledgeBase.embedded().close();
            }
            return 0;
        } catch (MagditException error) {
            assertTrue(error.status() > 0 && !error.json().isEmpty());
            return error.status();
        }
    }

    /** Past the class, with null, lengths beyond any array and made-up handles. */
    private static int bare(Random dice) {
        Native.Text out = new Native.Text();
        byte[] invalid = {(byte) 0xff, (byte) 0xfe};
        long[] lengths = {-1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40};
        long length = lengths[dice.nextInt(lengths.length)];
        long handle = dice.nextBoolean() ? dice.nextLong() : 0;
        int status = switch (dice.nextInt(5)) {
            case 0 -> Native.LIBRARY.magdit_open_unsigned(null, length, new LongByReference(), out);
            case 1 -> Native.LIBRARY.magdit_open_unsigned(invalid, length, null, null);
            case 2 -> Native.LIBRARY.magdit_tool(handle, invalid, 2, out);
            case 3 -> Native.LIBRARY.magdit_search(handle, null, length, -1, null);
            default -> Native.LIBRARY.magdit_close(handle);
        };
        Native.LIBRARY.magdit_text_free(out);
        Native.LIBRARY.magdit_text_free(out);
        Native.LIBRARY.magdit_text_free(null);
        assertTrue(status > 0 && status < 100);
        return status;
    }

    private static String some(Random dice) {
        return TEXTS[dice.nextInt(TEXTS.length)];
    }

    @Test
    void whatIsClosedIsAnErrorAndNeverACrash() throws Exception {
        KnowledgeBase library = fixture();
        library.close();
        MagditException twice = assertThrows(MagditException.class, library::close);
        assertEquals(2, twice.status());
        assertEquals(2, assertThrows(MagditException.class, () -> library.search("x", 1)).status());
    }

    private interface Panics extends Library {
        int magdit_test_panic(Native.Text out);

        int magdit_text_free(Native.Text text);
    }

    @Test
    void aPanicBecomesAnError() {
        String path = System.getProperty("magdit.panic.path");
        Assumptions.assumeTrue(path != null && !path.isEmpty(), "no library with test-panic was given");
        Panics library = com.sun.jna.Native.load(path, Panics.class);
        for (int n = 0; n < 100; n++) {
            Native.Text out = new Native.Text();
            assertEquals(99, library.magdit_test_panic(out));
            assertTrue(out.data.getString(0).startsWith("{\"code\":\"internal\""));
            library.magdit_text_free(out);
        }
        System.out.println("panic jvm: 100 panics, each an error");
    }
}
