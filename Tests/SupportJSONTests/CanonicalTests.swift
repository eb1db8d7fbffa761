import SupportJSON
import Testing

/// Equal values have equal bytes.
struct CanonicalTests {
    private func canonical(_ text: String, without passed: Set<String> = []) throws -> String {
        let root = try JSONDocument(Array(text.utf8)).root
        return String(decoding: CanonicalJSON.bytes(of: root, without: passed), as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"b":1,"a":2}"#, #"{"a":2,"b":1}"#),
        (#" { "a" : [ 1 , { "c" : 1 , "b" : 2 } ] } "#, #"{"a":[1,{"b":2,"c":1}]}"#),
        (#"{"a":"\u0041\/\u00e9\n"}"#, "{\"a\":\"A/é\\n\"}"),
        (#"{"\u0061":1}"#, #"{"a":1}"#),
        (#"{"a":null,"b":[null]}"#, #"{"b":[null]}"#),
        ("[30,30.0,3e1,0.3E2,-0,-0.0]", "[30,30,30,30,0,0]"),
        ("[1.50,15e-1,0.1]", "[1.5,1.5,0.1]"),
        (
            "[9223372036854775807,-9223372036854775808]",
            "[9223372036854775807,-9223372036854775808]"
        ),
        ("[1e400]", "[1e400]"), ("[true,false]", "[true,false]"), (#""x""#, #""x""#),
        (#"{"é":1,"z":2,"B":3}"#, #"{"B":3,"z":2,"é":1}"#), ("{}", "{}"), ("[]", "[]"),
    ])
    func oneForm(text: String, form: String) throws {
        let once = try canonical(text)
        #expect(once == form)
        #expect(try canonical(once) == once, "its own form")
    }

    @Test("values that differ keep different forms")
    func differences() throws {
        let texts = [
            #"{"a":1}"#, #"{"a":"1"}"#, #"{"a":[1]}"#, #"{"a":true}"#, #"{"a":"true"}"#,
            #"{"a":""}"#, "{}", #"{"a":1.5}"#, #"{"a":9007199254740993}"#,
            #"{"a":9007199254740992}"#, #"{"a":"é"}"#, "{\"a\":\"e\u{301}\"}",
        ]
        #expect(Set(try texts.map { Array(try canonical($0).utf8) }).count == texts.count)
    }

    @Test("members of the value itself are left out by name, those inside are not")
    func leftOut() throws {
        let text = #"{"k":1,"a":{"k":2}}"#
        #expect(try canonical(text, without: ["k"]) == #"{"a":{"k":2}}"#)
    }
}
