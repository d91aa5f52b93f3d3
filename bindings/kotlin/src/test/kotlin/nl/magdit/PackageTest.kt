package nl.magdit

import java.io.File
import kotlin.concurrent.thread
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What users meet first. */
class PackageTest {
    private val question = Question(role = Role.TEACHER, age = 11u, asOf = "2026-11-21")

    @Test
    fun theEmbeddedKnowledgeBaseAnswers() = KnowledgeBase.openEmbedded().use { library ->
        val answer = library.check("kahoot", question, Language.NL)
        assertEquals(Outcome.CONDITIONAL, answer.outcome)
        assertEquals("Kahoot!", answer.name)
        assertEquals(answer, library.check("kahoot", question, Language.NL))
        assertNotEquals(answer, library.check("kahoot", question.copy(role = Role.PARENT), Language.NL))
        assertEquals("kahoot", library.search("Kahoot!").match?.id)
        assertNull(library.search("kahooot").match)
    }

    @Test
    fun recordsSayWhatTheJsonSays() = fixture().use { library ->
        var compared = 0
        val checks = files().flatMap { it.cases }.filter { it.word("call") == "check" && it["status"].asInt() == 0 }
        for (case in checks.filter { it["school"] == null && it["answer"] != null }) {
            val asked = json.readTree(case.word("question"))
            fun <T : Enum<T>> pick(values: List<T>, name: String) =
                asked[name]?.let { node -> values.first { it.name.lowercase() == node.asText() } }
            val question = Question(
                role = pick(Role.entries, "role"),
                age = asked["age"]?.asInt()?.toUByte(),
                sector = pick(Sector.entries, "sector"),
                purpose = pick(Purpose.entries, "purpose"),
                account = pick(Account.entries, "account"),
                data = pick(Data.entries, "data"),
                device = pick(Device.entries, "device"),
                procured = asked["procured"]?.asBoolean(),
                compulsory = asked["compulsory"]?.asBoolean(),
                country = asked["country"]?.asText() ?: "NL",
                edition = asked["edition"]?.asText(),
                asOf = asked.word("as_of"),
                today = asked["today"]?.asText(),
            )
            val answer = library.check(case.word("tool"), question, Language.valueOf(case.word("language").uppercase()))
            val expected = json.readTree(case.word("answer"))
            assertEquals(expected.word("outcome"), answer.outcome.name.lowercase())
            assertEquals(expected["route"]?.takeIf { !it.isNull }?.asText(), answer.route?.name?.lowercase())
            assertEquals(expected.word("headline"), answer.headline)
            assertEquals(expected["conditions"].map { it.word("text") }, answer.conditions.map { it.text })
            assertEquals(expected["reasons"].map { it.word("rule") }, answer.reasons.map { it.rule })
            assertEquals(expected["unknowns"].map { it.word("label") }, answer.unknowns.map { it.label })
            assertEquals(expected.word("freshness"), answer.freshness.name.lowercase())
            assertEquals(expected["consent"].word("kind"), answer.consent.kind.name.lowercase())
            compared += 1
        }
        assertTrue(compared > 80, "$compared")
        println("records kotlin: $compared answers as records and as JSON")
    }

    @Test
    fun anErrorHasACodeAndAText() = KnowledgeBase.openEmbedded().use { library ->
        val calls = listOf<Pair<ErrorCode, () -> Any>>(
            ErrorCode.UNKNOWN_TOOL to { library.check("geen-tool", question, Language.NL) },
            ErrorCode.INVALID_DATE to { library.check("kahoot", question.copy(asOf = "2026-02-30"), Language.NL) },
            ErrorCode.INVALID_AGE to { library.check("kahoot", question.copy(age = 121u), Language.NL) },
            ErrorCode.INVALID_DATE to { library.info("vandaag") },
            ErrorCode.QUERY_TOO_LONG to { library.search("x".repeat(5001)) },
            ErrorCode.NOT_A_KNOWLEDGE_BASE to { KnowledgeBase.openUnsigned(byteArrayOf(1)) },
            ErrorCode.SCHOOL_FILE to { library.withSchool("{".toByteArray()) },
        )
        for ((code, call) in calls) {
            val error = assertThrows(MagditException::class.java) { call() }
            assertEquals(code, error.code)
            assertTrue(error.text.isNotEmpty())
        }
    }

    @Test
    fun aFileFromOutsideOpensWithTheKeysOfItsSignersAlone() {
        fun bytes(name: String) = File(folder, name).readBytes()
        val signed = bytes("signed.kb")
        val keys = String(bytes("signed.keys"))
        assertEquals(7uL, KnowledgeBase.open(signed, keys).use { it.info().release.number })
        val refused = listOf(
            Triple(bytes("fixture.kb"), keys, ErrorCode.KNOWLEDGE_BASE_NOT_TRUSTED),
            Triple(signed, "", ErrorCode.INVALID_REQUEST),
            Triple(signed, "x".repeat(16385), ErrorCode.TOO_LARGE),
            Triple(signed.copyOf(signed.size - 1), keys, ErrorCode.KNOWLEDGE_BASE_DAMAGED),
        )
        for ((file, given, code) in refused) {
            assertEquals(code, assertThrows(MagditException::class.java) { KnowledgeBase.open(file, given) }.code)
        }
    }

    @Test
    fun aClosedKnowledgeBaseRefuses() {
        val library = KnowledgeBase.openEmbedded()
        library.close()
        library.close()
        assertThrows(IllegalStateException::class.java) { library.search("kahoot") }
    }

    @Test
    fun aQuestionnaireComesToItsEnd() = fixture().use { library ->
        var answers = GivenAnswers(name = "Rekenraket")
        val asked = Question(asOf = "2026-11-21")
        var steps = 0
        while (true) {
            when (val step = library.questionnaire(answers, asked, Language.NL)) {
                is Step.Ask -> answers = answers.with(step.next.key, step.next.options.first().value)
                is Step.Done -> return@use assertTrue(steps > 0 && step.provisional.answer.outcome != Outcome.ALLOWED)
            }
            steps += 1
            assertTrue(steps <= 10)
        }
    }

    @Test
    fun anAgeThatIsNoneIsRefusedAndNotCutOff() {
        assertEquals(listOf<UByte>(0u, 12u, 120u), listOf(ageOf(0), ageOf(12), ageOf(120)))
        for (years in listOf(-1, 121, 256, 268, Int.MAX_VALUE, Int.MIN_VALUE)) {
            assertEquals(ErrorCode.INVALID_AGE, assertThrows(MagditException::class.java) { ageOf(years) }.code)
        }
    }

    @Test
    fun threadsShareOneKnowledgeBase() = KnowledgeBase.openEmbedded().use { library ->
        val expected = library.check("kahoot", question, Language.NL)
        val same = java.util.concurrent.atomic.AtomicInteger()
        List(8) {
            thread { repeat(20) { if (library.check("kahoot", question, Language.NL) == expected) same.incrementAndGet() } }
        }.forEach { it.join() }
        assertEquals(160, same.get())
    }
}
