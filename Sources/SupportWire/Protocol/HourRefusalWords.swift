import SupportModel

/// The words for what the agreement refuses: the rule, the figures, the hint.
extension WireError {
    /// R9.
    static func weeklyLimit(_ figures: WeeklyLimitFigures) -> WireError {
        let week = Week(containing: figures.week)
        var fields = [
            "contract": figures.contract.description,
            "week": figures.week.description,
            "limit_minutes": "\(figures.limit.count)",
            "drawn_minutes": "\(figures.drawn.count)",
            "room_minutes": "\(figures.room.count)",
            "asked_minutes": "\(figures.asked.count)",
        ]
        fields["next_week"] = figures.nextWeek?.description
        return WireError(
            .refused, "weekly-limit",
            "\(figures.asked) would pass the weekly limit (R9): \(week) has used "
                + "\(figures.drawn) of \(figures.limit), "
                + (figures.room > .zero ? "room for \(figures.room)" : "no room is left")
                + (figures.nextWeek.map { "; the next week begins on \($0)" } ?? ""),
            hint: ways(figures, .options), figures: fields)
    }

    /// What can be done about R9, as far as the contract allows it.
    static func ways(_ figures: WeeklyLimitFigures, _ form: AskingForm) -> String {
        let isBeyond = figures.beyondPackage > .zero
        let agree = "have a manager agree (\(form.agreement))"
        let agreed: String? =
            switch figures.extra {
            case .allow: agree
            case .ask: isBeyond ? "\(agree) and name the extra hours (\(form.extra))" : agree
            case .refuse: isBeyond ? nil : agree
            }
        let ways = [
            figures.room > .zero ? "book \(figures.room) or less" : nil,
            figures.nextWeek.map { "wait for \($0)" },
            figures.extra == .refuse ? nil : "book the rest as extra hours (\(form.extra))", agreed,
        ].compactMap(\.self)
        guard let last = ways.last else {
            return "agree on extra hours with the client: supportc contract change "
                + "\(figures.contract) --extra allow"
        }
        let others = ways.dropLast().joined(separator: ", ")
        return others.isEmpty ? last : "\(others), or \(last)"
    }

    /// One entry of more than 24 hours.
    static func longEntry(_ asked: Minutes) -> WireError {
        let limit = Minutes(Limits.plainEntryMinutesMax)
        return WireError(
            .refused, "long-entry",
            "\(asked) in one entry is more than the \(limit) of a day, and is not named as such",
            hint:
                "book what was worked, or say that it is so: --long, in a file yes in the column "
                + "long",
            figures: ["asked_minutes": "\(asked.count)", "limit_minutes": "\(limit.count)"])
    }

    /// R8, `refuse`.
    static func extraRefused(_ figures: ExtraFigures) -> WireError {
        WireError(
            .refused, "extra-refused",
            "\(beyond(figures)), and contract \(figures.contract) takes no extra hours (R8)",
            hint: figures.serviceNotIncluded
                ? "book it for a service that the package includes, or open a ticket on demand for it"
                : (fits(figures) > .zero ? "book \(fits(figures)) or less, or " : "")
                    + "agree on extra hours with the client: supportc contract change "
                    + "\(figures.contract) --extra allow",
            figures: self.figures(figures))
    }

    /// R8, `ask`.
    static func extraMustBeNamed(_ figures: ExtraFigures) -> WireError {
        WireError(
            .refused, "extra-must-be-named",
            "\(beyond(figures)); contract \(figures.contract) wants extra hours named (R8)",
            hint: namingExtra(figures, .options), figures: self.figures(figures))
    }

    /// How extra hours are named, and how much would be none.
    static func namingExtra(_ figures: ExtraFigures, _ form: AskingForm) -> String {
        let less =
            fits(figures) > .zero && !figures.serviceNotIncluded
            ? "book \(fits(figures)) or less, or " : ""
        return less + (form == .options ? "repeat it with \(form.extra)" : "write \(form.extra)")
    }

