#include <gmime/gmime.h>

// GObject's casts are macros, which Swift does not see.

static inline GMimeObject *cgmime_object_of_message(GMimeMessage *message) {
  return (GMimeObject *)message;
}

static inline GMimeObject *cgmime_object_of_multipart(GMimeMultipart *multipart) {
  return (GMimeObject *)multipart;
}

static inline GMimeObject *cgmime_object_of_text(GMimeTextPart *part) {
  return (GMimeObject *)part;
}

static inline GMimeObject *cgmime_object_of_part(GMimePart *part) { return (GMimeObject *)part; }

static inline GMimePart *cgmime_part_of_text(GMimeTextPart *part) { return (GMimePart *)part; }

static inline InternetAddress *cgmime_address(const char *name, const char *address) {
  return internet_address_mailbox_new(name, address);
}

/// A part's content, decoded already; the part takes the bytes.
static inline void cgmime_set_content(GMimePart *part, const void *bytes, size_t count) {
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
  GMimeDataWrapper *content =
      g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_object_unref(stream);
  g_mime_part_set_content(part, content);
  g_object_unref(content);
}

/// The whole message with CRLF line ends; to be given back with `g_byte_array_unref`.
static inline GByteArray *cgmime_bytes(GMimeMessage *message) {
  GByteArray *bytes = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
  GMimeFormatOptions *format = g_mime_format_options_clone(NULL);
  g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream((GMimeObject *)message, format, stream);
  g_mime_format_options_free(format);
  g_object_unref(stream);
  return bytes;
}
