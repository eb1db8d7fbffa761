/// The form of a page that asks for a user and a password.
package struct LoginForm: Hashable, Sendable {
    /// Where it is sent to, as the page says it; empty for the page itself.
    package let action: String
    /// The names of its two fields that a person fills in.
    package let userField: String
    package let passwordField: String
    /// What it sends besides, by name, in order.
    package let fixed: [Field]

    /// A field that the page fills in.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// The first form of a page that is sent by POST and has one password and a text before it; nil
    /// where there is none.
    package init?(in page: some Collection<UInt8>) {
        var form: HTMLTag?
        var inputs: [HTMLTag] = []
        for tag in HTMLTag.all(in: page) {
            switch tag.name {
            case "form": (form, inputs) = (tag, [])
            case "input", "button": inputs.append(tag)
            case "/form":
                if let form, let found = LoginForm(form, inputs) {
                    self = found
                    return
                }
                form = nil
            default: break
            }
        }
        return nil
    }

    private init?(_ form: HTMLTag, _ inputs: [HTMLTag]) {
        func kind(_ input: HTMLTag) -> String { input.attributes["type"]?.lowercased() ?? "text" }
        func name(_ input: HTMLTag) -> String? {
            input.attributes["name"].flatMap { $0.isEmpty ? nil : $0 }
        }
        let passwords = inputs.indices.filter { kind(inputs[$0]) == "password" }
        guard form.attributes["method"]?.lowercased() == "post", passwords.count == 1,
            let password = name(inputs[passwords[0]]),
            let user = inputs[..<passwords[0]].last(where: {
                ["text", "email", "tel"].contains(kind($0)) && $0.name == "input"
            }).flatMap(name)
        else { return nil }
        action = form.attributes["action"] ?? ""
        (userField, passwordField) = (user, password)
        fixed = inputs.compactMap { input in
            guard ["hidden", "submit"].contains(kind(input)), let name = name(input) else {
                return nil
            }
            return Field(name: name, value: input.attributes["value"] ?? "")
        }
    }

    /// The body that a browser would send.
    package func body(user: String, password: String) -> String {
        let filled = [
            Field(name: userField, value: user), Field(name: passwordField, value: password),
        ]
        return (fixed + filled)
            .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95: bytes.append(byte)
            case 32: bytes.append(UInt8(ascii: "+"))
            default:
                bytes += [
                    UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)],
                ]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The scheme and host of a web address, and what else is needed to find another one on its page.
package struct WebPlace: Hashable, Sendable {
    /// `https` or `http`.
    package let scheme: String
    /// The host with its port, in small letters.
    package let host: String
    /// The path, from its slash, without query.
    package let path: String

    /// Nil for what is no web address.
    package init?(_ url: String) {
        guard let mark = url.firstRange(of: "://") else { return nil }
        scheme = url[..<mark.lowerBound].lowercased()
        let rest = url[mark.upperBound...]
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        host = rest[..<end].lowercased()
        path = String(rest[end...].prefix { $0 != "?" && $0 != "#" })
        guard ["http", "https"].contains(scheme), !host.isEmpty, !host.contains("@") else {
            return nil
        }
    }

    /// Whether a secret for this place may go to another: the same host, and not from https to http.
    package func mayHandOver(to other: WebPlace) -> Bool {
        if scheme == other.scheme { return host == other.host }
        return scheme == "http" && other.scheme == "https" && name == other.name
    }

    /// The host without its port.
    private var name: Substring {
        let end = host.hasPrefix("[") ? host.firstIndex(of: "]") : host.firstIndex(of: ":")
        return host[..<(end ?? host.endIndex)]
    }

    /// The address that a link on this page leads to.
    package func address(of link: String) -> String {
        let start = "\(scheme)://\(host)"
        if link.contains("://") { return link }
        if link.hasPrefix("//") { return "\(scheme):\(link)" }
        if link.hasPrefix("/") { return start + link }
        if link.isEmpty || link.hasPrefix("?") || link.hasPrefix("#") {
            return start + (path.isEmpty ? "/" : path) + link
        }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return start + folder + link
    }
}
