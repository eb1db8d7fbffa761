import Testing

/// Tests that use descriptors run one after the other: one of them takes all descriptors away.
@Suite(.serialized) enum SerialTests {}
