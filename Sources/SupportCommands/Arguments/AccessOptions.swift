import ArgumentParser
import SupportModel

/// Which access a command is about.
struct AccessOptions: ParsableArguments {
    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @Argument(
        help: "admin, ftp or ssh.", completion: .list(Reading.words(of: AccessKind.self)),
        transform: Reading.word)
    var kind: AccessKind

    @Option(
        help: ArgumentHelp(
            "The project, as a contract names it; all of the client's unless said.",
            valueName: "name"))
    var project: String?
}
