package magdit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;

/** Looks a tool up by name and prints the answer for a class of eleven. */
public final class Example {
    private Example() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        String name = arguments.length > 0 ? arguments[0] : "kahoot";
        try (KnowledgeBase library = KnowledgeBase.embedded()) {
            JsonNode found = mapper.readTree(library.search(name, 5));
            if (!found.get("certain").asBoolean()) {
                System.out.println("Welke bedoel je?");
                found.get("matches").forEach(match -> System.out.println("  " + match.get("name").asText()));
                return;
            }
            String question = mapper.createObjectNode()
                    .put("role", "teacher").put("age", 11).put("as_of", LocalDate.now().toString()).toString();
            JsonNode answer = mapper.readTree(library.check(found.at("/matches/0/id").asText(), question, "nl"));
            System.out.println(answer.get("name").asText() + ": " + answer.get("headline").asText());
            answer.get("conditions").forEach(condition ->
                    System.out.println("  " + condition.get("who_text").asText() + ": " + condition.get("text").asText()));
            System.out.println(answer.get("standing").asText());
        }
    }
}
