import SupportModel

extension MailExample {
    /// Names of files, bodies that are only a file, and boundaries that are missing.
    static let fileNames: [MailExample] = [
        MailExample(
            "file name of RFC 2231",
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
            Content-Type: image/png
            Content-Disposition: attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.png

            x
            --b--
            epilogue

            """,
            .files(["Grüße.png image/png 1"])),
        MailExample(
            "file name in an encoded word",
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
            Content-Type: image/png; name="=?utf-8?q?Gr=C3=BC=C3=9Fe.png?="

            x
            --b--
            epilogue

            """,
            .files(["Grüße.png image/png 1"])),
        MailExample(
            "file name with a path",
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
            Content-Type: image/png; name="../../etc/passwd"

            x
            --b--
            epilogue

            """,
            .files(["passwd image/png 1"])),
        MailExample(
            "file name of Windows",
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
            Content-Disposition: attachment; filename="C:\\\\tmp\\\\a.doc"

            x
            --b--
            epilogue

            """,
            .files(["a.doc text/plain 1"])),
        MailExample(
            "file name of points",
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
            Content-Type: image/png; name=".."

            x
            --b--
            epilogue

            """,
            .files(["unnamed image/png 1"])),
        MailExample(
            "only a file",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: application/pdf; name=a.pdf
            Content-Transfer-Encoding: base64

            aGVsbG8=
            """,
            .text(""),
            .files(["a.pdf application/pdf 5"])),
        MailExample(
            "no end of the boundary",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            plain words
            --b
            Content-Type: image/png; name=a.png
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment

            aGVsbG8=
            """,
            .text("plain words"),
            .files(["a.png image/png 5"])),
        MailExample(
            "no boundary at all",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: multipart/mixed

            words
            """),
        MailExample(
            "boundary that never comes",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: multipart/mixed; boundary=zzz

            words
            """),
        MailExample(
            "broken content type",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: ;;;/=

            words
            """),
        MailExample(
            "CRLF",
            """
            From: Ann <ann@acme.test>\r
            Message-ID: <1@acme.test>\r
            Content-Type: text/plain\r
            \r
            one\r
            two
            """,
            .text("one\ntwo")),
        MailExample(
            "flowed",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; format=flowed

            one\u{20}
            two
            """,
            .text("one\ntwo")),
    ]
}
