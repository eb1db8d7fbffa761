import SupportModel
import SupportProbes
import Testing

struct WorkerLineTests {
    private func text(_ report: WorkerReport) -> String {
        String(decoding: WorkerLine.encode(report), as: UTF8.self)
    }

    @Test func helloIsExact() {
        #expect(
            text(.hello(WorkerHello(release: "0.1.0")))
                == #"{"hello":{"release":"0.1.0","protocol_version":3}}"#)
    }

    @Test func signsOfLifeAreExact() {
        let load = WorkerLoad(monitors: 1000, running: 12, waiting: 3, lateMilliseconds: 40)
        #expect(
            text(.alive(load))
                == #"{"alive":{"monitors":1000,"running":12,"waiting":3,"late_milliseconds":40}}"#)
    }

    @Test func observationsAreExact() throws {
        let shop = ProbeObservation(
            monitor: try name("acme-shop"), outcome: .success, detail: "HTTP 200 in 12 ms",
            phases: ProbePhases(resolve: 1, connect: 2, firstByte: 3, transfer: 4, total: 10))
        let disk = ProbeObservation(
            monitor: try name("acme-disk"), outcome: .unknown, detail: "no /srv \"x\"")
        #expect(
            text(.observed([shop, disk]))
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
                + #""follows_redirects":true,"text_present":"cart"}"#,
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
    func assignmentsAreRead(json: String, check: Check) throws {
        let line = #"{"assign":[{"monitor":"m","check":\#(json),"# + Self.figures + "]}"
        #expect(try WorkerLine.decode(Array(line.utf8)) == .assign([try assignment("m", check)]))
    }

    @Test func theOtherOrdersAreRead() throws {
        #expect(
            try WorkerLine.decode(Array(#"{"withdraw":["a","b"]}"#.utf8))
                == .withdraw([try name("a"), try name("b")]))
        #expect(try WorkerLine.decode(Array(#"{"look":"a"}"#.utf8)) == .look(try name("a")))
    }

    @Test(arguments: [
        "", "{", "[]", "{}", #"{"look":"Not A Name"}"#, #"{"assign":{}}"#, #"{"assign":[{}]}"#,
        #"{"look":7}"#, "\u{0}", #"{"look":"a","more":1}"#, #"{"look":"a","look":"b"}"#,
        #"{"look":"a"} x"#,
    ])
    func whatIsNoOrderIsRefused(line: String) {
        #expect(throws: WorkerLine.BadLine.self) { try WorkerLine.decode(Array(line.utf8)) }
    }
}
