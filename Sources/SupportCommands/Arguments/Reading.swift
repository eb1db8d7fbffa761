import ArgumentParser
import SupportModel

/// Turns arguments into values; an error names the text and says what would be right.
enum Reading {
    /// A text as it is.
    @Sendable static func text(_ text: String) -> String { DashedText.unmarked(text) }

    /// The error for a text that is something else than it should be.
    static func mistake(_ text: String, is what: String, _ way: String) -> ValidationError {
        let text = DashedText.unmarked(text)
        return ValidationError("\(text.isEmpty ? "an empty text" : text) is \(what); \(way)")
    }

    /// The value of a text, or the error that says what is right.
    private static func known<Value>(
        _ value: Value?, _ text: String, is what: String, _ way: String
    ) throws -> Value {
        guard let value else { throw mistake(text, is: what, way) }
        return value
    }

    /// A short name: `acme`.
    static func name<Subject>(_ text: String) throws -> Name<Subject> {
        try known(Name<Subject>(text), text, is: "not a name", "write \(Name<Subject>.rule)")
    }

    /// A number that the desk gave: `12`.
    static func number<Subject>(_ text: String) throws -> Identifier<Subject> {
        try known(
            Int(text).flatMap({ Identifier<Subject>($0) }), text, is: "not a number from 1",
            "write one such as 12")
    }

    /// A contract's number or its client's name.
    static func contract(_ text: String) throws -> ContractReference {
        try known(
            ContractReference(text), text, is: "not a contract",
            "write its number, or the name of the client that has just one")
    }

    /// The number of a record of the journal, or 0 for the beginning.
    static func record(_ text: String) throws -> UInt64 {
        try known(UInt64(text), text, is: "not a record's number", "write one such as 1200")
    }

    /// The month in which a cycle begins, or its number.
    static func cycle(_ text: String) throws -> CycleReference {
        try known(
            CycleReference(text), text, is: "not a cycle",
            "write the month in which it begins, such as 2026-10, or its number from 1")
    }

    /// `2026-11-23`.
    static func date(_ text: String) throws -> CivilDate {
        try known(CivilDate(text), text, is: "not a date", "write YYYY-MM-DD")
    }

    /// `2026-11`.
    static func month(_ text: String) throws -> CivilMonth {
        try known(CivilMonth(text), text, is: "not a month", "write YYYY-MM, such as 2026-11")
    }

    /// A date, or a day that is counted from today: `yesterday`, `monday`, `-2d`.
    static func day(_ text: String) throws -> DayReference {
        try day(text, "write YYYY-MM-DD, today, yesterday, monday or -2d")
    }

    /// A date, or a day to come that is counted from today: `tomorrow`, `friday`, `+2d`.
    static func comingDay(_ text: String) throws -> DayReference {
        try day(text, "write YYYY-MM-DD, today, tomorrow, friday or +2d")
    }

    private static func day(_ text: String, _ way: String) throws -> DayReference {
        try known(
            DayReference(DashedText.unmarked(text).lowercased()), text,
            is: text.first?.isNumber ?? false ? "not a date" : "not a day", way)
    }

    /// `2026-W48`, any day of it, `this` or `next`.
    static func week(_ text: String) throws -> WeekReference {
        let day = CivilDate(text).map { Week(containing: $0) }
        let named = (Week(text) ?? day).map { WeekReference.holding($0.monday) }
        return try known(
            named ?? WeekReference(text), text, is: "not a week",
            "write YYYY-Www, such as 2026-W48, a day of it, this or next")
    }

    /// `3h30m`, `3:30`, `3.5h`.
    static func work(_ text: String) throws -> Minutes {
        let minutes = Minutes(text: text) ?? clock(text) ?? decimal(text)
        return try known(
            minutes.flatMap { $0 > .zero ? $0 : nil }, text, is: "not a duration of work",
            "write 1m or more, such as 3h30m, 3:30, 3.5h or 90m")
    }

    /// Hours and minutes with a colon, `1:30`; nil for anything else.
    private static func clock(_ text: String) -> Minutes? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
        else { return nil }
        return Minutes(text: "\(parts[0])h\(parts[1])m")
    }

    /// Hours with a decimal point, `1.5h`, that are whole minutes; nil for anything else.
    private static func decimal(_ text: String) -> Minutes? {
        guard text.last == "h",
            let hundredths = Int(hundredths: String(text.dropLast()), wholeDigitsMax: 6),
            (hundredths * 60).isMultiple(of: 100)
        else { return nil }
        return Minutes(hundredths * 60 / 100)
    }

    /// 1 to 4.
    static func level(_ text: String) throws -> Level {
        try known(
            Int(text).flatMap(Level.init(rawValue:)), text, is: "not a level",
            "write 1, 2, 3 or 4, which `supportc level list` describes")
    }

    /// A zone of the IANA database.
    static func zone(_ text: String) throws -> ZoneName {
        try known(ZoneName(text), text, is: "not a time zone", "write one such as Europe/Berlin")
    }

    /// One of a few words.
    static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String
    ) throws -> Word {
        guard let word = Word(rawValue: text) else {
            let known = words(of: Word.self)
            let nearest = NearestWord.to(text, among: known).map { "; did you mean \($0)?" } ?? ""
            throw ValidationError(
                "\(DashedText.unmarked(text)) is not one of \(known.joined(separator: ", "))\(nearest)"
            )
        }
        return word
    }

    /// The few words, for completion in a shell.
    static func words<Word: RawRepresentable<String> & CaseIterable>(of: Word.Type) -> [String] {
        Word.allCases.map(\.rawValue)
    }

    /// A span in milliseconds: `30s`, `1d12h`.
    static func span(_ text: String) throws -> Int {
        try known(
            DurationText.milliseconds(text).flatMap { $0 > 0 ? $0 : nil }, text,
            is: "not a span of time", "write one such as 500ms, 30s, 5m, 1h or 1d12h")
    }

    /// Hours as people say them: `30`, `30h` or `30h30m`; at most `Limits.packageHoursMax`.
    static func hours(_ text: String) throws -> Minutes {
        let most = Minutes.hours(Limits.packageHoursMax)
        let hours = text.utf8.count <= 9 ? Int(text).map { Minutes.hours($0) } : nil
        let minutes = (hours ?? Minutes(text: text)).flatMap {
            (.zero < $0 && $0 <= most) ? $0 : nil
        }
        return try known(
            minutes, text, is: "not a number of hours",
            "write 1m to \(most), such as 30, 30h or 7h30m")
    }

    /// Two cycles, counted from 1: `2,3`.
    static func cycles(_ text: String) throws -> [Int] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }.filter { $0 > 0 }
        guard parts.count == 2, numbers.count == 2 else {
            throw mistake(
                text, is: "not two cycles",
                "write them such as 2,3, which `supportc contract show` counts")
        }
        return numbers
    }

    /// A whole number of a range, which an error names.
    static func integer(
        _ range: ClosedRange<Int>
    ) -> @Sendable (String) throws -> Int {
        { text in
            guard let number = Int(text), range.contains(number) else {
                throw mistake(
                    text, is: "not a whole number",
                    "write one from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }
}
