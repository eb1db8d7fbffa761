import SupportModel

extension MailExample {
    /// Subjects, as encoded words and raw.
    static let headers: [MailExample] = [
        MailExample(
            "encoded word Q",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=

            hi
            """,
            .subject("Grüße"),
            .text("hi")),
        MailExample(
            "encoded word B",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?UTF-8?B?0J/RgNC40LLQtdGC?=

            hi
            """,
            .subject("Привет"),
            .text("hi")),
        MailExample(
            "two words join",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?utf-8?q?Gr=C3=BC?= =?utf-8?q?=C3=9Fe?=

            hi
            """,
            .subject("Grüße"),
            .text("hi")),
        MailExample(
            "folded",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: one
             two
            \tthree

            hi
            """,
            .subject("one two three"),
            .text("hi")),
        MailExample(
            "word in latin 2",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?iso-8859-2?q?=BF=F3=B3w?=

            hi
            """,
            .subject("żółw"),
            .text("hi")),
        MailExample(
            "word in iso-2022-jp",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?ISO-2022-JP?B?GyRCJDMbKEI=?=

            hi
            """,
            .subject("こ"),
            .text("hi")),
        MailExample(
            "word split inside a character",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?utf-8?b?w7w=?= =?utf-8?b?w58=?=

            hi
            """,
            .subject("üß"),
            .text("hi")),
        MailExample(
            "broken word",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?utf-8?q?a

            hi
            """,
            .subject("=?utf-8?q?a"),
            .text("hi")),
        MailExample(
            "word of unknown set",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?x-none?q?a=FF?=

            hi
            """,
            .text("hi")),
        MailExample(
            "raw utf-8",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: Grüße

            hi
            """,
            .subject("Grüße"),
            .text("hi")),
        MailExample(
            "raw latin 1",
            base64:
                "RnJvbTogQW5uIDxhbm5AYWNtZS50ZXN0PgpNZXNzYWdlLUlEOiA8MUBhY21lLnRlc3Q+ClN1YmplY3Q6IEdy/N9lCgpoaQ==",
            .subject("Grüße"),
            .text("hi")),
        MailExample(
            "blank",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject:   \u{20}

            hi
            """,
            .subject(""),
            .text("hi")),
        MailExample(
            "no subject",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            hi
            """,
            .subject(""),
            .text("hi")),
        MailExample(
            "control characters",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: a\u{7}b\u{1B}[31mc

            hi
            """,
            .subject("a b [31mc"),
            .text("hi")),
        MailExample(
            "NUL",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: a=?utf-8?q?=00?=b

            hi
            """,
            .text("hi")),
        MailExample(
            "line end in a word",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?utf-8?q?a=0D=0ABcc:_x@y?=

            hi
            """,
            .subject("a Bcc: x@y"),
            .text("hi")),
        MailExample(
            "right to left",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: =?utf-8?q?a=E2=80=AEb?=

            hi
            """,
            .text("hi")),
        MailExample(
            "256 characters",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

            hi
            """,
            .subject(
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            ),
            .text("hi")),
        MailExample(
            "257 characters",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

            hi
            """,
            .subject(
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
            ),
            .text(
                "Subject: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n\nhi"
            )),
        MailExample(
            "mark",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: Re: [#12] Shop

            hi
            """,
            .subject("Re: [#12] Shop"),
            .text("hi")),
    ]
}
