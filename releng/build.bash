# SPDX-License-Identifier: EPL-2.0
# shellcheck shell=bash
#
# What the scripts of the source tree share: tools are found or fetched, one build at a time. Read with `root` set.

# shellcheck source=features/org.rdpclinic.core.feature/rootfiles/unix/clinic
. "$root/features/org.rdpclinic.core.feature/rootfiles/unix/clinic"

oldest_maven=3.9.9
fetched_maven=3.9.11

# What a fresh Debian lacks: "command package", the first package that Debian has wins.
build_parts=("javac openjdk-25-jdk-headless openjdk-21-jdk-headless" "mvn maven")
test_parts=(
  "xrdp xrdp"
  "freerdp-shadow-cli freerdp2-shadow-x11 freerdp3-shadow-x11"
  "winpr-hash winpr-utils winpr3-utils"
  "xfreerdp freerdp2-x11 freerdp3-x11"
  "Xvfb xvfb"
  "openssl openssl"
  "xmllint libxml2-utils"
  "wine wine"
)

has_command() {
  PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin type -P "$1" >/dev/null
}

is_debian_root() {
  [[ -f /etc/debian_version && $(id -u) == 0 ]] && has_command apt-get
}

# Installs Debian packages, and keeps their services from being started.
install_packages() {
  local policy=/usr/sbin/policy-rc.d saved='' forbids='' status
  if [[ -e $policy ]]; then
    "$policy" rdpclinic start >/dev/null 2>&1
    if (($? == 101)); then forbids=yes; else saved=$policy.rdpclinic-saved; fi
  fi
  if [[ -z $forbids ]]; then
    [[ -z $saved ]] || mv "$policy" "$saved"
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    install --no-install-recommends "$@" </dev/null >>"$root/.build/install.log" 2>&1
  status=$?
  if [[ -z $forbids ]]; then
    rm -f "$policy"
    [[ -z $saved ]] || mv "$saved" "$policy"
  fi
  return "$status"
}

# Sets `packages` to what Debian has for the commands of these parts that are missing, and `missing` to those commands.
find_missing() {
  local part words package
  packages=() missing=()
  for part in "$@"; do
    read -r -a words <<<"$part"
    has_command "${words[0]}" && continue
    missing+=("${words[0]}")
    for package in "${words[@]:1}"; do
      if [[ -n $(apt-cache --quiet=2 madison "$package" 2>/dev/null) ]]; then
        packages+=("$package")
        # Debian's wine is a wrapper that needs the 64-bit part beside it.
        [[ $package != wine ]] || packages+=(wine64)
        break
      fi
    done
  done
}

