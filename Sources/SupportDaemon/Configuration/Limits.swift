import SupportTOML

/// What the configuration refuses to take, each tested at the limit and one past it.
package enum ConfigurationLimits {
    /// The longest file, in bytes: 1 MiB.
    package static let fileBytesMax = TOMLLimits.textBytesMax
    /// The most files in `conf.d`.
    package static let dropInsMax = 1000
    /// The most packages, and the most services: the statement of a cycle that had work in all of
    /// them must fit into one record.
    package static let catalogueCountMax = 250
    /// The largest bound on the bytes of all held mails: 1 GiB.
    package static let heldBytesMax = 1_073_741_824
    /// The largest bound on the bytes of one mail: 64 MiB.
    package static let mailBytesMax = 67_108_864
    /// The most Unix groups of one role, and the most users who deliver mail.
    package static let roleGroupsMax = 50
    /// The longest path of a Unix socket, in bytes: what the kernel takes, less its closing zero.
    package static let socketPathBytesMax = 107
    /// The longest other path, in bytes: what Linux takes, less its closing zero.
    package static let pathBytesMax = 4095
    /// The most media types that are refused.
    package static let refusedTypesMax = 100
    /// The most examples of a level.
    package static let levelExamplesMax = 50
    /// The most calendars.
    package static let calendarsMax = 50
    /// The most holidays of one calendar.
    package static let holidaysMax = 1_000
    /// The longest step of rounding, in minutes.
    package static let roundingStepMinutesMax = 480
    /// The longest response target, in minutes: 366 days of 24 hours.
    package static let targetMinutesMax = 527_040
    /// The largest amount of money, in minor units: a thousand million.
    package static let minorUnitsMax = 100_000_000_000
    /// The longest term of a contract, in months.
    package static let termMonthsMax = 120
    /// The most hours a month that a package can include: 100 people round the clock.
    package static let packageHoursMax = 74_400
    /// The most words of a route's command.
    package static let commandWordsMax = 100
}
