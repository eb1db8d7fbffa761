import ArgumentParser
import SupportModel

extension CheckOptions {
    /// The check that was asked for; nil when none was. Throws when there are several, or when an
    /// option belongs to another check.
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
        if let problem = checks.first?.problem() { throw ValidationError(problem) }
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
