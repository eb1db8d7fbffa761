/// The texts of notices that the desk brings, in each language.
extension NoticeTemplate {
    /// By kind and language; every kind has one in each.
    package static let shipped: [Place: NoticeTemplate] = {
        var templates: [Place: NoticeTemplate] = [:]
        for (language, texts) in [
            (NoticeLanguage.english, english), (.german, german), (.ukrainian, ukrainian),
        ] {
            for (kind, subject, text) in texts {
                templates[Place(kind, language)] = NoticeTemplate(known: subject, text)
            }
        }
        return templates
    }()

    /// The texts of one kind of notice.
    private typealias Text = (kind: NoticeKind, subject: String, text: String)

    private static let english: [Text] = [
        (
            .outage, "{monitor} is down",
            "{time}: {monitor} of {client-name} is down: {detail}\nLevel {level}.\nTicket {ticket}: {subject}"
        ),
        (
            .recovery, "{monitor} is up again",
            "{time}: {monitor} of {client-name} is up again after {detail}.\nTicket {ticket}: {subject}"
        ),
        (
            .ticketOpened, "new ticket: {subject}",
            "{time}: ticket {ticket} was opened for {client-name}, level {level}.\n{subject}"
        ),
        (
            .ticketLevel, "level {level}: {subject}",
            "{time}: ticket {ticket} of {client-name}, level {detail}.\n{subject}"
        ),
        (
            .ticketAssigned, "assigned to {detail}: {subject}",
            "{time}: ticket {ticket} of {client-name}, level {level}, was assigned to {detail}.\n{subject}"
        ),
        (
            .ticketWaiting, "waiting for you: {subject}",
            "{time}: ticket {ticket} waits for {client-name}.\n{subject}\n{detail}"
        ),
        (
            .ticketResolved, "resolved: {subject}",
            "{time}: ticket {ticket} of {client-name} is resolved.\n{subject}\n{detail}"
        ),
        (
            .ticketReopened, "reopened: {subject}",
            "{time}: ticket {ticket} of {client-name} was reopened.\n{subject}\n{detail}"
        ),
        (
            .ticketMail, "{client-name} wrote: {subject}",
            "{time}: {client-name} wrote on ticket {ticket}, level {level}.\n{subject}\n{detail}"
        ),
        (
            .deadlineNear, "deadline near: {subject}",
            "{time}: ticket {ticket} of {client-name}, level {level}, is nearly due.\n{subject}\nDue: {detail}"
        ),
        (
            .deadlineMissed, "deadline missed: {subject}",
            "{time}: ticket {ticket} of {client-name}, level {level}, has missed a deadline.\n{subject}\n"
                + "Was due: {detail}"
        ),
        (.reply, "{subject}", ""),
        (
            .test, "test of the support desk",
            "{time}: somebody tries this route. Nothing has happened, and nothing needs to be done."
        ),
    ]

