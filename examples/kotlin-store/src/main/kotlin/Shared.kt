import nl.magdit.Confidence
import nl.magdit.KnowledgeBase
import nl.magdit.Language
import nl.magdit.MagditException
import nl.magdit.Match
import nl.magdit.Outcome
import nl.magdit.Question
import nl.magdit.Role
import nl.magdit.code
import nl.magdit.match

/** What the screen shows for a text that was shared with this app. */
sealed interface Screen {
    /** An answer about one tool. */
    data class Answered(val title: String, val outcome: Outcome, val lines: List<String>) : Screen

    /** Somebody has to say which tool is meant. */
    data class Choose(val among: List<Match>) : Screen

    /** There is no tool in the text, or it cannot be read. */
    data class NotFound(val why: String) : Screen
}

/**
 * What a share from a store, a browser or a chat says: a title with a link,
 * a link alone, or a sentence. On Android it is the text of an ACTION_SEND.
 */
fun shared(library: KnowledgeBase, text: String, age: UByte?, today: String): Screen = try {
    val found = library.search(text, 5u)
    val match = found.match
    when {
        match != null -> answered(library, match, Question(role = Role.TEACHER, age = age, asOf = today))
        found.confidence == Confidence.NONE -> Screen.NotFound("none")
        else -> Screen.Choose(found.matches)
    }
} catch (error: MagditException) {
    Screen.NotFound(error.code.name)
}

private fun answered(library: KnowledgeBase, match: Match, question: Question): Screen {
    val answer = library.check(match.id, question.copy(edition = match.edition), Language.NL)
    val conditions = answer.conditions.map { "${it.whoText}: ${it.text}" }
    val lines = listOf(answer.headline, answer.routeText, answer.why, answer.consentText) + conditions + answer.standing
    return Screen.Answered(answer.name, answer.outcome, lines.filter { it.isNotEmpty() })
}

fun main(words: Array<String>) = KnowledgeBase.openEmbedded().use { library ->
    val today = java.time.LocalDate.now().toString()
    when (val screen = shared(library, words.joinToString(" "), age = null, today)) {
        is Screen.Answered -> (listOf("${screen.title}: ${screen.outcome}") + screen.lines).forEach(::println)
        is Screen.Choose -> screen.among.forEach { println("${it.name}?") }
        is Screen.NotFound -> println(screen.why)
    }
}
