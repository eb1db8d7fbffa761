extension Catalogue {
    /// The offer of a name; refused when the catalogue has none.
    func known(_ name: Name<PackageOffer>) throws(Refusal) -> PackageOffer {
        guard let offer = offer(name) else { throw .unknown(.package, name.text) }
        return offer
    }
}

extension PackageOffer {
    /// What one week may draw of so many hours a month (R9): the package's share of them, rounded
    /// down to the minute.
    func weeklyLimit(of included: Minutes) -> Minutes {
        Minutes(
            included.count / 100 * weeklySharePercent
                + included.count % 100 * weeklySharePercent / 100)
    }

    /// Hours a month of a contract on this offer (R1): the package's own, or what was agreed where
    /// it leaves them open; refused when one is given in place of the other.
    func hours(agreed: Minutes?) throws(Refusal) -> Minutes {
        switch (hours, agreed) {
        case (let fixed?, nil):
            return .hours(fixed)
        case (let fixed?, .some):
            throw .invalid(
                what: "hours", why: "of \(title) are fixed: \(fixed) a month (R1)",
                wayOut: "leave them out, or take a package whose hours are agreed per contract")
        case (nil, nil):
            throw .invalid(
                what: "hours", why: "of \(title) are agreed per contract (R1)",
                wayOut: "say how many a month, such as --hours 25 or --hours 7h30m")
        case (nil, let agreed?):
            try checkAgreed(agreed)
            return agreed
        }
    }

    /// Any duration from the least of which a week may draw a minute to `Limits.packageHoursMax`
    /// hours.
    private func checkAgreed(_ agreed: Minutes) throws(Refusal) {
        guard agreed > .zero, agreed <= .hours(Limits.packageHoursMax) else {
            throw .invalid(
                what: "hours", why: "of \(agreed) a month cannot be worked",
                wayOut: "give 1m to \(Minutes.hours(Limits.packageHoursMax)), such as 25h or 7h30m")
        }
        guard weeklyLimit(of: agreed) > .zero else {
            throw .invalid(
                what: "hours",
                why: "of \(agreed) a month leave a week no whole minute: it may draw "
                    + "\(weeklySharePercent) percent of them (R9)",
                wayOut: "agree on more")
        }
    }
}
