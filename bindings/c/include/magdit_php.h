#define FFI_SCOPE "MAGDIT"
#define FFI_LIB "libmagdit_c.so"

typedef enum {
  MAGDIT_STATUS_OK = 0,
  MAGDIT_STATUS_NULL_POINTER = 1,
  MAGDIT_STATUS_CLOSED_HANDLE = 2,
  MAGDIT_STATUS_NOT_UTF8 = 3,
  MAGDIT_STATUS_TOO_LARGE = 4,
  MAGDIT_STATUS_NOT_JSON = 5,
  MAGDIT_STATUS_INVALID_REQUEST = 6,
  MAGDIT_STATUS_UNKNOWN_LANGUAGE = 7,
  MAGDIT_STATUS_INVALID_DATE = 8,
  MAGDIT_STATUS_INVALID_AGE = 9,
  MAGDIT_STATUS_UNKNOWN_TOOL = 10,
  MAGDIT_STATUS_UNKNOWN_EDITION = 11,
  MAGDIT_STATUS_QUERY_TOO_LONG = 12,
  MAGDIT_STATUS_QUERY_CHARACTERS = 13,
  MAGDIT_STATUS_NOT_A_KNOWLEDGE_BASE = 14,
  MAGDIT_STATUS_KNOWLEDGE_BASE_DAMAGED = 15,
  MAGDIT_STATUS_KNOWLEDGE_BASE_VERSION = 16,
  MAGDIT_STATUS_RECORD_UNREADABLE = 17,
  MAGDIT_STATUS_NOT_EMBEDDED = 18,
  MAGDIT_STATUS_SCHOOL_FILE = 19,
  MAGDIT_STATUS_TOO_MANY_OPEN = 20,
  MAGDIT_STATUS_KNOWLEDGE_BASE_NOT_TRUSTED = 21,
  MAGDIT_STATUS_INTERNAL = 99,
} magdit_status;

typedef struct {
  const char *data;
  size_t length;
  uint64_t id;
} magdit_text;

uint32_t magdit_abi_version(void);

magdit_status magdit_open(const char *bytes,
                          size_t length,
                          const char *keys,
                          size_t keys_length,
                          uint64_t *handle,
                          magdit_text *error);

magdit_status magdit_open_unsigned(const char *bytes,
                                   size_t length,
                                   uint64_t *handle,
                                   magdit_text *error);

magdit_status magdit_open_embedded(uint64_t *handle, magdit_text *error);

magdit_status magdit_with_school(uint64_t handle,
                                 const char *file,
                                 size_t length,
                                 uint64_t *with_school,
                                 magdit_text *error);

magdit_status magdit_close(uint64_t handle);

magdit_status magdit_info(uint64_t handle,
                          const char *today,
                          size_t today_length,
                          magdit_text *out);

magdit_status magdit_search(uint64_t handle,
                            const char *text,
                            size_t length,
                            uint32_t limit,
                            magdit_text *out);

magdit_status magdit_tool(uint64_t handle, const char *id, size_t length, magdit_text *out);

magdit_status magdit_check(uint64_t handle,
                           const char *id,
                           size_t id_length,
                           const char *question,
                           size_t question_length,
                           const char *language,
                           size_t language_length,
                           magdit_text *out);

magdit_status magdit_questionnaire(uint64_t handle,
                                   const char *answers,
                                   size_t answers_length,
                                   const char *question,
                                   size_t question_length,
                                   const char *language,
                                   size_t language_length,
                                   magdit_text *out);

magdit_status magdit_text_free(magdit_text *text);
