import SupportModel
import SupportTOML

extension Setting<String> {
    /// Any text.
    static var text: Setting {
        Setting(wanted: "give a text in quotes") { (node) throws(Misfit) in
            guard let value = node.text else { throw Misfit.type(node) }
            return value
        }
    }

    /// What people read: one line that says something.
    static var title: Setting {
        let most = Limits.lineCharactersMax
        return text.map(wanted: "give one line of 1 to \(most) characters") {
            (text) throws(Misfit) in
            guard !text.allSatisfy(\.isWhitespace) else { throw Misfit("it is empty") }
            guard text.unicodeScalars.count <= most else {
                throw Misfit("it has more than \(most) characters")
            }
            guard PrintableText.isOneLine(text) else {
                throw Misfit("\(SettingPath.quoted(text)) is not one line")
            }
            return text
        }
    }

    /// An absolute path.
    static var path: Setting {
        let most = ConfigurationLimits.pathBytesMax
        return text.checked(
            wanted: "give a path that begins with /, of at most \(most) bytes"
        ) { $0.hasPrefix("/") && $0.utf8.count <= most && PrintableText.isOneLine($0) }
    }

    /// An absolute path, or nothing.
    static var pathOrEmpty: Setting {
        text.checked(wanted: "leave it empty, or \(path.wanted)") {
            $0.isEmpty
                || $0.hasPrefix("/") && $0.utf8.count <= ConfigurationLimits.pathBytesMax
                    && PrintableText.isOneLine($0)
        }
    }

    /// The absolute path of a Unix socket.
    static var socketPath: Setting {
        let most = ConfigurationLimits.socketPathBytesMax
        return text.checked(
            wanted: "give a path that begins with /, of at most \(most) bytes: "
                + "the kernel takes no longer one for a socket", isSocketPath)
    }

    /// The same, or nothing.
    static var socketPathOrEmpty: Setting {
        text.checked(wanted: "leave it empty, or \(socketPath.wanted)") {
            $0.isEmpty || isSocketPath($0)
        }
    }

    private static func isSocketPath(_ text: String) -> Bool {
        text.hasPrefix("/") && text.utf8.count <= ConfigurationLimits.socketPathBytesMax
            && PrintableText.isOneLine(text)
    }

    /// The code of a currency with two decimals.
    static var currency: Setting {
        let wanted =
            "give three capital letters of ISO 4217, of a currency with two decimals, "
            + "such as \"EUR\""
        return text.map(wanted: wanted) { (text) throws(Misfit) in
            if let why = CurrencyCodes.objection(to: text) {
                throw Misfit("\(SettingPath.quoted(text)) \(why)")
            }
            return text
        }
    }

    func checked(wanted: String, _ fits: @escaping (String) -> Bool) -> Setting {
        map(wanted: wanted) { (text) throws(Misfit) in
            guard fits(text) else { throw Misfit("\(SettingPath.quoted(text)) does not fit") }
            return text
        }
    }
}

extension Setting<[String]> {
    /// A list of lines that people read.
    static func lines(most: Int) -> Setting {
        let one = Setting<String>.title
        let length = Limits.lineCharactersMax
        return Setting(
            wanted: "give a list of 1 to \(most) lines of at most \(length) characters each"
        ) {
            (node) throws(Misfit) in
            guard let list = node.list else { throw Misfit.type(node) }
            guard (1...most).contains(list.count) else { throw Misfit("it holds \(list.count)") }
            var lines: [String] = []
            for index in 0..<list.count { lines.append(try one.element(list[index], index)) }
            return lines
        }
    }
}

extension Setting {
    /// A text in quotes that a type reads.
    ///
    /// - Parameter otherwise: how the sentence on one that it does not read ends: `is not a date`.
    private static func parsed(
        wanted: String, otherwise: String, _ read: @escaping (String) -> Value?
    ) -> Setting {
        Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let value = read(text) else {
                throw Misfit("\(SettingPath.quoted(text)) \(otherwise)")
            }
            return value
        }
    }

    /// A name of the model.
    static func name<Subject>(
        of subject: Subject.Type
    ) -> Setting where Value == Name<Subject> {
        parsed(wanted: "give \(Name<Subject>.rule)", otherwise: "is not a name") { Name($0) }
    }

    /// A list of names of the model, none twice.
    static func names<Subject>(
        of subject: Subject.Type
    ) -> Setting where Value == [Name<Subject>] {
        let most = ConfigurationLimits.catalogueCountMax
        return list(
            of: .name(of: subject), most: most,
            wanted: "give a list of names in quotes, each once, at most \(most)")
    }

    /// A list of texts that a type reads, none twice; it may be empty.
    static func list<Element: Hashable>(
        of one: Setting<Element>, most: Int, wanted: String
    ) -> Setting where Value == [Element] {
        Setting(wanted: wanted) { (node) throws(Misfit) in
            guard let list = node.list else { throw Misfit.type(node) }
            guard list.count <= most else { throw Misfit("it holds \(list.count)") }
            var values: [Element] = []
            for index in 0..<list.count {
                let value = try one.element(list[index], index)
                guard !values.contains(value) else {
                    let text = SettingPath.quoted(list[index].text ?? "")
                    throw Misfit("\(text) stands in it already", element: index)
                }
                values.append(value)
            }
            return values
        }
    }

    /// Reads one element of a list.
    func element(_ node: TOMLValue, _ index: Int) throws(Misfit) -> Value {
        do throws(Misfit) {
            return try read(node)
        } catch {
            throw Misfit(error.problem, element: index)
        }
    }
}

extension Setting<CivilDate> {
    /// A day of the calendar, in quotes.
    static var date: Setting {
        parsed(
            wanted: "write YYYY-MM-DD in quotes, such as \"2026-12-01\"",
            otherwise: "is not a date"
        ) { CivilDate($0) }
    }
}

extension Setting<Minutes> {
    /// Hours a month: an integer, or hours and minutes in quotes.
    static var monthlyHours: Setting {
        let most = Limits.packageHoursMax
        let wanted = "give hours from 1 to \(most), or with minutes in quotes, such as \"7h30m\""
        let text = Setting<Minutes>.minutes(1...most * 60)
        let number = Setting<Int>.integer(1...most)
        return Setting(wanted: wanted) { (node) throws(Misfit) in
            guard node.text == nil else { return try text.read(node) }
            return .hours(try number.read(node))
        }
    }
}

extension Setting<ZoneName> {
    /// The name of a time zone; whether the machine knows it is not asked.
    static var zone: Setting {
        parsed(
            wanted: "give a name of the IANA database in quotes, such as \"Europe/Berlin\"",
            otherwise: "is no name of a zone"
        ) { ZoneName($0) }
    }
}

extension Setting<[String]> {
    /// A list of texts, which may be empty.
    static var texts: Setting {
        let one = Setting<String>.text
        return Setting(wanted: "give a list of texts in quotes") { (node) throws(Misfit) in
            guard let list = node.list else { throw Misfit.type(node) }
            var texts: [String] = []
            for index in 0..<list.count { texts.append(try one.element(list[index], index)) }
            return texts
        }
    }
}

extension Setting<Never> {
    /// A key whose every value is wrong here; `problem` says why.
    static func refused(_ problem: String, _ wanted: String) -> Setting {
        Setting(wanted: wanted) { (_) throws(Misfit) in throw Misfit(problem) }
    }
}
