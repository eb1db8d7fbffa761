import SupportJSON
import SupportModel
import SupportWire

/// Answers `desk.apply`.
///
/// The difference is taken from the desk before and after; therefore its row is its own, as other
/// mutations answer from the desk afterwards only.
enum DeskApplyHandler {
    /// The handler's row.
    static var route: Route {
        Route(
            DeskApply.self,
            .mutation { envelope, desk in
                let request = try envelope.decode(DeskApply.self)
                let desired = try DesiredFile.read(request.text, from: request.file)
                let before = desk.state
                return Mutation(
                    command: ApplyDesired(desired), isDryRun: request.dryRun ?? false,
                    reply: { done in
                        let changes = desired.changes(from: before, to: done.view.state)
                        return try RawJSON(
                            encoding: DeskApply.Reply(
                                changes: changes.map(AppliedChangeView.init),
                                dryRun: request.dryRun ?? false))
                    })
            })
    }
}
