import SupportWire

/// What happened to a ticket, oldest first: changes on a line each, notes in full.
enum HistoryLines {
    static func show(_ history: [RemarkView], on page: inout Page) {
        guard !history.isEmpty else { return }
        page.heading("history")
        for remark in history {
            let origin: StyledText = "\(Words.minute(remark.at), .faint)  \(remark.by)"
            if remark.note {
                page.line("\(origin) noted:")
                page.block(remark.text, indent: "    ")
            } else {
                page.line("\(origin): \(remark.text)")
            }
        }
    }
}
