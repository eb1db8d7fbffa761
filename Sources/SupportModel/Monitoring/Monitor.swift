/// One thing the desk watches, and what it last believed of it.
package struct Monitor: Hashable, Sendable {
}
