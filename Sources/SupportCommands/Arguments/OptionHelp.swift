import ArgumentParser

// An option states its help, what the help calls its value, and how the value is read.
extension Option {
    /// An option that may be left out, as it is.
    init<Given: ExpressibleByArgument>(_ help: String, value: String) where Value == Given? {
        self.init(help: ArgumentHelp(help, valueName: value))
    }

    /// A text that may be left out and that a shell completes in its own way.
    init(_ help: String, value: String, completion: CompletionKind) where Value == String? {
        self.init(
            help: ArgumentHelp(help, valueName: value), completion: completion,
            transform: Reading.text)
    }

    /// A text that must be given, as it is.
    init(_ help: String, value: String) where Value == String {
        self.init(help: ArgumentHelp(help, valueName: value), transform: Reading.text)
    }

    /// A text that may be left out, as it is.
    init(_ help: String, value: String) where Value == String? {
        self.init(help: ArgumentHelp(help, valueName: value), transform: Reading.text)
    }

    /// An option that must be given.
    init(_ help: String, value: String, _ read: @escaping @Sendable (String) throws -> Value) {
        self.init(help: ArgumentHelp(help, valueName: value), transform: read)
    }

    /// An option that has a value where none is given.
    init(
        wrappedValue: Value, _ help: String, value: String,
        _ read: @escaping @Sendable (String) throws -> Value
    ) {
        self.init(
            wrappedValue: wrappedValue, help: ArgumentHelp(help, valueName: value),
            transform: read)
    }

    /// An option that may be left out.
    init<Given>(
        _ help: String, value: String, _ read: @escaping @Sendable (String) throws -> Given
    ) where Value == Given? {
        self.init(help: ArgumentHelp(help, valueName: value), transform: read)
    }

    /// An option of another name than its property's, or of two names, which may be left out.
    init<Given>(
        named name: String, or other: String? = nil, _ help: String, value: String,
        _ read: @escaping @Sendable (String) throws -> Given
    ) where Value == Given? {
        let names = [name] + (other.map { [$0] } ?? [])
        self.init(
            name: NameSpecification(names.map { NameSpecification.Element.customLong($0) }),
            help: ArgumentHelp(help, valueName: value), transform: read)
    }

    /// An option that must be given, one of a few words.
    init(_ help: String, value: String, oneOf words: Value.Type)
    where Value: RawRepresentable<String> & CaseIterable & Sendable {
        self.init(
            help: ArgumentHelp(help, valueName: value),
            completion: .list(Reading.words(of: words)), transform: { try Reading.word($0) })
    }

    /// An option that may be left out, one of a few words.
    init<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        _ help: String, value: String, oneOf words: Word.Type
    ) where Value == Word? {
        self.init(
            help: ArgumentHelp(help, valueName: value),
            completion: .list(Reading.words(of: words)), transform: { try Reading.word($0) })
    }

    /// An option that may be repeated.
    init<Given>(
        wrappedValue: [Given], _ help: String, value: String,
        each read: @escaping @Sendable (String) throws -> Given
    ) where Value == [Given] {
        self.init(
            wrappedValue: wrappedValue, help: ArgumentHelp(help, valueName: value),
            transform: read)
    }

    /// Texts as they are, each given by an option of another name than its property's.
    init(wrappedValue: [String], named name: String, _ help: String, value: String)
    where Value == [String] {
        self.init(
            wrappedValue: wrappedValue, name: .customLong(name),
            help: ArgumentHelp(help, valueName: value), transform: Reading.text)
    }

    /// An option that may be repeated, each time one of a few words.
    init<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        wrappedValue: [Word], _ help: String, value: String, anyOf words: Word.Type
    ) where Value == [Word] {
        self.init(
            wrappedValue: wrappedValue, help: ArgumentHelp(help, valueName: value),
            completion: .list(Reading.words(of: words)), transform: { try Reading.word($0) })
    }
}
