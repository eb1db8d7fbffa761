import SupportLink
import SupportModel
import SupportTestKit
import Testing

struct WorkerLineTests {
    /// The line of a message without its newline, which must be there.
    private func text(_ message: some WorkerMessage) -> String {
        var line = WorkerLine.encode(message)
        #expect(line.popLast() == UInt8(ascii: "\n"))
        return String(decoding: line, as: UTF8.self)
    }

    private func order(_ line: String) throws(WorkerLine.BadLine) -> WorkerOrder {
        try WorkerLine.decode(WorkerOrder.self, from: Array(line.utf8))
    }

    private func report(_ line: String) throws(WorkerLine.BadLine) -> WorkerReport {
        try WorkerLine.decode(WorkerReport.self, from: Array(line.utf8))
    }

    @Test func helloIsExact() {
        #expect(
            text(WorkerReport.hello(WorkerHello(release: "0.1.0")))
                == #"{"hello":{"release":"0.1.0","protocol_version":6}}"#)
    }

    @Test func deliveriesAreExact() throws {
        let rows: [(DeliveryMeans, String)] = [
            (
                .smtp(
                    SMTPDelivery(
                        server: "smtp://m:25", mustEncrypt: true, greeting: "d", from: "a@b",
                        to: "c@d", message: "x\r\n")),
                #"{"smtp":{"server":"smtp://m:25","must_encrypt":true,"greeting":"d","from":"a@b","#
                    + #""to":"c@d","message":"x\r\n"}}"#
            ),
            (
                .program(
                    ProgramDelivery(
                        program: "/p", arguments: ["-x"], input: "i", environment: ["A": "b"])),
                #"{"program":{"program":"/p","arguments":["-x"],"input":"i","#
                    + #""environment":{"A":"b"}}}"#
            ),
            (
                .webhook(WebhookDelivery(url: "https://h/", headers: ["A: b"], body: "{}")),
                #"{"webhook":{"url":"https://h/","headers":["A: b"],"body":"{}"}}"#
            ),
        ]
        for (means, json) in rows {
            let wanted = WorkerOrder.deliver(
                DeliveryOrder(number: 3, means: means, timeoutMilliseconds: 1000))
            let line = #"{"deliver":{"number":3,"means":\#(json),"timeout_milliseconds":1000}}"#
            #expect(text(wanted) == line)
            #expect(try order(line) == wanted)
        }
        let ends: [(DeliveryEnd, String)] = [
            (.delivered, ""), (.failed("f"), #","failure":"f""#),
            (.refused("r"), #","failure":"r","is_final":true"#),
        ]
        for (end, more) in ends {
            let sent = WorkerReport.delivered(DeliveryReport(number: 3, end))
            #expect(text(sent) == #"{"delivered":{"number":3\#(more)}}"#)
            guard case .delivered(let read) = try report(text(sent)) else {
                Issue.record("\(text(sent))")
                continue
            }
            #expect(read.end == end)
        }
    }

    @Test func signsOfLifeAreExact() {
        let load = WorkerLoad(monitors: 1000, running: 12, waiting: 3, lateMilliseconds: 40)
        #expect(
            text(WorkerReport.alive(load))
                == #"{"alive":{"monitors":1000,"running":12,"waiting":3,"late_milliseconds":40}}"#)
    }

    @Test func observationsAreExact() {
        let shop = ProbeObservation(
            monitor: "acme-shop", outcome: .success, detail: "HTTP 200 in 12 ms",
            phases: ProbePhases(resolve: 1, connect: 2, firstByte: 3, transfer: 4, total: 10))
        let disk = ProbeObservation(
            monitor: "acme-disk", outcome: .unknown, detail: "no /srv \"x\"")
        #expect(
            text(WorkerReport.observed([shop, disk]))
                == #"{"observed":[{"monitor":"acme-shop","outcome":"success","#
                + #""detail":"HTTP 200 in 12 ms","phases":{"resolve":1,"connect":2,"#
                + #""first_byte":3,"transfer":4,"total":10}},{"monitor":"acme-disk","#
                + #""outcome":"unknown","detail":"no /srv \"x\""}]}"#)
    }

    private static let figures =
        #""interval_milliseconds":60000,"retry_milliseconds":10000,"timeout_milliseconds":5000,"#
        + #""failures_to_believe":3}"#

    @Test(arguments: [
        (
            #"{"type":"http","url":"https://a.example/","status_lowest":200,"status_highest":399,"#
                + #""text_present":"cart","follows_redirects":true}"#,
            Check.http(HTTPCheck(url: "https://a.example/", textPresent: "cart"))
        ),
        (
            #"{"type":"tcp","host":"a.example","port":22}"#,
            .tcp(TCPCheck(host: "a.example", port: 22))
        ),
        (
            #"{"type":"disk","path":"/srv","free_percent_min":10}"#,
            .disk(DiskCheck(path: "/srv"))
        ),
        (#"{"type":"memory","available_percent_min":5}"#, .memory(MemoryCheck())),
        (#"{"type":"load","load_per_processor_hundredths_max":200}"#, .load(LoadCheck())),
    ])
    func assignmentsAreExact(json: String, check: Check) throws {
        let line = #"{"assign":[{"monitor":"m","check":\#(json),"# + Self.figures + "]}"
        let assigned = WorkerOrder.assign([
            ProbeAssignment(
                monitor: "m", check: check, intervalMilliseconds: 60_000,
                retryMilliseconds: 10_000, timeoutMilliseconds: 5_000, failuresToBelieve: 3)
        ])
        #expect(text(assigned) == line)
        #expect(try order(line) == assigned)
    }

    @Test func theOtherOrdersAreExact() throws {
        let orders: [(String, WorkerOrder)] = [
            (#"{"withdraw":["a","b"]}"#, .withdraw(["a", "b"])), (#"{"probe":"a"}"#, .probe("a")),
        ]
        for (line, expected) in orders {
            #expect(text(expected) == line)
            #expect(try order(line) == expected)
        }
    }

    @Test func reportsAreReadAsTheyWereWritten() throws {
        let reports: [WorkerReport] = [
            .hello(WorkerHello(release: "0.1.0")),
            .alive(WorkerLoad(monitors: 1, running: 2, waiting: 3, lateMilliseconds: 4)),
            .observed([]),
            .observed([
                ProbeObservation(
                    monitor: "a", outcome: .failure, detail: "late", phases: ProbePhases(total: 9))
            ]),
        ]
        for sent in reports { #expect(try report(text(sent)) == sent) }
    }

    @Test("the hello of another release is read, so that its version can be reported")
    func helloOfAnotherRelease() throws {
        let hello = WorkerHello(release: "9.0", protocolVersion: 7)
        #expect(
            try report(#"{"hello":{"release":"9.0","protocol_version":7,"pid":1}}"#)
                == .hello(hello))
    }

    @Test(arguments: [
        "", "{", "[]", "{}", #"{"probe":"Not A Name"}"#, #"{"assign":{}}"#, #"{"assign":[{}]}"#,
        #"{"probe":7}"#, "\u{0}", #"{"probe":"a","more":1}"#, #"{"probe":"a","probe":"b"}"#,
        #"{"probe":"a"} x"#,
    ])
    func whatIsNoOrderIsRefused(line: String) {
        #expect(throws: WorkerLine.BadLine.self) { try order(line) }
    }

    @Test func theReasonIsOneLine() {
        let refused = #expect(throws: WorkerLine.BadLine.self) { try order(#"{"probe":7}"#) }
        #expect(refused?.description == "probe: expected a string")
    }
}
