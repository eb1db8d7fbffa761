import Testing

/// Tests that use descriptors run one after the other, because one of them uses up all descriptors.
@Suite(.serialized) enum SerialTests {}
