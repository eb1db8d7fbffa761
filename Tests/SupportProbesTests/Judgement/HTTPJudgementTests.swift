import SupportModel
import SupportProbes
import Testing

struct HTTPJudgementTests {
    private func verdict(
        _ check: HTTPCheck = HTTPCheck(url: "http://a/"), fault: TransferFault? = nil,
        status: Int = 200, body: String = "", microseconds: Int = 12_345
    ) -> Verdict {
        var scan = BodyScan(check)
        _ = Array(body.utf8).withUnsafeBytes { scan.take($0) }
        var times = ReachedTimes()
        times.ended = microseconds
        return HTTPJudgement.verdict(
            check, timeoutMilliseconds: 5000, fault: fault, status: status, body: scan,
            times: times)
    }

    @Test(arguments: [
        (199, ProbeObservation.Outcome.failure, "HTTP 199, expected 200 to 399"),
        (200, .success, "HTTP 200 in 12 ms"), (399, .success, "HTTP 399 in 12 ms"),
        (400, .failure, "HTTP 400, expected 200 to 399"),
        (503, .failure, "HTTP 503, expected 200 to 399"),
    ])
    func statusIsJudgedByItsRange(
        status: Int, outcome: ProbeObservation.Outcome, detail: String
    ) {
        #expect(verdict(status: status) == Verdict(outcome, detail))
    }

    @Test func oneStatusIsNamedAsOne() {
        let check = HTTPCheck(url: "http://a/", statusLowest: 204, statusHighest: 204)
        #expect(verdict(check) == Verdict(.failure, "HTTP 200, expected 204"))
    }

    @Test func textsAreJudgedAfterTheStatus() {
        let check = HTTPCheck(url: "http://a/", textPresent: "cart", textAbsent: "Fatal error")
        #expect(verdict(check, body: "the cart").outcome == .success)
        #expect(
            verdict(check, body: "nothing")
                == Verdict(.failure, "HTTP 200, but the page lacks the text \"cart\""))
        #expect(
            verdict(check, body: "cart Fatal error")
                == Verdict(.failure, "HTTP 200, but the page holds the text \"Fatal error\""))
        #expect(verdict(check, status: 500).detail == "HTTP 500, expected 200 to 399")
    }

    @Test func timeLimitHoldsToTheMicrosecond() {
        let check = HTTPCheck(url: "http://a/", responseMillisecondsMax: 500)
        #expect(verdict(check, microseconds: 500_000).outcome == .success)
        #expect(
            verdict(check, microseconds: 500_001)
                == Verdict(.failure, "HTTP 200 in 500 ms, allowed are 500 ms"))
        let endless = HTTPCheck(url: "http://a/", responseMillisecondsMax: .max)
        #expect(verdict(endless).outcome == .success)
    }

    @Test(arguments: [
        (TransferFault.nameUnknown, ProbeObservation.Outcome.failure, "name does not resolve"),
        (.refused, .failure, "connection refused"),
        (.certificate("certificate has expired"), .failure, "certificate has expired"),
        (.noAnswer, .failure, "connection closed without an answer"),
        (.closedEarly, .failure, "connection closed in the middle of the answer"),
        (.redirectedTooOften, .failure, "more than 10 redirects"),
        (.own("Too many open files"), .unknown, "could not probe: Too many open files"),
    ])
    func faultsAreNamedInPlainWords(
        fault: TransferFault, outcome: ProbeObservation.Outcome, detail: String
    ) {
        #expect(verdict(fault: fault) == Verdict(outcome, detail))
    }

    @Test func aTimeoutSaysHowFarItCame() {
        var times = ReachedTimes()
        func detail() -> String {
            TransferFault.timedOut.verdict(times, timeoutMilliseconds: 5000).detail
        }
        #expect(detail() == "name did not resolve within 5 s")
        times.resolved = 1
        #expect(detail() == "no connection within 5 s")
        times.connected = 2
        #expect(detail() == "no answer within 5 s")
        times.firstByte = 3
        #expect(detail() == "answer not complete within 5 s")
    }
}
