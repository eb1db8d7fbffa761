import SupportModel

extension MailExample {
    /// Transfer encodings, right and broken.
    static let encodings: [MailExample] = [
        MailExample(
            "quoted-printable",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe =3D gut
            zwei
            """,
            .text("Grüße = gut\nzwei")),
        MailExample(
            "base64",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            R3LDvMOfZQ==

            """,
            .text("Grüße")),
        MailExample(
            "soft line ends",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            he=
            llo=20
            =C3=
            =A4
            """,
            .text("hello\nä")),
        MailExample(
            "broken quoted-printable",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain
            Content-Transfer-Encoding: quoted-printable

            50=ZZ is =3D
            """,
            .text("50=ZZ is =")),
        MailExample(
            "base64 with rubbish",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain
            Content-Transfer-Encoding: base64

            aGV*sbG8=!

            """,
            .text("hello")),
        MailExample(
            "base64 that is cut",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain
            Content-Transfer-Encoding: base64

            aGVsbG8gd2

            """),
        MailExample(
            "unknown encoding",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain
            Content-Transfer-Encoding: x-rot

            hello
            """,
            .text("hello")),
        MailExample(
            "uuencode",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain
            Content-Transfer-Encoding: x-uuencode

            begin 644 a
            %:&5L;&\\
            `
            end

            """),
    ]
}
