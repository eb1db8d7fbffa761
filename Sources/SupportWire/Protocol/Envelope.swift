package import SupportJSON

/// A line read as a JSON-RPC 2.0 request: whom to answer, the method, its parameters unread.
package struct Envelope: Sendable {
    /// What the caller calls its request, to be given back with the answer.
    package let id: RequestID
    /// The method as it was written, which may be none of the desk's.
    package let method: String
    /// An object; nil where the request has none.
    package let params: JSONValue?
    /// The line's length in bytes.
    package let bytes: Int

    /// A line that is no request, with the identifier to answer to as far as it could be read.
    package struct Fault: Error, Sendable {
        /// Whom to answer; `null` where no identifier could be read.
        package let id: RequestID
        /// What is wrong with the line, ready to be sent back.
        package let error: WireError
    }

    /// Reads a line strictly: UTF-8, nesting, duplicate and unknown members.
    package init(line: [UInt8]) throws(Fault) {
        let document: JSONDocument
        do {
            document = try JSONDocument(line, depthMax: WireLimits.depthMax)
        } catch {
            throw Fault(id: .null, error: .notJSON(error.message))
        }
        try self.init(document.root, bytes: line.count)
    }

    private init(_ root: JSONValue, bytes: Int) throws(Fault) {
        guard root.isObject else { throw Fault(id: .null, error: .notARequest("it is no object")) }
        guard let id = root[member: "id"].flatMap({ RequestID($0) }) else {
            throw Fault(
                id: .null, error: .notARequest("`id` is missing, or neither integer nor text"))
        }
        guard root[member: "jsonrpc"]?.string == "2.0" else {
            throw Fault(id: id, error: .notARequest("`jsonrpc` is not \"2.0\""))
        }
        guard let method = root[member: "method"]?.string else {
            throw Fault(id: id, error: .notARequest("`method` is missing or no text"))
        }
        if let other = root.members.first(where: { !Self.members.contains($0.name) }) {
            let name = other.name.prefix(64)
            throw Fault(id: id, error: .notARequest("unknown member `\(name)`"))
        }
        let params = root[member: "params"]
        guard params?.isObject ?? true else {
            throw Fault(id: id, error: .notARequest("`params` is no object"))
        }
        self.id = id
        self.method = method
        self.params = params
        self.bytes = bytes
    }

    /// The parameters as a request's own type. A member that the type does not know is an error.
    package func decode<R: Request>(_ type: R.Type) throws(WireError) -> R {
        let bytesMax = R.method.lineBytesMax
        guard bytes <= bytesMax else { throw .lineTooLong(bytesMax: bytesMax) }
        let allowed = MutationOptions.members(of: type)
        guard let params = params ?? Self.noParams else { throw .notARequest("no parameters") }
        do {
            return try StrictJSONDecoder.decode(
                type, from: params, unknownMembers: .refused, alsoAllowed: allowed)
        } catch {
            throw .badParameters(R.method.name, error.description)
        }
    }

    /// What a mutation carries besides its own parameters.
    package func options() throws(WireError) -> MutationOptions {
        guard let params,
            MutationOptions.members.contains(where: { params[member: $0] != nil })
        else { return MutationOptions() }
        let options: MutationOptions
        do {
            options = try StrictJSONDecoder.decode(
                MutationOptions.self, from: params, unknownMembers: .ignored)
        } catch {
            throw .badParameters(method, error.description)
        }
        if let key = options.idempotencyKey {
            guard (1...WireLimits.keyBytesMax).contains(key.utf8.count) else {
                throw .badParameters(
                    method, "idempotency_key: 1 to \(WireLimits.keyBytesMax) bytes")
            }
        }
        return options
    }

    private static let members = ["jsonrpc", "id", "method", "params"]
    private static let noParams = try? JSONDocument(text: "{}").root
}

/// What a caller calls its request, given back with the answer: an integer, a text or `null`.
package struct RequestID: Hashable, Sendable {
    /// Its JSON text.
    package let json: RawJSON

    /// The identifier of an answer to a line that had none that could be read.
    package static let null = RequestID(json: RawJSON(trusting: Array("null".utf8)))

    /// A number, as `supportc` counts its requests.
    package init(_ number: Int) {
        json = RawJSON(trusting: Array(String(number).utf8))
    }

    /// Nil for a value that no request can be called: a fraction, an object, a long text.
    package init?(_ value: JSONValue) {
        let fits = value.string.map { $0.utf8.count <= WireLimits.keyBytesMax } ?? false
        guard value.int != nil || fits else { return nil }
        json = RawJSON(value)
    }

    private init(json: RawJSON) { self.json = json }
}

/// What any request that changes the desk may carry besides its own parameters.
package struct MutationOptions: View {
    /// Whether only to say what would come of it: nothing is changed, and no answer is kept.
    package var dryRun: Bool?
    /// The same key with the same request, however it is written, gives the stored answer; with
    /// another request it is refused.
    package var idempotencyKey: String?
    /// The version that the caller has seen of what it changes.
    package var ifVersion: UInt64?

    /// The name on the wire of the key.
    package static let keyMember = "idempotency_key"
    /// The members' names on the wire.
    package static let members = ["dry_run", keyMember, "if_version"]

    /// The members that a request may carry: what only an operator may do has no key and no version,
    /// but can be tried.
    static func members<R: Request>(of type: R.Type) -> [String] {
        guard R.method.isMutation else { return [] }
        return R.method.takesKey ? members : ["dry_run"]
    }

    package init(dryRun: Bool? = nil, idempotencyKey: String? = nil, ifVersion: UInt64? = nil) {
        (self.dryRun, self.idempotencyKey, self.ifVersion) = (dryRun, idempotencyKey, ifVersion)
    }
}
