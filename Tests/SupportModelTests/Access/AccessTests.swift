import SupportModel
import SupportTestKit
import Testing

/// R6: each project hands over access to its admin panel, ftp and ssh; the desk says which of the
/// three is still missing and records every reveal.
struct CredentialTests {
    private static let box = SealedSecret(box: "AAAA", key: "0011")

    /// acme with contract 1, for everything.
    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    /// A contract of acme's for one project.
    private func sign(_ project: String, _ desk: inout DeskFixture) throws {
        try desk.perform(
            SignContract(
                client: "acme", package: "starter", from: "2026-10-01", months: 6,
                manager: "mara", project: project))
    }

    private func set(
        _ kind: CredentialKind, project: String? = nil, user: String? = nil, address: String? = nil
    ) -> SetCredential {
        SetCredential(
            place: CredentialPlace(client: "acme", project: project, kind: kind), user: user,
            address: address, sealed: Self.box)
    }

    @Test("what a contract's project has not handed over is missing, until it has")
    func missing() throws {
        var desk = try desk()
        #expect(
            desk.state.missingAccess() == [
                MissingCredentials(client: "acme", kinds: [.admin, .ftp, .ssh])
            ])
        try desk.perform(set(.ftp))
        #expect(desk.state.missingAccess(of: "acme").map(\.kinds) == [[.admin, .ssh]])
        try desk.perform(set(.admin))
        try desk.perform(set(.ssh))
        #expect(desk.state.missingAccess().isEmpty)
        try desk.perform(RemoveCredential(client: "acme", kind: .ssh))
        #expect(desk.state.missingAccess().map(\.kinds) == [[.ssh]])
    }

    @Test("each project owes its own three; what has no project serves them all")
    func missingByProject() throws {
        var desk = try desk()
        try sign("shop", &desk)
        try sign("blog", &desk)
        try desk.perform(set(.admin, project: "shop"))
        #expect(
            desk.state.missingAccess() == [
                MissingCredentials(client: "acme", kinds: [.admin, .ftp, .ssh]),
                MissingCredentials(client: "acme", project: "blog", kinds: [.admin, .ftp, .ssh]),
                MissingCredentials(client: "acme", project: "shop", kinds: [.ftp, .ssh]),
            ])
        try desk.perform(set(.ssh))
        #expect(
            desk.state.missingAccess().map(\.kinds) == [[.admin, .ftp], [.admin, .ftp], [.ftp]])
    }

    @Test("a client without a contract, or whose contract has ended, owes nothing")
    func nothingOwed() throws {
        var desk = try desk()
        try desk.perform(AddClient(client: "boot", name: "Boot"))
        #expect(desk.state.missingAccess(of: "boot").isEmpty)
        #expect(desk.state.missingAccess(of: "nobody").isEmpty)
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-10-05", reason: "over"))
        try desk.advance(to: "2026-10-07T00:00:00Z")
        #expect(desk.state.missingAccess().isEmpty)
    }

    @Test(
        "every reveal counts, with who and why; it changes no version, a new secret starts at zero")
    func reveals() throws {
        var desk = try desk()
        try desk.perform(set(.admin, user: "root", address: "https://shop.example.com/admin"))
        let place = CredentialPlace(client: "acme", kind: .admin)
        let kept = try desk.state.access(place)
        #expect(kept.looks == 0)
        #expect(kept.lastLook == nil)
        #expect(kept.setBy == DeskFixture.person)
        let other = Principal.user(uid: 7, name: "eve")
        try desk.perform(RevealCredential(place, reason: "a look"), by: other)
        let seen = try desk.perform(
            RevealCredential(place, reason: "ticket 12"), at: "2026-10-05T10:00:00Z",
            by: other)
        let after = try desk.state.access(place)
        #expect(after.looks == 2)
        #expect(
            after.lastLook
                == CredentialUse(at: "2026-10-05T10:00:00Z", by: other, reason: "ticket 12")
        )
        #expect(after.version == kept.version)
        #expect(seen.map(\.body.summary) == ["admin access of acme looked at: ticket 12"])
        try desk.perform(set(.admin))
        let again = try desk.state.access(place)
        #expect(again.looks == 0)
        #expect(again.lastLook == nil)
        #expect(again.user == "root", "what is not said stays")
        #expect(again.address == "https://shop.example.com/admin")
        #expect(again.version == desk.state.sequence)
    }

    @Test("only what exists is kept, revealed and removed")
    func unknown() throws {
        var desk = try desk()
        try sign("shop", &desk)
        let nothing = CredentialPlace(client: "acme", project: "shop", kind: .ssh)
        #expect(
            refusal(RevealCredential(nothing, reason: "r"), on: desk)
                == .unknown(.access, "ssh of acme, project shop"))
        #expect(
            refusal(
                RemoveCredential(
                    client: nothing.client, kind: nothing.kind, project: nothing.project), on: desk)
                == .unknown(.access, "ssh of acme, project shop"))
        #expect(
            refusal(set(.ssh, project: "wiki"), on: desk) == .unknown(.project, "wiki of acme"))
        let nobody = CredentialPlace(client: "nobody", kind: .ssh)
        for command in [
            SetCredential(place: nobody, sealed: Self.box) as any Command,
            RevealCredential(nobody, reason: "r"),
            RemoveCredential(client: nobody.client, kind: nobody.kind, project: nobody.project),
        ] {
            #expect(refusal(command, on: desk) == .unknown(.client, "nobody"))
        }
        try desk.perform(set(.ssh))
        #expect(
            refusal(RevealCredential(nothing, reason: "r"), on: desk)
                == .unknown(.access, "ssh of acme, project shop"), "a project's own is another")
        try desk.perform(AddClient(client: "boot", name: "Boot"))
        let boot = CredentialPlace(client: "boot", kind: .ftp)
        try desk.perform(SetCredential(place: boot, sealed: Self.box))
        try desk.perform(ArchiveClient(client: "boot"))
        #expect(
            refusal(SetCredential(place: boot, sealed: Self.box), on: desk)
                == .clientArchived("boot"))
        try desk.perform(RevealCredential(boot, reason: "r"))
        try desk.perform(
            RemoveCredential(client: boot.client, kind: boot.kind, project: boot.project))
    }

    @Test(
        "user, address and reason are one line, and no address holds a password",
        arguments: [
            "https://root:secret@shop.example.com/", "root:secret@shop.example.com",
            "ftp://a:b@c@d/", "two\nlines", "", " ", "\u{1B}[2J",
            String(repeating: "x", count: Limits.lineCharactersMax + 1),
        ])
    func lines(text: String) throws {
        var desk = try desk()
        try desk.perform(set(.ssh))
        func isRefused(_ command: some Command) -> Bool {
            if case .invalid = refusal(command, on: desk) { true } else { false }
        }
        #expect(isRefused(set(.admin, address: text)))
        guard !text.contains("secret"), !text.contains("a:b") else { return }
        #expect(isRefused(set(.admin, user: text)))
        let place = CredentialPlace(client: "acme", kind: .ssh)
        #expect(isRefused(RevealCredential(place, reason: text)))
    }

    @Test(
        "addresses that are taken",
        arguments: [
            "https://shop.example.com/admin", "shop.example.com:2222", "sftp://deploy@host/a:b@c",
            "deploy@host", "[2001:db8::1]:22",
            String(repeating: "x", count: Limits.lineCharactersMax),
        ])
    func addresses(text: String) throws {
        var desk = try desk()
        try desk.perform(set(.admin, address: text))
        let kept = try desk.state.access(CredentialPlace(client: "acme", kind: .admin))
        #expect(kept.address == text)
    }

    @Test("versions are those of the access")
    func versions() throws {
        var desk = try desk()
        let place = CredentialPlace(client: "acme", kind: .ftp)
        try desk.perform(set(.ftp))
        let version = desk.state.sequence
        for command in [
            set(.ftp) as any Command, RevealCredential(place, reason: "r"),
            RemoveCredential(client: place.client, kind: place.kind, project: place.project),
        ] {
            #expect(command.version(in: desk.state) == version)
            #expect(
                refusal(command, on: desk, ifVersion: version - 1)
                    == .versionConflict(wanted: version - 1, found: version))
            var changed = desk
            try changed.perform(command, ifVersion: version)
        }
        #expect(
            refusal(set(.ssh), on: desk, ifVersion: 1) == .invalid(.version, .noVersion),
            "a new access has a version")
    }

    @Test("the log contains an access without its box; a snapshot keeps it")
    func redacted() throws {
        var desk = try desk()
        let events = try desk.perform(set(.ssh, user: "deploy"))
        let redacted = try #require(events.first?.body.redacted as? CredentialWasSet)
        #expect(redacted.summary == "ssh access of acme set")
        #expect(!"\(redacted)".contains(Self.box.box))
        #expect("\(redacted)".contains("deploy"))
        let again = State(StateImage(desk.state))
        #expect(DeskFixture.image(of: again) == desk.image)
        #expect(
            try again.access(CredentialPlace(client: "acme", kind: .ssh)).sealed == Self.box)
    }

    @Test("a client's key is spent when a secret of its goes, and goes with the last one")
    func clientKey() throws {
        var desk = try desk()
        let key = ClientKey(
            client: "acme", mark: "0011", wrapped: SealedSecret(box: "KKKK", key: "2233"))
        func command(_ kind: CredentialKind, newKey: ClientKey? = nil) -> SetCredential {
            SetCredential(
                place: CredentialPlace(client: "acme", kind: kind), sealed: Self.box, newKey: newKey
            )
        }
        let events = try desk.perform(command(.ssh, newKey: key))
        #expect(
            events.map(\.body.summary) == [
                "access of acme: its key 0011 sealed with key 2233", "ssh access of acme set",
            ])
        #expect(!"\(events[0].body.redacted)".contains("KKKK"))
        #expect(desk.state.deskKey(of: try desk.state.access(command(.ssh).place)) == "2233")
        try desk.perform(command(.ftp))
        #expect(desk.state.clientKeys["acme"] == key, "two secrets, one key")
        try desk.perform(command(.ssh))
        #expect(desk.state.clientKeys["acme"]?.isSpent == true, "one was replaced")
        var wrapped = key
        wrapped.wrapped.key = "4455"
        try desk.perform(ResealCredentials(keys: [wrapped], boxes: []))
        #expect(desk.state.clientKeys["acme"]?.wrapped.key == "4455")
        #expect(desk.state.clientKeys["acme"]?.isSpent == true, "it has still sealed it")
        #expect(DeskFixture.image(of: State(StateImage(desk.state))) == desk.image)
        #expect(State(StateImage(desk.state)).clientKeys == desk.state.clientKeys)
        var other = key
        other.mark = "6677"
        try desk.perform(ResealCredentials(keys: [other], boxes: []))
        #expect(desk.state.clientKeys["acme"]?.isSpent == false, "another key has not")
        #expect(
            desk.state.deskKey(of: try desk.state.access(command(.ssh).place)) == "0011",
            "what no client's key has sealed was sealed with the desk's")
        try desk.perform(ResealCredentials(keys: [key], boxes: []))
        for kind in [CredentialKind.ftp, .ssh] {
            #expect(desk.state.clientKeys["acme"] != nil)
            try desk.perform(RemoveCredential(client: "acme", kind: kind))
        }
        #expect(desk.state.clientKeys["acme"] == nil)
        #expect(
            refusal(
                ResealCredentials(
                    keys: [ClientKey(client: "nobody", mark: "1", wrapped: Self.box)], boxes: []),
                on: desk) == .unknown(.client, "nobody"))
    }

    @Test("a secret is text of 1 to 16384 bytes, and no refusal shows any of it")
    func secrets() throws {
        for good in [
            "x", " lead and trail ", "two\r\nlines\n", "\ttab", "pässwörd \u{1F511}",
            String(repeating: "k", count: Limits.secretBytesMax),
        ] {
            #expect(throws: Never.self) { try SecretRule.check(good) }
        }
        for bad in [
            "", "\n", " \t\r\n", "nul\u{0}nul", "nul\u{1B}nul", "nul\u{7F}nul", "nul\u{85}nul",
            String(repeating: "k", count: Limits.secretBytesMax + 1),
        ] {
            do throws(Refusal) {
                try SecretRule.check(bad)
                Issue.record("taken: \(bad.utf8.count) bytes")
            } catch {
                #expect(!"\(error)".contains("nul"))
                #expect(!"\(error)".contains("kkkk"))
            }
        }
    }
}
