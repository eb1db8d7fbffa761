import SupportJSON
import Testing

/// Objects with so many members that comparing each with each would take for ever.
@Suite struct LargeObjectTests {
    private func object(_ names: some Sequence<Int>, last: String? = nil) -> String {
        let members = names.map { #""m\#($0)":\#($0)"# } + (last.map { [#""\#($0)":0"#] } ?? [])
        return "{" + members.joined(separator: ",") + "}"
    }

    /// Around the number of members at which the way of comparing changes.
    @Test(arguments: 30...35) func aDuplicateIsFoundOnBothSidesOfTheSwitch(_ count: Int) {
        #expect(fault(object(0..<count)) == nil)
        #expect(fault(object(0..<count, last: "m0"))?.kind == .duplicateMember)
        #expect(fault(object(0..<count, last: #"\u006d0"#))?.kind == .duplicateMember)
        #expect(fault(object(0..<count, last: "m\(count)")) == nil)
    }

    @Test func aHundredThousandDistinctMembersAreRead() throws {
        let document = try JSONDocument(text: object(0..<100_000))
        #expect(document.root[member: "m99999"]?.int == 99_999)
    }

    @Test func amongAMillionTheFirstDuplicateIsFound() {
        let text = object(Array(0..<999_999), last: "m500000")
        #expect(fault(text) == JSONFault(.duplicateMember, at: text.utf8.count - 12))
    }

    @Test func aMillionTimesTheSameNameIsRefusedAtTheSecond() {
        let text = object(repeatElement(7, count: 1_000_000))
        #expect(fault(text) == JSONFault(.duplicateMember, at: 8))
    }

    @Test func aDictionaryOfManyMembersIsDecodedInOrder() throws {
        let dictionary = try decoded([String: Int].self, object(0..<50_000))
        #expect(dictionary.count == 50_000)
        #expect(dictionary["m49999"] == 49_999)
    }
}
