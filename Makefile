# SPDX-License-Identifier: MIT
# The front door. Each target installs what it needs (Debian, Ubuntu), builds and runs; CMake does the work.

FUZZ_SECONDS ?= 600
PREFIX ?= /usr/local

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /    make \1 \t/p' Makefile | expand -t 24

run: ## build, then open the page; a session in this terminal is `make terminal`
	@scripts/deps.sh run
	@scripts/build.sh release
	@exec build/release/bin/unhunch web

terminal: ## build, then a guided session in this terminal
	@scripts/deps.sh run
	@scripts/build.sh release
	@scripts/voice-hint.sh
	@exec build/release/bin/unhunch stretch

test: ## build and run every test
	@scripts/deps.sh test
	@scripts/build.sh dev
	@ctest --preset dev -j2

exhaustive: ## every plan over people, places, things, minutes, pasts and screenings, against the rules
	@scripts/deps.sh test
	@scripts/build.sh exhaustive
	@scripts/exhaustive.sh build/exhaustive

figures: ## one page with every stretch: its poses beside its steps
	@scripts/deps.sh figures
	@scripts/build.sh release
	@node scripts/figures.mjs build/release/bin/unhunch build/figures/index.html

bench: ## measure speed and size
	@scripts/deps.sh bench
	@scripts/build.sh bench
	@scripts/bench.sh build/bench

kill: ## the longest tests of the store: 500 kills each, every piece of memory missing
	@scripts/deps.sh test
	@scripts/build.sh dev
	@UNHUNCH_TEST_ALL=1 build/dev/tests/test_store_kill
	@UNHUNCH_TEST_ALL=1 build/dev/tests/test_cli_kill
	@UNHUNCH_TEST_ALL=1 build/dev/tests/test_store_fail

fuzz: ## each fuzzer for FUZZ_SECONDS, one after another
	@scripts/deps.sh fuzz
	@scripts/build.sh fuzz
	@scripts/fuzz.sh build/fuzz $(FUZZ_SECONDS)

coverage: ## lines and branches of the core that the tests reach
	@scripts/deps.sh check
	@scripts/build.sh coverage
	@scripts/coverage.sh build/coverage

words: ## bring po/ up to the texts of today; lists what is not translated
	@scripts/deps.sh test
	@scripts/words.sh

voice: ## install a voice: speech-dispatcher with espeak-ng
	@scripts/deps.sh voice
	@scripts/build.sh release

desk: ## with unhunchd, which notices how long you sit; then make install
	@scripts/deps.sh desk
	@scripts/build.sh release

install: ## install under PREFIX (/usr/local); DESTDIR is honoured
	@scripts/deps.sh run
	@scripts/build.sh release
	@cmake --install build/release --prefix $(PREFIX)

format: ## lay out every C file
	@git ls-files '*.c' '*.h' | xargs -r clang-format -i

tidy: ## clang-format and clang-tidy, complaints are errors
	@scripts/deps.sh check
	@scripts/build.sh asan
	@scripts/tidy.sh build/asan

fresh: ## prove run and test on a new Debian 12 (root)
	@scripts/deps.sh fresh
	@scripts/fresh-debian.sh

clean: ## remove the build folder
	@rm -rf build

.PHONY: help run terminal test exhaustive figures bench kill fuzz coverage words voice desk install format tidy fresh clean
