import SupportModel
import Testing

struct CheckProblemTests {
    @Test(arguments: [
        "http://a", "https://shop.example.com/cart?x=1#y", "HTTP://A.EXAMPLE:8080/",
        "http://[::1]:80/", "http://127.0.0.1:65535", "http://a_b.example",
        "http://a:/x@y",
    ])
    func goodURLs(url: String) {
        #expect(HTTPCheck(url: url).problem() == nil)
    }

    @Test(
        arguments: [
            ("", .scheme), ("ftp://a/", .scheme), ("http:/a", .scheme), ("http://", .host(.empty)),
            ("http:///x", .host(.empty)), ("http://u:p@a/", .credentials),
            ("http://a:0/", .port("0")),
            ("http://a:65536/", .port("65536")), ("http://a:x/", .port("x")),
            ("http://a b/", .characters), ("http://ä/", .characters), ("http://a\n/", .characters),
            ("http://[::1", .host(.malformed("["))), ("http://[a]/", .host(.malformed("[a]"))),
            ("http://a\\b/", .host(.malformed("a\\b"))), ("http://%61/", .host(.malformed("%61"))),
            ("http://a:99999999999999999999/", .port("99999999999999999999")),
        ] as [(String, AddressProblem)])
    func badURLs(url: String, problem: AddressProblem) {
        #expect(HTTPCheck(url: url).problem() == .address(problem))
    }

    @Test func theURLMayBeSoLongAndNoLonger() {
        let start = "http://a/"
        let most = start + String(repeating: "x", count: Limits.urlBytesMax - start.utf8.count)
        #expect(HTTPCheck(url: most).problem() == nil)
        #expect(HTTPCheck(url: most + "x").problem() != nil)
    }

    @Test func theHostMayBeSoLongAndNoLonger() {
        let most = String(repeating: "a", count: Limits.hostBytesMax)
        #expect(TCPCheck(host: most, port: 1).problem() == nil)
        #expect(TCPCheck(host: most + "a", port: 1).problem() != nil)
    }

    @Test func statusesTextsAndTimes() {
        func problem(_ change: (inout HTTPCheck) -> Void) -> CheckProblem? {
            var check = HTTPCheck(url: "http://a/")
            change(&check)
            return check.problem()
        }
        #expect(problem { $0.statusLowest = 99 } == .statuses(lowest: 99, highest: 399))
        #expect(problem { $0.statusHighest = 600 } != nil)
        #expect(
            problem { ($0.statusLowest, $0.statusHighest) = (300, 299) }
                == .statusOrder(lowest: 300, highest: 299))
        #expect(problem { ($0.statusLowest, $0.statusHighest) = (100, 599) } == nil)
        #expect(problem { $0.responseMillisecondsMax = 0 } == .responseTime(0))
        #expect(problem { $0.textPresent = "" } == .emptyText)
        let most = String(repeating: "x", count: Limits.lineBytesMax)
        #expect(problem { $0.textAbsent = most } == nil)
        #expect(problem { $0.textAbsent = most + "x" } != nil)
    }

    @Test(arguments: ["::1", "192.0.2.7", "mail.example.com", "fe80::1"])
    func goodHosts(host: String) {
        #expect(TCPCheck(host: host, port: 25).problem() == nil)
    }

    @Test(arguments: ["", "[::1]", "a/b", "a b", "a@b", "a?b", "a#b", "x::1", "a%b", "ä"])
    func badHosts(host: String) {
        #expect(TCPCheck(host: host, port: 25).problem() != nil)
    }

    @Test func portsPathsAndPercents() {
        #expect(TCPCheck(host: "a", port: 0).problem() != nil)
        #expect(TCPCheck(host: "a", port: 65_536).problem() != nil)
        #expect(DiskCheck(path: "srv").problem() != nil)
        #expect(DiskCheck(path: "/s\0rv").problem() != nil)
        #expect(DiskCheck(path: "/srv", freePercentMin: 101).problem() != nil)
        #expect(DiskCheck(path: "/srv", freePercentMin: 100).problem() == nil)
        let most = "/" + String(repeating: "x", count: Limits.pathBytesMax - 1)
        #expect(DiskCheck(path: most).problem() == nil)
        #expect(DiskCheck(path: most + "x").problem() != nil)
        #expect(MemoryCheck(availablePercentMin: -1).problem() != nil)
        #expect(LoadCheck(loadPerProcessorHundredthsMax: 0).problem() != nil)
        #expect(LoadCheck(loadPerProcessorHundredthsMax: 1).problem() == nil)
    }

    @Test func assignmentsAreBounded() throws {
        #expect(try assignment("m").problem() == nil)
        #expect(try assignment("m", interval: 999).problem() != nil)
        #expect(try assignment("m", interval: Limits.probeMillisecondsMax).problem() == nil)
        #expect(try assignment("m", interval: Limits.probeMillisecondsMax + 1).problem() != nil)
        #expect(try assignment("m", retry: 999).problem() != nil)
        #expect(try assignment("m", timeout: 0).problem() != nil)
        #expect(try assignment("m", timeout: Limits.probeTimeoutMillisecondsMax).problem() == nil)
        #expect(try assignment("m", timeout: 300_001).problem() != nil)
        #expect(try assignment("m", failuresToBelieve: 0).problem() != nil)
        #expect(try assignment("m", .tcp(TCPCheck(host: "", port: 1))).problem() != nil)
    }
}
