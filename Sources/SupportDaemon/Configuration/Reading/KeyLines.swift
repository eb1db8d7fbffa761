/// The line on which each key of a TOML text stands, and each element of its lists.
///
/// The library that reads the values does not say where it found them.
struct KeyLines {
    private let lines: [SettingPath: Int]
    /// The lines on which a text holds an escaped zero character.
    let zeroEscapes: [Int]

    /// Fails where the text is built otherwise than TOML is; what is wrong inside a text or a
    /// number is left to the library.
    init(text: String) throws(TOMLFault) {
        var scanner = KeyScanner(text)
        try scanner.scan()
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
