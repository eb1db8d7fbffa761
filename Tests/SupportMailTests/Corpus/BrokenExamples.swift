import SupportModel

extension MailExample {
    /// Mails that no program should send.
    static let broken: [MailExample] = [
        MailExample(
            "no headers",
            """
            just words
            """,
            .undecodable),
        MailExample(
            "an empty line",
            """


            """,
            .text(""),
            .sender(nil)),
        MailExample(
            "only headers",
            """
            From: ann@acme.test
            Subject: x
            """,
            .subject("x"),
            .text("")),
        MailExample(
            "mbox line",
            """
            From ann@acme.test Tue Dec  1 09:00:00 2026
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x

            hi
            """,
            .subject("x"),
            .text("hi")),
        MailExample(
            "NUL in the body",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            a\u{0}b
            """,
            .text("a\u{FFFD}b")),
        MailExample(
            "NUL in a header",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: a\u{0}b

            hi
            """),
        MailExample(
            "escapes in the body",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            \u{1B}[2Jhi\u{7}
            """,
            .text("\u{FFFD}[2Jhi\u{FFFD}")),
        MailExample(
            "CR alone",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            one\rtwo
            """,
            .text("one\ntwo")),
        MailExample(
            "header without a colon",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            nonsense here
            Subject: x

            hi
            """),
        MailExample(
            "continuation first",
            """
             folded
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            hi
            """,
            .undecodable),
        MailExample(
            "date of nobody",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Date: yesterday

            hi
            """,
            .text("hi")),
        MailExample(
            "date far away",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Date: Fri, 31 Dec 99999 00:00:00 +0000

            hi
            """,
            .text("hi")),
        MailExample(
            "identifier without brackets",
            """
            From: ann@acme.test
            Message-ID: abc

            hi
            """,
            .text("hi")),
        MailExample(
            "bytes that are no text",
            base64:
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gIGCg4SFhoeIiYqLjI2Oj5CRkpOUlZaXmJmam5ydnp+goaKjpKWmp6ipqqusra6vsLGys7S1tre4ubq7vL2+v8DBwsPExcbHyMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7f4OHi4+Tl5ufo6err7O3u7/Dx8vP09fb3+Pn6+/z9/v8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl9gYWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoOEhYaHiImKi4yNjo+QkZKTlJWWl5iZmpucnZ6foKGio6SlpqeoqaqrrK2ur7CxsrO0tba3uLm6u7y9vr/AwcLDxMXGx8jJysvMzc7P0NHS09TV1tfY2drb3N3e3+Dh4uPk5ebn6Onq6+zt7u/w8fLz9PX29/j5+vv8/f7/AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w==",
            .undecodable),
    ]
}
