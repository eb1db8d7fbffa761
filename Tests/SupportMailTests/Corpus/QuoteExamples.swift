import SupportModel

extension MailExample {
    /// What is quoted, in many languages and the manners of several programs.
    static let quotes: [MailExample] = [
        MailExample(
            "english",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            On 1 Dec 2026 at 09:00, Desk wrote:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("On 1 Dec 2026 at 09:00, Desk wrote:\n> What now?\n> Really?")),
        MailExample(
            "german",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            Am 01.12.26 um 09:00 schrieb Desk:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("Am 01.12.26 um 09:00 schrieb Desk:\n> What now?\n> Really?")),
        MailExample(
            "french",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            Le 1 déc. 2026 à 09:00, Desk a écrit :
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("Le 1 déc. 2026 à 09:00, Desk a écrit :\n> What now?\n> Really?")),
        MailExample(
            "spanish",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            El 1 dic 2026, a las 9:00, Desk escribió:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("El 1 dic 2026, a las 9:00, Desk escribió:\n> What now?\n> Really?")),
        MailExample(
            "italian",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            Il giorno 1 dic 2026, Desk ha scritto:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("Il giorno 1 dic 2026, Desk ha scritto:\n> What now?\n> Really?")),
        MailExample(
            "dutch",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            Op 1 dec. 2026 om 09:00 schreef Desk:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("Op 1 dec. 2026 om 09:00 schreef Desk:\n> What now?\n> Really?")),
        MailExample(
            "portuguese",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            Em 1 de dez. de 2026, Desk escreveu:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("Em 1 de dez. de 2026, Desk escreveu:\n> What now?\n> Really?")),
        MailExample(
            "polish",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            W dniu 1.12.2026 o 09:00, Desk napisał(a):
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("W dniu 1.12.2026 o 09:00, Desk napisał(a):\n> What now?\n> Really?")),
        MailExample(
            "russian",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            1 дек. 2026 г., Desk написал(а):
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("1 дек. 2026 г., Desk написал(а):\n> What now?\n> Really?")),
        MailExample(
            "ukrainian",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            1 груд. 2026 р., Desk пише:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("1 груд. 2026 р., Desk пише:\n> What now?\n> Really?")),
        MailExample(
            "swedish",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            Den 1 dec. 2026 skrev Desk:
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("Den 1 dec. 2026 skrev Desk:\n> What now?\n> Really?")),
        MailExample(
            "chinese",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            Desk 于2026年12月1日写道：
            > What now?
            > Really?
            """,
            .text("Yes."),
            .quoted("Desk 于2026年12月1日写道：\n> What now?\n> Really?")),
        MailExample(
            "broken introduction",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            On Tuesday, 1 December 2026 at 09:00:00 Desk
            <desk@desk.test> wrote:

            > What now?
            """,
            .text("Yes."),
            .quoted(
                "On Tuesday, 1 December 2026 at 09:00:00 Desk\n<desk@desk.test> wrote:\n\n> What now?"
            )),
        MailExample(
            "outlook",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            -----Original Message-----
            From: Desk
            Sent: Tuesday
            To: Ann
            Subject: x

            What now?
            """,
            .text("Yes."),
            .quoted(
                "-----Original Message-----\nFrom: Desk\nSent: Tuesday\nTo: Ann\nSubject: x\n\nWhat now?"
            )),
        MailExample(
            "outlook german",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Ja.

            -----Ursprüngliche Nachricht-----
            Von: Desk
            Gesendet: Dienstag

            Was nun?
            """,
            .text("Ja."),
            .quoted("-----Ursprüngliche Nachricht-----\nVon: Desk\nGesendet: Dienstag\n\nWas nun?")),
        MailExample(
            "outlook headers",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Oui.

            ________________________________
            De : Desk
            Envoyé : mardi
            À : Ann
            Objet : x

            Et alors ?
            """,
            .text("Oui."),
            .quoted(
                "________________________________\nDe : Desk\nEnvoyé : mardi\nÀ : Ann\nObjet : x\n\nEt alors ?"
            )),
        MailExample(
            "signature",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            --\u{20}
            Ann Example
            Acme
            """,
            .text("Yes."),
            .quoted("-- \nAnn Example\nAcme")),
        MailExample(
            "quote and signature",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Yes.

            On 1 Dec 2026, Desk wrote:
            > What?

            --\u{20}
            Ann
            """,
            .text("Yes."),
            .quoted("On 1 Dec 2026, Desk wrote:\n> What?\n\n-- \nAnn")),
        MailExample(
            "answers between",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            > One?
            Yes.
            > Two?
            No.
            """,
            .text("> One?\nYes.\n> Two?\nNo."),
            .quoted(nil)),
        MailExample(
            "answer below",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            On 1 Dec 2026, Desk wrote:
            > a
            > b
            > c

            Yes.
            """,
            .text("Yes."),
            .quoted("On 1 Dec 2026, Desk wrote:\n> a\n> b\n> c")),
        MailExample(
            "nothing but a quote",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            > a
            > b
            """,
            .text("> a\n> b"),
            .quoted(nil)),
        MailExample(
            "forwarded",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            ---------- Forwarded message ---------
            From: Eve
            Subject: x

            Buy this.
            """,
            .text("---------- Forwarded message ---------\nFrom: Eve\nSubject: x\n\nBuy this."),
            .quoted(nil)),
        MailExample(
            "from in a sentence",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            From: the shop comes an error.
            Please look.
            """,
            .text("From: the shop comes an error.\nPlease look."),
            .quoted(nil)),
        MailExample(
            "a colon at the end",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            He wrote:
            the shop is down
            """,
            .text("He wrote:\nthe shop is down"),
            .quoted(nil)),
        MailExample(
            "no quote",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/plain; charset=utf-8

            Only words.

            And more.
            """,
            .text("Only words.\n\nAnd more."),
            .quoted(nil)),
    ]
}
