/// The frame of a page of HTML that is sent or printed.
enum HTMLPage {
    /// A page with nothing but itself: no scripts, nothing from elsewhere.
    static func document(title: Markup, style: Markup, body: Markup, footer: Markup) -> Markup {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>
        \(style)</style>
        </head>
        <body>
        <main>
        \(body)</main>
        <footer>\(footer)</footer>
        </body>
        </html>

        """
    }

    /// What a page is, for whom and for which days; then its facts, but those without words.
    static func head(
        kind: String, client: String, span: String, note: String?, _ facts: [(String, Markup?)]
    ) -> Markup {
        let lines = facts.compactMap { fact in
            fact.1.map { "<div><dt>\(fact.0)</dt><dd>\($0)</dd></div>\n" as Markup }
        }
        let note: Markup = note.map { "<p class=\"note\">\(sentence($0))</p>\n" } ?? ""
        return """
            <header>
            <p class="kind">\(kind)</p>
            <h1>\(foreign: client)</h1>
            <p class="span">\(span)</p>
            \(note)<dl>
            \(Markup.joined(lines))</dl>
            </header>

            """
    }

    /// A section under a heading.
    static func section(_ id: String, _ title: Markup, _ content: Markup) -> Markup {
        """
        <section>
        <h2 id="\(id)">\(title)</h2>
        \(content)</section>

        """
    }

    /// A text without the characters that change the direction of writing, for the title of a page,
    /// where no element can hold them in.
    static func undirected(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{200E}", "\u{200F}", "\u{061C}": continue
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The words with a capital at their beginning.
    static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }
}
