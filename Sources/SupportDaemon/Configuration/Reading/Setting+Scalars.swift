import SupportModel

extension Setting<Int> {
    /// An integer of a range.
    static func integer(_ range: ClosedRange<Int>) -> Setting {
        let wanted = "give an integer from \(range.lowerBound) to \(range.upperBound)"
        return Setting(wanted: wanted) { (node) throws(Misfit) in
            guard let value = node.integer else { throw Misfit.type(node) }
            guard range.contains(value) else { throw Misfit("\(value) is out of range") }
            return value
        }
    }

    /// A duration in whole seconds, as milliseconds.
    static func seconds(_ range: ClosedRange<Int>) -> Setting {
        milliseconds(range.lowerBound * 1000...range.upperBound * 1000)
    }

    /// A duration, in milliseconds.
    static func milliseconds(_ range: ClosedRange<Int>) -> Setting {
        let (least, most) = (range.lowerBound, range.upperBound)
        let wanted =
            "give a duration from \(DurationText.text(milliseconds: least)) to "
            + "\(DurationText.text(milliseconds: most)), such as \"1m30s\""
        return Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let value = DurationText.milliseconds(text) else {
                throw Misfit("\(SettingPath.quoted(text)) is not a duration")
            }
            guard range.contains(value) else {
                throw Misfit("\(SettingPath.quoted(text)) is out of range")
            }
            return value
        }
    }

    /// An amount of money in quotes, as minor units.
    static var money: Setting {
        let most = ConfigurationLimits.minorUnitsMax / 100
        let wanted =
            "give an amount up to \(most) with at most two decimals in quotes, "
            + "such as \"95.00\""
        return Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let value = Int(hundredths: text, wholeDigitsMax: 12),
                value <= ConfigurationLimits.minorUnitsMax
            else {
                throw Misfit("\(SettingPath.quoted(text)) is not such an amount")
            }
            return value
        }
    }
}

extension Setting<Minutes> {
    /// An amount of time in hours and minutes.
    static func minutes(_ range: ClosedRange<Int>) -> Setting {
        let ends = (Minutes(range.lowerBound), Minutes(range.upperBound))
        let wanted =
            "give hours and minutes from \(ends.0) to \(ends.1) in quotes, such as \"1h30m\""
        return Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let value = Minutes(text: text) else {
                let why = text.hasSuffix("d") ? ": how long a day is, no key says" : ""
                throw Misfit("\(SettingPath.quoted(text)) is no hours and minutes\(why)")
            }
            guard range.contains(value.count) else {
                throw Misfit("\(SettingPath.quoted(text)) is out of range")
            }
            return value
        }
    }
}

extension Setting<Level> {
    /// A level by its number.
    static var level: Setting {
        let all = Level.allCases.map(\.rawValue)
        let range = (all.min() ?? 1)...(all.max() ?? 1)
        let number = Setting<Int>.integer(range)
        return number.map(wanted: number.wanted) { (value) throws(Misfit) in
            guard let level = Level(rawValue: value) else {
                throw Misfit("\(value) is out of range")
            }
            return level
        }
    }
}

extension Setting<Bool> {
    /// `true` or `false`.
    static var boolean: Setting {
        Setting(wanted: "give true or false, without quotes") { (node) throws(Misfit) in
            guard let value = node.boolean else { throw Misfit.type(node) }
            return value
        }
    }
}

extension Setting<UInt32> {
    /// The permissions of a socket, in octal digits.
    static var socketMode: Setting {
        let wanted =
            "give octal permissions from \"0600\" to \"0777\" in quotes, "
            + "with which the owner can read and write"
        return Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            let isOctal = text.utf8.allSatisfy { (48...55).contains($0) }
            guard isOctal, (3...4).contains(text.utf8.count), let mode = UInt32(text, radix: 8),
                (0o600...0o777).contains(mode)
            else { throw Misfit("\(SettingPath.quoted(text)) is not such permissions") }
            return mode
        }
    }
}

extension Setting where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of a few words.
    static var choice: Setting {
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return Setting<String>.text.map(wanted: "give one of \(words), in quotes") {
            (text) throws(Misfit) in
            guard let value = Value(rawValue: text) else {
                throw Misfit("\(SettingPath.quoted(text)) is not one of the words")
            }
            return value
        }
    }
}
