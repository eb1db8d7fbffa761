/// The text of one kind of notice in one language: a subject and lines, with placeholders.
///
/// A line that names something which the notice does not have is left out.
package struct NoticeTemplate: Hashable, Sendable {
    /// For which notices it stands.
    package struct Place: Hashable, Sendable {
        package var kind: NoticeKind
        package var language: NoticeLanguage

        package init(_ kind: NoticeKind, _ language: NoticeLanguage) {
            (self.kind, self.language) = (kind, language)
        }
    }

    private var subject: [Piece]
    private var lines: [[Piece]]

    /// A part of a line.
    private enum Piece: Hashable, Sendable {
        case text(String)
        case value(Placeholder)
    }

    /// What a template can name.
    package enum Placeholder: String, Hashable, Sendable, CaseIterable {
        case client
        /// What people call the client.
        case clientName = "client-name"
        case ticket, subject, monitor, level, detail
        /// When it happened.
        case time
    }

    /// Why a text is no template.
    package enum Fault: Error, Hashable, Sendable {
        /// There is no such placeholder.
        case unknown(String)
        /// A brace that opens nothing or is not closed; `{{` and `}}` stand for braces.
        case brace
    }

    /// Reads the two texts.
    package init(subject: String, text: String) throws(Fault) {
        self.subject = try Self.pieces(subject[...])
        lines = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(try Self.pieces(line))
        }
    }

    /// A template of the desk's own, which a test reads.
    init(known subject: String, _ text: String) {
        if let template = try? NoticeTemplate(subject: subject, text: text) {
            self = template
        } else {
            (self.subject, lines) = ([.text(subject)], [[.text(text)]])
        }
    }

    private static func pieces(_ text: Substring) throws(Fault) -> [Piece] {
        var (pieces, plain): ([Piece], String) = ([], "")
        var rest = text
        while let character = rest.popFirst() {
            guard character == "{" || character == "}" else {
                plain.append(character)
                continue
            }
            if rest.first == character {
                plain.append(character)
                rest.removeFirst()
                continue
            }
            guard character == "{", let end = rest.firstIndex(of: "}") else { throw .brace }
            let name = String(rest[..<end])
            guard let placeholder = Placeholder(rawValue: name) else { throw .unknown(name) }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = ""
            pieces.append(.value(placeholder))
            rest = rest[rest.index(after: end)...]
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }

    /// The subject about something; what it does not have is a dash.
    func subject(of item: NoticeItem) -> String {
        subject.map { piece in
            switch piece {
            case .text(let text): text
            case .value(let placeholder): item.value(of: placeholder) ?? "–"
            }
        }.joined()
    }

    /// The lines about something.
    func lines(of item: NoticeItem) -> [String] {
        lines.compactMap { pieces in
            var line = ""
            for piece in pieces {
                switch piece {
                case .text(let text): line += text
                case .value(let placeholder):
                    guard let value = item.value(of: placeholder) else { return nil }
                    line += value
                }
            }
            return line
        }
    }
}

extension NoticeItem {
    fileprivate func value(of placeholder: NoticeTemplate.Placeholder) -> String? {
        switch placeholder {
        case .client: client?.text
        case .clientName: clientTitle ?? client?.text
        case .ticket: ticket?.description
        case .subject: subject
        case .monitor: monitor?.text
        case .level: level.map { "\($0.rawValue)" }
        case .detail: detail
        case .time: NoticeTime.text(at)
        }
    }
}

/// A notice in words, as it goes out.
package struct NoticeText: Hashable, Sendable {
    /// One line, without the mark of the ticket.
    package var subject: String
    /// Lines.
    package var body: String
}

extension NoticeRules {
    /// A notice in words.
    package func text(of notice: Notice) -> NoticeText {
        let texts = notice.items.map { item in
            let template = template(item.kind, notice.language)
            return (template.subject(of: item), lines(of: item, template))
        }
        let first = texts.first?.0 ?? ""
        let more = notice.items.count - 1
        return NoticeText(
            subject: more > 0 ? "\(first) (+\(more))" : first,
            body: texts.map { $0.1.joined(separator: "\n") }.joined(separator: "\n\n"))
    }

    private func lines(of item: NoticeItem, _ template: NoticeTemplate) -> [String] {
        item.text.map { [$0] } ?? template.lines(of: item)
    }

    private func template(
        _ kind: NoticeKind, _ language: NoticeLanguage
    ) -> NoticeTemplate {
        let place = NoticeTemplate.Place(kind, language)
        return templates[place] ?? NoticeTemplate.shipped[place]
            ?? NoticeTemplate(known: kind.rawValue, "{time}\n{subject}\n{detail}")
    }
}
