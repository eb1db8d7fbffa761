import SupportSystem

MailProgram.run(Array((ProcessArguments.all() ?? []).dropFirst()))
