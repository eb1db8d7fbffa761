import ArgumentParser
import SupportModel

/// The check of a monitor as options: its type, and the limits that it is judged by.
struct CheckOptions: ParsableArguments {
    @Option("Fetch a page.", value: "url")
    var http: String?

    @Option("The statuses that are right.", value: "low-high", CheckReading.statuses)
    var status: ClosedRange<Int>?

    @Option("Text that the page must hold.", value: "text")
    var textPresent: String?

    @Option("Text that the page must not hold.", value: "text")
    var textAbsent: String?

    @Option("The longest that the answer may take.", value: "span", Reading.span)
    var maxResponse: Int?

    @Flag(help: "Judge a redirect itself; else it is followed.")
    var noRedirects = false

    @Flag(help: "Follow redirects to this host and its link too.")
    var allowLocalRedirects = false

    @Option("Open a TCP connection.", value: "host:port", CheckReading.place)
    var tcp: TCPCheck?

    @Option("See how full a file system of this host is.", value: "path")
    var disk: String?

    @Option("The least free room; 10 unless said.", value: "percent", Reading.integer(0...100))
    var freeMin: Int?

    @Flag(help: "See how much memory of this host is available.")
    var memory = false

    @Option(
        "The least available memory; 5 unless said.", value: "percent", Reading.integer(0...100))
    var availableMin: Int?

    @Flag(help: "See how loaded the processors of this host are.")
    var load = false

    @Option(
        "The highest load per processor; 2.00 unless said.", value: "x.yy", CheckReading.hundredths)
    var loadMax: Int?
}

extension CheckOptions {
    /// The check that the options describe; nil when they describe none. Throws for several, or for
    /// an option of another type of check.
    func check() throws -> Check? {
        let checks = [
            http.map { Check.http(page($0)) }, tcp.map { .tcp($0) },
            disk.map { .disk(DiskCheck(path: $0, freePercentMin: freeMin ?? 10)) },
            memory ? .memory(MemoryCheck(availablePercentMin: availableMin ?? 5)) : nil,
            load ? .load(LoadCheck(loadPerProcessorHundredthsMax: loadMax ?? 200)) : nil,
        ].compactMap(\.self)
        guard checks.count < 2 else {
            throw ValidationError(
                "a monitor has one check; choose one of \(checks.map { "--\($0.type)" }.joined(separator: ", "))"
            )
        }
        if let stray = details.first(where: { $0.isGiven && $0.check != checks.first?.type }) {
            throw ValidationError("--\(stray.option) goes with --\(stray.check) only")
        }
        if noRedirects, allowLocalRedirects {
            throw ValidationError(
                "--no-redirects and --allow-local-redirects do not go together; choose one")
        }
        if let problem = checks.first?.problem() { throw ValidationError(problem.words) }
        return checks.first
    }

    private func page(_ url: String) -> HTTPCheck {
        HTTPCheck(
            url: url, statusLowest: status?.lowerBound ?? 200,
            statusHighest: status?.upperBound ?? 399, textPresent: textPresent,
            textAbsent: textAbsent, responseMillisecondsMax: maxResponse,
            followsRedirects: !noRedirects,
            followsLocalRedirects: allowLocalRedirects ? true : nil)
    }

    private var details: [(option: String, check: String, isGiven: Bool)] {
        [
            ("status", "http", status != nil), ("text-present", "http", textPresent != nil),
            ("text-absent", "http", textAbsent != nil),
            ("max-response", "http", maxResponse != nil), ("no-redirects", "http", noRedirects),
            ("allow-local-redirects", "http", allowLocalRedirects),
            ("free-min", "disk", freeMin != nil), ("available-min", "memory", availableMin != nil),
            ("load-max", "load", loadMax != nil),
        ]
    }
}

/// Reads the arguments of checks; an error says what is accepted.
enum CheckReading {
    /// `200-399`, or one status.
    static func statuses(_ text: String) throws -> ClosedRange<Int> {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
            low <= high
        else {
            throw Reading.mistake(
                text, is: "not a status or a range", "write such as 200 or 200-399")
        }
        return low...high
    }

    /// `shop.example.com:443`, `[::1]:80`.
    static func place(_ text: String) throws -> TCPCheck {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...])
        else {
            throw Reading.mistake(
                text, is: "not a host and a port", "write such as db.example.com:5432 or [::1]:80")
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw Reading.mistake(
                text, is: "not a host and a port",
                "write an IPv6 address in brackets, such as [::1]:80")
        }
        let check = TCPCheck(host: String(host), port: port)
        if let problem = check.problem() { throw ValidationError(problem.words) }
        return check
    }

    /// `1`, `1.5` or `1.25`, in hundredths.
    static func hundredths(_ text: String) throws -> Int {
        guard let load = Int(hundredths: text, wholeDigitsMax: 4), load > 0 else {
            throw Reading.mistake(text, is: "not a load above 0", "write one such as 2 or 1.50")
        }
        return load
    }
}

/// The rhythm of a monitor, and after how many results it is down or up, as options.
struct TimingOptions: ParsableArguments {
    @Option("Between two probes, 1s to 1d.", value: "span", Reading.span)
    var every: Int?

    @Option("Between two probes while failures are counted.", value: "span", Reading.span)
    var retry: Int?

    @Option("How long a probe may take, 100ms to 5m.", value: "span", Reading.span)
    var probeTimeout: Int?

    @Option("Down after so many failures in a row.", value: "number", Reading.integer(1...100))
    var failures: Int?

    @Option("Up again after so many successes in a row.", value: "number", Reading.integer(1...100))
    var successes: Int?

    @Option("The level of its tickets, 1 to 4.", value: "level", Reading.level)
    var level: Level?

    /// Whether no option is given.
    var isEmpty: Bool {
        every == nil && retry == nil && probeTimeout == nil && failures == nil
            && successes == nil && level == nil
    }
}
