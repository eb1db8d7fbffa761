package import SupportModel

/// Shows one package.
package struct PackageShow: Request {
    package static let method = "package.show"
    package static let access = Access.read
    package static let cost = Cost.quick
    /// The package's name in the catalogue, such as `starter`.
    package var package: Name<PackageOffer>

    package init(package: Name<PackageOffer>) {
        self.package = package
    }

    package typealias Reply = PackageView
}
