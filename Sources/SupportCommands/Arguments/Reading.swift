import ArgumentParser
import SupportModel

/// Turns arguments into values; an error says what would be right.
enum Reading {
    /// A short name: `acme`.
    static func name<Subject>(_ text: String) throws -> Name<Subject> {
        guard let name = Name<Subject>(text) else {
            throw ValidationError("a name is \(Name<Subject>.rule)")
        }
        return name
    }

    /// A number that the desk gave: `12`.
    static func number<Subject>(_ text: String) throws -> Identifier<Subject> {
        guard let number = Int(text).flatMap({ Identifier<Subject>($0) }) else {
            throw ValidationError("a number from 1 is wanted, such as 12")
        }
        return number
    }

    /// A contract's number or its client's name.
    static func contract(_ text: String) throws -> ContractReference {
        guard let contract = ContractReference(text) else {
            throw ValidationError("name a contract by its number, or the client that has just one")
        }
        return contract
    }

    /// The month in which a cycle begins, or its number.
    static func cycle(_ text: String) throws -> CycleReference {
        guard let cycle = CycleReference(text) else {
            throw ValidationError(
                "a cycle is named by the month in which it begins, such as 2026-10, or by its "
                    + "number from 1")
        }
        return cycle
    }

    /// `2026-11-23`.
    static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else {
            throw ValidationError("a date of the calendar is wanted, such as 2026-11-23")
        }
        return date
    }

    /// `2026-11`.
    static func month(_ text: String) throws -> CivilMonth {
        guard let month = CivilMonth(text) else {
            throw ValidationError("a month of the calendar is wanted, such as 2026-11")
        }
        return month
    }

    /// `2026-W48`, or any day of it.
    static func week(_ text: String) throws -> Week {
        guard let week = Week(text) ?? CivilDate(text).map({ Week(containing: $0) }) else {
            throw ValidationError(
                "a week of the calendar is wanted, such as 2026-W48, or a day of it, such as "
                    + "2026-11-23")
        }
        return week
    }

    /// `3h30m`.
    static func work(_ text: String) throws -> Minutes {
        guard let minutes = Minutes(text: text), minutes > .zero else {
            throw ValidationError(
                "hours and minutes are wanted, 1m or more, such as 3h30m, 2h or 45m")
        }
        return minutes
    }

    /// 1 to 4.
    static func level(_ text: String) throws -> Level {
        guard let level = Int(text).flatMap(Level.init(rawValue:)) else {
            throw ValidationError("a level is 1, 2, 3 or 4; `supportc level list` describes them")
        }
        return level
    }

    /// A zone of the IANA database.
    static func zone(_ text: String) throws -> ZoneName {
        guard let zone = ZoneName(text) else {
            throw ValidationError("a time zone is wanted, such as Europe/Berlin")
        }
        return zone
    }

    /// One of a few words.
    static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String
    ) throws -> Word {
        guard let word = Word(rawValue: text) else {
            throw ValidationError(
                "one of \(words(of: Word.self).joined(separator: ", ")) is wanted")
        }
        return word
    }

    /// The few words, for completion in a shell.
    static func words<Word: RawRepresentable<String> & CaseIterable>(of: Word.Type) -> [String] {
        Word.allCases.map(\.rawValue)
    }

    /// A span in milliseconds: `30s`, `1d12h`.
    static func span(_ text: String) throws -> Int {
        guard let span = DurationText.milliseconds(text), span > 0 else {
            throw ValidationError("a span of time is wanted, such as 500ms, 30s, 5m, 1h or 1d12h")
        }
        return span
    }

    /// Hours as people say them: `30`, `30h` or `30h30m`; at most `Limits.packageHoursMax`.
    static func hours(_ text: String) throws -> Minutes {
        let most = Minutes.hours(Limits.packageHoursMax)
        let hours = text.utf8.count <= 9 ? Int(text).map { Minutes.hours($0) } : nil
        guard let minutes = hours ?? Minutes(text: text), minutes > .zero, minutes <= most else {
            throw ValidationError(
                "hours are wanted, 1m to \(most), such as 30, 30h or 7h30m")
        }
        return minutes
    }

    /// Two cycles, counted from 1: `2,3`.
    static func cycles(_ text: String) throws -> [Int] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }.filter { $0 > 0 }
        guard parts.count == 2, numbers.count == 2 else {
            throw ValidationError(
                "two cycles are wanted, such as 2,3; `supportc contract show` counts them")
        }
        return numbers
    }

    /// A whole number of a range, which an error names.
    static func integer(
        _ range: ClosedRange<Int>
    ) -> @Sendable (String) throws -> Int {
        { text in
            guard let number = Int(text), range.contains(number) else {
                throw ValidationError(
                    "a whole number from \(range.lowerBound) to \(range.upperBound) is wanted")
            }
            return number
        }
    }
}
