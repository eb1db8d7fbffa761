import SupportModel
import SupportWire

/// Answers `level.show`.
enum LevelShowHandler: ReadHandler {
    static func answer(_ request: LevelShow, _ desk: DeskView) throws -> LevelView {
        LevelView(request.level, in: desk.settings.catalogue)
    }
}
