import SupportModel
import SupportTestKit

extension Sentence {
    /// What the rules keep to others, and a person left to be the caller who is nobody.
    static let rights = [
        Sentence(
            .notPermitted(.timeOf("mara")), "you may not book the time of mara",
            hint: "a manager may"),
        Sentence(
            .notPermitted(.timerOf("mara")), "you may not stop the timer of mara",
            hint: "a manager may"),
        Sentence(
            .notPermitted(.entryOf(4, "mara")), "you may not change entry 4, the work of mara",
            hint: "a manager may"),
        Sentence(
            .notPermitted(.entryOf(4, nil)),
            "you may not change entry 4, the work of another user", hint: "a manager may"),
        Sentence(
            .notPermitted(.agreementOf("mara")), "you may not agree in the name of mara",
            hint: "mara makes the request, for work with time add --for; or root does"),
        nobody(.worker, "who did the work"), nobody(.agreedBy, "who agrees"),
        nobody(.manager, "the account manager"), nobody(.assignee, "the assignee"),
        Sentence(
            .invalid(.staffName, .meansTheCaller),
            "the name cannot be me, which means the caller", hint: "give another name"),
    ]

    private static func nobody(_ field: Field, _ words: String) -> Sentence {
        Sentence(
            .callerIsNobody(field), "\(words) would be you, and you are not of the staff",
            hint: "name somebody, or have your user added: supportc staff add NAME --role ROLE "
                + "--user USER; supportc whoami shows who you are")
    }
}
