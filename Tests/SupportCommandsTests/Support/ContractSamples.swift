/// Answers to changes of a contract, as they come over the wire.
enum ContractSamples {
    static let planned =
        #"{"cycle":3,"from":"2026-12-23","renewal":false,"package":"standard","#
        + #""title":"Standard","included":4800,"weekly_limit":2400,"#
        + #""monthly_fee":{"minor_units":220000,"currency":"EUR"},"discount_percent":10,"#
        + #""extra_rate":{"minor_units":4000,"currency":"EUR"}}"#

    static let upgrade =
        #"{"on":"2026-12-08","title":"Standard","fee_before":{"minor_units":120000,"#
        + #""currency":"EUR"},"days":15,"days_of_cycle":30,"minutes":1200,"#
        + #""fee":{"minor_units":50000,"currency":"EUR"}}"#

    static let group =
        #"{"cycles":[2,3],"agreed_by":"olena","reason":"the relaunch","#
        + #""at":"2026-11-23T10:00:00.000Z","weekly_limit":1800}"#

    static let owed =
        #"{"cycle":2,"from":"2026-11-23","to":"2026-12-01","#
        + #""monthly_fee":{"minor_units":120000,"currency":"EUR"},"upgrades":[\#(upgrade)],"#
        + #""discount_percent":10,"discount":{"minor_units":17000,"currency":"EUR"},"#
        + #""fee":{"minor_units":153000,"currency":"EUR"},"extra":120,"#
        + #""extra_rate":{"minor_units":4500,"currency":"EUR"},"#
        + #""extra_amount":{"minor_units":9000,"currency":"EUR"},"adjustments":1,"#
        + #""adjusted":{"minor_units":-2250,"currency":"EUR"},"#
        + #""total":{"minor_units":159750,"currency":"EUR"},"expiring":1650}"#

    /// A contract that rests, is to take another package, and was grouped and upgraded.
    static let eventful = Samples.contract
        .replacing(#""standing":"active""#, with: #""standing":"suspended""#)
        .replacing(#""months":12"#, with: #""months":12,"renewal":"auto""#)
        .replacing(
            #""granted":2400},"closed"#,
            with: #""granted":2400,"held":true,"grouped":2400,"upgrades":[\#(upgrade)]},"closed"#
        )
        .replacing(
            #""signed_at""#,
            with: #""planned":[\#(planned)],"suspensions":[{"from":"2026-12-10","#
                + #""reason":"no shop"}],"groups":[\#(group)],"signed_at""#)

    /// One that was terminated.
    static let ending = Samples.contract.replacing(
        #""signed_at""#,
        with: #""termination":{"last_day":"2026-11-30","reason":"it closes","#
            + #""at":"2026-11-24T08:00:00.000Z","by":"alice:1000"},"signed_at""#)

    /// The answer of a change, with these members besides the contract.
    static func answer(
        _ members: String, contract: String = Samples.contract, dryRun: Bool = false
    ) -> String {
        #"{"contract":\#(contract),"dry_run":\#(dryRun),\#(members)}"#
    }
}
