package magdit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replays the conformance file: equal bytes, every case. */
final class ConformanceTest {
    private static final Path FOLDER = Path.of(System.getProperty("magdit.conformance"));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyCaseGivesItsBytes() throws Exception {
        int total = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*.json")) {
            for (Path path : files) {
                JsonNode file = MAPPER.readTree(path.toFile());
                int replayed = 0;
                try (KnowledgeBase library = opened(file.get("knowledge_base").asText())) {
                    for (JsonNode one : file.get("cases")) {
                        compare(path.getFileName() + ": " + one.get("name").asText(), library, one);
                        replayed++;
                    }
                }
                assertEquals(file.get("count").asInt(), replayed, path.toString());
                total += replayed;
            }
        }
        assertTrue(total >= 400, "only " + total);
        System.out.println("conformance jvm: " + total + " cases");
    }

    @Test
    void aFileFromOutsideNeedsTheKeysOfItsSigners() throws Exception {
        byte[] signed = Files.readAllBytes(FOLDER.resolve("signed.kb"));
        byte[] unsigned = Files.readAllBytes(FOLDER.resolve("fixture.kb"));
        String keys = Files.readString(FOLDER.resolve("signed.keys"));
        try (KnowledgeBase library = KnowledgeBase.open(signed, keys)) {
            assertEquals(7, MAPPER.readTree(library.info(null)).get("number").asInt());
        }
        assertEquals(21, assertThrows(MagditException.class, () -> KnowledgeBase.open(unsigned, keys)).status());
        assertEquals(6, assertThrows(MagditException.class, () -> KnowledgeBase.open(signed, "")).status());
    }

    private static KnowledgeBase opened(String name) throws Exception {
        if (name.equals("embedded")) {
            return KnowledgeBase.embedded();
        }
        return KnowledgeBase.openUnsigned(Files.readAllBytes(FOLDER.resolve(name)));
    }

    private static void compare(String name, KnowledgeBase library, JsonNode one) throws Exception {
        int status = 0;
        String answer;
        try {
            answer = replay(library, one);
        } catch (MagditException error) {
            status = error.status();
            answer = error.json();
            assertEquals(one.get("code").asText(), MAPPER.readTree(answer).get("code").asText(), name);
        }
        assertEquals(one.get("status").asInt(), status, name);
        if (one.has("fields")) {
            List<String> fields = new ArrayList<>();
            MAPPER.readTree(answer).fieldNames().forEachRemaining(fields::add);
            List<String> expected = new ArrayList<>();
            one.get("fields").forEach(field -> expected.add(field.asText()));
            assertEquals(expected, fields, name);
        } else {
            assertEquals(one.get("answer").asText(), answer, name);
        }
    }

    private static String replay(KnowledgeBase library, JsonNode one) throws Exception {
        if (one.get("call").asText().equals("open")) {
            try (KnowledgeBase opened = KnowledgeBase.openUnsigned(HexFormat.of().parseHex(one.get("bytes").asText()))) {
                return opened.info(null);
            }
        }
        if (one.has("school")) {
            byte[] file = Files.readAllBytes(FOLDER.resolve("schools").resolve(one.get("school").asText() + ".json"));
            try (KnowledgeBase atSchool = library.withSchool(file)) {
                return call(atSchool, one);
            }
        }
        return call(library, one);
    }

    private static String call(KnowledgeBase library, JsonNode one) {
        return switch (one.get("call").asText()) {
            case "info", "with_school" -> library.info(text(one, "today"));
            case "search" -> library.search(text(one, "text"), (int) one.get("limit").asLong());
            case "tool" -> library.tool(text(one, "tool"));
            case "check" -> library.check(text(one, "tool"), text(one, "question"), text(one, "language"));
            case "questionnaire" ->
                    library.questionnaire(text(one, "answers"), text(one, "question"), text(one, "language"));
            default -> throw new AssertionError("there is no such call");
        };
    }

    private static String text(JsonNode one, String field) {
        return one.has(field) ? one.get(field).asText() : null;
    }
}
