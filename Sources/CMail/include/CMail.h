/* A message of RFC 5322 and MIME, taken apart by libgmime and handed over piece by piece. */
#pragma once

#include <stddef.h>

/* What a piece is. Headers come first, then the parts in their order. */
enum mail_item {
    /* A header of the message: its name, and its value unfolded and decoded into UTF-8. */
    MAIL_HEADER = 1,
    /* A mailbox of From, Sender and To: the name that people read, and the address. */
    MAIL_FROM,
    MAIL_SENDER,
    MAIL_TO,
    /* The subject, decoded into UTF-8. */
    MAIL_SUBJECT,
    /* The time of Date, in seconds since 1970, as decimal digits. */
    MAIL_DATE,
    /* Identifiers without their brackets: Message-ID, those of In-Reply-To, those of References. */
    MAIL_ID,
    MAIL_REPLY_TO_ID,
    MAIL_REFERENCE,
    /* A multipart begins or ends: its subtype, in lower case. */
    MAIL_OPEN,
    MAIL_CLOSE,
    /* A leaf begins: its file name, empty for none, and its media type, in lower case. An attached
       one has the disposition `attachment`. */
    MAIL_PART,
    MAIL_ATTACHED_PART,
    /* The bytes of the leaf: text in UTF-8 as far as its character set is known, else as decoded. */
    MAIL_BODY,
    /* More was left out than `parts_max` and `depth_max` let through. */
    MAIL_MORE,
};

/* The bounds of one message. */
struct mail_bounds {
    /* The most leaves. */
    int parts_max;
    /* The deepest nesting that is taken apart; what lies deeper is a leaf as a whole. */
    int depth_max;
    /* The most headers of the message. */
    int headers_max;
};

/* Takes a piece; the texts end with a zero and are valid during the call only. `bytes` counts the
   value, which may hold zeros where it is a body. */
typedef void (*mail_taker)(
    void *context, int item, const char *name, const char *value, size_t bytes);

/* Takes a message apart. 0, or -1 where it is no message at all. */
int mail_read(
    const char *bytes, size_t count, struct mail_bounds bounds, mail_taker take, void *context);

/* Writes the SHA-256 of the bytes as 64 hexadecimal digits and a zero. */
void mail_digest(const char *bytes, size_t count, char digest[65]);
