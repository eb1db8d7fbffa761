import SupportModel
import TOMLKit

extension Setting<CivilDate> {
    /// A day of the calendar, in quotes.
    static var date: Setting {
        let wanted = "give a date of the calendar in quotes, such as \"2026-12-01\""
        return Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let date = CivilDate(text) else {
                throw Misfit("\(SettingPath.quoted(text)) is no date")
            }
            return date
        }
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
            guard node.string == nil else { return try text.read(node) }
            return .hours(try number.read(node))
        }
    }
}

extension Setting<ZoneName> {
    /// The name of a time zone; whether the machine knows it is not asked.
    static var zone: Setting {
        let wanted = "give a name of the IANA database in quotes, such as \"Europe/Berlin\""
        return Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            guard let zone = ZoneName(text) else {
                throw Misfit("\(SettingPath.quoted(text)) is no name of a zone")
            }
            return zone
        }
    }
}

extension Setting<[String]> {
    /// A list of texts, which may be empty.
    static var texts: Setting {
        let one = Setting<String>.text
        return Setting(wanted: "give a list of texts in quotes") { (node) throws(Misfit) in
            guard let list = node.array else { throw Misfit.type(node) }
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
