import Glibc
import SupportSystem
import Testing

/// Which values of `TZ` name a zone.
struct LocalZoneTests {
    @Test(
        "a file of the zone database and a rule are zones",
        arguments: [
            "", ":", "UTC", "Europe/Berlin", ":Europe/Berlin", "/usr/share/zoneinfo/Asia/Tokyo",
            "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+0330>-3:30", "EST5EDT4,M3.2.0,M11.1.0",
            "ABC24",
        ])
    func zones(name: String) {
        #expect(LocalZone.isZone(name, directory: nil))
    }

    @Test(
        "anything else is none",
        arguments: [
            "Europe", "Europe/Berln", "Mars/Olympus", "/etc/passwd", "CE-1", "CET", "CET-", "ABC25",
            "<+03", "<+03>", "Berlin 1", "..", "\u{1B}[31m",
        ])
    func others(name: String) {
        // The database has a CET of its own, which may be left out of it.
        #expect(!LocalZone.isZone(name, directory: "/nowhere"))
        if name != "CET" { #expect(!LocalZone.isZone(name, directory: nil)) }
    }

    @Test("the zone database may be elsewhere")
    func elsewhere() throws {
        let place = try TemporaryDirectory()
        #expect(!LocalZone.isZone("Mine", directory: place.path))
        let file = open("\(place.path)/Mine", O_CREAT | O_WRONLY, 0o600)
        #expect(write(file, "TZif2", 5) == 5)
        close(file)
        #expect(LocalZone.isZone("Mine", directory: place.path))
        #expect(LocalZone.isZone("UTC", directory: ""), "nothing said")
    }
}
