/// The text of a mail, parted into what the sender wrote and what only repeats: quotes of earlier mails
/// and the signature.
///
/// Only what stands before and after the sender's own words is parted off; a quote between them is
/// what they answer to and stays. A mail that is nothing but a quote stays whole, as forwarded ones do.
struct QuotedText: Hashable {
    /// The sender's own words.
    let own: String
    /// What was parted off; nil for nothing.
    let quoted: String?

    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Line($0) }
        var end = Self.signature(in: lines) ?? lines.count
        if let mark = Self.divider(in: lines[..<end]) { end = mark }
        end = Self.endOfOwn(lines[..<end])
        let start = Self.startOfOwn(lines[..<end])
        let own = lines[start..<end]
        guard own.contains(where: { !$0.isBlank }), start > 0 || end < lines.count else {
            self.own = text
            quoted = nil
            return
        }
        let parted = [lines[..<start], lines[end...]].map(Self.joined).filter { !$0.isBlankText }
        self.own = Self.joined(own)
        quoted = parted.isEmpty ? nil : parted.joined(separator: "\n\n")
    }

    private static func joined(_ lines: ArraySlice<Line>) -> String {
        lines.map(\.text).joined(separator: "\n").trimmedOfBlankLines
    }

    /// The line `-- ` after which the signature follows; the last one that is not quoted.
    private static func signature(in lines: [Line]) -> Int? {
        lines.lastIndex { $0.text == "-- " || $0.text == "--" }.flatMap { index in
            // Something has to stand before it, and a signature is short.
            lines[..<index].contains { !$0.isBlank } && lines.count - index <= 60 ? index : nil
        }
    }

    /// The first line from which on everything is an earlier mail, as Outlook writes it.
    private static func divider(in lines: ArraySlice<Line>) -> Int? {
        lines.indices.first { index in
            lines[index].isDivider
                || lines[index].isHeaderOfEarlier
                    && lines[index...].dropFirst().prefix(6).count { $0.isFurtherHeader } >= 2
        }.map { index in
            let isRuled = index > lines.startIndex && lines[index - 1].isRule
            return isRuled ? index - 1 : index
        }
    }

    /// Where the own words end: before the quote at the end, and what introduces it.
    private static func endOfOwn(_ lines: ArraySlice<Line>) -> Int {
        var end = lines.endIndex
        while end > lines.startIndex, lines[end - 1].isQuoted || lines[end - 1].isBlank { end -= 1 }
        let hasQuote = lines[end...].contains { $0.isQuoted }
        guard end > lines.startIndex else { return lines.startIndex }
        if Line.introduces(String(lines[end - 1].text)), Line.isFull(lines[end - 1].text) {
            return end - 1
        }
        // The introduction may be a paragraph that is broken over up to three lines.
        let paragraph = lines[..<end].reversed().prefix { !$0.isBlank }.count
        for count in Set([paragraph, 1]).sorted(by: >) where count <= 3 && hasQuote {
            let joined = lines[(end - count)..<end].map(\.text).joined(separator: " ")
            if Line.introduces(joined) { return end - count }
        }
        return hasQuote ? end : lines.endIndex
    }

    /// Where the own words begin: after a quote at the beginning, and what introduces it.
    private static func startOfOwn(_ lines: ArraySlice<Line>) -> Int {
        var start = lines.startIndex
        while start < lines.endIndex, lines[start].isBlank { start += 1 }
        for count in 1...3 where start + count < lines.endIndex {
            let joined = lines[start..<(start + count)].map(\.text).joined(separator: " ")
            if Line.introduces(joined), lines[start + count].isQuoted { start += count }
        }
        var end = start
        while end < lines.endIndex, lines[end].isQuoted || lines[end].isBlank { end += 1 }
        // One or two quoted lines are what the words below them answer to.
        return lines[start..<end].count { $0.isQuoted } > 2 ? end : lines.startIndex
    }
}

/// One line, and what it looks like.
private struct Line {
    let text: Substring

    init(_ text: Substring) { self.text = text }

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
    var isQuoted: Bool { text.first == ">" || text.hasPrefix(" >") }
    /// A line of underscores or dashes.
    var isRule: Bool { text.count >= 10 && text.allSatisfy { $0 == "_" || $0 == "-" } }

    /// `-----Original Message-----`, in the languages of mail programs.
    var isDivider: Bool {
        guard text.hasPrefix("--"), text.hasSuffix("--"), text.utf8.count < 120 else {
            return false
        }
        let words = text.filter { $0 != "-" }.lowercased().trimmed
        return Words.dividers.contains { words == $0 }
    }

    /// `From: Ann`, with which the headers of an earlier mail begin.
    var isHeaderOfEarlier: Bool { Self.begins(text, with: Words.from) }

    /// `Sent: Monday`, `To: Bob`, `Subject: x`.
    var isFurtherHeader: Bool { Self.begins(text, with: Words.further) }

    private static func begins(_ text: Substring, with names: [String]) -> Bool {
        guard let colon = text.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
            return false
        }
        let name = text[..<colon].filter { $0 != "*" }.lowercased().trimmed
        return names.contains(name)
    }

    /// Whether a text introduces a quote: `On 1 Dec 2026, Ann wrote:`.
    static func introduces(_ text: String) -> Bool {
        guard text.utf8.count < 400 else { return false }
        let words = text.lowercased().trimmed
        guard words.hasSuffix(":") || words.hasSuffix("：") else { return false }
        return Words.wrote.contains { words.contains($0) }
    }

    /// Whether such a text has a number in it too, as a date or an address has.
    static func isFull(_ text: Substring) -> Bool {
        text.contains(where: \.isNumber) && (text.contains("@") || text.contains(","))
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// The words of mail programs, in lower case: English, German, French, Spanish, Italian, Dutch,
/// Portuguese, Polish, Russian, Ukrainian, Swedish, Danish, Czech, Turkish, Chinese and Japanese.
private enum Words {
    static let wrote = [
        " wrote", " schrieb", " a écrit", " escribió", " ha scritto", " schreef", " escreveu",
        " napisał", " pisze", " пишет", " писал", " написал", " пише", " писав", " написав",
        " skrev", " napsal", " şunları yazdı", "写道", "寫道", "のメール", " wrote on",
    ]

    static let dividers = [
        "original message", "ursprüngliche nachricht", "originalnachricht", "message d'origine",
        "message original", "mensaje original", "messaggio originale", "oorspronkelijk bericht",
        "mensagem original", "wiadomość oryginalna", "исходное сообщение",
        "оригинальное сообщение", "вихідне повідомлення", "ursprungligt meddelande",
        "oprindelig meddelelse", "původní zpráva", "özgün ileti", "原始邮件", "元のメッセージ",
        "reply message", "original appointment",
    ]

    static let from = [
        "from", "von", "de", "da", "van", "od", "от", "від", "från", "fra", "kimden", "发件人",
        "寄件者", "差出人",
    ]

    static let further = [
        "sent", "date", "to", "cc", "subject", "gesendet", "datum", "an", "betreff", "envoyé", "à",
        "objet", "enviado", "enviado el", "fecha", "para", "asunto", "inviato", "data", "a",
        "oggetto", "verzonden", "aan", "onderwerp", "assunto", "wysłano", "do", "temat",
        "отправлено", "дата", "кому", "тема", "копия", "надіслано", "skickat", "till", "ämne",
        "sendt", "til", "emne", "odesláno", "komu", "předmět", "gönderme tarihi", "gönderildi",
        "kime", "konu", "发送时间", "收件人", "主题", "送信日時", "宛先", "件名", "抄送",
    ]
}
