/* The walk over a message that libgmime has parsed.

   The library decodes headers, transfer encodings and character sets. What it cannot decode is given
   as it is; nothing here decides what a message means. */

#include "CMail.h"

#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

struct walk {
    struct mail_bounds bounds;
    mail_taker take;
    void *context;
    GMimeParserOptions *options;
    int parts;
    int more;
};

static void give(
    const struct walk *walk, enum mail_item item, const char *name, const char *value)
{
    const char *text = value != NULL ? value : "";
    walk->take(walk->context, (int)item, name != NULL ? name : "", text, strlen(text));
}

static void give_mailboxes(
    const struct walk *walk, enum mail_item item, InternetAddressList *list, int depth)
{
    int count = list != NULL && depth < 4 ? internet_address_list_length(list) : 0;
    for (int index = 0; index < count && index < 100; index++) {
        InternetAddress *address = internet_address_list_get_address(list, index);
        if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
            give(walk, item, internet_address_get_name(address),
                internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
        } else if (INTERNET_ADDRESS_IS_GROUP(address)) {
            give_mailboxes(walk, item,
                internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), depth + 1);
        }
    }
}

static void give_references(
    const struct walk *walk, enum mail_item item, GMimeObject *message, const char *header)
{
    const char *value = g_mime_object_get_header(message, header);
    if (value == NULL) return;
    GMimeReferences *references = g_mime_references_parse(walk->options, value);
    int count = references != NULL ? g_mime_references_length(references) : 0;
    /* The last ones are the nearest. */
    for (int index = count > 200 ? count - 200 : 0; index < count; index++)
        give(walk, item, header, g_mime_references_get_message_id(references, index));
    if (references != NULL) g_mime_references_free(references);
}

static void give_headers(struct walk *walk, GMimeMessage *message) {
    GMimeObject *object = GMIME_OBJECT(message);
    GMimeHeaderList *headers = g_mime_object_get_header_list(object);
    int count = g_mime_header_list_get_count(headers);
    for (int index = 0; index < count && index < walk->bounds.headers_max; index++) {
        GMimeHeader *header = g_mime_header_list_get_header_at(headers, index);
        give(walk, MAIL_HEADER, g_mime_header_get_name(header), g_mime_header_get_value(header));
    }
    give_mailboxes(walk, MAIL_FROM, g_mime_message_get_from(message), 0);
    give_mailboxes(walk, MAIL_SENDER, g_mime_message_get_sender(message), 0);
    give_mailboxes(walk, MAIL_TO, g_mime_message_get_to(message), 0);
    const char *subject = g_mime_message_get_subject(message);
    if (subject != NULL) give(walk, MAIL_SUBJECT, "", subject);
    GDateTime *date = g_mime_message_get_date(message);
    if (date != NULL) {
        char seconds[32];
        snprintf(seconds, sizeof seconds, "%lld", (long long)g_date_time_to_unix(date));
        give(walk, MAIL_DATE, "", seconds);
    }
    const char *identifier = g_mime_message_get_message_id(message);
    if (identifier != NULL) give(walk, MAIL_ID, "", identifier);
    give_references(walk, MAIL_REPLY_TO_ID, object, "In-Reply-To");
    give_references(walk, MAIL_REFERENCE, object, "References");
}

/* Whether bytes are text already: UTF-8 without a lie. */
static int is_utf8(const GByteArray *bytes) {
    return g_utf8_validate((const char *)bytes->data, (gssize)bytes->len, NULL);
}

/* Bytes of a character set as UTF-8; the same bytes where the set is not known. */
static GByteArray *converted(GByteArray *bytes, const char *charset) {
    GMimeFilter *filter = g_mime_filter_charset_new(charset, "utf-8");
    if (filter == NULL) return g_byte_array_ref(bytes);
    GByteArray *result = g_byte_array_new();
    GMimeStream *memory = g_mime_stream_mem_new_with_byte_array(result);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(memory), FALSE);
    GMimeStream *stream = g_mime_stream_filter_new(memory);
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream), filter);
    g_mime_stream_write(stream, (const char *)bytes->data, bytes->len);
    g_mime_stream_flush(stream);
    g_object_unref(stream);
    g_object_unref(memory);
    g_object_unref(filter);
    return result;
}

