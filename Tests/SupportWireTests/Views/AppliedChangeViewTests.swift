import SupportJSON
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The exact JSON of what became of a file's tables.
struct AppliedChangeViewTests {
    private let place = TablePlace(path: "contract[0]", line: 1)

    @Test func everyMember() throws {
        var desk = try DeskFixture.starter(at: "2026-10-17T09:00:00Z", from: "2026-10-01")
        let desired = DesiredDesk(
            file: "a.toml",
            staff: [DesiredStaff(place: place, name: "mara", role: .manager)],
            clients: [DesiredClient(place: place, name: "boot", title: "Boot", mails: ["a@b.c"])],
            contracts: [
                DesiredContract(
                    place: place, client: "acme", package: "standard", manager: "mara"),
                DesiredContract(
                    place: place, client: "boot", project: "shop", package: "starter",
                    from: "2026-11-01", months: 6, manager: "mara"),
            ])
        let before = desk.state
        try desk.perform(ApplyDesired(desired))
        let views = desired.changes(from: before, to: desk.state).map(AppliedChangeView.init)
        let json = [
            #"{"kind":"staff","name":"mara","what":"unchanged","details":[]}"#,
            #"{"kind":"client","name":"boot","what":"added","details":["#
                + #"{"field":"title","to":"Boot"},{"field":"zone","to":"UTC"},"#
                + #"{"field":"mails","to":"a@b.c"}]}"#,
            #"{"kind":"contract","name":"1","client":"acme","what":"changed","details":["#
                + #"{"field":"package","from":"starter","to":"standard"},"#
                + #"{"field":"hours","from":"40h","to":"80h"}],"granted":1161}"#,
            #"{"kind":"contract","name":"2","client":"boot","project":"shop","what":"added","#
                + #""details":[{"field":"package","to":"starter"},{"field":"hours","to":"40h"},"#
                + #"{"field":"from","to":"2026-11-01"},{"field":"months","to":"6"},"#
                + #"{"field":"manager","to":"mara"},{"field":"extra","to":"allow"},"#
                + #"{"field":"renewal","to":"manual"}]}"#,
        ]
        #expect(views.map { ReplyLine.encoded($0).text } == json)
        for (view, text) in zip(views, json) {
            let root = try JSONDocument(text: text).root
            let read = try StrictJSONDecoder.decode(
                AppliedChangeView.self, from: root, unknownMembers: .refused)
            #expect(read == view)
        }
    }

    @Test func whatWaitsAndWhatHasEnded() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-17T09:00:00Z", from: "2026-10-01", months: 2)
        let fewer = DesiredDesk(
            file: "a.toml",
            contracts: [
                DesiredContract(
                    place: place, client: "acme", package: "flexible", from: "2026-10-01",
                    months: 2, manager: "mara", hours: "10h")
            ])
        let before = desk.state
        try desk.perform(ApplyDesired(fewer))
        let waits = fewer.changes(from: before, to: desk.state).map(AppliedChangeView.init)
        #expect(
            ReplyLine.encoded(waits).text.hasSuffix(
                #"{"field":"hours","from":"40h","to":"10h"}],"holds_from":"2026-11-01"}]"#))
        try desk.advance(to: "2027-01-01T00:00:00Z")
        let ended = fewer.changes(from: desk.state, to: desk.state).map(AppliedChangeView.init)
        #expect(
            ReplyLine.encoded(ended).text
                == #"[{"kind":"contract","name":"1","client":"acme","what":"unchanged","details":[],"ended":true}]"#
        )
    }
}
