import SupportJSON
import SupportModel
import SupportWire
import Testing

/// A secret is a plain text in JSON and shows itself nowhere else.
struct SecretTextTests {
    @Test func isPlainJSON() throws {
        let request = CredentialSet(client: try #require(Name("acme")), kind: .ssh, secret: secret)
        #expect(
            ReplyLine.encoded(request).text
                == #"{"client":"acme","kind":"ssh","secret":"ge\"heim\n"}"#)
    }

    @Test func isNotShown() throws {
        let request = CredentialSet(client: try #require(Name("acme")), kind: .ssh, secret: secret)
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), "\(request)", dumped] {
            #expect(!text.contains("heim"))
        }
    }

    @Test(
        "an error about a secret does not show it",
        arguments: [#"["geheim"]"#, #"{"geheim":1}"#, "17.5"])
    func errors(json: String) throws {
        let line =
            #"{"jsonrpc":"2.0","id":1,"method":"access.set","#
            + #""params":{"client":"acme","kind":"ssh","secret":\#(json)}}"#
        let error = #expect(throws: WireError.self) {
            try Envelope(line: Array(line.utf8)).decode(CredentialSet.self)
        }
        #expect(error?.message.contains("params.secret") == true)
        #expect(error?.message.contains("geheim") == false)
    }

    private let secret = SecretText("ge\"heim\n")
}
