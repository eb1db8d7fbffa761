import SupportCommands

Supportc.main()
