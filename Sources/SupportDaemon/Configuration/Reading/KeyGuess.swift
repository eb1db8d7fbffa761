/// Guesses which key was meant by one that does not exist.
enum KeyGuess {
    /// The known key that is at most two letters away, if there is one.
    static func nearest(to key: String, among known: [String]) -> String? {
        guard key.utf8.count <= 64 else { return nil }
        let near = known.map { (key: $0, distance: distance(key, $0)) }
            .filter { $0.distance <= 2 && $0.distance < $0.key.utf8.count }
        return near.min { $0.distance < $1.distance }?.key
    }

    /// How many letters must be put in, taken out or changed to get from one to the other.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.utf8)
        var row = Array(0...right.count)
        for (i, letter) in left.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
