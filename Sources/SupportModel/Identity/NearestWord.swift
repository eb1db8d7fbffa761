/// Finds the known word that is nearest to an unknown one.
package enum NearestWord {
    /// The longest word that is compared, in bytes, as the work grows with its length.
    private static let lettersMax = 64

    /// The first of the nearest words that are at most two letters away; nil where there is none.
    package static func to(_ word: String, among known: [String]) -> String? {
        guard word.utf8.count <= lettersMax else { return nil }
        let length = word.utf8.count
        let near = known.filter { abs($0.utf8.count - length) <= distanceMax }.map {
            (word: $0, distance: distance(word, $0))
        }
        .filter { $0.distance <= distanceMax && $0.distance < $0.word.utf8.count }
        return near.min { $0.distance < $1.distance }?.word
    }

    /// The most letters in which a word may differ from one that is meant.
    private static let distanceMax = 2

    /// The number of letters to insert, remove or change to turn one word into the other; any number
    /// beyond `distanceMax` where it is more.
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
            // It grows with every row: most words differ after a few letters.
            if let least = row.min(), least > distanceMax { return least }
        }
        return row[right.count]
    }
}
