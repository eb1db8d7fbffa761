import SupportModel

extension MailExample {
    /// Texts in the character sets that mails come in, right and wrong.
    static let charsets: [MailExample] = [
        MailExample(
            "utf-8",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Grüße aus Köln
            """,
            .text("Grüße aus Köln")),
        MailExample(
            "latin 1",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: base64

            R3L832UgYXVzIEv2bG4=

            """,
            .text("Grüße aus Köln")),
        MailExample(
            "windows-1252",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: base64

            hEdy/N9lkyCWIDUggA==

            """,
            .text("„Grüße“ – 5 €")),
        MailExample(
            "latin 9",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=iso-8859-15
            Content-Transfer-Encoding: base64

            NSCkIGb8ciBHcvzfZQ==

            """,
            .text("5 € für Grüße")),
        MailExample(
            "polish",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=iso-8859-2
            Content-Transfer-Encoding: base64

            WmG/87PmIGfqtmyxIGphvPE=

            """,
            .text("Zażółć gęślą jaźń")),
        MailExample(
            "windows-1250",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=windows-1250
            Content-Transfer-Encoding: base64

            UPjtbGmaIJ5sdZ1vdehr/SBr+fI=

            """,
            .text("Příliš žluťoučký kůň")),
        MailExample(
            "koi8-r",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=koi8-r
            Content-Transfer-Encoding: base64

            8NLJ18XULCDNwcfB2snOIM7FINLBws/UwcXU

            """,
            .text("Привет, магазин не работает")),
        MailExample(
            "koi8-u",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=koi8-u
            Content-Transfer-Encoding: base64

            8NLJ16bULCDL0sHNzsnD0SDOxSDQ0sHDwKQ=

            """,
            .text("Привіт, крамниця не працює")),
        MailExample(
            "windows-1251",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=windows-1251
            Content-Transfer-Encoding: base64

            z/Do4uXy

            """,
            .text("Привет")),
        MailExample(
            "greek",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=iso-8859-7
            Content-Transfer-Encoding: base64

            yuHr5+zd8eE=

            """,
            .text("Καλημέρα")),
        MailExample(
            "hebrew",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=windows-1255
            Content-Transfer-Encoding: base64

            +ezl7Q==

            """,
            .text("שלום")),
        MailExample(
            "arabic",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=windows-1256
            Content-Transfer-Encoding: base64

            49HNyMc=

            """,
            .text("مرحبا")),
        MailExample(
            "turkish",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=iso-8859-9
            Content-Transfer-Encoding: base64

            3fBuZSB2ZSD+ZWtlcg==

            """,
            .text("İğne ve şeker")),
        MailExample(
            "iso-2022-jp",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=iso-2022-jp
            Content-Transfer-Encoding: 7bit

            \u{1B}$B$3$s$K$A$O@$3&\u{1B}(B
            """,
            .text("こんにちは世界")),
        MailExample(
            "shift_jis",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=shift_jis
            Content-Transfer-Encoding: base64

            grGC8YLJgr+CzZCiikU=

            """,
            .text("こんにちは世界")),
        MailExample(
            "euc-jp",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=euc-jp
            Content-Transfer-Encoding: base64

            pLOk86TLpMGkz8Cks6Y=

            """,
            .text("こんにちは世界")),
        MailExample(
            "gb2312",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=gb2312
            Content-Transfer-Encoding: base64

            xOO6w6OsysC95w==

            """,
            .text("你好，世界")),
        MailExample(
            "gb18030",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=gb18030
            Content-Transfer-Encoding: base64

            xOO6w6OsysC95w==

            """,
            .text("你好，世界")),
        MailExample(
            "big5",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=big5
            Content-Transfer-Encoding: base64

            p0GmbqFBpUCsyQ==

            """,
            .text("你好，世界")),
        MailExample(
            "euc-kr",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=euc-kr
            Content-Transfer-Encoding: base64

            vsiz58fPvLy/5A==

            """,
            .text("안녕하세요")),
        MailExample(
            "utf-16",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-16le
            Content-Transfer-Encoding: base64

            RwByAPwA3wBlAA==

            """,
            .text("Grüße")),
        MailExample(
            "utf-7",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-7
            Content-Transfer-Encoding: 7bit

            Gr+APwA3w-e
            """,
            .text("Grüße")),
        MailExample(
            "unknown set that is UTF-8",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=x-nobody
            Content-Transfer-Encoding: base64

            R3LDvMOfZQ==

            """,
            .text("Grüße")),
        MailExample(
            "unknown set that is not",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=x-nobody
            Content-Transfer-Encoding: base64

            R3L832U=

            """,
            .text("Grüße")),
        MailExample(
            "says ascii and is latin",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Subject: x
            MIME-Version: 1.0
            Content-Type: text/plain; charset=us-ascii
            Content-Transfer-Encoding: base64

            R3L832U=

            """,
            .text("Grüße")),
        MailExample(
            "says utf-8 and is latin",
            base64:
                "RnJvbTogQW5uIDxhbm5AYWNtZS50ZXN0PgpNZXNzYWdlLUlEOiA8MUBhY21lLnRlc3Q+ClN1YmplY3Q6IHgKTUlNRS1WZXJzaW9uOiAxLjAKQ29udGVudC1UeXBlOiB0ZXh0L3BsYWluOyBjaGFyc2V0PXV0Zi04CkNvbnRlbnQtVHJhbnNmZXItRW5jb2Rpbmc6IDhiaXQKCkdy/N9l",
            .text("Grüße")),
    ]
}
