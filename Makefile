# Sets up, builds, tests and installs Umbruch. `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.NOTPARALLEL:
.DEFAULT_GOAL := all
.PHONY: all help toolchain setup build outputs test setup-tests lint gallery bench install clean

SWIFT_MINIMUM := 6.2
PREFIX ?= /usr/local
DESTDIR ?=
PROGRAM := .build/release/umbruch
SHARED := $(DESTDIR)$(PREFIX)/share/umbruch

# Debian packages: what the program is built with, what it sets type and measures ink with, what
# its tests look at PDFs with, and what draws the contact sheets.
BUILD_PACKAGES := git pkg-config libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
  libfreetype-dev libfontconfig-dev libharfbuzz-dev libhyphen-dev libicu-dev \
  libqpdf-dev libqrencode-dev libcairo2-dev libdeflate-dev liblcms2-dev libpoppler-glib-dev librsvg2-dev libturbojpeg0-dev zlib1g-dev
TYPE_PACKAGES := fontconfig fonts-vollkorn fonts-inter fonts-dejavu-core hyphen-de hyphen-en-gb wngerman ghostscript
COLOR_PROFILE := .umbruch/color-profiles/ISOcoated_v2_300_bas.icc
TEST_PACKAGES := poppler-utils qpdf python3 python3-venv
TEST_WHEELS := page-validation==0.11.0 pikepdf==10.18.0
GALLERY_PACKAGES := poppler-utils imagemagick
BENCH_PACKAGES := python3 python3-venv
BENCH_WHEELS := typst==0.15.2 pdfminer.six==20260107

# Installs those of the Debian packages $(1) that are missing; writes what apt says to a log.
define install-packages
mkdir -p .umbruch
if ! { command -v dpkg-query && command -v apt-get; } >/dev/null; then
  echo "umbruch: this is no Debian; install what these packages hold, then run 'make build': $(1)" >&2
  exit 1
fi
missing=()
for package in $(1); do
  dpkg-query -W -f '$${db:Status-Status} ' "$$package" 2>/dev/null | grep -q '^installed' \
    || missing+=("$$package")