# Installs what of these parts is missing, when root on Debian; tells nothing.
install_missing() {
  is_debian_root || return 0
  find_missing "$@"
  ((${#missing[@]})) || return 0
  mkdir -p "$root/.build"
  if ((${#packages[@]} < ${#missing[@]})) || ! install_packages "${packages[@]}"; then
    apt-get -qq update </dev/null >>"$root/.build/install.log" 2>&1
    find_missing "$@"
    ((${#packages[@]} == 0)) || install_packages "${packages[@]}"
  fi
}

# Sets JAVA_HOME to a JDK and `maven` to a Maven that are new enough; ends with a sentence where that cannot be had.
find_build_tools() {
  if ! find_java compiler || ! has_command mvn; then
    local parts=()
    [[ -n $java_home ]] || parts+=("${build_parts[0]}")
    has_command mvn || parts+=("${build_parts[1]}")
    install_missing "${parts[@]}"
    find_java compiler ||
      die "RDP Clinic is built with a JDK $oldest_java or newer: install one, or set JAVA_HOME to it."
  fi
  export JAVA_HOME=$java_home
  maven=$root/.build/maven/apache-maven-$fetched_maven/bin/mvn
  [[ ! -x $maven ]] || return 0
  maven=$(type -P mvn) ||
    die "RDP Clinic is built with Maven: install any version of it; $oldest_maven is fetched where it is older."
  maven_is_new_enough || fetch_maven
}

maven_is_new_enough() {
  local version
  version=$("$maven" -q -v 2>/dev/null | head -n 1)
  version=${version%%$'\n'*}
  [[ $version =~ ([0-9]+)\.([0-9]+)\.([0-9]+) ]] || return 1
  ((BASH_REMATCH[1] * 1000000 + BASH_REMATCH[2] * 1000 + BASH_REMATCH[3] >= 3009009))
}

# Lets the older Maven fetch a newer one, as it fetches everything else.
fetch_maven() {
  local new log=$root/.build/maven.log
  mkdir -p "$root/.build/maven"
  new=$(mktemp -d "$root/.build/maven/new-XXXXXX")
  if ! (cd "$new" && "$maven" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    "-Dartifact=org.apache.maven:apache-maven:$fetched_maven:zip:bin" "-DoutputDirectory=$new") \
    </dev/null >"$log" 2>&1; then
    rm -rf "$new"
    die "RDP Clinic needs Maven $oldest_maven or newer, and could not fetch it; the details are in $log."
  fi
  chmod +x "$new/apache-maven-$fetched_maven/bin/mvn"
  rm -rf "$root/.build/maven/apache-maven-$fetched_maven"
  mv "$new/apache-maven-$fetched_maven" "$root/.build/maven/"
  rm -rf "$new"
  maven=$root/.build/maven/apache-maven-$fetched_maven/bin/mvn
}

# One build at a time in one tree. A lock ends with the process that holds it.
lock_builds() {
  mkdir -p "$root/.build" || die "RDP Clinic cannot write to $root/.build."
  if has_command flock; then
    exec 9>"$root/.build/lock"
    flock 9
    return
  fi
  local holder
  until mkdir "$root/.build/lock.d" 2>/dev/null; do
    holder=$(cat "$root/.build/lock.d/pid" 2>/dev/null)
    if [[ -n $holder ]] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$root/.build/lock.d"
    else
      sleep 1
    fi
  done
  echo $$ >"$root/.build/lock.d/pid"
}

unlock_builds() {
  exec 9>&-
  [[ $(cat "$root/.build/lock.d/pid" 2>/dev/null) != "$$" ]] || rm -rf "$root/.build/lock.d"
}

# A compiler that looks at changed files alone would keep classes that call what another bundle no longer has.
forget_classes() {
  find "$root/bundles" "$root/tests" -type d \( -path '*/target/classes' -o -path '*/target/test-classes' \) -prune \
    -exec rm -rf {} + 2>/dev/null
}

# Builds the product, with one line of progress on standard error.
build_product() {
  local log=$root/.build/build.log begun line status
  lock_builds
  if product_is_fresh; then
    unlock_builds
    return
  fi
  line='Building RDP Clinic (first start, about a minute)…'
  [[ ! -d $product ]] || line='Building RDP Clinic again, since its sources have changed…'
  printf '%s' "$line" >&2
  [[ -t 2 ]] || printf '\n' >&2
  begun=$root/.build/begun
  rm -f "$stamp"
  : >"$begun"
  find_build_tools
  forget_classes
  (cd "$root" && exec "$maven" -B -q -DproductOnly package) </dev/null >"$log" 2>&1 &
  building=$!
  trap 'stop_building 130' INT
  trap 'stop_building 143' TERM HUP
  SECONDS=0
  if [[ -t 2 ]]; then
    while kill -0 "$building" 2>/dev/null; do
      printf '\r%s %s s' "$line" "$SECONDS" >&2
      sleep 1
    done
    printf '\n' >&2
  fi
  wait "$building"
  status=$?
  trap - INT TERM HUP
  if ((status != 0)) || [[ ! -f $stamp ]]; then
    rm -f "$stamp"
    unlock_builds
    die "RDP Clinic could not be built; the details are in $log."
  fi
  touch -r "$begun" "$stamp"
  unlock_builds
}

stop_building() {
  trap '' INT TERM HUP
  kill -TERM "$building" 2>/dev/null
  wait "$building" 2>/dev/null
  rm -f "$stamp"
  unlock_builds
  [[ ! -t 2 ]] || printf '\n' >&2
  exit "$1"
}
