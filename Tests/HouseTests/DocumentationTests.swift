import Testing

struct DocumentationTests {
    private let rule = DocumentationRules.everythingIsDocumented

    @Test func typesAndPackageMembersAreDocumented() {
        let bare = """
            struct A {
                package let b = 1
                @discardableResult
                package func c() { let d = 1 }
                let e = 2
                package var f: String
                package var g: [Minutes]?
                package var h: Int { 1 }
            }
            """
        #expect(found(rule, in: bare) == [1, 2, 4, 7, 8])
        let documented = """
            /// A.
            @frozen
            struct A {
                /// B.
                package let b = 1
                /// C.
                @discardableResult
                package func c() {}
            }
            """
        #expect(found(rule, in: documented) == [])
        expectKept(rule)
    }

    @Test func requirementsAreDocumented() {
        let sample = """
            /// A.
            package protocol A {
                func b()
                /// C.
                var c: Int { get }
                var d: Int { get }
            }
            """
        #expect(found(rule, in: sample) == [3, 6])
    }

    @Test func whatRepeatsItselfIsExempt() {
        let sample = """
            /// A.
            package struct A {
                package var description: String { "a" }
                package func hash(into hasher: inout Hasher) {}
                package static func < (a: A, b: A) -> Bool { true }
                package init(b: Int) {
                    self.b = b
                }
                package init(c: Int) {
                    self.b = c + 1
                }
                package init(b: Int, c: Int) {
                    (self.b, self.c) = (b, c)
                }
                package init(b: Int, d: Int) {
                    (self.b, self.d) = (d, b)
                }
            }
            """
        #expect(found(rule, in: sample) == [9, 15])
    }
}
