import SupportJSON
import SupportModel
import SupportTestKit
import Testing

struct NameTests {
    @Test(arguments: ["a", "acme", "acme-shop", "a.b_c-9", "z0", String(repeating: "a", count: 64)])
    func aNameIsTaken(text: String) {
        #expect(Name<Client>(text)?.text == text)
    }

    @Test(arguments: [
        "", "A", "Acme", "9lives", "-a", ".a", "_a", "a b", "a\n", "a/b", "ä", "aä", "a:b",
        "a\u{0}",
        " a", "a ", String(repeating: "a", count: 65),
    ])
    func anotherIsNot(text: String) {
        #expect(Name<Client>(text) == nil)
    }

    @Test(arguments: [
        "UTC", "Europe/Berlin", "America/Argentina/ComodRivadavia", "Etc/GMT+12", "GMT-0",
        String(repeating: "a", count: 64),
    ])
    func aZoneCanBeCalledThat(text: String) {
        #expect(ZoneName(text)?.text == text)
    }

    @Test(arguments: [
        "", "Europe Berlin", "Europe/Zürich", "../../etc/passwd", "Europe\\Berlin", "UTC\n", "@",
        "[",
        String(repeating: "a", count: 65),
    ])
    func noZoneIsCalledThat(text: String) {
        #expect(ZoneName(text) == nil)
    }

    @Test(arguments: ["desk", "alice:1000", "root:0", "a:b:7", ":5", "x:4294967295"])
    func anActorsTextIsInverse(text: String) {
        #expect(Principal(text)?.description == text)
    }

    @Test(arguments: ["", "alice", "alice:", "alice:-1", "alice:+1", "alice:4294967296", "Desk"])
    func otherTextsAreNoActor(text: String) {
        #expect(Principal(text) == nil)
    }

    @Test func aContractIsNamedByNumberOrClient() throws {
        #expect(ContractReference("3") == .number(3))
        #expect(ContractReference("acme") == .client("acme"))
        let written = try LineJSONEncoder.encode([ContractReference.number(3), .client("acme")])
        #expect(String(decoding: written, as: UTF8.self) == #"["3","acme"]"#)
        for junk in ["", "0", "-3", "+3", "3.0", "Acme", "3 ", "99999999999999999999", "٣"] {
            #expect(ContractReference(junk) == nil, "\(junk)")
        }
    }

    @Test func identifiersCountFromOne() {
        for number in [0, -1, Int.min] { #expect(Identifier<Ticket>(number) == nil) }
        #expect(Identifier<Ticket>(Int.max)?.number == Int.max)
        #expect(Identifier<Ticket>(after: 0) == 1)
        #expect(Identifier<Ticket>(after: 41) == 42)
    }
}
