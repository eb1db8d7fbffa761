import SupportSystem
import Synchronization

/// A mail server on 127.0.0.1 that takes mail, and misbehaves at a step of the conversation as a test says.
package final class MailReceiver: Sendable {
    /// A step of the conversation.
    package enum Step: String, Sendable, CaseIterable {
        case greeting, hello, sender, recipient, data, end
    }

    /// What it does at a step.
    package enum Manner: Sendable, CaseIterable {
        /// It says nothing more.
        case hangs
        /// It closes the connection without an answer.
        case drops
        /// It answers with a 4xx code.
        case fails
        /// It answers with a 5xx code.
        case refuses
    }

    /// A mail that was received whole.
    package struct Mail: Sendable {
        package let recipient: String
        /// The lines of its head and body.
        package let lines: [String]

        /// The value of a field of its head; nil for none. Lines that continue it are left out.
        package func field(_ name: String) -> String? {
            lines.prefix { !$0.isEmpty }.first { $0.hasPrefix("\(name): ") }
                .map { String($0.dropFirst(name.utf8.count + 2)) }
        }
    }

    private let listener: LoopbackListener
    private let state: GuardedState<Held>

    private struct Held: Sendable {
        /// What connections do, first to last; a step and a manner each.
        var script: [(Step, Manner)] = []
        /// Received whole, also where the sender was not told so.
        var mails: [Mail] = []
        var connections = 0
    }

    /// - Parameter script: how the first connections end; later ones are served well.
    package init(_ script: [(Step, Manner)] = []) throws {
        let state = GuardedState(Held(script: script))
        self.state = state
        listener = try LoopbackListener { peer in
            let trouble = state.withLock { held in
                held.connections += 1
                return held.script.isEmpty ? nil : held.script.removeFirst()
            }
            Self.serve(peer, trouble) { mail in state.change { $0.mails.append(mail) } }
        }
    }

    package var port: Int { listener.port }
    /// All mail that was received whole, in order; one may have come twice.
    package var mails: [Mail] { state.withLock { $0.mails } }
    /// How often somebody connected.
    package var connections: Int { state.withLock { $0.connections } }

    /// Adds to how the next connections end.
    package func misbehave(_ script: [(Step, Manner)]) {
        state.change { $0.script += script }
    }

    /// Serves every connection well from now on.
    package func behave() { state.change { $0.script = [] } }

    /// Waits until a condition on the received mail holds; false where it does not in time.
    package func await(
        within time: Duration = .seconds(60), _ condition: ([Mail]) -> Bool
    ) -> Bool {
        state.wait(atMost: time) { condition($0.mails) ? true : nil } ?? false
    }

    private static func serve(
        _ peer: LoopbackPeer, _ trouble: (step: Step, manner: Manner)?,
        _ take: (Mail) -> Void
    ) {
        /// Answers a step; false where the conversation is over.
        func answer(_ step: Step, _ text: String) -> Bool {
            guard let trouble, trouble.step == step else {
                peer.send("\(text)\r\n")
                return true
            }
            switch trouble.manner {
            case .hangs: peer.hang()
            case .drops: break
            case .fails: peer.send("451 not now\r\n")
            case .refuses: peer.send("550 never\r\n")
            }
            return trouble.manner == .fails || trouble.manner == .refuses
        }
        guard answer(.greeting, "220 test") else { return }
        var recipient = ""
        while let line = peer.line() {
            let word = line.prefix(4).uppercased()
            switch word {
            case "EHLO", "HELO": guard answer(.hello, "250 test") else { return }
            case "MAIL": guard answer(.sender, "250 ok") else { return }
            case "RCPT":
                recipient = String(line.dropFirst("RCPT TO:<".count).prefix { $0 != ">" })
                guard answer(.recipient, "250 ok") else { return }
            case "DATA":
                guard answer(.data, "354 go on") else { return }
                if trouble?.step == .data { continue }
                guard let lines = message(peer) else { return }
                // A server that refuses at the end has not taken it; one that drops may have.
                let isTaken =
                    trouble?.step != .end || trouble?.manner == .hangs || trouble?.manner == .drops
                if isTaken { take(Mail(recipient: recipient, lines: lines)) }
                guard answer(.end, "250 taken") else { return }
            case "QUIT":
                peer.send("221 bye\r\n")
                return
            default: peer.send("502 what\r\n")
            }
        }
    }

    private static func message(_ peer: LoopbackPeer) -> [String]? {
        var lines: [String] = []
        while let line = peer.line() {
            if line == "." { return lines }
            lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
        }
        return nil
    }
}

/// A web server on 127.0.0.1 that takes posts, and misbehaves as a test says.
package final class HookReceiver: Sendable {
    /// What it does with a post.
    package enum Manner: Sendable, Hashable {
        /// It answers with this status.
        case answers(Int)
        /// It takes the post and says nothing.
        case hangs
        /// It takes the post and closes the connection.
        case drops
        /// It closes the connection before it reads.
        case dropsUnread
    }

    /// A post that was received whole.
    package struct Post: Sendable {
        /// Lines of its head, the first being the request's.
        package let head: [String]
        package let body: String

        /// The value of a header; nil for none.
        package func header(_ name: String) -> String? {
            head.first { $0.lowercased().hasPrefix("\(name.lowercased()): ") }
                .map { String($0.dropFirst(name.utf8.count + 2)) }
        }
    }

    private let listener: LoopbackListener
    private let state: GuardedState<Held>

    private struct Held: Sendable {
        var script: [Manner] = []
        var posts: [Post] = []
    }

    /// - Parameter script: what becomes of the first posts; later ones are answered with 200.
    package init(_ script: [Manner] = []) throws {
        let state = GuardedState(Held(script: script))
        self.state = state
        listener = try LoopbackListener { peer in
            let manner = state.withLock { held in
                held.script.isEmpty ? Manner.answers(200) : held.script.removeFirst()
            }
            if manner == .dropsUnread { return }
            guard let post = Self.post(peer) else { return }
            state.change { $0.posts.append(post) }
            switch manner {
            case .answers(let status):
                peer.send(
                    "HTTP/1.1 \(status) X\r\nContent-Length: 0\r\nConnection: close\r\n"
                        + "Location: http://127.0.0.1:1/\r\n\r\n")
            case .hangs: peer.hang()
            case .drops, .dropsUnread: break
            }
        }
    }

    package var port: Int { listener.port }
    /// All posts that were received whole, in order; one may have come twice.
    package var posts: [Post] { state.withLock { $0.posts } }
    /// The address of the hook.
    package var url: String { "http://127.0.0.1:\(port)/hook" }

    /// Waits until a condition on the received posts holds; false where it does not in time.
    package func await(
        within time: Duration = .seconds(60), _ condition: ([Post]) -> Bool
    ) -> Bool {
        state.wait(atMost: time) { condition($0.posts) ? true : nil } ?? false
    }

    private static func post(_ peer: LoopbackPeer) -> Post? {
        var head: [String] = []
        while let line = peer.line(), !line.isEmpty { head.append(line) }
        let length = head.first { $0.lowercased().hasPrefix("content-length: ") }
            .flatMap { Int($0.dropFirst(16)) }
        guard let length, let body = peer.bytes(length) else { return nil }
        return Post(head: head, body: body)
    }
}
