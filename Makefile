# make run    builds the desk and runs it with example data
# make test   builds everything and runs the tests
# Both install what is missing first when root, and otherwise say what to run.

PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
DESTDIR ?=

SWIFT ?= swift
SWIFT_MAJOR = 6
SWIFT_MINOR = 2
# An import that the manifest does not name is an error; the same flags everywhere, so that a test
# run finds what a build has made.
STRICT = --explicit-target-dependency-import-check error
# All tests are Swift Testing's.
TESTS = $(STRICT) --disable-xctest
RELEASE = -c release --static-swift-stdlib $(STRICT)

sbindir = $(DESTDIR)$(PREFIX)/sbin
bindir = $(DESTDIR)$(PREFIX)/bin
libexecdir = $(DESTDIR)$(PREFIX)/libexec/supportd
mandir = $(DESTDIR)$(PREFIX)/share/man
unitdir = $(DESTDIR)$(PREFIX)/lib/systemd/system
sysusersdir = $(DESTDIR)$(PREFIX)/lib/sysusers.d
tmpfilesdir = $(DESTDIR)$(PREFIX)/lib/tmpfiles.d
catalogdir = $(DESTDIR)$(PREFIX)/lib/systemd/catalog
confdir = $(DESTDIR)$(SYSCONFDIR)/supportd
# Where systemd keeps the state of the unit, and its order for a new desk.
statedir = /var/lib/supportd
newdesk = /var/lib/supportd-init/new-desk
bashdir = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zshdir = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fishdir = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
units = supportd.service supportd.socket supportd-reading.socket supportd-worker.service \
	supportd-mail.socket supportd-mail@.service
