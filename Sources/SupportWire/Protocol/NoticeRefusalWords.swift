import SupportModel

/// The words for mail that can go nowhere.
extension NoMail {
    var words: RefusalText {
        switch self {
        case .noServer:
            RefusalText(
                "no mail can be sent: the configuration names no way for it",
                hint: "give [smtp] from, and host or sendmail, in supportd.toml(5)")
        case .client(let name):
            RefusalText(
                "client \(name) has no mail address",
                hint: "supportc client set \(name) --mail ADDRESS")
        case .routeWithoutAddress(let name):
            RefusalText(
                "route \(name) writes to clients, assignees or staff without an address alone",
                hint: "give `to` of the route an address, or test another route")
        case .outboxFull:
            RefusalText(
                "\(Limits.noticesLiveMax) notices wait to be sent already",
                hint: "supportc notice list shows them, and what keeps them")
        }
    }
}

extension WireError {
    static func noticeState(_ number: Identifier<Notice>, _ state: NoticeState) -> WireError {
        let hint =
            switch state {
            case .sending: "its result is there soon: supportc notice show \(number)"
            case .delivered: "it was delivered; supportc ticket reply writes again"
            case .withdrawn, .pending, .givenUp: "what it told was over, or it was discarded"
            }
        return WireError(
            .refused, "notice-state",
            "notice \(number) is \(state.rawValue), and is neither sent again nor discarded",
            hint: hint)
    }
}
