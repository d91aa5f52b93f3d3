package nl.magdit

/** One call a number of times, for its cost: none|search|search-json|check|check-json TIMES. */
fun main(arguments: Array<String>) = KnowledgeBase.openEmbedded().use { library ->
    val (what, times) = arguments
    val question = Question(role = Role.TEACHER, age = 11u, sector = Sector.PO, asOf = "2026-11-21")
    val text = """{"role":"teacher","age":11,"sector":"po","as_of":"2026-11-21"}"""
    val call: () -> Int = when (what) {
        "none" -> { -> version().length }
        "search" -> { -> library.search("kahooot", 10u).matches.size }
        "search-json" -> { -> library.searchJson("kahooot", 10u).length }
        "check" -> { -> library.check("kahoot", question, Language.NL).conditions.size }
        "check-json" -> { -> library.checkJson("kahoot", text, "nl").length }
        else -> throw IllegalArgumentException(what)
    }
    println((1..times.toInt()).sumOf { call().toLong() })
}