pages = $(notdir $(wildcard man/*.[1-8]))

.PHONY: help deps bench-deps swift-version build run test check lint format bench bench-hours \
	bench-lists bench-fairness bench-imports bench-peaks histories crash mutants pages \
	install install-built uninstall deb test-host

help: ## say what the targets do
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{printf "%-12s %s\n", $$1, $$2}'

deps: swift-version ## install what the build and the tests need, or say how
	@.ci/packages binutils:strip pkg-config:pkg-config libcurl4-openssl-dev:libcurl.pc \
		libsystemd-dev:libsystemd.pc libzstd-dev:libzstd.pc libgmime-3.0-dev:gmime-3.0.pc \
		libncurses-dev:ncursesw.pc \
		mandoc:mandoc python3:python3 jq:jq

bench-deps: deps
	@.ci/packages redis-server:redis-server redis-tools:redis-cli \
		prometheus-blackbox-exporter:prometheus-blackbox-exporter

swift-version:
	@.ci/swift-version $(SWIFT) $(SWIFT_MAJOR) $(SWIFT_MINOR)

build: deps ## build the four programs for development
	$(SWIFT) build $(STRICT)

run: build ## run a desk with example data, which leaves nothing behind
	config/example/run

test: deps lint ## run every test; shells and a mail server are tried where they are
	@[ "$$(id -u)" -ne 0 ] || .ci/packages zsh:zsh fish:fish exim4-daemon-light:exim4
	$(SWIFT) build --build-tests $(TESTS)
	@# The host is tried first, and the last lines are the test runner's; both count.
	@host=0; Tests/Host/run --if-possible || host=$$?; $(SWIFT) test $(TESTS) && exit $$host

check: lint deps ## only the rules of the house: layout, style, borders, manual pages
	$(SWIFT) test $(TESTS) --filter HouseTests

lint: swift-version
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: swift-version ## lay out the sources as the rules want it
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

bench: bench-deps ## measure the desk beside what others do; takes minutes
	Tests/Benchmarks/run

bench-hours: deps ## measure only what a large hour account costs, beside SQLite
	Tests/Benchmarks/alone hour-account "a large hour account"

bench-lists: deps ## measure only what lists of 100,000 live tickets cost, beside SQLite
	Tests/Benchmarks/alone ticket-lists "lists of many live tickets"

bench-fairness: deps ## measure only what one user's flood costs everybody else; needs root
	Tests/Benchmarks/alone fair-share "one user's flood"

bench-imports: deps ## measure only what others wait for while large files are imported
	Tests/Benchmarks/alone import-waits "waits during imports, in milliseconds"

bench-peaks: deps ## measure what peaks of memory leave, and whether hanging targets delay others
	$(SWIFT) build $(RELEASE)
	Tests/Benchmarks/memory
	Tests/Benchmarks/hanging-targets

# Optimised code runs the histories several times as fast, and is kept apart from other builds.
histories: deps ## try a hundred thousand random histories; takes many minutes
	SUPPORTD_SEEDS=100000 $(SWIFT) test -Xswiftc -O --scratch-path .build-histories $(TESTS) \
		--filter 'HistoryTests|PropertyTests|Properties|UnrelatedContractTests'

crash: deps ## kill and restart the desk a thousand times; takes minutes
	SUPPORTD_CRASH_ROUNDS=1000 $(SWIFT) test $(TESTS) --filter CrashTests

pages: ## see whether statements and reports fit their window in a browser
	@.ci/packages chromium:chromium python3:python3
	Tests/Pages/run

mutants: deps ## change the rules in small ways and say what no test notices; takes minutes
	Tests/Mutants/run

install: deps ## build for release and install, stripped, below PREFIX (/usr/local)
	$(SWIFT) build $(RELEASE)
	$(MAKE) --no-print-directory install-built built=$$($(SWIFT) build $(RELEASE) --show-bin-path)

# What `install` does with programs that are built already, in the directory `built`.
install-built:
	install -s -D -m 755 $(built)/supportd $(sbindir)/supportd
	install -s -D -m 755 $(built)/supportd-worker $(libexecdir)/supportd-worker
	install -s -D -m 755 $(built)/supportd-mail $(libexecdir)/supportd-mail
	install -s -D -m 755 $(built)/supportc $(bindir)/supportc
	set -e; for page in $(pages); do \
		install -D -m 644 man/$$page $(mandir)/man$${page##*.}/$$page; done
	install -d $(unitdir) $(bashdir) $(zshdir) $(fishdir)
	set -e; for unit in $(units); do \
		sed 's|/usr/local/|$(PREFIX)/|' systemd/$$unit > $(unitdir)/$$unit; done
	version=$$(systemctl --version 2>/dev/null | sed -n '1s/^systemd \([0-9]*\).*/\1/p'); \
	if [ "$${version:-0}" -ge 254 ]; then \
		install -D -m 644 systemd/growing-pauses.conf \
			$(unitdir)/supportd.service.d/growing-pauses.conf; fi
	install -D -m 644 systemd/supportd.sysusers.conf $(sysusersdir)/supportd.conf
	install -D -m 644 systemd/supportd.tmpfiles.conf $(tmpfilesdir)/supportd.conf
	install -D -m 644 systemd/supportd.catalog $(catalogdir)/supportd.catalog
	$(if $(DESTDIR),,systemd/order-new-desk $(confdir)/supportd.toml $(statedir) $(newdesk))
	install -d $(confdir)/conf.d
	test -e $(confdir)/supportd.toml || \
		install -m 644 config/supportd.toml $(confdir)/supportd.toml
	$(bindir)/supportc --generate-completion-script bash > $(bashdir)/supportc
	$(bindir)/supportc --generate-completion-script zsh > $(zshdir)/_supportc
	$(bindir)/supportc --generate-completion-script fish > $(fishdir)/supportc.fish
	@test -z "$(DESTDIR)" || echo "For a new desk, on the host: install -D /dev/null $(newdesk)"
	@echo "Now, on the host: systemd-sysusers && systemd-tmpfiles --create &&" \
		"journalctl --update-catalog && systemctl daemon-reload && systemctl enable --now supportd"

uninstall: ## remove what install put there; configuration and state stay
	rm -f $(sbindir)/supportd $(libexecdir)/supportd-worker $(libexecdir)/supportd-mail
	rm -f $(bindir)/supportc
	rm -f $(foreach page,$(pages),$(mandir)/man$(subst .,,$(suffix $(page)))/$(page))
	rm -f $(unitdir)/supportd.service.d/growing-pauses.conf
	@rmdir $(unitdir)/supportd.service.d 2>/dev/null || true
	rm -f $(foreach unit,$(units),$(unitdir)/$(unit))
	rm -f $(sysusersdir)/supportd.conf $(tmpfilesdir)/supportd.conf $(catalogdir)/supportd.catalog
	rm -f $(bashdir)/supportc $(zshdir)/_supportc $(fishdir)/supportc.fish
	$(if $(DESTDIR),,rm -f $(newdesk))
	@rmdir $(libexecdir) 2>/dev/null || true

deb: deps ## build a Debian package in .build/debian and hold it against lintian
	@.ci/packages dpkg-dev:dpkg-shlibdeps lintian:lintian
	$(SWIFT) build $(RELEASE)
	systemd/debian/build $$($(SWIFT) build $(RELEASE) --show-bin-path) .build/debian
	lintian --fail-on error,warning .build/debian/*.deb

test-host: build ## install the package in a real Debian with systemd and try it there; needs root
	Tests/Host/run
