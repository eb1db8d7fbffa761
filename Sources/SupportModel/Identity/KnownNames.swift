extension Name {
    /// A name that stands in the program's text and is known to follow the rule.
    init(known text: StaticString) {
        self.text = text.description
    }
}

extension Catalogue {
    /// What a ticket names when nobody said: troubleshooting, or the catalogue's first service.
    var defaultService: Name<Service> {
        named(Name(known: "troubleshooting"))
    }

    /// What a monitor's ticket names: monitoring, or the catalogue's first service.
    var monitoringService: Name<Service> {
        named(Name(known: "monitoring"))
    }

    private func named(_ name: Name<Service>) -> Name<Service> {
        service(name)?.name ?? services.first?.name ?? name
    }
}
