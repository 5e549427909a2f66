# shellcheck shell=bash
# What installer/run and installer/test share: finding what the machine lacks, installing it, building the image.
# Sourced, never run. Everything said here goes to standard error: standard output belongs to the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
image=$root/target/kvarter
# Exit code where the machine lacks something; 1 and 2 are the program's own (bad input, usage).
machine_incomplete=3

# Without a locale Java could not open a file whose name goes beyond ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

note() { printf 'kvarter: %s\n' "$*" >&2; }

has_display() { [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; }

has_command() { command -v "$1" >/dev/null 2>&1; }

has_java() { [[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/$1 ]] || has_command "$1"; }

# Asks the loader's cache, not the package manager: a library may come from anywhere, and packages change their names.
has_library() {
  loader_cache=${loader_cache:-$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)}
  [[ $loader_cache == *"$1"* ]]
}

# A server of PostgreSQL, which Debian keeps out of the path, and PostGIS for the newest of them.
newest_server() { find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -printf '%f\n' 2>/dev/null | sort -n | tail -n 1; }

has_server() { has_command initdb || [[ -x /usr/lib/postgresql/$(newest_server)/bin/initdb ]]; }

has_postgis() { compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; }

# Debian names it by the version of the server: that of the one that is there, or that will be.
postgis_package() {
  local version
  version=$(newest_server)
  [[ -n $version ]] || version=$(apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -n 1)
  echo "postgresql-${version:-15}-postgis-3"
}

has_font() { has_command fc-list && [[ -n $(fc-list "$1" family 2>/dev/null) ]]; }

# Debian packages for what is missing to `run` a program without a window, to `build` it, to `show` a window, and for a `database`, a `broker` of messages and servers of `maps` to test with.
missing_packages() {
  local need
  for need in "$@"; do
    case $need in
      run) has_java java || echo openjdk-17-jre-headless ;;
      build)
        has_java javac || echo openjdk-17-jdk-headless
        has_command mvn || echo maven
        ;;
      show)
        has_library libgtk-3.so.0 || echo libgtk-3-0
        has_library libGL.so.1 || echo libgl1
        has_library libGLX_mesa.so.0 || has_library libGLX_nvidia.so.0 || echo libglx-mesa0 libgl1-mesa-dri
        has_library libXtst.so.6 || echo libxtst6
        has_library libXxf86vm.so.1 || echo libxxf86vm1
        has_command fc-list || echo fontconfig
        has_display || has_command Xvfb || echo xvfb
        ;;
      database)
        has_server || echo postgresql
        has_postgis || echo "$(postgis_package)"
        ;;
      broker) [[ -x /usr/sbin/mosquitto ]] || echo mosquitto ;;
      maps)
        [[ -x /usr/lib/cgi-bin/mapserv ]] || echo cgi-mapserver
        [[ -x /usr/lib/cgi-bin/mapcache ]] || echo mapcache-cgi
        ;;
    esac
  done
}

# Installs what is missing for the given needs: as root at once, otherwise after asking, otherwise by naming the command.
require() {
  [[ $(uname -s) == Linux ]] || return 0
  local missing
  mapfile -t missing < <(missing_packages "$@" | tr ' ' '\n')
  # Inter is what the windows are drawn with. Any other sans will do, so nobody is asked for a password for it alone.
  if [[ " $* " == *" show "* ]] && ((${#missing[@]} > 0 || EUID == 0)) && ! has_font Inter; then
    missing+=(fonts-inter)
  fi
  ((${#missing[@]} > 0)) || return 0

  if ! has_command apt-get; then
    note "this machine lacks what Debian calls: ${missing[*]}. Install these with your package manager and start again."
    exit "$machine_incomplete"
  fi
  local install="apt-get install -y --no-install-recommends ${missing[*]}"
  if ((EUID == 0)); then
    note "installing ${missing[*]}"
    install_packages env "${missing[@]}"
  elif has_command sudo && sudo -n true 2>/dev/null; then
    note "installing with sudo: ${missing[*]}"
    install_packages "sudo env" "${missing[@]}"
  elif has_command sudo && [[ -t 0 && -t 2 ]] && confirmed "kvarter: sudo $install — run this now? [Y/n] "; then
    install_packages "sudo env" "${missing[@]}"
  else
    note "this machine lacks ${missing[*]}. Install them with:"
    note "  sudo sh -c 'apt-get update && $install'"
    exit "$machine_incomplete"
  fi
  unset loader_cache
}

confirmed() {
  local answer
  read -r -p "$1" answer
  [[ $answer =~ ^([Yy]|$) ]]
}

# install_packages PREFIX PACKAGE… where PREFIX is `env` or `sudo env`.
install_packages() {
  local prefix
  read -r -a prefix <<<"$1"
  shift
  local apt=("${prefix[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  local words
  words=$(mktemp)
  # A source of packages that does not answer is no reason to stop: the ones needed may come from another.
  "${apt[@]}" update >"$words" 2>&1 || true
  if ! "${apt[@]}" install -y --no-install-recommends "$@" >>"$words" 2>&1; then
    cat "$words" >&2
    note "apt-get could not install $*; its words are above."
    exit "$machine_incomplete"
  fi
  rm -f "$words"
}

# True if a source is newer than the image. A folder's own time changes when a file in it comes or goes.
image_is_stale() {
  [[ -f $image/.built ]] || return 0
  local sources=() source
  for source in pom.xml installer src/main models datasets; do
    [[ -e $root/$source ]] && sources+=("$root/$source")
  done
  [[ -n $(find "${sources[@]}" -newer "$image/.built" -print -quit) ]]
}

# Builds target/kvarter where it is missing or stale, one build at a time.
build_if_stale() {
  image_is_stale || return 0
  require build
  mkdir -p "$root/target"
  exec 9>"$root/target/.build.lock"
  if has_command flock; then flock 9; fi
  if image_is_stale; then
    if [[ -d $image ]]; then
      note "building: a source has changed"
    else
      note "building; the first time downloads about 150 MB of libraries and tools and takes some minutes"
    fi
    if ! mvn -q -B -f "$root/pom.xml" -Dmaven.test.skip=true package </dev/null >&2 9>&-; then
      note "the build failed; Maven's words are above."
      exit "$machine_incomplete"
    fi
  fi
  exec 9>&-
}
