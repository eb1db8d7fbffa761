import SupportJSON
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// Hours a month on the wire: a number of hours, or a text with minutes.
struct MonthlyHoursTests {
    private func read(_ json: String) throws -> MonthlyHours {
        let root = try JSONDocument(text: json).root
        return try StrictJSONDecoder.decode(MonthlyHours.self, from: root, unknownMembers: .refused)
    }

    @Test(
        arguments: [
            ("25", "25h", "25"), (#""25h""#, "25h", "25"), (#""7h30m""#, "7h30m", #""7h30m""#),
            (#""45m""#, "45m", #""45m""#), (#""90m""#, "1h30m", #""1h30m""#), ("0", "0m", "0"),
            ("-1", "0m", "-1"),
        ] as [(String, Minutes, String)])
    func numbersAndTexts(json: String, minutes: Minutes, written: String) throws {
        let hours = try read(json)
        #expect(hours.minutes == (json == "-1" ? .hours(-1) : minutes))
        #expect(ReplyLine.encoded(hours).text == written)
    }

    @Test(arguments: [
        #""7.5""#, #""25""#, "7.5", "true", "null", #""""#, "[]", "99999999999999999999",
    ])
    func nothingElse(json: String) {
        #expect(throws: (any Error).self) { try read(json) }
    }

    @Test func theErrorNamesTheMemberAndWhatIsWanted() throws {
        let line =
            #"{"jsonrpc":"2.0","id":1,"method":"contract.change","#
            + #""params":{"contract":"1","hours":"7.5"}}"#
        let envelope = try Envelope(line: Array(line.utf8))
        do {
            _ = try envelope.decode(ChangeContract.self)
            Issue.record("it was read")
        } catch let error as WireError {
            #expect(
                error.message == "contract.change: params.hours: wanted hours as a number, or with "
                    + "minutes as a text such as 7h30m")
        }
    }
}
