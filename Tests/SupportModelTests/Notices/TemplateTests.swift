import SupportModel
import SupportTestKit
import Testing

/// The texts of notices.
struct TemplateTests {
    private let item = NoticeItem(
        .outage, at: "2026-10-05T09:00:00Z", client: "acme", clientTitle: "Acme GmbH",
        monitor: "shop", level: .emergency, detail: "HTTP 503")

    private func text(_ subject: String, _ text: String) throws -> NoticeText {
        let template = try NoticeTemplate(subject: subject, text: text)
        let rules = NoticeRules(templates: [.init(.outage, .english): template])
        var desk = try NoticeDesk(NoticeDesk.route("ops"))
        try desk.become(.down)
        var notice = try #require(desk.last)
        notice.items = [item]
        return rules.text(of: notice)
    }

    @Test func placeholdersAreFilledAndLinesWithoutThemLeftOut() throws {
        let text = try text(
            "{monitor}: {ticket}", "{{{client-name}}}, {level}\nTicket {ticket}\n{time}\n")
        #expect(text.subject == "shop: –")
        #expect(text.body == "{Acme GmbH}, 1\n2026-10-05 09:00 UTC\n")
    }

    @Test(arguments: [
        ("{what}", NoticeTemplate.Fault.unknown("what")), ("{", .brace), ("}", .brace),
        ("{monitor", .brace), ("{}", .unknown("")),
    ])
    func mistakes(text: String, fault: NoticeTemplate.Fault) {
        #expect(throws: fault) { try NoticeTemplate(subject: text, text: "") }
        #expect(throws: fault) { try NoticeTemplate(subject: "", text: "a\n\(text)") }
    }

    @Test func everyKindHasATextInEveryLanguage() throws {
        for language in NoticeLanguage.allCases {
            for kind in NoticeKind.allCases {
                #expect(NoticeTemplate.shipped[.init(kind, language)] != nil)
                let text = try shipped(kind, language)
                #expect(!(text.subject + text.body).contains("{"), "\(kind) \(language)")
                #expect(!text.subject.contains("–"), "\(kind) \(language)")
            }
        }
    }

    private func shipped(_ kind: NoticeKind, _ language: NoticeLanguage) throws -> NoticeText {
        var desk = try NoticeDesk(NoticeDesk.route("ops"))
        try desk.become(.down)
        var notice = try #require(desk.last)
        notice.language = language
        notice.items = [
            NoticeItem(
                kind, at: "2026-10-05T09:00:00Z", client: "acme", clientTitle: "Acme", ticket: 1,
                monitor: "shop", level: .emergency, subject: "s", detail: "d")
        ]
        return NoticeRules().text(of: notice)
    }
}
