import FoundationEssentials
import Glibc
import SupportSystem
import Synchronization

/// A server on 127.0.0.1 that lets one user in, by HTTP Basic or as an ftp server does.
final class LoginServer: Sendable {
    /// How it is spoken with.
    enum Manner: Sendable {
        /// Wants HTTP Basic.
        case web
        /// Answers 200 to everybody.
        case openWeb
        /// Has a form on `/login`, to which other pages lead, and a session in a cookie.
        case form
        /// Has a form that is sent to another host.
        case strangeForm
        /// An ftp server without TLS.
        case ftp
    }

    let port: Int
    private let listener: Int32
    private let manner: Manner
    private let user: String
    private let password: String
    private let heard = Mutex<[String]>([])

    /// What was said to it, line by line.
    var lines: [String] { heard.withLock { $0 } }

    init(_ manner: Manner, user: String, password: String) throws {
        (self.manner, self.user, self.password) = (manner, user, password)
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) | listen(listener, 16)
                    | getsockname(listener, address, &size)
            }
        }
        guard answer == 0 else {
            throw SystemFault(doing: "listen on", subject: "127.0.0.1", errno: errno)
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        _ = try WorkerThread(name: "login-server") { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                self?.serve(connection)
                _ = close(connection)
            }
        }
    }

    deinit {
        _ = shutdown(listener, Int32(SHUT_RDWR))
        _ = close(listener)
    }

    private func serve(_ connection: Int32) {
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(
            connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        if manner == .ftp { send("220 ready\r\n", to: connection) }
        var (line, bytes) = ([UInt8](), [UInt8](repeating: 0, count: 1))
        var request = Request()
        while recv(connection, &bytes, 1, 0) == 1 {
            line.append(bytes[0])
            guard bytes[0] == 10 || request.awaitsBody(line.count) else { continue }
            let text = String(decoding: line.filter { $0 != 13 && $0 != 10 }, as: UTF8.self)
            line = []
            heard.withLock { $0.append(text) }
            if manner == .ftp {
                send(ftpAnswer(text), to: connection)
            } else if request.isEnded(by: text) {
                send(webAnswer(request), to: connection)
                request = Request()
            }
        }
    }

    /// A request of HTTP, line by line.
    private struct Request {
        var start = ""
        var headers: [String: String] = [:]
        var body = ""
        private var isInBody = false

        /// Whether so many bytes are the body.
        func awaitsBody(_ count: Int) -> Bool {
            isInBody && count == headers["content-length"].flatMap { Int($0) }
        }

        /// Takes a line in, or the body; true at the end.
        mutating func isEnded(by text: String) -> Bool {
            if isInBody {
                body = text
                return true
            }
            if start.isEmpty { start = text }
            if text.isEmpty {
                isInBody = (headers["content-length"] ?? "0") != "0"
                return !isInBody
            }
            let parts = text.split(separator: ": ", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1]) }
            return false
        }
    }

    private static func page(_ body: String, _ header: String = "", status: String = "200 OK")
        -> String
    {
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(header)\r\n\(body)"
    }

    private func webAnswer(_ request: Request) -> String {
        switch manner {
        case .web:
            let wanted = Data("\(user):\(password)".utf8).base64EncodedString()
            return request.headers["authorization"] == "Basic \(wanted)"
                ? Self.page("ok")
                : Self.page("", "WWW-Authenticate: Basic realm=\"a\"\r\n", status: "401 No")
        case .form: return formAnswer(request)
        case .strangeForm: return Self.page(Self.form("https://other.example.com/login"))
        case .openWeb, .ftp: return Self.page("ok")
        }
    }

    private static func form(_ action: String) -> String {
        """
        <!-- <form> --><FORM Method="post" action='\(action)'>
        <input type=hidden name="token" value="a&amp;b"><input name="log" type="email">
        <input type="password" name=pwd><button type="submit" name="go" value="1">Go</button></form>
        """
    }

    private func formAnswer(_ request: Request) -> String {
        let cookie = request.headers["cookie"] ?? ""
        if request.start.hasPrefix("POST /login") {
            let isRight = request.body == "token=a%26b&go=1&log=\(user)&pwd=\(password)"
            let isSession = cookie.contains("page=1")
            return isRight && isSession
                ? Self.page("", "Set-Cookie: in=1\r\nLocation: /admin\r\n", status: "302 Go")
                : Self.page("no" + Self.form("/login"))
        }
        if cookie.contains("in=1") { return Self.page("welcome") }
        if request.start.hasPrefix("GET /login") {
            return Self.page(Self.form("login?a=1"), "Set-Cookie: page=1\r\n")
        }
        return Self.page("", "Location: /login\r\n", status: "302 Go")
    }

    private func ftpAnswer(_ line: String) -> String {
        switch line.prefix(4) {
        case "USER": "331 password\r\n"
        case "PASS": line == "PASS \(password)" ? "230 in\r\n" : "530 no\r\n"
        case "PWD": "257 \"/\" here\r\n"
        case "QUIT": "221 bye\r\n"
        case "AUTH": "500 what\r\n"
        default: "200 so be it\r\n"
        }
    }

    private func send(_ text: String, to connection: Int32) {
        _ = Glibc.send(connection, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    }
}
