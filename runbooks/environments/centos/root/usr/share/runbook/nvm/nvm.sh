# A stub of nvm, which is in no package: see runbooks/environments/centos/README.md. To be sourced.
export NVM_DIR=${NVM_DIR:-$HOME/.nvm}

nvm() {
  local stub=/usr/libexec/runbook/stub programs
  case ${1-} in
    use)
      programs=$("$stub" nvm which "${2-}") || return
      nvm_path "$programs"
      echo "Now using node $(node -v) (npm v$(npm -v))"
      ;;
    install)
      "$stub" nvm "$@" || return
      nvm use "$2"
      ;;
    current)
      node -v
      ;;
    *)
      "$stub" nvm "$@"
      ;;
  esac
}

nvm_path() { # PROGRAMS: puts them before all others; none, if empty
  local rest=${PATH}
  while [[ $rest == "$NVM_DIR"/versions/* ]]; do rest=${rest#*:}; done
  PATH=${1:+$1:}$rest
  hash -r
}

if [[ -s $NVM_DIR/alias/default && $(cat "$NVM_DIR/alias/default") != system ]]; then
  nvm_path "$NVM_DIR/versions/node/$(cat "$NVM_DIR/alias/default")/bin"
fi
