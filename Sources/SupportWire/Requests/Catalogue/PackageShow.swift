package import SupportModel

/// Shows one package.
package struct PackageShow: Request {
    package static let method = "package.show"
    package static let access = Access.read
    package var package: Name<PackageOffer>

    package init(package: Name<PackageOffer>) {
        self.package = package
    }

    package typealias Reply = PackageView
}
