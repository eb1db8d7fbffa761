import SupportModel
import SupportWire
import Testing

/// Every method of the protocol: its name, its right, its parameters, both ways.
struct RequestTests {
    @Test(arguments: RequestExample.all.indices)
    func everyRequestReadsAndWritesItsParameters(place: Int) throws {
        let example = RequestExample.all[place]
        try example.check(example)
    }

    @Test func noMethodIsNamedTwice() {
        let methods = RequestExample.all.map(\.method)
        #expect(Set(methods).count == methods.count)
        #expect(methods.count == 110)
    }

    @Test func onlyMethodsThatCarryLongTextTakeLongLines() {
        #expect(OpenTicket.method.lineBytesMax == WireLimits.longLineBytesMax)
        #expect(NoteTicket.method.lineBytesMax == WireLimits.longLineBytesMax)
        #expect(AttachToTicket.method.lineBytesMax == WireLimits.longLineBytesMax)
        #expect(AttachmentPut.method.lineBytesMax == WireLimits.longLineBytesMax)
        #expect(TimeAdd.method.lineBytesMax == WireLimits.longLineBytesMax)
        #expect(ImportTime.method.lineBytesMax == WireLimits.fileLineBytesMax)
        #expect(ImportTickets.method.lineBytesMax == WireLimits.fileLineBytesMax)
        #expect(DeskApply.method.lineBytesMax == WireLimits.fileLineBytesMax)
        #expect(AddClient.method.lineBytesMax == WireLimits.lineBytesMax)
    }
}
