extension Catalogue {
    /// The offer of a name; refused when the catalogue has none.
    func known(_ name: Name<PackageOffer>) throws(Refusal) -> PackageOffer {
        guard let offer = offer(name) else { throw .unknown(.package, name.text) }
        return offer
    }
}

extension PackageOffer {
    /// Hours a month of a contract on this offer (R1): the package's own, or what was agreed where
    /// it leaves them open; refused when one is given in place of the other.
    func hours(agreed: Int?) throws(Refusal) -> Int {
        switch (hours, agreed) {
        case (let fixed?, nil):
            return fixed
        case (let fixed?, .some):
            throw .invalid(
                what: "hours", why: "of \(title) are fixed: \(fixed) a month (R1)",
                wayOut: "leave them out, or take a package whose hours are agreed per contract")
        case (nil, nil):
            throw .invalid(
                what: "hours", why: "of \(title) are agreed per contract (R1)",
                wayOut: "say how many a month, such as --hours 25")
        case (nil, let agreed?):
            guard (1...Limits.packageHoursMax).contains(agreed) else {
                throw .invalid(
                    what: "\(agreed) hours a month", why: "cannot be worked",
                    wayOut: "give 1 to \(Limits.packageHoursMax)")
            }
            return agreed
        }
    }
}