done
if (( $${#missing[@]} )); then
  as_root=()
  if (( EUID )); then
    if ! command -v sudo >/dev/null; then
      echo "umbruch: these Debian packages are missing, and only root or sudo can install them: $${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "Installing Debian packages: $${missing[*]}"
  apt() { "$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$$@" >>.umbruch/apt.log 2>&1; }
  : >.umbruch/apt.log
  apt update || echo "apt-get update failed, going on with the lists at hand"
  if ! apt install --no-install-recommends "$${missing[@]}"; then
    tail -n 20 .umbruch/apt.log >&2
    echo "umbruch: apt-get could not install $${missing[*]}; its words are above and in .umbruch/apt.log" >&2
    exit 1
  fi
fi
endef

all: build outputs ## set up, build, and render everything into build/ (the default)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

toolchain:
	@if ! command -v swift >/dev/null; then
	  echo "umbruch: there is no Swift toolchain on the PATH, and $(SWIFT_MINIMUM) or newer is needed; see https://www.swift.org/install/linux/" >&2
	  exit 1
	fi
	version=$$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1) || true
	if ! printf '%s\n' $(SWIFT_MINIMUM) "$$version" | sort -V -C; then
	  echo "umbruch: the toolchain at $$(command -v swift) is Swift $${version:-of no known version}, and $(SWIFT_MINIMUM) or newer is needed; see https://www.swift.org/install/linux/" >&2
	  exit 1
	fi

setup: toolchain $(COLOR_PROFILE) ## check the toolchain, install what is missing: Debian packages, a colour profile
	@$(call install-packages,$(BUILD_PACKAGES) $(TYPE_PACKAGES))

# One file of a package, without what the rest of it needs: the profile of offset on coated paper.
$(COLOR_PROFILE):
	@mkdir -p $(@D)
	folder="$$(mktemp -d)"
	trap 'rm -rf "$$folder"' EXIT
	cd "$$folder"
	if ! { apt-get -q download scribus-data && dpkg-deb -x scribus-data_*.deb .; } >apt.log 2>&1; then
	  tail -n 5 apt.log >&2
	  echo "umbruch: the colour profile $(@F) could not be taken from the package scribus-data; put it into Assets/ColorProfiles/ for print editions" >&2
	  exit 0
	fi
	install -m 644 usr/share/scribus/profiles/$(@F) "$$OLDPWD/$@"

# Swift's libraries are linked in: the installed program needs no toolchain, which may lie in a
# folder that only its owner can read.
build: setup ## build the program into .build/release/umbruch
	@swift build -c release --product umbruch --static-swift-stdlib

outputs:
	@$(PROGRAM) build --output build

setup-tests: setup
	@$(call install-packages,$(TEST_PACKAGES))
	python=.umbruch/validators/bin/python
	if [[ "$$(cat .umbruch/validators/wheels 2>/dev/null)" != "$(TEST_WHEELS)" ]]; then
	  rm -rf .umbruch/validators
	  if ! { python3 -m venv .umbruch/validators && "$$python" -m pip install -q --disable-pip-version-check $(TEST_WHEELS); } \
	    >.umbruch/validators.log 2>&1; then
	    tail -n 5 .umbruch/validators.log >&2
	    echo "umbruch: the validators of PDF/UA and PDF/A could not be installed from PyPI; why stands above and in .umbruch/validators.log" >&2
	    exit 1
	  fi
	  echo "$(TEST_WHEELS)" >.umbruch/validators/wheels
	fi

test: setup-tests build lint ## set up, build, lint, and run all tests
	@mkdir -p .umbruch
	failed=0
	swift test --disable-xctest 2>&1 | tee .umbruch/test.log | sed -u -E '/^◇ .*started\.$$/d; /^✔ Test case /d' || failed=1
	grep -E '^. Test run with ' .umbruch/test.log | tail -n 1 || {
	  echo "umbruch: the tests did not come to their end; the last that they printed:" >&2
	  tail -n 20 .umbruch/test.log >&2
	  failed=1
	}
	exit $$failed

lint: toolchain ## check the format and the style of all Swift files
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests

gallery: all ## draw contact sheets of all pages into Assets/gallery/
	@$(call install-packages,$(GALLERY_PACKAGES))
	.ci/gallery build Assets/gallery

# What the comparison is measured with comes from PyPI; where that cannot be reached, Typst is
# not measured, and the claim is made over first fit alone, in so many words. Without TEXTS it makes
# texts of its own. It fails where the claim of the report is lost.
bench: setup ## compare line breaking with first fit and Typst: TEXTS=FILE.json, ORIGIN='how it is made', REPORT=FILE.md
	@$(call install-packages,$(BENCH_PACKAGES))
	swift build -c release --product Benchmark --static-swift-stdlib
	mkdir -p build .umbruch/bench
	python=.umbruch/bench/venv/bin/python
	if ! "$$python" -c "import typst, pdfminer" >/dev/null 2>&1; then
	  rm -rf .umbruch/bench/venv
	  if ! { python3 -m venv .umbruch/bench/venv && "$$python" -m pip install -q --disable-pip-version-check $(BENCH_WHEELS); } \
	    >.umbruch/bench/pip.log 2>&1; then
	    echo "Typst cannot be had from PyPI and is not measured; why stands in .umbruch/bench/pip.log"
	    rm -rf .umbruch/bench/venv
	  fi
	fi
	.build/release/Benchmark --folder .umbruch/bench --output build/bench.json \
	  $(if $(TEXTS),--texts "$(TEXTS)") $(if $(ORIGIN),--origin "$$ORIGIN") $(if $(REPORT),--report "$(REPORT)") \
	  $$([[ ! -x "$$python" ]] || echo --python "$$python")

install: ## install the program with its layouts and assets under PREFIX (and DESTDIR)
	@[[ -x $(PROGRAM) ]] || $(MAKE) build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARED)"
	install -s -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/umbruch"
	rm -rf "$(SHARED)/Layouts" "$(SHARED)/Assets"
	tar -c --exclude=Assets/gallery --mode=u=rwX,go=rX Layouts Assets | tar -x --no-same-owner -C "$(SHARED)"
	[[ ! -e $(COLOR_PROFILE) ]] || install -D -m 644 -t "$(SHARED)/Assets/ColorProfiles" $(COLOR_PROFILE)
	echo "Installed $(DESTDIR)$(PREFIX)/bin/umbruch and $(SHARED)"

clean: ## remove everything that was built or rendered
	@rm -rf .build .umbruch build