static GByteArray *as_text(GByteArray *bytes, const char *charset) {
    int says_utf8 = charset == NULL || g_ascii_strcasecmp(charset, "utf-8") == 0
        || g_ascii_strcasecmp(charset, "us-ascii") == 0
        || g_ascii_strcasecmp(charset, "utf8") == 0;
    if (says_utf8)
        return is_utf8(bytes) ? g_byte_array_ref(bytes) : converted(bytes, "windows-1252");
    GByteArray *text = converted(bytes, charset);
    if (is_utf8(text)) return text;
    g_byte_array_unref(text);
    return converted(bytes, "windows-1252");
}

static GByteArray *decoded(GMimePart *part) {
    GByteArray *bytes = g_byte_array_new();
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content == NULL) return bytes;
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_data_wrapper_write_to_stream(content, stream);
    g_object_unref(stream);
    return bytes;
}

/* The bytes of a part as they stand in the message, with its headers. */
static GByteArray *unchanged(GMimeObject *object) {
    GByteArray *bytes = g_byte_array_new();
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_object_write_to_stream(object, NULL, stream);
    g_object_unref(stream);
    return bytes;
}

static void give_body(const struct walk *walk, GByteArray *bytes) {
    walk->take(walk->context, MAIL_BODY, "", (const char *)bytes->data, bytes->len);
    g_byte_array_unref(bytes);
}

static int may_give_part(struct walk *walk) {
    if (walk->parts < walk->bounds.parts_max) {
        walk->parts++;
        return 1;
    }
    if (!walk->more) give(walk, MAIL_MORE, "", "");
    walk->more = 1;
    return 0;
}

static char *media_type(GMimeObject *object) {
    GMimeContentType *type = g_mime_object_get_content_type(object);
    char *text = type != NULL ? g_mime_content_type_get_mime_type(type) : NULL;
    char *lower = g_ascii_strdown(text != NULL ? text : "application/octet-stream", -1);
    g_free(text);
    return lower;
}

static void give_leaf(struct walk *walk, GMimePart *part) {
    if (!may_give_part(walk)) return;
    GMimeObject *object = GMIME_OBJECT(part);
    char *type = media_type(object);
    GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object);
    int attached = disposition != NULL && g_mime_content_disposition_is_attachment(disposition);
    give(walk, attached ? MAIL_ATTACHED_PART : MAIL_PART, g_mime_part_get_filename(part), type);
    GByteArray *bytes = decoded(part);
    if (!attached && g_str_has_prefix(type, "text/")) {
        GByteArray *text =
            as_text(bytes, g_mime_object_get_content_type_parameter(object, "charset"));
        g_byte_array_unref(bytes);
        bytes = text;
    }
    give_body(walk, bytes);
    g_free(type);
}

/* A part that is not taken apart: a message in the message, or what is nested too deeply. */
static void give_whole(
    struct walk *walk, GMimeObject *shown, const char *name, const char *type)
{
    if (shown == NULL || !may_give_part(walk)) return;
    give(walk, MAIL_ATTACHED_PART, name, type);
    give_body(walk, unchanged(shown));
}

/* A multipart whose boundary never comes: all of it stands where a preamble would. */
static void give_unparted(struct walk *walk, GMimeObject *multipart) {
    const char *words = g_mime_multipart_get_prologue(GMIME_MULTIPART(multipart));
    if (words == NULL || *words == 0) {
        give_whole(walk, multipart, "broken.mime", "application/octet-stream");
    } else if (may_give_part(walk)) {
        GByteArray *bytes = g_byte_array_new();
        g_byte_array_append(bytes, (const guint8 *)words, (guint)strlen(words));
        GByteArray *text = as_text(bytes, NULL);
        g_byte_array_unref(bytes);
        give(walk, MAIL_PART, "", "text/plain");
        give_body(walk, text);
    }
}

static void give_part(struct walk *walk, GMimeObject *object, int depth) {
    if (GMIME_IS_MULTIPART(object) && depth < walk->bounds.depth_max) {
        GMimeContentType *type = g_mime_object_get_content_type(object);
        const char *named = type != NULL ? g_mime_content_type_get_media_subtype(type) : NULL;
        char *subtype = g_ascii_strdown(named != NULL ? named : "mixed", -1);
        give(walk, MAIL_OPEN, "", subtype);
        int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
        for (int index = 0; index < count && !walk->more; index++)
            give_part(walk, g_mime_multipart_get_part(GMIME_MULTIPART(object), index), depth + 1);
        if (count == 0) give_unparted(walk, object);
        give(walk, MAIL_CLOSE, "", subtype);
        g_free(subtype);
    } else if (GMIME_IS_PART(object)) {
        give_leaf(walk, GMIME_PART(object));
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        give_whole(
            walk, inner != NULL ? GMIME_OBJECT(inner) : NULL, "message.eml", "message/rfc822");
    } else if (object != NULL) {
        give_whole(walk, object, "nested.mime", "application/octet-stream");
    }
}

