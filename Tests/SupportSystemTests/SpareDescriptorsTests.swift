import Glibc
import SupportSystem
import Testing

/// Descriptors that are kept for when there are none.
struct SpareDescriptorsTests {
    /// What opening came to: how often it was tried, and its fault.
    private func open(
        _ spare: SpareDescriptors, failures: Int, _ cause: Int32 = EMFILE
    ) -> (calls: Int, errno: Int32?) {
        var calls = 0
        do throws(SystemFault) {
            try spare.opening { () throws(SystemFault) in
                calls += 1
                if calls <= failures {
                    throw SystemFault(doing: "open", subject: "x", errno: cause)
                }
            }
            return (calls, nil)
        } catch {
            return (calls, error.errno)
        }
    }

    private func expect(
        _ outcome: (calls: Int, errno: Int32?), _ calls: Int, _ errno: Int32?,
        _ why: Comment? = nil
    ) {
        #expect(outcome.calls == calls && outcome.errno == errno, why)
    }

    @Test("each failure for want of a descriptor costs one, and what was given up is taken again")
    func givenUp() {
        let spare = SpareDescriptors(count: 2)
        for cause in [EMFILE, ENFILE] { expect(open(spare, failures: 1, cause), 2, nil) }
        expect(open(spare, failures: 1), 1, EMFILE, "none is left")
        expect(open(spare, failures: 0), 1, nil)
        expect(open(spare, failures: 1), 2, nil, "there was room again")
        expect(open(spare, failures: 2), 2, EMFILE, "once more and not for ever")
    }

    @Test("other failures are reported at once")
    func others() {
        let spare = SpareDescriptors(count: 1)
        expect(open(spare, failures: 1, ENOENT), 1, ENOENT)
        expect(open(spare, failures: 1), 2, nil)
    }
}
