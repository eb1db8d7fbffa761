package import SupportModel

/// What saving a contract's hours for their last week would delay (R12). Amounts of work are minutes.
///
/// `fits + delayed` are the hours that are left.
package struct LastWeekView: Codable, Hashable, Sendable {
    /// The Monday of the week that holds the last day before the hours expire.
    package var week: CivilDate
    /// What of the hours that are left it can draw.
    package var fits: Minutes
    /// The work that does not fit: it waits, or becomes extra hours.
    package var delayed: Minutes
    /// The day on which the next cycle begins; missing where the contract ends, and where it rests
    /// from there on and nobody has said until when.
    package var until: CivilDate?
    /// What the contract says of extra hours (R8).
    package var extra: ExtraPolicy

    /// What callers see of it.
    package init(_ saved: SavedHours) {
        week = saved.week
        fits = saved.fits
        delayed = saved.delayed
        until = saved.until
        extra = saved.extra
    }
}
