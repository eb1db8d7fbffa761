import SupportModel
import SupportWire

/// Answers `package.show`.
enum PackageShowHandler: ReadHandler {
    static func answer(_ request: PackageShow, _ desk: DeskView) throws -> PackageView {
        guard let offer = desk.settings.catalogue.offer(request.package) else {
            throw Refusal.unknown(.package, request.package.text)
        }
        return PackageView(offer, in: desk.settings.catalogue)
    }
}
