import SupportModel

extension MailExample {
    /// What servers wrote into Authentication-Results.
    static let origin: [MailExample] = [
        MailExample(
            "results",
            """
            Authentication-Results: mx.desk.test; dmarc=fail (p=none dis=none) header.from=acme.test; spf=pass smtp.mailfrom=acme.test
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            hi
            """,
            .origin(["mx.desk.test dmarc=fail spf=pass"])),
        MailExample(
            "version and comment",
            """
            Authentication-Results: MX.desk.test 1 (x); dkim=pass header.d=acme.test
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            hi
            """,
            .origin(["mx.desk.test dkim=pass"])),
        MailExample(
            "none",
            """
            Authentication-Results: mx.desk.test; none
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            hi
            """,
            .origin(["mx.desk.test"])),
        MailExample(
            "empty",
            """
            Authentication-Results:\u{20}
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            hi
            """,
            .origin([])),
        MailExample(
            "two",
            """
            Authentication-Results: mx.desk.test; spf=softfail
            Authentication-Results: evil; dmarc=pass
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>

            hi
            """,
            .origin(["mx.desk.test spf=softfail", "evil dmarc=pass"])),
    ]
}
