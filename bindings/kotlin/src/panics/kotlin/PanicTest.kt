package nl.magdit

import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** For a library, and glue, with a call that panics. */
class PanicTest {
    @Test
    fun aPanicIsAnError() = KnowledgeBase.openEmbedded().use { library ->
        repeat(100) {
            val error = assertThrows(InternalException::class.java) { testPanic() }
            assertTrue(error.message!!.contains("a deliberate panic"))
        }
        assertTrue(library.search("kahoot").certain)
        println("panic kotlin: 100 panics, each an error")
    }
}
