import SupportDaemon
import SupportModel
import Testing

extension FoundationCalendar {
    /// The zone of this name, or the test fails.
    func required(_ name: String) throws -> any CivilZone {
        let name = try #require(ZoneName(name))
        return try #require(zone(named: name), "\(name)")
    }
}
