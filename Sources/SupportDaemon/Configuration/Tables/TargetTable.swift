import SupportModel

/// One `[[target]]` or `[[package.target]]`: how soon tickets of a level are answered and solved.
enum TargetTable {
    /// Reads one; nil when something of it is missing or wrong.
    static func read(_ table: inout TableReader) -> ResponseTarget? {
        let range = 1...ConfigurationLimits.targetMinutesMax
        let level = table.required("level", .level)
        let firstResponse = table.required("first_response", .minutes(range))
        let resolution = table.required("resolution", .minutes(range))
        guard let level, let firstResponse, let resolution else { return nil }
        guard resolution >= firstResponse else {
            table.report(
                "resolution",
                "\(resolution) to the resolution is shorter than \(firstResponse) to the first "
                    + "response",
                "give at least `first_response`")
            return nil
        }
        return ResponseTarget(level: level, firstResponse: firstResponse, resolution: resolution)
    }
}
