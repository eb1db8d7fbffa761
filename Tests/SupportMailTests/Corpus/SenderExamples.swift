import SupportModel

extension MailExample {
    /// What stands in From, and who is believed to have written the mail.
    static let senders: [MailExample] = [
        MailExample(
            "plain",
            """
            From: ann@acme.test
            Subject: x

            hi
            """,
            .sender("ann@acme.test")),
        MailExample(
            "name",
            """
            From: Ann Example <ann@acme.test>
            Subject: x

            hi
            """,
            .sender("ann@acme.test"),
            .named("Ann Example")),
        MailExample(
            "quoted name",
            """
            From: "Example, Ann" <ann@acme.test>
            Subject: x

            hi
            """,
            .sender("ann@acme.test"),
            .named("Example, Ann")),
        MailExample(
            "encoded name",
            """
            From: =?utf-8?q?J=C3=BCrgen?= <j@acme.test>
            Subject: x

            hi
            """,
            .sender("j@acme.test"),
            .named("Jürgen")),
        MailExample(
            "comment",
            """
            From: ann@acme.test (Ann)
            Subject: x

            hi
            """,
            .sender("ann@acme.test"),
            .named("Ann")),
        MailExample(
            "two mailboxes",
            """
            From: ann@acme.test, bob@acme.test
            Subject: x

            hi
            """,
            .sender(nil)),
        MailExample(
            "group",
            """
            From: Staff: ann@acme.test;
            Subject: x

            hi
            """,
            .sender("ann@acme.test")),
        MailExample(
            "empty group",
            """
            From: undisclosed-recipients:;
            Subject: x

            hi
            """,
            .sender(nil)),
        MailExample(
            "no address",
            """
            From: Ann
            Subject: x

            hi
            """,
            .sender(nil)),
        MailExample(
            "encoded address",
            """
            From: =?utf-8?q?ann=40acme.test?=
            Subject: x

            hi
            """,
            .sender(nil)),
        MailExample(
            "address in the name",
            """
            From: "ann@acme.test" <eve@evil.test>
            Subject: x

            hi
            """,
            .sender("eve@evil.test"),
            .named("ann@acme.test")),
        MailExample(
            "international domain",
            """
            From: ann@bücher.test
            Subject: x

            hi
            """,
            .sender("ann@bücher.test")),
        MailExample(
            "two From headers",
            """
            From: ann@acme.test
            From: eve@evil.test

            hi
            """,
            .sender(nil)),
        MailExample(
            "no From",
            """
            Subject: x

            hi
            """,
            .sender(nil)),
        MailExample(
            "sender header does not count",
            """
            From: ann@acme.test
            Sender: eve@evil.test

            hi
            """,
            .sender("ann@acme.test")),
    ]
}
