package nl.magdit

import com.sun.jna.Function
import com.sun.jna.Structure
import java.io.File
import java.nio.charset.CharacterCodingException
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger
import kotlin.random.Random
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS

/** Calls that no host should make. */
class HostileTest {
    private val texts = listOf(
        "", "kahoot", "\ud800", "a\u0000b", "voorbeeld-quiz", "{", "{}", "null", "[".repeat(4096), "nl", "en", "NL",
        "{\"as_of\":\"2026-11-21\"}", "{\"as_of\":\"2026-11-21\",\"age\":999}", "{\"name\":\"x\"}", "x".repeat(70_000),
        "2026-02-30", "https://kahoot.it", "\u202e", "{\"name\":\"x\",\"answers\":{\"kind\":\"quiz\"}}",
    )

    private fun call(good: KnowledgeBase, closed: KnowledgeBase, random: Random) {
        fun text() = texts.random(random)
        val library = if (random.nextInt(6) == 0) closed else good
        when (random.nextInt(12)) {
            0 -> KnowledgeBase.openUnsigned(text().toByteArray())
            1 -> library.withSchool(text().toByteArray())
            2 -> library.info(text())
            3 -> library.search(text(), listOf(0u, 5u, UInt.MAX_VALUE).random(random))
            4 -> library.tool(text())
            5 -> library.checkJson(text(), text(), text())
            6 -> library.questionnaireJson(text(), text(), text())
            7 -> closed.close()
            8 -> library.check("voorbeeld-quiz", Question(asOf = text(), age = random.nextInt(256).toUByte()), Language.NL)
            9 -> {
                val given = List(9) { GivenAnswer(text(), Given.Value(Value.Words(listOf(text())))) }
                library.questionnaire(GivenAnswers(text(), text(), given), Question(asOf = "2026-11-21"), Language.EN)
            }
            10 -> KnowledgeBase.open(text().toByteArray(), text())
            11 -> KnowledgeBase.openEmbedded().use { it.searchJson("kahoot", 1u) }
        }
    }

    @Test
    fun theHostStaysAlive() {
        val calls = System.getProperty("magdit.hostile.calls").toInt()
        val threads = 8
        val results = ConcurrentHashMap<String, AtomicInteger>()
        val good = fixture()
        val closed = KnowledgeBase.openEmbedded().also { it.close() }
        val untyped = ConcurrentHashMap<String, AtomicInteger>()
        List(threads) { number ->
            val work = Runnable {
                val random = Random(number)
                repeat(calls / threads) {
                    val result = try {
                        call(good, closed, random)
                        "ok"
                    } catch (error: MagditException) {
                        errorWord(error.code)
                    } catch (error: IllegalStateException) {
                        "closed"
                    } catch (error: CharacterCodingException) {
                        "no_unicode"
                    } catch (error: Throwable) {
                        untyped.computeIfAbsent("$error") { AtomicInteger() }.incrementAndGet()
                        "untyped"
                    }
                    results.computeIfAbsent(result) { AtomicInteger() }.incrementAndGet()
                }
            }
            // The least stack that the JVM lets a thread have.
            Thread(null, work, "hostile-$number", 1).also { it.start() }
        }.forEach { it.join() }
        assertTrue(untyped.isEmpty(), "$untyped")
        assertTrue(good.search("voorbeeldquiz").certain)
        val made = results.values.sumOf { it.get() }
        assertEquals(calls / threads * threads, made)
        assertTrue(results.size >= 12, "$results")
        assertTrue(heap() < 100, "the heap keeps ${heap()} MiB")
        println("hostile kotlin: $made calls in $threads threads, ${results.size} different results, alive")
    }

    /** MiB of the heap in use, once JNA's cleaner, one thread for all of them, has caught up. */
    private fun heap(): Long {
        val runtime = Runtime.getRuntime()
        fun used() = (runtime.totalMemory() - runtime.freeMemory()) shr 20
        repeat(50) {
            System.gc()
            if (used() < 100) return used()
            Thread.sleep(200)
        }
        return used()
    }

    /** Asks Linux and the GNU C library what is in use. */
    @Test
    @EnabledOnOs(OS.LINUX)
    fun memoryDoesNotGrow() {
        val library = fixture()
        val question = Question(asOf = "2026-11-21", age = 11u)
        fun round(times: Int) = repeat(times) { n ->
            when (n % 4) {
                0 -> library.search("voorbeeldquis", 5u)
                1 -> library.searchJson("https://voorbeeld-quiz.example/", 5u)
                2 -> library.toolJson("voorbeeld-weg")
                3 -> runCatching { library.check("geen-tool", question, Language.NL) }
            }
            if (n % 1000 == 0) library.check("voorbeeld-quiz", question, Language.NL)
        }
        fun memory(): Memory {
            heap()
            repeat(5) {
                System.gc()
                Thread.sleep(200)
            }
            // What is free and kept for later calls is not what a leak is.
            Function.getFunction("c", "malloc_trim").invokeInt(arrayOf(0L))
            val status = File("/proc/self/status").readLines().first { it.startsWith("VmRSS") }
            val native = Function.getFunction("c", "mallinfo2").invoke(Mallinfo::class.java, emptyArray()) as Mallinfo
            return Memory(status.filter(Char::isDigit).toLong(), (native.uordblks + native.hblkhd) shr 10)
        }
        val calls = System.getProperty("magdit.leak.calls").toInt()
        // As many calls as later: what waits for JNA's cleaner, and the memory kept for it, has had its peak.
        round(calls)
        val before = memory()
        round(calls)
        val after = memory()
        println("leak kotlin: $calls calls, $before before, $after after")
        // Compiled code comes and goes by megabytes; 32 bytes a call would be 31 MiB over a million.
        assertTrue(after.process - before.process < 24 * 1024, "memory grew")
        assertTrue(after.native - before.native < 16 * 1024, "memory outside of Java grew")
    }

    /** KiB of the whole process, and of it what the allocator of the C library has given out. */
    private data class Memory(val process: Long, val native: Long) {
        override fun toString() = "$process KiB ($native KiB outside of Java)"
    }

    /** `struct mallinfo2` of glibc. */
    @Structure.FieldOrder(
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
    )
    class Mallinfo : Structure(), Structure.ByValue {
        @JvmField var arena = 0L
        @JvmField var ordblks = 0L
        @JvmField var smblks = 0L
        @JvmField var hblks = 0L
        @JvmField var hblkhd = 0L
        @JvmField var usmblks = 0L
        @JvmField var fsmblks = 0L
        @JvmField var uordblks = 0L
        @JvmField var fordblks = 0L
        @JvmField var keepcost = 0L
    }
}
