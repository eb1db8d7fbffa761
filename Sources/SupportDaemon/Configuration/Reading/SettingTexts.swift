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
