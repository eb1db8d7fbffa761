import SupportModel
import SupportTestKit
import Testing

/// Notes on a client stay in order, with who wrote them and when.
struct ClientNoteTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    @Test func notesAreKeptInOrderAndChangeTheVersion() throws {
        var desk = try desk()
        let version = try desk.state.client("acme").version
        try desk.perform(NoteClient(client: "acme", text: "call Ann"))
        try desk.perform(
            NoteClient(client: "acme", text: "two\nlines"), at: "2026-10-06T09:00:00Z", by: .desk)
        let client = try desk.state.client("acme")
        #expect(client.notes?.map(\.text) == ["call Ann", "two\nlines"])
        #expect(client.notes?.map(\.by) == [DeskFixture.person, .desk])
        #expect(client.notes?.last?.at == "2026-10-06T09:00:00Z")
        #expect(client.version > version)
        #expect(desk.records.last?.events.last?.body.summary == "client acme noted: two")
    }

    @Test func anArchivedClientTakesNotesAndAnUnknownOneDoesNot() throws {
        var desk = DeskFixture(at: "2026-10-05T09:00:00Z")
        try desk.perform(AddClient(client: "old", name: "Old"))
        try desk.perform(ArchiveClient(client: "old"))
        try desk.perform(NoteClient(client: "old", text: "owes nothing"))
        #expect(throws: Refusal.unknown(.client, "other")) {
            try desk.perform(NoteClient(client: "other", text: "who?"))
        }
    }

    @Test func aNoteSaysSomethingAndHasItsLimit() throws {
        var desk = try desk()
        let before = desk.image
        for text in ["", " \n", String(repeating: "x", count: Limits.bodyCharactersMax + 1)] {
            #expect(throws: Refusal.self) {
                try desk.perform(NoteClient(client: "acme", text: text))
            }
        }
        #expect(desk.image == before)
        let longest = String(repeating: "x", count: Limits.bodyCharactersMax)
        for _ in 0..<Limits.clientNotesMax {
            try desk.perform(NoteClient(client: "acme", text: longest))
        }
        #expect(throws: Refusal.self) {
            try desk.perform(NoteClient(client: "acme", text: "one more"))
        }
        #expect(try desk.state.client("acme").notes?.count == Limits.clientNotesMax)
    }

    @Test func aClientWhoseVersionHasMovedOnIsNotNoted() throws {
        var desk = try desk()
        #expect(throws: Refusal.self) {
            try desk.perform(NoteClient(client: "acme", text: "x"), ifVersion: 99)
        }
    }
}
