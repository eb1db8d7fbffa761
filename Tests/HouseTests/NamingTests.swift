import Testing

struct NamingTests {
    @Test func namesSaySomething() {
        #expect(found(NamingRules.namesSaySomething, in: "struct TicketManager {}") == [1])
        #expect(found(NamingRules.namesSaySomething, in: "enum A { struct HostInfo {} }") == [1])
        #expect(found(NamingRules.namesSaySomething, in: "struct AccountManager {}") == [])
        expectKept(NamingRules.namesSaySomething)
    }
}
