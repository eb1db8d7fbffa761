import SupportModel
import SupportTestKit
import Testing

/// Where an access is tried (R6).
struct LoginTargetTests {
    @Test(
        "addresses that say where to log in",
        arguments: [
            (
                "https://shop.example.com/admin", CredentialKind.admin,
                "https://shop.example.com/admin"
            ),
            ("shop.example.com/admin", .admin, "https://shop.example.com/admin"),
            ("HTTP://shop.example.com", .admin, "http://shop.example.com"),
            ("ftp.example.com", .ftp, "ftp://ftp.example.com"),
            ("ftps://ftp.example.com:990", .ftp, "ftps://ftp.example.com:990"),
            ("sftp://deploy@ftp.example.com/a@b", .ftp, "sftp://ftp.example.com/a@b"),
            ("deploy@shop.example.com:2222", .ssh, "sftp://shop.example.com:2222"),
            ("ssh://shop.example.com", .ssh, "sftp://shop.example.com"),
            ("[2001:db8::1]:22", .ssh, "sftp://[2001:db8::1]:22"),
        ])
    func taken(address: String, kind: CredentialKind, url: String) {
        #expect(LoginTarget.url(of: address, for: kind) == url)
    }

    @Test(
        "addresses that an access of the kind is not tried at",
        arguments: [
            ("ftp://shop.example.com", CredentialKind.admin), ("https://shop.example.com", .ftp),
            ("https://shop.example.com", .ssh), ("file:///etc/passwd", .admin), ("/admin", .admin),
            ("https:///admin", .admin), ("https://", .admin), ("the usual one", .ssh),
            ("gopher://shop.example.com", .ftp), ("https://a b", .admin),
        ])
    func refused(address: String, kind: CredentialKind) {
        #expect(LoginTarget.url(of: address, for: kind) == nil)
    }

    @Test("an access without a user or an address is not tried")
    func incomplete() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let place = CredentialPlace(client: "acme", kind: .ssh)
        func target(user: String?, address: String?) throws -> Result<LoginTarget, Refusal> {
            try desk.perform(
                SetCredential(
                    place: place, user: user, address: address,
                    sealed: SealedSecret(box: "AAAA", key: "0011")))
            let entry = try desk.state.access(place)
            return Result { () throws(Refusal) in try LoginTarget(entry) }
        }
        #expect(
            try target(user: nil, address: "h")
                == .failure(.invalid(.user, .credential(.loginUnknown))))
        try desk.perform(RemoveCredential(client: "acme", kind: .ssh))
        #expect(
            try target(user: "u", address: nil)
                == .failure(.invalid(.address, .credential(.loginUnknown))))
        #expect(
            try target(user: "u", address: "https://h")
                == .failure(.invalid(.address, .credential(.loginElsewhere))))
        let good = try target(user: "u", address: "h").get()
        #expect((good.url, good.user, good.kind) == ("sftp://h", "u", .ssh))
        let tried = try desk.perform(
            NoteTriedLogin(place: place, result: LoginResult(failedAt: .connect, detail: "no")))
        #expect(tried.map(\.body.summary) == ["ssh access of acme tried: failed at connect: no"])
    }
}
