import Glibc
import SupportSystem
import Testing

@Suite struct OrderFileTests {
    @Test func isThereUntilItIsRemoved() throws {
        let directory = try TemporaryDirectory()
        let order = OrderFile(path: directory.path + "/order")
        #expect(!order.isThere && order.canBeRemoved)
        #expect(throws: SystemFault.self) { try order.remove() }
        _ = try DiskStorage(directory: directory.path, creating: false).create("order")
        #expect(order.isThere)
        try order.remove()
        #expect(!order.isThere)
    }

    @Test func cannotBeRemovedFromWhereNothingIs() {
        #expect(!OrderFile(path: "/nonexistent/order").canBeRemoved)
        #expect(!OrderFile(path: "/proc/self/order").isThere)
    }
}
