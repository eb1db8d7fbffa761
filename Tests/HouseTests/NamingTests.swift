import Testing

struct NamingTests {
    @Test func namesSaySomething() {
        #expect(found(NamingRules.namesSaySomething, in: "struct TicketManager {}") == [1])
        #expect(found(NamingRules.namesSaySomething, in: "enum A { struct HostInfo {} }") == [1])
        #expect(found(NamingRules.namesSaySomething, in: "struct AccountManager {}") == [])
        expectKept(NamingRules.namesSaySomething)
    }

    @Test func aFileHoldsOneType() {
        let sample = "struct A {\nstruct B {}\n}\nprivate struct C {}\nextension A {}\nenum D {}"
        #expect(found(NamingRules.oneTypeAFile, in: sample) == [6])
        #expect(
            found(NamingRules.oneTypeAFile, in: sample, at: "Sources/SupportStore/A.swift") == [])
        expectKept(NamingRules.oneTypeAFile)
    }

    @Test func aFileIsNamedAfterItsType() {
        let rule = NamingRules.filesAreNamedAfterTheirType
        #expect(found(rule, in: "struct Ticket {}", at: "Sources/SupportModel/Client.swift") == [1])
        #expect(found(rule, in: "struct Ticket {}", at: "Sources/SupportModel/Ticket.swift") == [])
        #expect(found(rule, in: "enum Limits {}", at: "Sources/SupportModel/Limits.swift") == [])
        #expect(found(rule, in: "struct A {}", at: "Sources/SupportModel/A+Text.swift") == [])
        expectKept(rule)
    }
}
