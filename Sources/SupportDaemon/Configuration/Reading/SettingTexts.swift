/// The currencies of ISO 4217 as of 2026, by how many decimals they have.
///
/// All money of the desk is kept and shown in hundredths, so other currencies are refused. Units
/// that nobody pays with (gold, funds, codes for tests) are none here.
enum CurrencyCodes {
    /// Why a text is no currency that the desk can count in, to stand after it; nil when it is one.
    static func objection(to text: String) -> String? {
        let isCode = text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0 & 0xDF) }
        guard isCode else { return "is not three letters" }
        guard text == text.uppercased() else { return "is not in capital letters" }
        if twoDecimals.contains(text) { return nil }
        if withoutDecimals.contains(text) { return "is a currency without decimals" }
        if threeDecimals.contains(text) { return "is a currency with three decimals" }
        return "is no currency of ISO 4217"
    }

    private static let twoDecimals = codes(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
        CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
        HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA
        MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN
        QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
        TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
        """)

    private static let withoutDecimals = codes(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF")

    private static let threeDecimals = codes("BHD IQD JOD KWD LYD OMR TND")

    private static func codes(_ text: String) -> Set<String> {
        Set(text.split { $0.isWhitespace }.map(String.init))
    }
}

/// The text of a duration: `1h30m`, `45s`, `500ms`; each unit at most once, the largest first.
enum DurationText {
    private static let units: [(name: String, milliseconds: Int)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// Milliseconds; nil for a text that is no duration. A number has at most nine digits.
    static func milliseconds(_ text: String) -> Int? {
        var rest = Substring(text)
        var left = units[...]
        var sum = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard (1...9).contains(digits.count), let number = Int(digits),
                let place = left.firstIndex(where: { $0.name == unit })
            else { return nil }
            sum += number * left[place].milliseconds
            left = left[(place + 1)...]
        }
        return text.isEmpty ? nil : sum
    }

    /// The shortest text of a duration of 0 ms or more.
    static func text(_ milliseconds: Int) -> String {
        var rest = milliseconds
        var text = ""
        for unit in units where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text.isEmpty ? "0s" : text
    }
}

/// The text of an amount of money: `1200`, `95.5`, `95.00`; no sign, no thousands, no currency.
enum MoneyText {
    /// Minor units, 0 to `ConfigurationLimits.minorUnitsMax`; nil for a text that is no such amount.
    static func minorUnits(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = number(parts[0], digits: 1...12) else {
            return nil
        }
        var cents = 0
        if parts.count == 2 {
            guard let decimals = number(parts[1], digits: 1...2) else { return nil }
            cents = parts[1].utf8.count == 1 ? decimals * 10 : decimals
        }
        let amount = whole * 100 + cents
        return amount <= ConfigurationLimits.minorUnitsMax ? amount : nil
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}
