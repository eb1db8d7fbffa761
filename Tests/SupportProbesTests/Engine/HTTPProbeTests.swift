import SupportModel
import SupportProbes
import Testing

extension SerialTests {
    struct HTTPProbeTests {
        private func probe(
            _ answer: LoopbackServer.Answer, timeout: Int = 5000,
            _ change: (inout HTTPCheck) -> Void = { _ in }
        ) throws -> ProbeObservation {
            let server = try LoopbackServer { _ in answer }
            var check = HTTPCheck(url: "http://127.0.0.1:\(server.port)/")
            change(&check)
            return try withExtendedLifetime(server) {
                try EngineRun.observe(.http(check), timeout: timeout)
            }
        }

        @Test func aGoodAnswerHasAllItsPhases() throws {
            let seen = try probe(LoopbackServer.http(200, "the cart")) { $0.textPresent = "cart" }
            #expect(seen.outcome == .success)
            #expect(seen.detail.hasPrefix("HTTP 200 in "))
            let phases = try #require(seen.phases)
            #expect(phases.resolve != nil && phases.connect != nil && phases.firstByte != nil)
            #expect(phases.tls == nil)
            let parts = [phases.resolve, phases.connect, phases.firstByte, phases.transfer]
            #expect(parts.compactMap(\.self).reduce(0, +) == phases.total)
        }

        @Test func aBadStatusIsAFailure() throws {
            let seen = try probe(LoopbackServer.http(503, "down"))
            #expect(seen.outcome == .failure && seen.detail == "HTTP 503, expected 200 to 399")
        }

        @Test func theWorkerSaysWhoItIs() throws {
            let server = try LoopbackServer { _ in LoopbackServer.http(200) }
            let check = HTTPCheck(url: "http://127.0.0.1:\(server.port)/shop?x=1")
            _ = try EngineRun.observe(.http(check))
            #expect(server.requests == ["GET /shop?x=1 HTTP/1.1"])
        }

        @Test func aRedirectIsFollowedOrNot() throws {
            let server = try LoopbackServer { request in
                request.contains("/there")
                    ? LoopbackServer.http(200, "arrived")
                    : LoopbackServer.http(302, "moved", headers: "Location: /there\r\n")
            }
            var check = HTTPCheck(url: "http://127.0.0.1:\(server.port)/", textPresent: "arrived")
            #expect(try EngineRun.observe(.http(check)).outcome == .success)
            check.followsRedirects = false
            check.textPresent = nil
            #expect(try EngineRun.observe(.http(check)).detail.hasPrefix("HTTP 302 in "))
        }

        @Test func tenRedirectsAreFollowedElevenAreNot() throws {
            let server = try LoopbackServer { request in
                let left = request.split(separator: " ").dropFirst().first.flatMap {
                    Int($0.dropFirst())
                }
                guard let left, left > 0 else { return LoopbackServer.http(200) }
                return LoopbackServer.http(302, headers: "Location: /\(left - 1)\r\n")
            }
            let start = "http://127.0.0.1:\(server.port)/"
            let most = ProbeLimits.redirectsMax
            #expect(
                try EngineRun.observe(.http(HTTPCheck(url: "\(start)\(most)"))).outcome == .success)
            let seen = try EngineRun.observe(.http(HTTPCheck(url: "\(start)\(most + 1)")))
            #expect(seen.outcome == .failure && seen.detail == "more than 10 redirects")
        }

        @Test(arguments: ["ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1/"])
        func aRedirectElsewhereIsNotFollowed(location: String) throws {
            let seen = try probe(LoopbackServer.http(302, headers: "Location: \(location)\r\n"))
            #expect(seen.outcome == .failure)
            #expect(seen.detail == "redirected to what is neither http nor https")
        }

        @Test func noAnswerEndsWithTheTimeout() throws {
            let seen = try probe(.hangs, timeout: 300)
            #expect(seen.outcome == .failure && seen.detail == "no answer within 300 ms")
            #expect(try #require(seen.phases).total >= 300_000)
        }

        @Test func halfAnAnswerEndsWithTheTimeout() throws {
            let seen = try probe(
                .stops("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nhalf"), timeout: 300)
            #expect(seen.outcome == .failure && seen.detail == "answer not complete within 300 ms")
        }

        @Test func closingInTheBodyIsAFailure() throws {
            let seen = try probe(.bytes("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nhalf"))
            #expect(seen.outcome == .failure)
            #expect(seen.detail == "connection closed in the middle of the answer")
        }

        @Test func closingWithoutAWordIsAFailure() throws {
            let seen = try probe(.closes)
            #expect(
                seen.outcome == .failure && seen.detail == "connection closed without an answer")
        }

        @Test func junkIsAFailure() throws {
            let seen = try probe(.bytes("\u{1}\u{2} what?\n\n"))
            #expect(seen.outcome == .failure && seen.detail == "the answer is not HTTP")
        }

        @Test func refusalIsAFailure() throws {
            let check = HTTPCheck(url: "http://127.0.0.1:\(try LoopbackServer.deadPort())/")
            let seen = try EngineRun.observe(.http(check))
            #expect(seen.outcome == .failure && seen.detail == "connection refused")
        }

        @Test func aSlowAnswerPassesItsLimit() throws {
            let slow = LoopbackServer.Answer.slowly(
                60, "HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n")
            let seen = try probe(slow) { $0.responseMillisecondsMax = 50 }
            #expect(seen.outcome == .failure && seen.detail.hasSuffix(" ms, allowed are 50 ms"))
        }

        @Test func anEndlessBodyIsCutAndStillJudged() throws {
            let body = "cart" + String(repeating: "x", count: 3 * ProbeLimits.bodyBytesMax) + "late"
            let answer = LoopbackServer.Answer.bytes("HTTP/1.1 200 X\r\n\r\n" + body)
            #expect(try probe(answer) { $0.textPresent = "cart" }.outcome == .success)
            let seen = try probe(answer) { $0.textPresent = "late" }
            #expect(seen.detail == "HTTP 200, but the first 1 MiB lacks the text \"late\"")
        }

        @Test func textIsFoundAcrossPiecesOfARealBody() throws {
            let filler = String(repeating: "caricart", count: 20_000)
            #expect(
                try probe(LoopbackServer.http(200, filler + "cart!")) { $0.textPresent = "cart!" }
                    .outcome == .success)
        }

        @Test func aProbeSeesNothingOfTheOneBefore() throws {
            let server = try LoopbackServer {
                LoopbackServer.http(200, $0.contains("/a") ? "cart" : "")
            }
            let engine = try ProbeEngine()
            let url = "http://127.0.0.1:\(server.port)"
            let first = HTTPCheck(url: url + "/a", textPresent: "cart")
            let second = HTTPCheck(url: url + "/b", textPresent: "cart")
            let tcp = TCPCheck(host: "127.0.0.1", port: server.port)
            for _ in 0..<3 {
                #expect(
                    try EngineRun.observe([assignment("a", .http(first))], on: engine)
                        .map(\.outcome) == [.success])
                #expect(
                    try EngineRun.observe([assignment("b", .http(second))], on: engine)
                        .map(\.outcome) == [.failure])
                #expect(
                    try EngineRun.observe([assignment("c", .tcp(tcp))], on: engine)
                        .map(\.outcome) == [.success])
            }
        }
    }
}
