import SupportModel
import SupportProbes
import Testing

struct BodyScanTests {
    private func scan(_ sizes: [Int], tail: String) -> (scan: BodyScan, wanted: [Bool]) {
        var scan = BodyScan(HTTPCheck(url: "http://a/", textPresent: "end", textAbsent: "bad"))
        var wanted = sizes.map { size in
            [UInt8](repeating: 120, count: size).withUnsafeBytes { scan.take($0) }
        }
        wanted.append(Array(tail.utf8).withUnsafeBytes { scan.take($0) })
        return (scan, wanted)
    }

    @Test func aBodyOfExactlyTheLimitIsReadWhole() {
        let (scan, wanted) = scan([ProbeLimits.bodyBytesMax - 3], tail: "end")
        #expect(wanted == [true, true])
        #expect(scan.bytes == ProbeLimits.bodyBytesMax && !scan.isCut && !scan.lacksPresent)
    }

    @Test func whatIsPastTheLimitIsNotSearched() {
        let (scan, wanted) = scan([ProbeLimits.bodyBytesMax - 2], tail: "end")
        #expect(wanted == [true, false])
        #expect(scan.bytes == ProbeLimits.bodyBytesMax && scan.isCut && scan.lacksPresent)
    }

    @Test func bothTextsAreFollowed() {
        let (scan, _) = scan([10], tail: "a bad end")
        #expect(!scan.lacksPresent && scan.holdsAbsent)
    }

    @Test func withoutTextsNothingIsMissing() {
        let scan = BodyScan(HTTPCheck(url: "http://a/"))
        #expect(!scan.lacksPresent && !scan.holdsAbsent)
    }
}
