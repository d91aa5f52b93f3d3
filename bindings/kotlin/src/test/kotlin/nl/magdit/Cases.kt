package nl.magdit

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.io.File

internal val folder = File(System.getProperty("magdit.conformance"))
internal val json = ObjectMapper()

internal fun fixture(): KnowledgeBase = KnowledgeBase.openUnsigned(File(folder, "fixture.kb").readBytes())

internal class CaseFile(path: File) {
    private val node: JsonNode = json.readTree(path)
    val name: String = path.name
    val count: Int = node["count"].asInt()
    val cases: List<JsonNode> = node["cases"].toList()
    fun library(): KnowledgeBase = when (node["knowledge_base"].asText()) {
        "embedded" -> KnowledgeBase.openEmbedded()
        else -> fixture()
    }
}

internal fun files(): List<CaseFile> =
    folder.listFiles { file -> file.extension == "json" }!!.sorted().map { CaseFile(it) }

internal fun JsonNode.word(name: String): String = get(name).asText()
