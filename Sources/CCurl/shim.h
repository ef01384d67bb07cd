#include <curl/curl.h>

// Swift cannot call variadic functions, and these say which type an option or an answer has.

static inline CURLcode rapport_curl_set_number(CURL *curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode rapport_curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode rapport_curl_set_text(CURL *curl, CURLoption option, const char *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode rapport_curl_set_pointer(CURL *curl, CURLoption option, void *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode rapport_curl_set_list(
    CURL *curl, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode rapport_curl_on_bytes(
    CURL *curl, CURLoption option, curl_write_callback callback) {
  return curl_easy_setopt(curl, option, callback);
}

static inline CURLcode rapport_curl_on_progress(CURL *curl, curl_xferinfo_callback callback) {
  return curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, callback);
}

static inline CURLcode rapport_curl_on_socket(CURL *curl, curl_opensocket_callback callback) {
  return curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, callback);
}

static inline CURLcode rapport_curl_on_tls(CURL *curl, curl_ssl_ctx_callback callback) {
  return curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, callback);
}

static inline CURLcode rapport_curl_get_number(CURL *curl, CURLINFO info, long *value) {
  return curl_easy_getinfo(curl, info, value);
}

static inline CURLcode rapport_curl_get_size(CURL *curl, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(curl, info, value);
}

static inline CURLcode rapport_curl_get_socket(CURL *curl, CURLINFO info, curl_socket_t *value) {
  return curl_easy_getinfo(curl, info, value);
}

static inline CURLcode rapport_curl_get_text(CURL *curl, CURLINFO info, const char **value) {
  return curl_easy_getinfo(curl, info, value);
}
