import Testing

/// A rule of the house over one source.
typealias Rule = (SourceFile) -> [Finding]

/// Holds every source against a rule, and records each finding as a failure of its own.
func expectKept(
    _ rule: Rule, by sources: [SourceFile] = Repository.sources,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(!sources.isEmpty, "no sources were found to check", sourceLocation: sourceLocation)
    expectNone(sources.flatMap(rule), sourceLocation: sourceLocation)
}

/// Records each finding as a failure of its own.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    for finding in findings {
        Issue.record("\(finding)", sourceLocation: sourceLocation)
    }
}

/// The lines at which a rule finds something in a sample.
func found(
    _ rule: Rule, in text: String, at path: String = "Sources/SupportModel/Sample.swift"
) -> [Int] {
    rule(SourceFile(path: path, text: text)).map(\.line)
}
