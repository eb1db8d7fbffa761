/// Records of a desk with the key of 32 bytes 7, as releases wrote them that sealed secrets with the
/// desk's key: acme's ssh access, in record 2, and its ftp access, in record 3.
enum EarlierSecrets {
    static let ssh = "old-Geheim-5"
    static let ftp = "old-Geheim-6"

    static let events = [
        #"{"type":"access.set","client":"acme","kind":"ssh","user":"deploy","sealed":{"box":""#
            + "w2lB3aw6pApTytX/qzM4S0QZowfXSk7fEbCF45zXq5PMfP2FWufECnvS0SaPfBlIjwrDYI7kCgSp6l64"
            + "QSzgeB4EUfSs6LpWOQjLaL2z/pyNDoAEvch3wWvLoqN4GlBCo4f0JiTKeP+UmxI4XAeAI4ASPZ9hdXve"
            + "89PL70Os0KZNjkFK2rExb+YSt0Iepnx3G0dMUc/nZtHy8tEcseTrncnnS4yTVGgzMagg7vW2e2dRYsir"
            + "w2W2PV0x0TvS+tnyxgBAgKRso+Avd0n7Yetu+kueuEzLBacX57VOd3ftVozGgNYXqDzwQ9nhMVAwdwA/"
            + "+FbIKAlcxQUCj3sYUmod+63pG4C2v6oILxEkvaTLqC1iZh57abAlIef730c="
            + #"","key":"382ba31c563689d3"}}"#,
        #"{"type":"access.set","client":"acme","kind":"ftp","sealed":{"box":""#
            + "UtM5ijy9EJgj9ZzmUipQJIcfOxEgqi/dz5Z2ee6wI9NuUJ4Fy7tqycTWM1fZeVbzK7q8oWIAsGGcIGGT"
            + "SfLCUK6vyGlSeDvzq7n+5aLvWXLldOsEnTUnrBxtaHSl4Ba3LTZSyB0UK5AMR52mOrvHYoY0YBfG195S"
            + "kkIAYllNhGXTXlI7N5SNOLvE+i3XwZNsLNp5vHehTBJikN/RqrV+hzXRgVjV5l9YmqCJTcuQ6PKUHHpE"
            + "El6QiFw9qXvZTOzr+5F6Fxxfy2XVmnSrd2kpHTwa/Qwsft0XcHnBdQU1xrnDhxu968kjOsOjgMXmsd9E"
            + "pEmir0ho6bRu09YjsjZD07evc4SR1t8uKLIg+88l0LZIX+Y4ZzIQOj717Ns="
            + #"","key":"382ba31c563689d3"}}"#,
    ]
}
