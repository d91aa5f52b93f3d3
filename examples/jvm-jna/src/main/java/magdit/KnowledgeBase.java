package magdit;

import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;

/**
 * A verified knowledge base. Every call gives JSON, the same bytes as in every other language.
 *
 * <p>Any number of threads may use one. Close it once; a call after that is an error and never a crash.
 */
public final class KnowledgeBase implements AutoCloseable {
    private final long handle;

    private KnowledgeBase(long handle) {
        this.handle = handle;
    }

    /** The knowledge base inside the library. */
    public static KnowledgeBase embedded() {
        return open((handle, error) -> Native.LIBRARY.magdit_open_embedded(handle, error));
    }

    /**
     * A knowledge base out of the bytes of a file magdit.kb that holders of these keys signed. The keys are the
     * publisher's key file; keep it with your program, and never take it from where the file comes from.
     */
    public static KnowledgeBase open(byte[] bytes, String keys) {
        byte[] trusted = bytes(keys);
        return open((handle, error) ->
                Native.LIBRARY.magdit_open(given(bytes), bytes.length, given(trusted), trusted.length, handle, error));
    }

    /** One that anybody may have made: for files that came with your program, and for tests. */
    public static KnowledgeBase openUnsigned(byte[] bytes) {
        return open((handle, error) -> Native.LIBRARY.magdit_open_unsigned(given(bytes), bytes.length, handle, error));
    }

    /** The same with a school's own file over it: JSON. Look at school.problems in {@link #info}. */
    public KnowledgeBase withSchool(byte[] file) {
        return open((opened, error) ->
                Native.LIBRARY.magdit_with_school(handle, given(file), file.length, opened, error));
    }

    /** Which knowledge base this is; today, such as 2026-11-21, may be null. */
    public String info(String today) {
        byte[] day = today == null ? null : bytes(today);
        return call(out -> Native.LIBRARY.magdit_info(handle, given(day), day == null ? 0 : day.length, out));
    }

    /** Tools by name, with typing errors, by the beginning of a name, or by a link. */
    public String search(String text, int limit) {
        byte[] typed = bytes(text);
        return call(out -> Native.LIBRARY.magdit_search(handle, given(typed), typed.length, limit, out));
    }

    /** The record of a tool. */
    public String tool(String id) {
        byte[] tool = bytes(id);
        return call(out -> Native.LIBRARY.magdit_tool(handle, given(tool), tool.length, out));
    }

    /** Whether a tool may be used; question is JSON, language nl or en. */
    public String check(String id, String question, String language) {
        byte[] tool = bytes(id);
        byte[] asked = bytes(question);
        byte[] spoken = bytes(language);
        return call(out -> Native.LIBRARY.magdit_check(
                handle, given(tool), tool.length, given(asked), asked.length, given(spoken), spoken.length, out));
    }

    /** What to ask next about a tool that nobody recorded, or the provisional answer. */
    public String questionnaire(String answers, String question, String language) {
        byte[] given = bytes(answers);
        byte[] asked = bytes(question);
        byte[] spoken = bytes(language);
        return call(out -> Native.LIBRARY.magdit_questionnaire(
                handle, given(given), given.length, given(asked), asked.length, given(spoken), spoken.length, out));
    }

    @Override
    public void close() {
        int status = Native.LIBRARY.magdit_close(handle);
        if (status != 0) {
            throw new MagditException(status, "{\"code\":\"closed_handle\",\"error\":\"it is closed already\"}");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** JNA passes an empty array as an address nobody may read; one byte that does not count is safe. */
    private static byte[] given(byte[] bytes) {
        return bytes != null && bytes.length == 0 ? new byte[1] : bytes;
    }

    private interface Call {
        int into(Native.Text out);
    }

    private interface Opening {
        int into(LongByReference handle, Native.Text error);
    }

    private static String call(Call call) {
        Native.Text out = new Native.Text();
        int status = call.into(out);
        String text = take(out);
        if (status != 0) {
            throw new MagditException(status, text);
        }
        return text;
    }

    private static KnowledgeBase open(Opening opening) {
        LongByReference handle = new LongByReference();
        Native.Text error = new Native.Text();
        int status = opening.into(handle, error);
        if (status != 0) {
            throw new MagditException(status, take(error));
        }
        return new KnowledgeBase(handle.getValue());
    }

    private static String take(Native.Text text) {
        if (text.data == null) {
            return "";
        }
        String taken = new String(text.data.getByteArray(0, Math.toIntExact(text.length)), StandardCharsets.UTF_8);
        Native.LIBRARY.magdit_text_free(text);
        return taken;
    }
}