    /// How much would be no extra hours.
    private static func fits(_ figures: ExtraFigures) -> Minutes {
        min(figures.left, figures.room ?? figures.left)
    }

    private static func beyond(_ figures: ExtraFigures) -> String {
        if figures.serviceNotIncluded {
            return
                "the package does not include the service (R2), so \(figures.extra) would be extra"
        }
        let week = figures.room.map { ", of which the week takes \($0) (R9)" } ?? ""
        return "\(figures.left) of the package are left\(week), so \(figures.extra) would be extra"
    }

    private static func figures(_ figures: ExtraFigures) -> [String: String] {
        var fields = [
            "contract": figures.contract.description,
            "left_minutes": "\(figures.left.count)",
            "extra_minutes": "\(figures.extra.count)",
        ]
        fields["room_minutes"] = figures.room.map { "\($0.count)" }
        return fields
    }
}

/// The words for months of work on demand (R4).
extension WireError {
    /// The month of a day is over.
    static func monthClosed(
        _ date: CivilDate, _ client: Name<Client>, _ zone: ZoneName
    ) -> WireError {
        let month = CivilMonth(containing: date)
        return WireError(
            .refused, "month-closed",
            "\(date) lies in \(month), which ended for \(client) "
                + "\(CycleEnd.text(month.last, zone)); a month that is over never changes (R4, R10)",
            hint: "--late with --reason makes it an adjustment on the open month's statement",
            figures: ["last_day": month.last.description, "zone": zone.text])
    }

    /// The client has no work on demand in a month.
    static func unknownMonth(
        _ client: Name<Client>, _ month: CivilMonth, _ known: [CivilMonth]
    ) -> WireError {
        let names = known.suffix(namedMax).map(\.description).joined(separator: ", ")
        return WireError(
            .notFound, "unknown-month", "\(client) has no work on demand in \(month) (R4)",
            hint: known.isEmpty
                ? "a contract's own work is on its cycles' statements: supportc statement \(client)"
                : "it has in \(known.count > namedMax ? "…, " : "")\(names)")
    }
}

/// The words for a cycle that cannot be found: the cycles that there are.
extension WireError {
    /// So many cycles or months are named one by one; of more only some.
    private static let namedMax = 6

    /// The contract has no such cycle so far.
    static func unknownCycle(
        _ contract: Identifier<Contract>, _ reference: CycleReference, _ known: [Cycle]
    ) -> WireError {
        let message =
            switch reference {
            case .number: "contract \(contract) has no cycle \(reference) so far"
            case .month: "no cycle of contract \(contract) begins in \(reference) so far"
            }
        return WireError(
            .notFound, "unknown-cycle", "\(message) (R10)",
            hint: "its cycles are \(names(known)); "
                + "supportc contract show \(contract) lists their days")
    }

    /// More than one cycle begins in the month.
    static func cycleAmbiguous(
        _ contract: Identifier<Contract>, _ reference: CycleReference, _ found: [Cycle]
    ) -> WireError {
        let days = found.map { "cycle \($0.index + 1) on \($0.from)" }.joined(separator: ", ")
        let first = found.first.map { $0.index + 1 } ?? 1
        return WireError(
            .refused, "cycle-ambiguous",
            "\(found.count) cycles of contract \(contract) begin in \(reference): \(days) (R10)",
            hint: "name the cycle by its number, such as \(first)")
    }

    /// `1 (from 2026-10-01), 2 (from 2026-11-01)`.
    private static func names(_ cycles: [Cycle]) -> String {
        let names = cycles.map { "\($0.index + 1) (from \($0.from))" }
        guard names.count > namedMax, let first = names.first, let last = names.last else {
            return names.isEmpty ? "yet to come" : names.joined(separator: ", ")
        }
        return "\(first) to \(last)"
    }
}
