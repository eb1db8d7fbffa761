import SupportModel

/// The catalogue of a desk that was told nothing: the agency's services and Starter package.
///
/// The hours of Standard and Advanced, all prices and the response targets are examples that an
/// agency replaces.
enum ShippedCatalogue {
    /// R2.
    static let services: [Service] = [
        ("monitoring", "Performance and server resource monitoring"),
        ("security-updates", "Site security updates"),
        ("troubleshooting", "Troubleshooting and bug fixing"),
        ("design", "Design changes"),
        ("development", "Development and customisation"),
        ("project-management", "Project management"),
        ("quality-assurance", "Quality assurance"),
        ("training", "Online training"),
    ].compactMap { name, title in Name(name).map { Service(name: $0, title: title) } }

    /// R1; each includes every service.
    static let packages: [PackageTable] = [
        package("starter", "Starter", hours: 40, fee: 120_000, extra: 8000),
        package("standard", "Standard", hours: 80, fee: 220_000, extra: 7500),
        package("advanced", "Advanced", hours: 160, fee: 400_000, extra: 7000),
        package("flexible", "Flexible", hours: nil, fee: 100_000, extra: 8000),
    ].compactMap(\.self)

    /// Examples, like the prices: the desk's own guess at what a small agency can keep.
    static let targets: [ResponseTarget] = [
        ResponseTarget(level: .emergency, firstResponse: Minutes(30), resolution: .hours(4)),
        ResponseTarget(level: .partialOutage, firstResponse: .hours(1), resolution: .hours(8)),
        ResponseTarget(level: .highPriority, firstResponse: .hours(4), resolution: .hours(16)),
        ResponseTarget(level: .regular, firstResponse: .hours(8), resolution: .hours(40)),
    ]

    private static func package(
        _ name: String, _ title: String, hours: Int?, fee: Int, extra: Int
    ) -> PackageTable? {
        Name(name).map {
            PackageTable(
                name: $0, title: title, hours: hours, monthlyFeeMinorUnits: fee,
                extraRateMinorUnits: extra)
        }
    }
}
