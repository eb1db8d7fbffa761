import Glibc

/// The time zone of this process: that of `TZ`, else that of the host.
///
/// The C library keeps one zone for the whole process, which `use` sets; not to be called while
/// another thread may ask for the environment.
package enum LocalZone {
    /// How local time differs from UTC at a moment.
    package struct Offset: Hashable, Sendable {
        /// Seconds that local time is ahead of UTC; negative west of Greenwich.
        package let seconds: Int
        /// The short name of the time, such as `CEST`, or `-03` where it has none.
        package let abbreviation: String
    }

    /// The offset at a moment; UTC where the library cannot tell.
    package static func offset(atSecondsSinceEpoch seconds: Int64) -> Offset {
        var time = time_t(seconds)
        var parts = tm()
        guard localtime_r(&time, &parts) != nil, let name = parts.tm_zone else {
            return Offset(seconds: 0, abbreviation: "UTC")
        }
        return Offset(seconds: parts.tm_gmtoff, abbreviation: String(cString: name))
    }

    /// Takes a zone for the whole process, named as in `TZ`.
    package static func use(_ name: String) {
        setenv("TZ", name, 1)
        tzset()
    }

    /// Whether a value of `TZ` names a zone: a file of the zone database, or a rule such as
    /// `CET-1CEST,M3.5.0,M10.5.0/3`; empty is UTC. The library takes any other value as UTC without
    /// a word.
    ///
    /// - Parameter directory: where the zone database is, as `TZDIR` says.
    package static func isZone(_ name: String, directory: String?) -> Bool {
        let name = name.first == ":" ? String(name.dropFirst()) : name
        if name.isEmpty { return true }
        let folder = directory.flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/share/zoneinfo"
        return isZoneFile(name.first == "/" ? name : "\(folder)/\(name)") || isRule(name)
    }

    /// Whether the file begins as files of the zone database do.
    private static func isZoneFile(_ path: String) -> Bool {
        (try? SmallFile.read(path, bytesMax: 4)) == Array("TZif".utf8)
    }

    /// Whether it begins as a rule of POSIX does: a name of three letters or more, or in angle
    /// brackets, and an offset of up to 24 hours.
    private static func isRule(_ text: String) -> Bool {
        let isQuoted = text.first == "<"
        let name = (isQuoted ? text.dropFirst() : text[...])
            .prefix {
                $0.isASCII && ($0.isLetter || isQuoted && ($0.isNumber || "+-".contains($0)))
            }
        var rest = text[name.endIndex...]
        if isQuoted {
            guard rest.first == ">" else { return false }
            rest = rest.dropFirst()
        }
        if let sign = rest.first, "+-".contains(sign) { rest = rest.dropFirst() }
        let hours = rest.prefix { $0.isASCII && $0.isNumber }
        return name.count >= 3 && (Int(hours).map { (0...24).contains($0) } ?? false)
    }
}
