import SupportModel
import SupportStore
import SupportWire

/// The attachments: whether all that tickets name is there and whole, and how much room is left.
enum AttachmentExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        let (state, store) = (desk.view.state, desk.view.attachments)
        if let trouble = store.trouble { return [.attachmentsUnread("\(trouble)")] }
        let stored = store.contents
        var check = store.lastCheck ?? AttachmentStore.Check()
        check.missing.formUnion(state.namedContents.keys.filter { stored[$0] == nil })
        // Some may have been put back since.
        let files = store.files
        check.missing = check.missing.filter {
            state.isNamed($0) && files?.length(of: $0) == nil
        }
        check.damaged = check.damaged.filter(state.isNamed)
        let most = desk.view.settings.policy.attachments.totalBytesMax
        let limit = most / 100 * ExaminationLimits.attachmentPercentMax
        var found: [Finding] = []
        let troubles = check.troubles(in: state)
        if !troubles.isEmpty { found.append(.attachmentsLost(troubles.map(\.words))) }
        if stored.bytes > limit { found.append(.attachmentsFill(stored.bytes, of: most)) }
        return found.isEmpty
            ? [.attachmentsStored(stored.count, bytes: stored.bytes, of: most)] : found
    }
}
