//! Words of a query that name no tool.
//!
//! The lists are short on purpose: a word that is missing here makes an
//! answer less sure, never wrong.

/// Articles, prepositions and the like: they may be missing from a name, or
/// stand in it, without making it another name.
const SMALL: &[&str] = &[
    "a", "aan", "als", "an", "and", "at", "bij", "by", "dat", "de", "deze", "die", "dit", "een",
    "en", "er", "for", "from", "het", "in", "is", "met", "my", "n", "na", "naar", "nog", "of", "om",
    "on", "onze", "ook", "op", "our", "per", "s", "t", "te", "that", "the", "this", "to", "tot",
    "uit", "van", "vanuit", "via", "voor", "with", "zo",
];

/// Words that say that something is an app, not which.
const FILLERS: &[&str] = &[
    "account", "app", "applicatie", "application", "apps", "com", "dienst", "download", "gratis",
    "http", "https", "inlog", "inloggen", "install", "installeren", "link", "login", "nl", "online",
    "page", "pagina", "platform", "program", "programma", "service", "site", "software", "spel",
    "spelletje", "tool", "tooltje", "versie", "version", "web", "webapp", "webpagina", "website",
    "www",
];

/// Words of questions and requests.
const QUESTION: &[&str] = &[
    "allowed", "am", "anders", "any", "anyone", "are", "avg", "be", "bedoel", "beleid", "ben",
    "beste", "can", "computer", "could", "daarvoor", "dan", "data", "denk", "do", "doen", "does",
    "door", "echt", "eens", "eigen", "eigenlijk", "even", "filmpje", "filmpjes", "ga", "gaan",
    "gdpr", "gebruik", "gebruiken", "gebruikt", "geen", "geldt", "get", "goed", "graag", "ha",
    "hallo", "have", "heb", "hebben", "heeft", "hello", "help", "hey", "hi", "hier", "hoe", "hoi",
    "how", "huiswerk", "hun", "i", "iemand", "ik", "inzetten", "ja", "je", "jij", "jullie", "kan",
    "kids", "kijk", "kun", "kunnen", "laat", "laten", "legaal", "legal", "les", "lesgeven",
    "lessen", "let", "mag", "maken", "may", "me", "mee", "mij", "mijn", "misschien", "moet",
    "moeten", "mogen", "morgen", "must", "nee", "need", "needed", "niet", "nodig", "not", "nu",
    "ok", "okay", "oke", "onder", "ons", "opdracht", "opdrachten", "open", "openen",
    "oudertoestemming", "over", "permitted", "please", "privacy", "probleem", "regels", "safe",
    "samen", "scholen", "school", "schools", "should", "so", "staat", "start", "starten", "straks",
    "thuis", "toe", "toegestaan", "toestaan", "toestemming", "toets", "toetsen", "uh", "uhm", "us",
    "use", "used", "using", "vandaag", "veilig", "verboden", "vertel", "vind", "vinden", "volgens",
    "vraag", "wanneer", "want", "wat", "we", "weet", "wel", "welke", "werken", "wet", "weten",
    "what", "which", "wie", "wij", "wil", "willen", "would", "you", "zal", "ze", "zeg", "zelf",
    "zij", "zijn", "zoek", "zoeken", "zou", "zouden",
];

/// School subjects and what is done in class.
const SCHOOL: &[&str] = &[
    "aardrijkskunde", "begrijpend", "biologie", "class", "classroom", "duits", "engels", "foto",
    "fotos", "frans", "geluid", "geschiedenis", "gesprek", "grade", "grammatica", "groep",
    "groepen", "gym", "homework", "jaar", "kind", "kinderen", "kinds", "klas", "klassen",
    "kleuters", "leerling", "leerlingen", "leren", "lesson", "lezen", "math", "maths", "muziek",
    "nederlands", "oefenen", "onderwijs", "ouder", "ouders", "presentatie", "presentaties",
    "project", "pupil", "pupils", "quiz", "quizzen", "rekenen", "rekenles", "scheikunde",
    "schrijven", "spelling", "student", "studenten", "students", "taal", "taalles", "tafels",
    "tekenen", "thema", "topografie", "vergaderen", "vergadering", "video", "videos", "werkstuk",
    "wiskunde", "woordjes", "year",
];

/// Whether a word may be left out of a name.
pub(super) fn is_small_word(word: &str) -> bool {
    SMALL.contains(&word)
}

/// Whether a word says no more than that something is an app.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

/// Whether a word belongs to a question rather than to a name.
pub(super) fn is_question_word(word: &str) -> bool {
    QUESTION.contains(&word)
}

/// Whether a word is about school.
pub(super) fn is_school_word(word: &str) -> bool {
    SCHOOL.contains(&word)
}
