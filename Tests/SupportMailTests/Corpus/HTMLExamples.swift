import SupportModel

extension MailExample {
    /// Mails that are HTML only.
    static let html: [MailExample] = [
        MailExample(
            "paragraphs",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <p>one</p><p>two</p>
            """,
            .text("one\n\ntwo")),
        MailExample(
            "line ends",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            one<br>two<br/>three
            """,
            .text("one\ntwo\nthree")),
        MailExample(
            "entities",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            5 &lt; 6 &amp;&amp; 7 &gt; 6 &euro; &#252; &#xDF; &nope;
            """,
            .text("5 < 6 && 7 > 6 € ü ß &nope;")),
        MailExample(
            "script and style",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <style>p{}</style><script>alert("</p>")</script>seen<!-- not -->
            """,
            .text("seen")),
        MailExample(
            "list",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <ul><li>one</li><li>two</li></ul>
            """,
            .text("- one\n- two")),
        MailExample(
            "link",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            see <a href="https://acme.test/x">the shop</a>
            """,
            .text("see the shop <https://acme.test/x>")),
        MailExample(
            "link that says itself",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <a href="https://acme.test/">https://acme.test</a>
            """,
            .text("https://acme.test")),
        MailExample(
            "javascript link",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <a href="javascript:x()">click</a>
            """,
            .text("click")),
        MailExample(
            "table",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>
            """,
            .text("a b\nc")),
        MailExample(
            "blanks",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

              one\u{20}
              two\t three\u{20}
            """,
            .text("one two three")),
        MailExample(
            "pre",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <pre>a
              b</pre>
            """,
            .text("a\n  b")),
        MailExample(
            "not a tag",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            1 < 2 and 3 <4
            """,
            .text("1 < 2 and 3 <4")),
        MailExample(
            "open tag",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            words <a href="
            """,
            .text("words")),
        MailExample(
            "open comment",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            words <!-- and
            """,
            .text("words")),
        MailExample(
            "numbers beyond Unicode",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            &#x110000; &#0; &#xD800;
            """,
            .text("\u{FFFD} \u{FFFD} \u{FFFD}")),
        MailExample(
            "quote of Gmail",
            """
            From: Ann <ann@acme.test>
            Message-ID: <1@acme.test>
            Content-Type: text/html; charset=utf-8

            <div>Yes.</div><div class="gmail_quote"><div>On Tue, Dec 1, 2026 at 9:00 AM Desk &lt;d@desk.test&gt; wrote:<br></div><blockquote>What now?</blockquote></div>
            """,
            .text("Yes."),
            .quoted("On Tue, Dec 1, 2026 at 9:00 AM Desk <d@desk.test> wrote:\n\n> What now?")),
    ]
}
