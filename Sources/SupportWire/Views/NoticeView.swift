package import SupportModel

/// Something about a cycle's hours that became due to be told. Amounts of work are minutes.
package struct NoticeView: Codable, Hashable, Sendable {
    /// Which share of the hours is used, or that some can no longer be used (R12).
    package var notice: HourNotice
    /// What the cycle's entries draw.
    package var used: Minutes
    /// What there is to draw from, grouped hours included.
    package var available: Minutes
    /// What the weekly limit still lets through before the hours expire.
    package var usable: Minutes
    /// The same in one sentence.
    package var text: String

    /// What callers see of a notice.
    package init(_ told: HoursTold) {
        notice = told.notice
        used = told.used
        available = told.available
        usable = told.usable
        text = told.text
    }
}
