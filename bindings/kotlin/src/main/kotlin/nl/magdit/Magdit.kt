/** What Kotlin has a shorter word for than the generated code. */
package nl.magdit

/** For a program. Codes are append-only. */
val MagditException.code: ErrorCode
    get() = when (this) {
        is MagditException.Failed -> code
    }

/** For whoever wrote the program. It may be worded anew and never repeats what was asked. */
val MagditException.text: String
    get() = when (this) {
        is MagditException.Failed -> text
    }

/** Whether the first match can be taken as what was meant without asking. */
val SearchResult.certain: Boolean
    get() = confidence == Confidence.EXACT

/** The match that may be answered for without asking; nothing where somebody has to choose. */
val SearchResult.match: Match?
    get() = matches.firstOrNull()?.takeIf { certain }

/**
 * An age in completed years, 0 to 120, as a question takes it. `toUByte()`
 * would make 12 of 268; this throws [MagditException].
 */
fun ageOf(years: Int): UByte {
    if (years in 0..120) return years.toUByte()
    throw MagditException.Failed(ErrorCode.INVALID_AGE, "the age is out of range, expected completed years from 0 to 120")
}

/** What to ask next. */
val Step.Ask.next: NextQuestion
    get() = v1

/** The provisional answer. */
val Step.Done.provisional: Provisional
    get() = v1

/** What somebody answered so far, with one answer more. */
fun GivenAnswers.with(key: AskKey, given: Given): GivenAnswers = copy(answers = answers + GivenAnswer(key, given))
