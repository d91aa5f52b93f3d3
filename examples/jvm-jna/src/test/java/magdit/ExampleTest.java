package magdit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The example says what it is there to say. */
final class ExampleTest {
    @Test
    void aCertainNameIsAnsweredAndAnUncertainOneIsNot() throws Exception {
        String answered = said("kahoot");
        assertTrue(answered.startsWith("Kahoot!: ") && answered.contains("De school beslist"), answered);
        String uncertain = said("kahot");
        assertTrue(uncertain.startsWith("Welke bedoel je?") && uncertain.contains("Kahoot!"), uncertain);
        System.out.println("examples jvm: an answer and a suggestion");
    }

    private static String said(String name) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Example.main(new String[] {name});
        } finally {
            System.setOut(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
