import Testing

struct CallTests {
    private static let line = #"{"jsonrpc":"2.0","id":"a","method":"x.y"}"#

    @Test func theResultIsPrintedAsItCame() {
        let result = #"{"ticket":12,"unknown":[1, 2.50]}"#
        #expect(
            Run("call", "ticket.show", #"{"ticket":12}"#, result: result).output == result + "\n")
        #expect(
            Run("call", "x.y", "--json", result: result).output
                == #"{"v":1,"ticket":12,"unknown":[1, 2.50]}"# + "\n")
        let laidOut = Run("call", "x.y", result: #"{"a":[]}"#) { $0.outputIsTerminal = true }
        #expect(laidOut.output == "{\n  \"a\": []\n}\n")
    }

    @Test(arguments: [
        ("[1]", "the parameters are no JSON object; write {\"ticket\": 12}"),
        (
            "{\"a\":1,\"a\":2}",
            "the parameters are not JSON: member name used twice in one object at byte 7"
        ),
        ("{", "the parameters are not JSON: the JSON ends too early at byte 1"),
    ])
    func parametersAreReadStrictly(params: String, message: String) {
        let run = Run("call", "x.y", params)
        #expect(run.said == "supportc: \(message)\n")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    @Test func anErrorIsReportedAsByAnyCommand() {
        let desk = FakeDesk { _, _ in
            .error(
                #"{"code":3,"message":"there is no method x.y","data":{"error":"unknown-method"}}"#)
        }
        let run = Run(["call", "x.y"], desk: desk)
        #expect(run.errors == "supportc: there is no method x.y\n")
        #expect(run.code == 3)
    }

    @Test func linesAreSentAndAnswersPrintedAsTheyAre() {
        let answers = [
            #"{"jsonrpc":"2.0","id":"a","seq":7,"result":{"since":7}}"#,
            #"{"jsonrpc":"2.0","method":"events.record","params":{}}"#,
            #"{"jsonrpc":"2.0","id":"a","error":{"code":3,"message":"m","data":{"error":"e"}}}"#,
            #"{"jsonrpc":"2.0","id":"a","error":{"code":1,"message":"m","data":{"error":"e"}}}"#,
            #"{"jsonrpc":"2.0","id":"a","seq":8,"result":{}}"#,
        ]
        let desk = FakeDesk { line, _ in
            switch line {
            case "one": .lines([answers[0]])
            case "two": .lines([answers[1], answers[2]])
            case "three": .lines([answers[3]])
            default: .lines([answers[4]])
            }
        }
        let run = Run(["call", "-"], desk: desk) {
            $0.input = Array("one\n\n \r\ntwo\nthree\nfour".utf8)
        }
        #expect(run.output == answers.joined(separator: "\n") + "\n")
        #expect(run.sent == ["one", "two", "three", "four"])
        #expect(run.code == 3)
    }

    @Test func noLinesAreNoError() {
        let run = Run("call", "-")
        #expect(run.code == 0)
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [(1_048_576, Int32(0)), (1_048_577, 2)])
    func aRequestLineIsBounded(bytes: Int, code: Int32) {
        let desk = FakeDesk { _, _ in .lines([#"{"jsonrpc":"2.0","id":1,"seq":1,"result":{}}"#]) }
        let run = Run(["call", "-"], desk: desk) {
            $0.input = Array(repeating: UInt8(ascii: "x"), count: bytes) + [10]
        }
        #expect(run.code == code)
        #expect(run.sent.map(\.utf8.count) == (code == 0 ? [bytes] : []))
    }
}
