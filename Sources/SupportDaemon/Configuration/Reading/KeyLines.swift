/// The line on which each key of a TOML text stands, and each element of its lists.
///
/// The library that reads the values does not say where it found them. The text must be one that
/// the library takes; of any other the lines are a guess, made in bounded time all the same.
struct KeyLines {
    private let lines: [SettingPath: Int]
    /// The lines on which a text holds an escaped zero character.
    let zeroEscapes: [Int]

    init(text: String) {
        var scanner = KeyScanner(text)
        scanner.scan()
        lines = scanner.lines
        zeroEscapes = scanner.zeroEscapes
    }

    /// The line of a key, 1 for the first; where the text does not have the key, that of the
    /// nearest table or list around it.
    func line(of path: SettingPath) -> Int? {
        var path: SettingPath? = path
        while let place = path {
            if let line = lines[place] { return line }
            path = place.around
        }
        return nil
    }
}
