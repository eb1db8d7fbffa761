import Testing

/// Texts that come from standard input with `-`.
struct InputTests {
    private func note(_ input: [UInt8]) -> Run {
        Run("ticket", "note", "12", "-", result: Samples.ticket) { $0.input = input }
    }

    @Test func isTakenWholeWithoutItsLastLineEnd() {
        let run = note(Array("two\nlines\n".utf8))
        #expect(run.params == #"{"ticket":12,"text":"two\nlines"}"#)
        #expect(run.output == "note written on ticket 12\n")
    }

    @Test(arguments: [
        ["ticket", "open", "acme", "--level", "4", "--subject", "s", "--body", "-"],
        ["ticket", "resolve", "12", "--note", "-"],
    ])
    func alsoForOptions(arguments: [String]) {
        let run = Run(arguments, desk: FakeDesk(result: Samples.ticket)) {
            $0.input = Array("é\n".utf8)
        }
        #expect(run.params.hasSuffix(#":"é"}"#))
    }

    @Test func isBounded() {
        #expect(note(Array(repeating: UInt8(ascii: "x"), count: 1_048_576)).code == 0)
        let over = note(Array(repeating: UInt8(ascii: "x"), count: 1_048_577))
        #expect(over.code == 2)
        #expect(
            over.said == """
                supportc: standard input holds more than 1048576 bytes; \
                keep the text elsewhere and name the place

                """)
        #expect(over.sent.isEmpty)
    }

    @Test func mustBeUTF8() {
        let run = note([0xC3, 0x28])
        #expect(run.errors == "supportc: standard input is not UTF-8 text\n")
        #expect(run.code == 2)
    }
}
