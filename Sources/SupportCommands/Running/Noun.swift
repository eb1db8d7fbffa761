import ArgumentParser

/// A command that only groups others: given alone it shows them, as a wrong request.
protocol Noun: ParsableCommand {}
