import nl.magdit.KnowledgeBase
import nl.magdit.Outcome
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class SharedTest {
    private val day = "2026-11-21"

    @Test
    fun sharedTextIsAnsweredOrAskedAbout() = KnowledgeBase.openEmbedded().use { library ->
        val link = shared(library, "https://kahoot.it/challenge/123", 11u, day) as Screen.Answered
        assertEquals("Kahoot!", link.title)
        assertEquals(Outcome.CONDITIONAL, link.outcome)
        assertTrue(link.lines.size > 4)
        val slip = shared(library, "kahooot", 11u, day) as Screen.Choose
        assertTrue(slip.among.any { it.name == "Kahoot!" })
        assertTrue(shared(library, "qqqqzzzzwwww", null, day) is Screen.NotFound)
        assertEquals("QUERY_TOO_LONG", (shared(library, "x".repeat(6000), null, day) as Screen.NotFound).why)
        println("examples kotlin: 4 shared texts")
    }
}
