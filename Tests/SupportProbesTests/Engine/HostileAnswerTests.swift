import SupportModel
import SupportProbes
import Testing

extension SerialTests {
    /// Answers that try to do harm, or redirect to where their author has no access: each fails the
    /// check with its own detail.
    struct HostileAnswerTests {
        private func detail(_ answer: String) throws -> String {
            let server = try LoopbackServer { _ in .bytes(answer) }
            let check = HTTPCheck(url: "http://127.0.0.1:\(server.port)/")
            let seen = try withExtendedLifetime(server) { try EngineRun.observe(.http(check)) }
            return "\(seen.outcome) \(seen.detail)"
        }

        @Test("a header line of 90 KiB is read, one of more than 100 KiB is not")
        func headerLine() throws {
            func answer(_ bytes: Int) -> String {
                "HTTP/1.1 200 X\r\nX-Long: \(String(repeating: "x", count: bytes))\r\n"
                    + "Content-Length: 0\r\n\r\n"
            }
            #expect(try detail(answer(90 << 10)).hasPrefix("success HTTP 200 in "))
            #expect(
                try detail(answer(110 << 10))
                    == "failure the header of the answer is too long: more than 100 KiB in a line")
            // A line that never ends.
            #expect(
                try detail("HTTP/1.1 200 X\r\nX: \(String(repeating: "x", count: 300_000))")
                    == "failure the header of the answer is too long: more than 100 KiB in a line")
        }

        @Test("many header lines end too, with another detail than a long one")
        func manyHeaderLines() throws {
            let line = "X-Some: \(String(repeating: "x", count: 1000))\r\n"
            let all = String(repeating: line, count: 5000)
            let seen = try detail("HTTP/1.1 200 X\r\n\(all)Content-Length: 0\r\n\r\n")
            #expect(
                seen == "failure the header of the answer is too long: more than 300 KiB in all")
        }

        @Test(
            "an answer that is not built as HTTP has it is the site's failure, in our words",
            arguments: [
                ("HTTP/1.1 200 X\r\nX-A: a\0b\r\n\r\n", "has a NUL byte in its header"),
                ("HTTP/1.1 200 X\r\nno colon\r\n\r\n", "has a header line without a colon"),
                ("HTTP/4.2 200 X\r\n\r\n", "does not begin with a valid status line"),
                ("HTTP/1.7 200 X\r\n\r\n", "does not begin with a valid status line"),
                ("HTTP/1.1 abc X\r\n\r\n", "does not begin with a valid status line"),
                ("HTTP/1.1 2000 X\r\n\r\n", "does not begin with a valid status line"),
                (
                    "HTTP/1.1 200 X\r\nTransfer-Encoding: nonsense\r\n\r\nok",
                    "has an unknown transfer encoding"
                ),
            ])
        func malformed(answer: String, words: String) throws {
            #expect(try detail(answer) == "failure the answer \(words)")
        }

        @Test("a header that begins with the continuation of a line is the site's failure")
        func folded() throws {
            #expect(
                try detail("HTTP/1.1 200 X\r\n folded: x\r\n\r\n").hasPrefix("failure "))
        }

        @Test(
            "a chunk is as long as its size says, and that is a number",
            arguments: [
                ("\(String(repeating: "0", count: 30))2\r\nok\r\n0\r\n\r\n", "has no valid size"),
                ("ffffffffffffffff\r\nok\r\n0\r\n\r\n", "has no valid size"),
                ("zz\r\nok\r\n0\r\n\r\n", "has no valid size"),
                ("2\r\nokay\r\n0\r\n\r\n", "does not end where its size says"),
            ])
        func chunked(body: String, words: String) throws {
            let answer = "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n\(body)"
            #expect(try detail(answer) == "failure a chunk of the answer \(words)")
        }

        @Test(
            "an absurd Content-Length",
            arguments: [
                ("99999999999999999999", "absurd: more than 1 TiB"),
                ("9223372036854775807", "absurd: more than 1 TiB"),
                ("1099511627777", "absurd: more than 1 TiB"),
                ("-1", "no number"),
                ("many", "no number"),
            ])
        func contentLength(length: String, words: String) throws {
            #expect(
                try detail("HTTP/1.1 200 X\r\nContent-Length: \(length)\r\n\r\nok")
                    == "failure the Content-Length of the answer is \(words)")
        }

        @Test("the largest length that is accepted is only reported as cut short")
        func largestLength() throws {
            #expect(
                try detail(
                    "HTTP/1.1 200 X\r\nContent-Length: \(ProbeLimits.announcedBytesMax)\r\n\r\nok")
                    == "failure connection closed in the middle of the answer")
        }

        /// An engine for which 127.0.0.2 is near and 127.0.0.1 is not.
        private func engine() throws -> ProbeEngine {
            try ProbeEngine(nearness: { $0.description == "127.0.0.2" ? "loopback" : nil })
        }

        private func observe(_ check: HTTPCheck) throws -> ProbeObservation {
            let probe = try assignment("m", .http(check))
            return try #require(try EngineRun.observe([probe], on: engine()).first)
        }

        /// A server that sends everybody to another place.
        private func redirecting(to place: String) throws -> LoopbackServer {
            try LoopbackServer { _ in
                LoopbackServer.http(302, headers: "Location: http://\(place)/\r\n")
            }
        }

        @Test("a redirect to a near address is not followed, whatever name leads there")
        func redirectedNear() throws {
            let inside = try LoopbackServer(lastByte: 2) { _ in LoopbackServer.http(200) }
            let outside = try redirecting(to: "127.0.0.2:\(inside.port)")
            var check = HTTPCheck(url: "http://127.0.0.1:\(outside.port)/")
            let seen = try observe(check)
            #expect(seen.outcome == .failure)
            #expect(
                seen.detail
                    == "redirected to the loopback address 127.0.0.2, which is not allowed")
            #expect(inside.requests.isEmpty)
            check.followsLocalRedirects = true
            #expect(try observe(check).outcome == .success)
            #expect(inside.requests.count == 1)
        }

        @Test("hop by hop: a second redirect is held to the same")
        func redirectedNearLater() throws {
            let inside = try LoopbackServer(lastByte: 2) { _ in LoopbackServer.http(200) }
            let second = try redirecting(to: "127.0.0.2:\(inside.port)")
            let first = try redirecting(to: "127.0.0.1:\(second.port)")
            let seen = try observe(HTTPCheck(url: "http://127.0.0.1:\(first.port)/"))
            #expect(seen.outcome == .failure && inside.requests.isEmpty)
            #expect(second.requests.count == 1)
        }

        @Test("a monitor of a near address may be redirected there")
        func nearFromTheStart() throws {
            let inside = try LoopbackServer(lastByte: 2) { request in
                request.contains("/there")
                    ? LoopbackServer.http(200)
                    : LoopbackServer.http(302, headers: "Location: /there\r\n")
            }
            let check = HTTPCheck(url: "http://127.0.0.2:\(inside.port)/")
            #expect(try observe(check).outcome == .success)
        }
    }
}
