import SupportModel

extension MailExample {
    /// How mails are put together of parts.
    static let structure: [MailExample] = [
        MailExample(
            "alternative takes plain",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: text/html; charset=utf-8

            <p>html words</p>
            --b--
            epilogue

            """,
            .text("plain words"),
            .files([])),
        MailExample(
            "alternative with blank plain",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            preamble
            --b
            Content-Type: text/plain

            \u{20}

            --b
            Content-Type: text/html; charset=utf-8

            <p>html words</p>
            --b--
            epilogue

            """,
            .text("html words"),
            .files([])),
        MailExample(
            "alternative of html alone",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            preamble
            --b
            Content-Type: text/html; charset=utf-8

            <p>html words</p>
            --b--
            epilogue

            """,
            .text("html words"),
            .files([])),
        MailExample(
            "mixed with a file",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: image/png; name=a.png
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment

            aGVsbG8=
            --b--
            epilogue

            """,
            .text("plain words"),
            .files(["a.png image/png 5"])),
        MailExample(
            "mixed of two texts",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: text/plain

            more
            --b--
            epilogue

            """,
            .text("plain words\n\nmore"),
            .files([])),
        MailExample(
            "related",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=b

            preamble
            --b
            Content-Type: text/html; charset=utf-8

            <p>html words</p>
            --b
            Content-Type: image/gif
            Content-ID: <a>

            x
            --b--
            epilogue

            """,
            .text("html words"),
            .files(["unnamed image/gif 1"])),
        MailExample(
            "alternative in mixed",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            preamble
            --b
            Content-Type: multipart/alternative; boundary=c

            --c
            Content-Type: text/plain; charset=utf-8

            plain words
            --c
            Content-Type: text/html; charset=utf-8

            <p>html words</p>
            --c--
            --b
            Content-Type: image/png; name=a.png
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment

            aGVsbG8=
            --b--
            epilogue

            """,
            .text("plain words"),
            .files(["a.png image/png 5"])),
        MailExample(
            "calendar in alternative",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: text/calendar

            BEGIN:VCALENDAR
            --b--
            epilogue

            """,
            .text("plain words"),
            .files(["unnamed text/calendar 15"])),
        MailExample(
            "signed",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/signed; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: application/pgp-signature; name=s.asc

            sig
            --b--
            epilogue

            """,
            .text("plain words"),
            .files(["s.asc application/pgp-signature 3"])),
        MailExample(
            "message in the message",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: message/rfc822

            From: eve@evil.test
            Subject: inner

            inner words
            --b--
            epilogue

            """,
            .text("plain words"),
            .files(["message.eml message/rfc822 47"])),
        MailExample(
            "attached text",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename=log.txt

            log
            --b--
            epilogue

            """,
            .text("plain words"),
            .files(["log.txt text/plain 3"])),
        MailExample(
            "named text in line",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            preamble
            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: text/plain; name=log.txt
            Content-Disposition: inline

            log
            --b--
            epilogue

            """,
            .text("plain words"),
            .files(["log.txt text/plain 3"])),
    ]
}
