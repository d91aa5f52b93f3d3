package magdit;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.LongByReference;

/** The entries of magdit.h. Lengths are size_t: 64 bits on every desktop and server. */
interface Native extends Library {
    int ABI_VERSION = 2;

    Native LIBRARY = load();

    private static Native load() {
        Native library = com.sun.jna.Native.load("magdit_c", Native.class);
        int found = library.magdit_abi_version();
        if (found != ABI_VERSION) {
            throw new IllegalStateException(
                    "libmagdit_c has interface " + found + ", expected " + ABI_VERSION + "; install both of one release");
        }
        return library;
    }

    @Structure.FieldOrder({"data", "length", "id"})
    class Text extends Structure {
        public Pointer data;
        public long length;
        public long id;
    }

    int magdit_abi_version();

    int magdit_open(
            byte[] bytes, long length, byte[] keys, long keysLength, LongByReference handle, Text error);

    int magdit_open_unsigned(byte[] bytes, long length, LongByReference handle, Text error);

    int magdit_open_embedded(LongByReference handle, Text error);

    int magdit_with_school(long handle, byte[] file, long length, LongByReference withSchool, Text error);

    int magdit_close(long handle);

    int magdit_info(long handle, byte[] today, long length, Text out);

    int magdit_search(long handle, byte[] text, long length, int limit, Text out);

    int magdit_tool(long handle, byte[] id, long length, Text out);

    int magdit_check(
            long handle, byte[] id, long idLength, byte[] question, long questionLength, byte[] language,
            long languageLength, Text out);

    int magdit_questionnaire(
            long handle, byte[] answers, long answersLength, byte[] question, long questionLength, byte[] language,
            long languageLength, Text out);

    int magdit_text_free(Text text);
}
