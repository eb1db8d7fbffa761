import SupportModel
import SupportProbes
import Testing

struct LoginFormTests {
    private func login(_ page: String) -> LoginForm? { LoginForm(in: Array(page.utf8)) }

    @Test("a form with a user and a password is found, however it is written")
    func found() throws {
        let page = """
            <html><script>"<form method=post><input name=x><input type=password name=y></form>"</script>
            <form><input name="search"></form>
            <FORM METHOD=Post ACTION="/go?a=1&amp;b=2" novalidate><label>User</label>
            <input type=hidden name=token value='x"y'><input id=u name = "user name">
            <input type="PASSWORD" name="pass"/><input type=checkbox name=remember checked>
            <button type=submit name=do value="log in">Go</button></FORM>
            """
        let form = try #require(login(page))
        #expect(form.action == "/go?a=1&b=2")
        #expect((form.userField, form.passwordField) == ("user name", "pass"))
        #expect(
            form.body(user: "a b&c", password: "p=ä+%")
                == "token=x%22y&do=log+in&user+name=a+b%26c&pass=p%3D%C3%A4%2B%25")
    }

    @Test(
        "what is no login is none",
        arguments: [
            "", "<form method=post><input name=a></form>",
            "<input name=a><input type=password name=b>",
            "<form><input name=a><input type=password name=b></form>",
            "<form method=get><input name=a><input type=password name=b></form>",
            "<form method=post><input type=password name=b></form>",
            "<form method=post><input name=a><input type=password></form>",
            "<form method=post><input name=a><input type=password name=b><input type=password name=c>"
                + "</form>",
            "<!-- <form method=post><input name=a><input type=password name=b></form> -->",
            "<form method=post><input name=a><input type=password name=b>", "<form", "<",
            "<form a='",
            "<form method=\"post", "<!--", "<script>",
        ])
    func none(page: String) {
        #expect(login(page) == nil)
    }

    @Test("a hostile page takes no more time than its length")
    func hostile() {
        for part in ["<", "<a ", "<!--", "<form method=post>", "<input a=", "<script>", "<a b='"] {
            #expect(login(String(repeating: part, count: 30_000)) == nil)
        }
        #expect(
            HTMLTag.all(in: Array(String(repeating: "<b>", count: 20_001).utf8)).count == 20_000)
    }

    @Test(
        "a link leads from its page",
        arguments: [
            ("https://a/b/c?d", "", "https://a/b/c"), ("https://a", "", "https://a/"),
            ("https://a/b/c", "d", "https://a/b/d"),
            ("https://A:8443/b", "/d?e", "https://a:8443/d?e"),
            ("https://a/b", "?e", "https://a/b?e"), ("https://a", "d", "https://a/d"),
            ("https://a/b", "//c/d", "https://c/d"), ("https://a/b", "http://c/d", "http://c/d"),
        ])
    func link(page: String, link: String, address: String) throws {
        #expect(try #require(WebPlace(page)).address(of: link) == address)
    }

    @Test("a secret goes to its host only, and never from https to http")
    func sameHost() throws {
        func may(_ from: String, _ to: String) throws -> Bool {
            try #require(WebPlace(from)).mayHandOver(to: try #require(WebPlace(to)))
        }
        for (from, to) in [
            ("https://a/x", "https://A/y"), ("http://a", "https://a"),
            ("http://a:8080", "https://a:8443"), ("https://[::1]:1/", "https://[::1]:1/a"),
        ] {
            #expect(try may(from, to))
        }
        for (from, to) in [
            ("https://a", "http://a"), ("https://a", "https://b"), ("https://a", "https://a:8443"),
            ("http://a", "http://a:81"), ("https://a", "https://a.b"),
            ("http://[::1]", "https://[::2]"),
        ] {
            #expect(try !may(from, to))
        }
        for text in ["", "a", "ftp://a", "https://", "https://u@a/"] {
            #expect(WebPlace(text) == nil)
        }
    }
}
