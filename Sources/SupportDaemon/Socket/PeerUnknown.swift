/// The kernel does not say who has connected: nobody is let in.
struct PeerUnknown: Error {}
