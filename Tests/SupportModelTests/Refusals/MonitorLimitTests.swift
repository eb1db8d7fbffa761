import SupportModel
import SupportTestKit
import Testing

/// The checks and timings of a monitor, at each limit and one past it.
struct MonitorLimitTests {
    private func takes(_ check: Check, timing: MonitorTiming? = nil) throws -> Bool {
        let desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        let add = AddMonitor(monitor: "shop", client: "acme", check: check, timing: timing)
        var tried = desk
        if (try? tried.perform(add)) != nil { return true }
        guard case .invalid = refusal(add, on: desk) else {
            Issue.record("refused for another reason than its value: \(check)")
            return false
        }
        return false
    }

    private func timing(
        interval: Int = 60_000, retry: Int = 1000, timeout: Int = 1000, failures: Int = 3,
        successes: Int = 2
    ) -> MonitorTiming {
        MonitorTiming(
            intervalMilliseconds: interval, retryMilliseconds: retry, timeoutMilliseconds: timeout,
            failuresToBelieve: failures, successesToBelieve: successes)
    }

    @Test func timings() throws {
        let rows: [(MonitorTiming, Bool)] = [
            (timing(), true), (timing(interval: 1000), true), (timing(interval: 999), false),
            (timing(interval: 86_400_000), true), (timing(interval: 86_400_001), false),
            (timing(interval: .min), false), (timing(interval: .max), false),
            (timing(retry: 999), false), (timing(retry: 60_000), true),
            (timing(retry: 60_001), false), (timing(timeout: 99), false),
            (timing(timeout: 100), true), (timing(timeout: 300_000), true),
            (timing(timeout: 300_001), false), (timing(failures: 0), false),
            (timing(failures: 1), true), (timing(failures: 100), true),
            (timing(failures: 101), false), (timing(successes: 0), false),
            (timing(successes: 1), true), (timing(successes: 100), true),
            (timing(successes: 101), false),
        ]
        for (timing, fits) in rows {
            #expect(try takes(.memory(MemoryCheck()), timing: timing) == fits, "\(timing)")
        }
    }

    @Test func addresses() throws {
        let url = "https://shop.example.com/"
        let longest = url + String(repeating: "a", count: Limits.urlBytesMax - url.utf8.count)
        let label = String(repeating: "h", count: Limits.hostBytesMax)
        let rows: [(String, Bool)] = [
            (url, true), ("HTTP://SHOP.example.com", true), ("http://10.0.0.1:8080/x?y#z", true),
            ("http://[2001:db8::1]:443/", true), ("http://shop:65535/", true),
            ("http://shop:65536/", false), ("http://shop:0/", false), ("http://shop:+80/", false),
            ("http://shop:8o/", false), (longest, true), (longest + "a", false),
            ("http://\(label)/", true), ("http://\(label)h/", false), ("", false),
            ("shop.example.com", false), ("ftp://shop.example.com/", false), ("http://", false),
            ("http:///x", false), ("http://ann@shop/", false), ("http://ann:pw@shop/", false),
            ("http://shop/a b", false), ("http://shop/ü", false), ("http://shop/\n", false),
            ("http://[2001:db8::1/", false), ("http://[shop]/", false),
        ]
        for (url, fits) in rows {
            #expect(try takes(.http(HTTPCheck(url: url))) == fits, "\(url.prefix(60))")
        }
    }

    @Test func whatAPageMustShow() throws {
        let url = "https://shop.example.com/"
        let most = String(repeating: "x", count: Limits.lineBytesMax)
        let rows: [(HTTPCheck, Bool)] = [
            (HTTPCheck(url: url, statusLowest: 100, statusHighest: 599), true),
            (HTTPCheck(url: url, statusLowest: 204, statusHighest: 204), true),
            (HTTPCheck(url: url, statusLowest: 99), false),
            (HTTPCheck(url: url, statusHighest: 600), false),
            (HTTPCheck(url: url, statusLowest: 400, statusHighest: 399), false),
            (HTTPCheck(url: url, textPresent: most), true),
            (HTTPCheck(url: url, textPresent: most + "x"), false),
            (HTTPCheck(url: url, textAbsent: ""), false),
            (HTTPCheck(url: url, responseMillisecondsMax: 1), true),
            (HTTPCheck(url: url, responseMillisecondsMax: 0), false),
        ]
        for (check, fits) in rows { #expect(try takes(.http(check)) == fits, "\(check)") }
    }

    @Test func hostsPortsAndResources() throws {
        let path = "/" + String(repeating: "p", count: Limits.pathBytesMax - 1)
        let rows: [(Check, Bool)] = [
            (.tcp(TCPCheck(host: "shop", port: 1)), true),
            (.tcp(TCPCheck(host: "shop", port: 65_535)), true),
            (.tcp(TCPCheck(host: "shop", port: 0)), false),
            (.tcp(TCPCheck(host: "shop", port: 65_536)), false),
            (.tcp(TCPCheck(host: "", port: 1)), false),
            (.tcp(TCPCheck(host: "a b", port: 1)), false),
            (.tcp(TCPCheck(host: "fe80::1", port: 1)), true),
            (.disk(DiskCheck(path: path)), true), (.disk(DiskCheck(path: path + "p")), false),
            (.disk(DiskCheck(path: "srv")), false), (.disk(DiskCheck(path: "")), false),
            (.disk(DiskCheck(path: "/a\nb")), false),
            (.disk(DiskCheck(path: "/", freePercentMin: 0)), true),
            (.disk(DiskCheck(path: "/", freePercentMin: 100)), true),
            (.disk(DiskCheck(path: "/", freePercentMin: 101)), false),
            (.disk(DiskCheck(path: "/", freePercentMin: -1)), false),
            (.memory(MemoryCheck(availablePercentMin: 0)), true),
            (.memory(MemoryCheck(availablePercentMin: 101)), false),
            (.load(LoadCheck(loadPerProcessorHundredthsMax: 1)), true),
            (.load(LoadCheck(loadPerProcessorHundredthsMax: 0)), false),
            (.load(LoadCheck(loadPerProcessorHundredthsMax: 1_000_000)), true),
            (.load(LoadCheck(loadPerProcessorHundredthsMax: 1_000_001)), false),
        ]
        for (check, fits) in rows { #expect(try takes(check) == fits, "\(check)") }
    }
}
