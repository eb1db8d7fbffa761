import SupportDaemon
import Testing

/// Which currencies the desk counts in, and why not in others.
struct CurrencyTests {
    @Test(arguments: ["EUR", "USD", "UAH", "PLN", "GBP", "CHF", "CZK", "HUF", "MGA", "XCD", "ZWG"])
    func twoDecimals(code: String) throws {
        let loaded = try ConfigurationFolder.load("[agreement]\ncurrency = \"\(code)\"\n")
        #expect(loaded.agreement.currency == code)
        #expect(loaded.catalogue.packages.allSatisfy { $0.monthlyFee.currency == code })
    }

    @Test(arguments: [
        ("", "is not three letters"), ("EURO", "is not three letters"),
        ("E€", "is not three letters"), ("E1R", "is not three letters"),
        ("eur", "is not in capital letters"), ("Eur", "is not in capital letters"),
        ("JPY", "is a currency without decimals"), ("KRW", "is a currency without decimals"),
        ("KWD", "is a currency with three decimals"), ("XTS", "is no currency of ISO 4217"),
        ("XAU", "is no currency of ISO 4217"), ("DEM", "is no currency of ISO 4217"),
        ("ABC", "is no currency of ISO 4217"),
    ])
    func othersAreRefused(code: String, why: String) throws {
        #expect(
            try ConfigurationFolder.problems("[agreement]\ncurrency = \"\(code)\"\n") == [
                "supportd.toml:2: agreement.currency: \"\(code)\" \(why); give three capital "
                    + "letters of ISO 4217, of a currency with two decimals, such as \"EUR\""
            ])
    }
}
