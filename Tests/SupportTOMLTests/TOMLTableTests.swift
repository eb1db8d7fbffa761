import SupportTOML
import Testing

/// Where keys and headers may stand, and what keys and values remember of their places.
struct TOMLTableTests {
    @Test(arguments: [
        ("[a]\nx=1\n[b]\n", "{a={x=1},b={}}"), ("[ a . 'b' ]\nx=1", "{a={b={x=1}}}"),
        ("[a.b.c]\n[a]\nx=1\n[a.b]\ny=2", "{a={b={c={},y=2},x=1}}"),
        ("[a]\n[a.b]\n[a.c]", "{a={b={},c={}}}"),
        ("a.b.c=1\na.b.d=2\na.e=3", "{a={b={c=1,d=2},e=3}}"),
        ("[t]\na.b=1\n[t.a.c]\nx=1", "{t={a={b=1,c={x=1}}}}"),
        ("a.b=1\n[a.c.d]\n[a.c]", "{a={b=1,c={d={}}}}"),
        ("[a.b.c]\n[a]\nb.d=1", "{a={b={c={},d=1}}}"),
        ("[[a]]\nx=1\n[[a]]\n[[a]]\ny=2", "{a=[{x=1},{},{y=2}]}"),
        ("[[a.b]]\nx=1\n[a]\ny=2", "{a={b=[{x=1}],y=2}}"),
        ("[[a]]\n[a.b]\nx=1\n[[a]]\n[a.b]\nx=2", "{a=[{b={x=1}},{b={x=2}}]}"),
        ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]", "{a=[{b=[{},{}]},{b=[{}]}]}"),
        ("[[a]]\nb.c=1\n[[a]]\nb.c=2", "{a=[{b={c=1}},{b={c=2}}]}"),
        ("a={b.c=1,b.d=2}", "{a={b={c=1,d=2}}}"),
    ])
    func tables(text: String, meant: String) {
        #expect(TOMLText.read(text) == meant)
    }

    @Test(arguments: [
        ("a=1\n\na=2", "3:1: a is set on line 1; expected each key once"),
        ("[t]\na=1\n'a'=2", "3:1: a is set on line 2; expected each key once"),
        ("a.b=1\na.b=2", "2:3: b is set on line 1; expected each key once"),
        ("a={b=1,b=2}", "1:8: b is set on line 1; expected each key once"),
        ("\"a b\"=1\n'a b'=2", "2:1: \"a b\" is set on line 1; expected each key once"),
        ("a=1\na.b=2", "2:1: a is set as a whole on line 1; expected nothing more for it"),
        ("a={}\na.b=2", "2:1: a is set as a whole on line 1; expected nothing more for it"),
        ("a={b={}}\n[a.b]", "2:2: a is set as a whole on line 1; expected nothing more for it"),
        ("a={b={},b.c=1}", "1:9: b is set as a whole on line 1; expected nothing more for it"),
        ("a=1\n[a]", "2:2: a is set as a whole on line 1; expected nothing more for it"),
        ("a=[]\n[[a]]", "2:3: a is set as a whole on line 1; expected nothing more for it"),
        ("a=[{}]\n[a.b]", "2:2: a is set as a whole on line 1; expected nothing more for it"),
        ("[a.b]\n[a]\n[a]", "3:2: a has its header on line 2; expected its keys below that"),
        ("[a]\n[[a]]", "2:3: a has its header on line 1; expected its keys below that"),
        ("[a.b]\n[a]\nb=1", "3:1: b has its header on line 1; expected its keys below that"),
        ("[a.b]\n[a]\nb.c=1", "3:1: b has its header on line 1; expected its keys below that"),
        ("[a.b.c]\n[a]\nb.c.d=1", "3:3: c has its header on line 1; expected its keys below that"),
        (
            "a.b=1\n[a]",
            "2:2: a is made of dotted keys since line 1; expected its keys beside those"
        ),
        (
            "[t]\na.b=1\n[t.a]",
            "3:4: a is made of dotted keys since line 2; expected its keys beside those"
        ),
        (
            "[t.x]\n[t]\na.b=1\n[u]\n[t.a]",
            "5:4: a is made of dotted keys since line 3; expected its keys beside those"
        ),
        (
            "a.b=1\na=2",
            "2:1: a is made of dotted keys since line 1; expected its keys beside those"
        ),
        (
            "[a.b.c]\n[a]\nb.d=1\n[a.b]",
            "4:4: b is made of dotted keys since line 3; expected its keys beside those"
        ),
        ("[[a]]\n[a]", "2:2: a is a list of tables since line 1; expected [[a]]"),
        ("[[a.b]]\n[a]\nb.c=1", "3:1: b is a list of tables since line 1; expected [[b]]"),
        ("[a.b]\n[[a]]", "2:3: a is a table since line 1; expected [a]"),
    ])
    func nothingIsDefinedTwice(text: String, fault: String) {
        #expect(TOMLText.read(text) == fault)
    }

    @Test func eachTableOfAListBeginsAnew() {
        #expect(
            TOMLText.read("[[l]]\n[l.t]\na.b=1\n[l.t.c]\n[[l]]\n[l.t]\na.b=1")
                == "{l=[{t={a={b=1},c={}}},{t={a={b=1}}}]}")
    }

    @Test func keysAndValuesKnowTheirPlaces() throws {
        let text = """
            'ż' = "x"
              a.b = [ 1,
             {c=true} ]
            [ t . u ] # u
            \td = {}
            [t]
            [[t.l]]
            [[t.l]]
            e =\t1.5
            """
        #expect(
            try TOMLText.places(text) == [
                "a 2:3 2:3", "a.b 2:5 2:9", "a.b[0] 2:11", "a.b[1] 3:2", "a.b[1].c 3:3 3:5",
                "t 4:3 6:2", "t.l 7:5 7:5", "t.l[0] 7:5", "t.l[1] 8:5", "t.l[1].e 9:1 9:5",
                "t.u 4:7 4:7", "t.u.d 5:2 5:6", "ż 1:1 1:7",
            ])
    }

    @Test func linesOfEveryKindAreCounted() throws {
        let text = "\u{FEFF}a = '''\r\n\r\n'''\r\n# é\r\n\"b\" = \"\"\"\\\n\n x\"\"\"\r\n\tc = 1"
        #expect(try TOMLText.places(text) == ["a 1:1 1:5", "b 5:1 5:7", "c 8:2 8:6"])
    }
}