    private static let german: [Text] = [
        (
            .outage, "{monitor} ist ausgefallen",
            "{time}: {monitor} von {client-name} ist ausgefallen: {detail}\nStufe {level}.\n"
                + "Ticket {ticket}: {subject}"
        ),
        (
            .recovery, "{monitor} läuft wieder",
            "{time}: {monitor} von {client-name} läuft nach {detail} wieder.\nTicket {ticket}: {subject}"
        ),
        (
            .ticketOpened, "neues Ticket: {subject}",
            "{time}: Ticket {ticket} wurde für {client-name} eröffnet, Stufe {level}.\n{subject}"
        ),
        (
            .ticketLevel, "Stufe {level}: {subject}",
            "{time}: Ticket {ticket} von {client-name}, Stufe {detail}.\n{subject}"
        ),
        (
            .ticketAssigned, "zugewiesen an {detail}: {subject}",
            "{time}: Ticket {ticket} von {client-name}, Stufe {level}, wurde {detail} zugewiesen.\n{subject}"
        ),
        (
            .ticketWaiting, "wartet auf Sie: {subject}",
            "{time}: Ticket {ticket} wartet auf {client-name}.\n{subject}\n{detail}"
        ),
        (
            .ticketResolved, "erledigt: {subject}",
            "{time}: Ticket {ticket} von {client-name} ist erledigt.\n{subject}\n{detail}"
        ),
        (
            .ticketReopened, "wieder eröffnet: {subject}",
            "{time}: Ticket {ticket} von {client-name} wurde wieder eröffnet.\n{subject}\n{detail}"
        ),
        (
            .ticketMail, "{client-name} schreibt: {subject}",
            "{time}: {client-name} schreibt zu Ticket {ticket}, Stufe {level}.\n{subject}\n{detail}"
        ),
        (
            .deadlineNear, "Frist läuft ab: {subject}",
            "{time}: Ticket {ticket} von {client-name}, Stufe {level}, ist bald fällig.\n{subject}\n"
                + "Fällig: {detail}"
        ),
        (
            .deadlineMissed, "Frist versäumt: {subject}",
            "{time}: Ticket {ticket} von {client-name}, Stufe {level}, hat eine Frist versäumt.\n{subject}\n"
                + "War fällig: {detail}"
        ),
        (.reply, "{subject}", ""),
        (
            .test, "Test des Support-Desks",
            "{time}: Jemand probiert diesen Weg aus. Es ist nichts geschehen, und es ist nichts zu tun."
        ),
    ]

    private static let ukrainian: [Text] = [
        (
            .outage, "{monitor} не працює",
            "{time}: {monitor} клієнта {client-name} не працює: {detail}\nРівень {level}.\n"
                + "Заявка {ticket}: {subject}"
        ),
        (
            .recovery, "{monitor} знову працює",
            "{time}: {monitor} клієнта {client-name} знову працює, перерва тривала {detail}.\n"
                + "Заявка {ticket}: {subject}"
        ),
        (
            .ticketOpened, "нова заявка: {subject}",
            "{time}: для {client-name} відкрито заявку {ticket}, рівень {level}.\n{subject}"
        ),
        (
            .ticketLevel, "рівень {level}: {subject}",
            "{time}: заявка {ticket} клієнта {client-name}, рівень {detail}.\n{subject}"
        ),
        (
            .ticketAssigned, "призначено {detail}: {subject}",
            "{time}: заявку {ticket} клієнта {client-name}, рівень {level}, призначено {detail}.\n{subject}"
        ),
        (
            .ticketWaiting, "чекаємо на вас: {subject}",
            "{time}: заявка {ticket} чекає на {client-name}.\n{subject}\n{detail}"
        ),
        (
            .ticketResolved, "виконано: {subject}",
            "{time}: заявку {ticket} клієнта {client-name} виконано.\n{subject}\n{detail}"
        ),
        (
            .ticketReopened, "відкрито знову: {subject}",
            "{time}: заявку {ticket} клієнта {client-name} відкрито знову.\n{subject}\n{detail}"
        ),
        (
            .ticketMail, "{client-name} пише: {subject}",
            "{time}: {client-name} пише до заявки {ticket}, рівень {level}.\n{subject}\n{detail}"
        ),
        (
            .deadlineNear, "термін спливає: {subject}",
            "{time}: термін заявки {ticket} клієнта {client-name}, рівень {level}, спливає.\n{subject}\n"
                + "Термін: {detail}"
        ),
        (
            .deadlineMissed, "термін минув: {subject}",
            "{time}: термін заявки {ticket} клієнта {client-name}, рівень {level}, минув.\n{subject}\n"
                + "Термін був: {detail}"
        ),
        (.reply, "{subject}", ""),
        (
            .test, "перевірка служби підтримки",
            "{time}: хтось перевіряє цей шлях. Нічого не сталося, і робити нічого не потрібно."
        ),
    ]
}
