import SupportJSON
import SupportModel
import SupportWire
import Testing

/// One method with all its parameters, in the order in which they are written.
struct RequestExample: Sendable {
    /// `noun.verb`, as the protocol's page has it.
    let method: String
    let permission: Permission?
    /// The parameters that may not be left out, in order.
    let required: [String]
    /// All parameters, as an object.
    let params: String
    /// Holds the example against its type.
    let check: @Sendable (RequestExample) throws -> Void

    init<R: Request>(
        _ type: R.Type, _ method: String, _ permission: Permission?, _ required: [String] = [],
        _ params: String = "{}"
    ) {
        self.method = method
        self.permission = permission
        self.required = required
        self.params = params
        check = { try $0.hold(against: type) }
    }

    private func hold<R: Request>(against type: R.Type) throws {
        #expect(R.method.name == method)
        #expect(R.method.permission == permission)
        let request = try decode(type, params)
        #expect(ReplyLine.encoded(request).text == params, "\(method) is written otherwise")
        if params == "{}" { _ = try envelope(nil).decode(type) }
        try refuseOthers(type)
        try nameTheMissing(type)
    }

    /// A member that the method does not know is an error that names it; those of every mutation
    /// are known to mutations only.
    private func refuseOthers<R: Request>(_ type: R.Type) throws {
        #expect(
            error(type, adding(#""colour":"red""#)) == "\(method): params.colour: unknown member")
        let options = #""dry_run":true,"idempotency_key":"k","if_version":7"#
        if R.method.takesKey {
            #expect(R.method.isMutation)
            let envelope = try envelope(adding(options))
            _ = try envelope.decode(type)
            let read = try envelope.options()
            #expect(read == MutationOptions(dryRun: true, idempotencyKey: "k", ifVersion: 7))
        } else {
            #expect(error(type, adding(options))?.hasSuffix(": unknown member") == true)
            let trial = error(type, adding(#""dry_run":true"#))
            #expect(
                trial == (R.method.isMutation ? nil : "\(method): params.dry_run: unknown member"))
        }
    }

    /// Without a required member the error names it; any other can be left out.
    private func nameTheMissing<R: Request>(_ type: R.Type) throws {
        var needed: [String] = []
        for (name, _) in try JSONDocument(text: params).root.members {
            guard let error = error(type, try without(name)) else { continue }
            #expect(error == "\(method): params.\(name): missing member")
            needed.append(name)
        }
        #expect(needed == required)
    }

    private func without(_ name: String) throws -> String {
        let rest = try JSONDocument(text: params).root.members.filter { $0.name != name }
        let members = rest.map { #""\#($0.name)":"# + RawJSON($0.value).text }
        return "{\(members.joined(separator: ","))}"
    }

    private func adding(_ member: String) -> String {
        params == "{}" ? "{\(member)}" : "\(params.dropLast()),\(member)}"
    }

    private func error<R: Request>(_ type: R.Type, _ params: String) -> String? {
        do {
            _ = try decode(type, params)
            return nil
        } catch {
            return (error as? WireError)?.message ?? "\(error)"
        }
    }

    private func decode<R: Request>(_ type: R.Type, _ params: String) throws -> R {
        try envelope(params).decode(type)
    }

    private func envelope(_ params: String?) throws -> Envelope {
        let params = params.map { #","params":\#($0)"# } ?? ""
        return try Envelope(
            line: Array(#"{"jsonrpc":"2.0","id":1,"method":"\#(method)"\#(params)}"#.utf8))
    }
}
