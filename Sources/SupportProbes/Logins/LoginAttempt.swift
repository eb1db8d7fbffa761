package import SupportModel
import SupportSystem

/// One attempt to log in, by libcurl on a thread of its own: nothing is changed at the other side.
///
/// A web address is asked without the secret first, and the secret is sent in the way that the answer
/// wants: by HTTP Basic, or in the form of the page, and only to the host that the access names. A
/// password for ftp is sent encrypted where the server can.
package struct LoginAttempt: Sendable {
    let target: LoginTarget
    /// The password, or for ssh a private key.
    let secret: String

    package init(target: LoginTarget, secret: String) {
        (self.target, self.secret) = (target, secret)
    }

    /// Tries it; blocks for at most twice `ProbeLimits.loginMillisecondsMax`.
    package func run() -> LoginResult {
        guard let curl = LoginHandle(target) else {
            return LoginResult(failedAt: .worker, detail: "libcurl has no room for a transfer")
        }
        switch target.kind {
        case .admin: return webLogin(curl)
        case .ftp where !target.url.hasPrefix("sftp:"): return fileLogin(curl)
        case .ftp, .ssh: return shellLogin(curl)
        }
    }

    // MARK: HTTP

    private func webLogin(_ curl: LoginHandle) -> LoginResult {
        let first = curl.perform()
        if let fault = first.fault { return fault }
        guard let place = WebPlace(first.url), let own = WebPlace(target.url),
            own.mayHandOver(to: place)
        else { return elsewhere("the address leads to", first.url) }
        if first.status == 401 { return basicLogin(curl) }
        if let form = LoginForm(in: first.body) { return formLogin(form, on: place, curl) }
        let asks = first.status < 400 ? ": it asks for no user and password" : " without a login"
        return LoginResult(failedAt: .answer, detail: "HTTP \(first.status)\(asks)")
    }

    private func basicLogin(_ curl: LoginHandle) -> LoginResult {
        guard curl.set(user: target.user, password: secret) else { return .refusedOption }
        let end = curl.perform()
        if let fault = end.fault { return fault }
        return end.status < 400
            ? LoginResult(detail: "HTTP \(end.status) by HTTP Basic") : refusal(end.status)
    }

    private func formLogin(
        _ form: LoginForm, on page: WebPlace, _ curl: LoginHandle
    ) -> LoginResult {
        let address = page.address(of: form.action)
        guard let place = WebPlace(address), page.mayHandOver(to: place) else {
            return elsewhere("the form is sent to", address)
        }
        let filled = form.body(user: target.user, password: secret)
        guard curl.set(form: filled, to: address) else { return .refusedOption }
        let end = curl.perform()
        if let fault = end.fault { return fault }
        if LoginForm(in: end.body) != nil {
            return LoginResult(
                failedAt: .login, detail: "the form asks again: user or password refused")
        }
        return end.status < 400
            ? LoginResult(detail: "HTTP \(end.status) by the form of the page")
            : refusal(end.status)
    }

    private func refusal(_ status: Int) -> LoginResult {
        [401, 403].contains(status)
            ? LoginResult(failedAt: .login, detail: "HTTP \(status): user or password refused")
            : LoginResult(failedAt: .answer, detail: "HTTP \(status) after the login")
    }

    /// The secret is not sent to a host that the access does not name.
    private func elsewhere(_ words: String, _ url: String) -> LoginResult {
        let host = WebPlace(url).map { "\($0.scheme)://\($0.host)" } ?? "another address"
        return LoginResult(failedAt: .answer, detail: "\(words) \(host); nothing was sent there")
    }

    // MARK: ftp and ssh

    private func fileLogin(_ curl: LoginHandle) -> LoginResult {
        guard curl.set(user: target.user, password: secret) else { return .refusedOption }
        let end = curl.perform()
        return end.fault ?? LoginResult(detail: "the server let \(target.user) in")
    }

    private func shellLogin(_ curl: LoginHandle) -> LoginResult {
        guard SecretForm(secret) == .privateKey else {
            guard curl.set(user: target.user, password: secret), curl.allowPasswordOnly() else {
                return .refusedOption
            }
            return curl.perform().fault ?? LoginResult(detail: "the password was accepted")
        }
        do {
            let file = try MemoryFile(named: "key", holding: Array(secret.utf8))
            return file.withPath { path in
                guard curl.set(user: target.user, password: ""), curl.allowKeyOnly(path) else {
                    return .refusedOption
                }
                return curl.perform().fault ?? LoginResult(detail: "the key was accepted")
            }
        } catch {
            return LoginResult(failedAt: .worker, detail: "\(error)")
        }
    }
}

/// What a secret of an ssh access is.
enum SecretForm {
    case password
    case privateKey

    /// A private key begins with such a line as `-----BEGIN OPENSSH PRIVATE KEY-----`.
    init(_ secret: String) {
        self =
            secret.hasPrefix("-----BEGIN ") && secret.contains("PRIVATE KEY-----")
            ? .privateKey : .password
    }
}

extension LoginResult {
    /// libcurl does not know an option, or has no memory.
    fileprivate static let refusedOption = LoginResult(
        failedAt: .worker, detail: "libcurl on this host cannot try it")
}
