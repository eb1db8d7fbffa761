/// The limits of the model's input, each tested at the limit and one past it.
package enum Limits {
    /// The longest name of a client, a member of staff or a monitor, in bytes.
    package static let nameBytesMax = 64
    /// The longest title, subject or reason, in characters; a character is a Unicode scalar, so
    /// that none has more than 4 bytes and the count is the same for ever.
    package static let lineCharactersMax = 256
    /// The longest ticket body or note, in characters.
    package static let bodyCharactersMax = 32_768
    /// The longest mail address and the longest text to look for in a page, in bytes of UTF-8.
    package static let lineBytesMax = 256
    /// The most live entries of one cycle: their coverage must fit into the record that closes it. So
    /// many has a month of work on demand, too.
    package static let entriesPerCycleMax = 12_000
    /// The most late entries and late voids that one statement carries.
    package static let adjustmentsPerCycleMax = 400
    /// The most upgrades of one cycle: its statement lists each.
    package static let upgradesPerCycleMax = 31
    /// The longest text that a statement contains of a ticket's subject or a service's title, in
    /// bytes of UTF-8.
    package static let statementTextBytesMax = 80
    /// The longest key of an import, in bytes of UTF-8.
    package static let importKeyBytesMax = 128
    /// The most rows of one import: the ledger itself decides them where copies keep going out of
    /// date (`LongCommand`), and their events must fit into one record.
    package static let importRowsMax = 2_000
    /// The most rows of one import whose refusal is listed; more are only counted.
    package static let rowRefusalsMax = 100
    /// The most relations of one ticket to others.
    package static let linksMax = 50
    /// The most deadlines that one record marks.
    static let deadlineMarksMax = 500
    /// The longest run of `SortedRuns`: a change copies no more.
    static let sortedRunCountMax = 256
    /// The most notes on one client, all of which `client.show` answers.
    package static let clientNotesMax = 200
    /// The most things of one file that is applied, for the same reasons.
    package static let desiredCountMax = 2_000
    /// The longest time entry: 31 days of 24 hours, in minutes.
    package static let entryMinutesMax = 44_640
    /// The longest time entry that need not be marked as a long one: 24 hours, in minutes. Longer
    /// ones are mostly typing errors, such as 30h for 3h.
    package static let plainEntryMinutesMax = 1440
    /// The largest estimate of a ticket: 1000 hours, in minutes.
    package static let estimateMinutesMax = 60_000
    /// The most days of a report: ten years.
    package static let reportDaysMax = 3660
    /// The most days of a report whose course is told day by day.
    static let reportDaysByDayMax = 62
    /// The most days of a report whose course is told week by week; that of a longer one is told month
    /// by month.
    static let reportDaysByWeekMax = 400
    /// The most weeks ahead that a plan covers.
    package static let planWeeksMax = 26
    /// The longest name of an attached file, in bytes of UTF-8: what Linux takes.
    package static let attachmentNameBytesMax = 255
    /// The longest media type, in bytes.
    package static let mediaTypeBytesMax = 127
    /// The most files that are attached at a time.
    package static let attachmentsPerRequestMax = 50
    /// The most attachments of one ticket.
    package static let attachmentsPerTicketMax = 1_000
    /// The most contents of attachments on the disk, all of which the list of a backup names.
    package static let contentsMax = 100_000
    /// The fewest digits of a digest that name an attachment.
    package static let digestDigitsMin = 6
    /// The longest work that a timer books: 24 hours, in minutes.
    package static let timerMinutesMax = 1440
    /// The most hours a month that a contract can include: 100 people round the clock.
    package static let packageHoursMax = 74_400
    /// The longest term of a contract, in months.
    package static let termMonthsMax = 120
    /// The longest suspension of a contract, in days: ten years.
    package static let suspensionDaysMax = 3653
    /// The most cycles that a contract can have, all its renewals together.
    package static let contractMonthsMax = 1200
    /// The longest step that time entries are rounded to: 8 hours, in minutes.
    package static let roundingStepMinutesMax = 480
    /// The longest response target: 366 days of 24 hours, in minutes.
    package static let targetMinutesMax = 527_040
    /// The longest secret of an access, in bytes of UTF-8: every private key fits.
    package static let secretBytesMax = 16_384
    /// The most weeks whose room a forecast contains: a year and a week.
    package static let forecastWeeksMax = 54
    /// The longest text that a probe may report, in bytes of UTF-8.
    package static let probeDetailBytesMax = 512
    /// The most failures that a monitor's ticket lists.
    package static let reportedFailuresMax = 5
    /// The longest URL of a check, in bytes.
    package static let urlBytesMax = 2048
    /// The longest host name, in bytes: the limit of the domain name system.
    package static let hostBytesMax = 253
    /// The longest path of a check, in bytes: the limit of Linux, without the terminating zero.
    package static let pathBytesMax = 4095
    /// The longest time between two probes of a monitor: 31 days, in milliseconds.
    package static let probeMillisecondsMax = 2_678_400_000
    /// The longest time-out of a probe: 5 minutes, in milliseconds.
    package static let probeTimeoutMillisecondsMax = 300_000
    /// The most Message-IDs that a mail answers.
    package static let mailReferencesMax = 50
    /// The longest single line of a mail, such as its Message-ID or a file's name, in bytes.
    package static let mailLineBytesMax = 998
    /// The most such lines of one mail.
    package static let mailLinesMax = 600
    /// The longest mail that is kept as it came, in bytes of base64.
    package static let rawMailBytesMax = 524_288
    /// The most days that a day may be counted back or ahead from today in a request.
    package static let daysAgoMax = 3660
    /// The most things that one notice tells; more of them are another notice.
    package static let noticeItemsMax = 50
    /// The most notices that wait to be sent or are being sent; a further one is a dead letter at once.
    package static let noticesLiveMax = 5_000
    /// The most dead letters that are held; the log keeps all.
    package static let deadLettersMax = 1_000
    /// The most delivered and withdrawn notices that are held.
    package static let noticesEndedMax = 500
    /// The fewest attempts after which a notice is given up for the time that it took.
    static let noticeAttemptsMin = 5
    /// The most routes of notices.
    package static let noticeRoutesMax = 50
    /// The most recipients of one route.
    package static let routeRecipientsMax = 20
    /// The longest text of a template, in characters.
    package static let templateCharactersMax = 4_096
}
