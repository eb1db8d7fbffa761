import SupportDaemon
import SupportWire
import Testing

/// Who may have another connection, and what an operator's own are kept for.
struct AdmissionTests {
    private func admit(
        _ admission: inout Admission, _ user: UInt32, isOwner: Bool = false
    ) -> WireError? {
        do {
            try admission.admit(user, isOwner: isOwner)
            return nil
        } catch {
            return error
        }
    }

    @Test("the last connections are root's and the owner's, and one that ends makes room")
    func kept() {
        let limits = ConnectionLimits(connectionsMax: 16, connectionsPerUserMax: 16)
        #expect(limits.connectionsKept == 2)
        var admission = Admission(limits)
        for user in 1...14 as ClosedRange<UInt32> { #expect(admit(&admission, user) == nil) }
        let refused = admit(&admission, 15)
        #expect(refused?.data.error == "too-many-connections")
        #expect(refused?.code == .unreachable)
        #expect(refused?.message == "the desk has all the 14 connections that it takes")
        #expect(admit(&admission, 0, isOwner: true) == nil)
        #expect(admit(&admission, 0, isOwner: true) == nil)
        #expect(admit(&admission, 0, isOwner: true)?.message.contains("all the 16") == true)
        #expect(admission.count == 16)
        func isLast(_ user: UInt32) -> Bool { admission.dismiss(user) }
        #expect(isLast(3))
        #expect(!isLast(0), "root has another")
        #expect(isLast(0))
        #expect(admit(&admission, 15) == nil)
        #expect(admit(&admission, 16) != nil)
    }

    @Test("one user's are bounded, the owner's too")
    func perUser() {
        var admission = Admission(ConnectionLimits(connectionsMax: 16, connectionsPerUserMax: 2))
        for isOwner in [false, true] {
            let user: UInt32 = isOwner ? 0 : 7
            #expect(admit(&admission, user, isOwner: isOwner) == nil)
            #expect(admit(&admission, user, isOwner: isOwner) == nil)
            #expect(
                admit(&admission, user, isOwner: isOwner)?.message
                    == "user \(user) has the 2 connections that one may have")
        }
    }

    @Test(
        "of few connections few are kept", arguments: [(1, 0), (7, 0), (8, 1), (64, 8), (512, 8)])
    func few(most: Int, kept: Int) {
        #expect(ConnectionLimits(connectionsMax: most).connectionsKept == kept)
    }

    @Test("descriptors bound the connections, and too few are reported")
    func descriptors() throws {
        let enough = try DescriptorBudget(descriptors: 576, connectionsWanted: 512)
        #expect(enough.connections == 512 && enough.shortage == nil)
        let short = try DescriptorBudget(descriptors: 575, connectionsWanted: 512)
        #expect(short.connections == 511)
        #expect(
            short.shortage
                == "511 connections are taken, not the configured 512: this process may open 575 "
                + "files and connections")
        #expect(try DescriptorBudget(descriptors: 72, connectionsWanted: 512).connections == 8)
        let fault = #expect(throws: DaemonFault.self) {
            try DescriptorBudget(descriptors: 71, connectionsWanted: 1)
        }
        #expect(fault?.exit == .configuration)
    }
}