/* Where the empty line begins that ends the headers; the length where there is none. */
static size_t end_of_headers(const char *bytes, size_t count) {
    size_t start = 0;
    while (start < count) {
        const char *end = memchr(bytes + start, '\n', count - start);
        if (end == NULL) return count;
        size_t length = (size_t)(end - bytes) - start;
        if (length == 0 || (length == 1 && bytes[start] == '\r')) return start;
        start += length + 1;
    }
    return count;
}

/* Appends an encoded word of the encoding B as one of the encoding Q, and gives where it ends; NULL
   where none stands here. */
static const char *append_as_q(GByteArray *to, const char *word, const char *end) {
    if (end - word < 8 || word[0] != '=' || word[1] != '?') return NULL;
    const char *charset = word + 2, *mark = charset;
    while (mark < end && mark - charset < 64 && (g_ascii_isalnum(*mark) || strchr("-_:.+*", *mark)))
        mark++;
    if (end - mark < 5 || mark == charset || mark[0] != '?' || mark[2] != '?') return NULL;
    if (mark[1] != 'b' && mark[1] != 'B') return NULL;
    const char *data = mark + 3, *last = data;
    while (last < end && last - data < 4096 && (g_ascii_isalnum(*last) || strchr("+/=", *last)))
        last++;
    if (end - last < 2 || last[0] != '?' || last[1] != '=') return NULL;
    gchar *text = g_strndup(data, (gsize)(last - data));
    gsize length = 0;
    guchar *decoded = g_base64_decode(text, &length);
    g_free(text);
    g_byte_array_append(to, (const guint8 *)word, (guint)(mark - word));
    g_byte_array_append(to, (const guint8 *)"?q?", 3);
    for (gsize index = 0; index < length; index++) {
        char digits[4];
        snprintf(digits, sizeof digits, "=%02X", decoded[index]);
        g_byte_array_append(to, (const guint8 *)digits, 3);
    }
    g_byte_array_append(to, (const guint8 *)"?=", 2);
    g_free(decoded);
    return last + 2;
}

/* The message with the words of its headers in the encoding Q. The library joins words that follow
   each other, as some programs break them inside of a character, and of those in the encoding B it
   drops all that comes after the first padding. */
static GByteArray *with_q_words(const char *bytes, size_t count) {
    GByteArray *result = g_byte_array_sized_new((guint)count);
    const char *end = bytes + end_of_headers(bytes, count), *at = bytes;
    while (at < end) {
        const char *word = memchr(at, '=', (size_t)(end - at));
        if (word == NULL) break;
        g_byte_array_append(result, (const guint8 *)at, (guint)(word - at));
        at = append_as_q(result, word, end);
        if (at == NULL) {
            g_byte_array_append(result, (const guint8 *)word, 1);
            at = word + 1;
        }
    }
    g_byte_array_append(result, (const guint8 *)at, (guint)(bytes + count - at));
    return result;
}

int mail_read(
    const char *given, size_t length, struct mail_bounds bounds, mail_taker take, void *context)
{
    static int is_ready = 0;
    if (!is_ready) g_mime_init();
    is_ready = 1;
    const char *fallbacks[] = {"utf-8", "windows-1252", NULL};
    GMimeParserOptions *options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, fallbacks);
    GByteArray *bytes = with_q_words(given, length);
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, options);
    struct walk walk = {bounds, take, context, options, 0, 0};
    if (message != NULL) {
        give_headers(&walk, message);
        give_part(&walk, g_mime_message_get_mime_part(message), 0);
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    g_mime_parser_options_free(options);
    return message != NULL ? 0 : -1;
}

void mail_digest(const char *bytes, size_t count, char digest[65]) {
    char *text =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, (gsize)count);
    g_strlcpy(digest, text != NULL ? text : "", 65);
    g_free(text);
}
