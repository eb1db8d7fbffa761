import SupportJSON
import Testing

/// Values of Swift types out of JSON, and what is said when that cannot be.
@Suite struct DecodingTests {
    struct Booking: Codable, Equatable {
        var ticket: Int
        var minutes: Int?
        var note: String
        var tags: [String] = []
        var split: [String: UInt8] = [:]
        var inner: Inner?
    }

    struct Inner: Codable, Equatable {
        var ok: Bool
        var level: Level
    }

    enum Level: Int, Codable { case one = 1, two }

    private let text = #"""
        {"ticket":1,"minutes":null,"note":"a\nb","tags":["x","y"],"split":{"a":1,"b":255},
        "inner":{"ok":true,"level":2}}
        """#

    @Test func aStruct() throws {
        let expected = Booking(
            ticket: 1, minutes: nil, note: "a\nb", tags: ["x", "y"], split: ["a": 1, "b": 255],
            inner: Inner(ok: true, level: .two))
        #expect(try decoded(Booking.self, text) == expected)
    }

    @Test func membersInAnotherOrder() throws {
        let text = #"{"split":{},"inner":null,"tags":[],"note":"","minutes":3,"ticket":2}"#
        #expect(try decoded(Booking.self, text) == Booking(ticket: 2, minutes: 3, note: ""))
    }

    @Test(
        arguments: [
            (#"[]"#, "expected an object"),
            (#"{}"#, "ticket: missing member"),
            (#"{"ticket":"1"}"#, "ticket: expected an integer"),
            (#"{"ticket":null}"#, "ticket: expected an integer"),
            (
                #"{"ticket":1.0}"#,
                "ticket: expected an integer from -9223372036854775808 to 9223372036854775807"
            ),
            (
                #"{"ticket":9223372036854775808}"#,
                "ticket: expected an integer from -9223372036854775808 to 9223372036854775807"
            ),
            (#"{"ticket":1,"note":2}"#, "note: expected a string"),
            (#"{"ticket":1,"note":"","tags":{}}"#, "tags: expected an array"),
            (#"{"ticket":1,"note":"","tags":["a",2]}"#, "tags[1]: expected a string"),
            (
                #"{"ticket":1,"note":"","tags":[],"split":{"a":256}}"#,
                "split.a: expected an integer from 0 to 255"
            ),
            (
                #"{"ticket":1,"note":"","tags":[],"split":{},"inner":{"ok":0}}"#,
                "inner.ok: expected true or false"
            ),
            (
                #"{"ticket":1,"note":"","tags":[],"split":{},"inner":{"ok":true}}"#,
                "inner.level: missing member"
            ),
        ])
    func faults(_ text: String, _ expected: String) throws {
        #expect(try decodingFault(Booking.self, text) == expected)
    }

    @Test func anEnumWithoutThatRawValueNamesItsPlace() throws {
        let fault = try decodingFault([Inner].self, #"[{"ok":true,"level":9}]"#)
        #expect(fault?.hasPrefix("[0].level: ") == true)
    }

    @Test func aTypesOwnErrorIsPassedOn() throws {
        #expect(try decodingFault([Even].self, "[2,3]") == "[1]: expected an even number")
        #expect(try decodingFault(Fussy.self, "1") == "too fussy")
    }

    @Test func thePathBeginsAtTheDocumentsRoot() throws {
        let root = try JSONDocument(text: #"{"id":1,"params":{"ok":true,"level":"x"}}"#).root
        let params = try #require(root[member: "params"])
        let fault = #expect(throws: JSONDecodingFault.self) {
            try StrictJSONDecoder.decode(Inner.self, from: params, unknownMembers: .refused)
        }
        #expect(fault?.path == "params.level" && fault?.message == "expected an integer")
    }

    @Test func integersOfEveryWidth() throws {
        func check<Number: FixedWidthInteger & Codable>(_ type: Number.Type) throws {
            for limit in [Number.min, Number.max] {
                #expect(try decoded(type, "\(limit)") == limit)
                #expect(try decoded([Number].self, "[\(limit)]") == [limit])
                #expect(try decoded([String: Number?].self, #"{"a":\#(limit)}"#) == ["a": limit])
            }
            let expected = "expected an integer from \(Number.min) to \(Number.max)"
            for past in [Int128(Number.min) - 1, Int128(Number.max) + 1] {
                #expect(try decodingFault(type, "\(past)") == expected)
                #expect(try decodingFault([Number].self, "[\(past)]") == "[0]: \(expected)")
            }
        }
        try check(Int.self)
        try check(Int8.self)
        try check(Int16.self)
        try check(Int32.self)
        try check(Int64.self)
        try check(UInt.self)
        try check(UInt8.self)
        try check(UInt16.self)
        try check(UInt32.self)
        try check(UInt64.self)
    }

    @Test func realNumbers() throws {
        #expect(try decoded([Double].self, "[1,-2.5,1e3,0.1]") == [1, -2.5, 1000, 0.1])
        #expect(try decoded([Float].self, "[0.1]") == [0.1])
        #expect(try decodingFault(Double.self, "true") == "expected a number")
        let tooLarge = try decodingFault(Double.self, "1e400")
        #expect(tooLarge?.hasPrefix("expected a number from -1.79") == true)
    }

    @Test func singleValuesArraysOfOptionalsAndNumberedKeys() throws {
        #expect(try decoded(String.self, #""x""#) == "x")
        #expect(try decoded([Int?].self, "[1,null,3]") == [1, nil, 3])
        #expect(try decoded([Int: [Bool]].self, #"{"7":[true]}"#) == [7: [true]])
        #expect(try decoded(Int?.self, "null") == nil)
    }

    @Test func aNameInAPathIsCut() throws {
        let limit = JSONLimits.pathNameCharactersMax
        let (fits, tooLong) = (
            String(repeating: "n", count: limit), String(repeating: "n", count: limit + 1)
        )
        #expect(
            try decodingFault([String: Int].self, #"{"\#(fits)":true}"#)
                == "\(fits): expected an integer")
        #expect(
            try decodingFault([String: Int].self, #"{"\#(tooLong)":true}"#)
                == "\(fits)…: expected an integer")
    }
}

/// A number that checks itself and says what it expects.
private struct Even: Decodable {
    init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Int.self)
        guard number.isMultiple(of: 2) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected an even number"))
        }
    }
}

/// A type that fails with an error of its own.
private struct Fussy: Decodable {
    struct Complaint: Error, CustomStringConvertible {
        let description = "too fussy"
    }

    init(from decoder: any Decoder) throws { throw Complaint() }
}
