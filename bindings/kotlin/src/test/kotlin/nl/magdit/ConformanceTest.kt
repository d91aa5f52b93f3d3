package nl.magdit

import com.fasterxml.jackson.databind.JsonNode
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** Replays the conformance file. */
class ConformanceTest {
    private fun replay(library: KnowledgeBase, case: JsonNode): String {
        if (case.word("call") == "open") {
            val bytes = case.word("bytes").chunked(2).map { it.toInt(16).toByte() }.toByteArray()
            return KnowledgeBase.openUnsigned(bytes).use { it.infoJson() }
        }
        val school = case["school"] ?: return call(library, case)
        val file = File(folder, "schools/${school.asText()}.json").readBytes()
        return library.withSchool(file).use { call(it, case) }
    }

    private fun call(library: KnowledgeBase, case: JsonNode): String = when (case.word("call")) {
        "info", "with_school" -> library.infoJson(case["today"]?.asText())
        "search" -> library.searchJson(case.word("text"), case["limit"].asLong().toUInt())
        "tool" -> library.toolJson(case.word("tool"))
        "check" -> library.checkJson(case.word("tool"), case.word("question"), case.word("language"))
        else -> library.questionnaireJson(case.word("answers"), case.word("question"), case.word("language"))
    }

    private fun shown(error: MagditException): String =
        json.writeValueAsString(linkedMapOf("code" to errorWord(error.code), "error" to error.text))

    @Test
    fun everyCaseGivesTheSameBytes() {
        var total = 0
        for (file in files()) {
            file.library().use { library ->
                var replayed = 0
                for (case in file.cases) {
                    val name = "${file.name}: ${case.word("name")}"
                    var status = 0
                    var code = "ok"
                    val answer = try {
                        replay(library, case)
                    } catch (error: MagditException) {
                        status = errorNumber(error.code).toInt()
                        code = errorWord(error.code)
                        shown(error)
                    }
                    assertEquals(case["status"].asInt(), status, name)
                    assertEquals(case.word("code"), code, name)
                    val fields = case["fields"]
                    if (fields == null) {
                        assertEquals(case.word("answer"), answer, name)
                    } else {
                        val found = json.readTree(answer).fieldNames().asSequence().toList()
                        assertEquals(fields.map { it.asText() }, found, name)
                    }
                    replayed += 1
                }
                assertEquals(file.count, replayed, file.name)
                total += replayed
            }
        }
        println("conformance kotlin: $total cases")
    }
}
