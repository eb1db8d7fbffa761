import SupportModel

extension MailExample {
    /// Mails of people, machines, mail servers and lists, and those that go round in a circle.
    static let kinds: [MailExample] = [
        MailExample(
            "person",
            """
            From: Ann <ann@acme.test>
            Subject: x

            hi
            """,
            .kind(.person)),
        MailExample(
            "auto-replied",
            """
            From: Ann <ann@acme.test>
            Auto-Submitted: auto-replied

            hi
            """,
            .kind(.automatic)),
        MailExample(
            "auto-generated with comment",
            """
            From: Ann <ann@acme.test>
            Auto-Submitted: auto-generated (rejected)

            hi
            """,
            .kind(.automatic)),
        MailExample(
            "auto no",
            """
            From: Ann <ann@acme.test>
            Auto-Submitted: no

            hi
            """,
            .kind(.person)),
        MailExample(
            "precedence auto_reply",
            """
            From: Ann <ann@acme.test>
            Precedence: auto_reply

            hi
            """,
            .kind(.automatic)),
        MailExample(
            "x-autoreply",
            """
            From: Ann <ann@acme.test>
            X-Autoreply: yes

            hi
            """,
            .kind(.automatic)),
        MailExample(
            "null return path",
            """
            From: Ann <ann@acme.test>
            Return-Path: <>

            hi
            """,
            .kind(.automatic)),
        MailExample(
            "return path",
            """
            From: Ann <ann@acme.test>
            Return-Path: <ann@acme.test>

            hi
            """,
            .kind(.person)),
        MailExample(
            "bounce",
            """
            From: MAILER-DAEMON@mx.test
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            no such user
            --b
            Content-Type: message/delivery-status

            Status: 5.1.1
            --b--
            """,
            .kind(.bounce)),
        MailExample(
            "daemon",
            """
            From: Mail Delivery <MAILER-DAEMON@mx.test>
            Subject: failed

            x
            """,
            .kind(.bounce)),
        MailExample(
            "failed recipients",
            """
            From: Ann <ann@acme.test>
            X-Failed-Recipients: a@b

            hi
            """,
            .kind(.bounce)),
        MailExample(
            "list id",
            """
            From: Ann <ann@acme.test>
            List-Id: <all.acme.test>

            hi
            """,
            .kind(.list)),
        MailExample(
            "bulk",
            """
            From: Ann <ann@acme.test>
            Precedence: bulk

            hi
            """,
            .kind(.list)),
        MailExample(
            "own header",
            """
            From: Ann <ann@acme.test>
            X-Supportd-Notice: 7

            hi
            """,
            .kind(.loop)),
        MailExample(
            "own identifier",
            """
            From: Ann <ann@acme.test>
            Message-ID: <supportd.7.t12@desk.test>

            hi
            """,
            .kind(.loop)),
        MailExample(
            "answer to own",
            """
            From: Ann <ann@acme.test>
            In-Reply-To: <supportd.7.t12@desk.test>

            hi
            """,
            .kind(.person)),
        MailExample(
            "too many hops",
            """
            From: Ann <ann@acme.test>
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000

            hi
            """,
            .kind(.loop)),
        MailExample(
            "many hops",
            """
            From: Ann <ann@acme.test>
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000
            Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000

            hi
            """,
            .kind(.person)),
    ]
}
