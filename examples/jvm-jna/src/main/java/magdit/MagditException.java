package magdit;

/** Why a call was not answered. The number and the word stay; the message may be worded anew. */
public final class MagditException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String json;

    MagditException(int status, String json) {
        super(json);
        this.status = status;
        this.json = json;
    }

    /** The number: a MAGDIT_STATUS of magdit.h. */
    public int status() {
        return status;
    }

    /** The error as JSON: {"code":"unknown_tool","error":"…"}. */
    public String json() {
        return json;
    }
}
