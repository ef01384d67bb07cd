#include <gmime/gmime.h>

// GObject's casts are macros, which Swift does not see.

static inline GMimeObject *cgmime_root(GMimeMessage *message) {
  return g_mime_message_get_mime_part(message);
}

static inline GMimeMultipart *cgmime_multipart(GMimeObject *object) {
  return GMIME_IS_MULTIPART(object) ? (GMimeMultipart *)object : NULL;
}

static inline GMimePart *cgmime_part(GMimeObject *object) {
  return GMIME_IS_PART(object) ? (GMimePart *)object : NULL;
}

/// Has messages inside of messages read as parts, so that their source stays as it came.
static inline void cgmime_leave_messages_whole(void) {
  const char *subtypes[] = {"rfc822", "rfc2822", "global", "news", "partial", "external-body",
                            "global-headers", "rfc822-headers"};
  for (size_t index = 0; index < sizeof subtypes / sizeof *subtypes; index++) {
    g_mime_object_register_type("message", subtypes[index], GMIME_TYPE_PART);
  }
}

static inline InternetAddressGroup *cgmime_group(InternetAddress *address) {
  return INTERNET_ADDRESS_IS_GROUP(address) ? (InternetAddressGroup *)address : NULL;
}

static inline InternetAddressMailbox *cgmime_mailbox(InternetAddress *address) {
  return INTERNET_ADDRESS_IS_MAILBOX(address) ? (InternetAddressMailbox *)address : NULL;
}

/// Where the content of a part lies in the bytes that its parser reads.
///
/// Gives false unless the parser keeps its stream and reads memory.
static inline gboolean cgmime_content_range(GMimePart *part, gint64 *start, gint64 *end) {
  GMimeDataWrapper *content = g_mime_part_get_content(part);
  GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : NULL;
  if (!stream || !GMIME_IS_STREAM_MEM(stream)) return FALSE;
  *start = stream->bound_start;
  *end = stream->bound_end >= 0 ? stream->bound_end
                                : (gint64)g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream)->len;
  return *start >= 0 && *start <= *end;
}

/// A stream that frees the array with itself.
static inline GMimeStream *cgmime_stream(GByteArray *array) {
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
  g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, TRUE);
  return stream;
}
