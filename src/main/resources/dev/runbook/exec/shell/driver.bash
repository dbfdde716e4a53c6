# Sent to each session's shell before all else; the shell reads its commands from standard input. For bash 4.2 and later.
# __runbook_nonce is set before. What this side says stands between NULs in standard output and begins with the nonce.
# Nothing here may depend on options or IFS that a block has set.

# A block's own EXIT and ERR traps; the shell's are needed here.
__runbook_user_exit='' __runbook_user_err=${__runbook_user_err-}
__runbook_running=0 __runbook_status=0 __runbook_line=0 __runbook_pipe='' __runbook_command='' __runbook_back=''
__runbook_options='' __runbook_shopts='' __runbook_cwd='' __runbook_both='' __runbook_trace=''
# Kept over the shell's end: how many subshells down the session's own level is.
__runbook_level=$BASH_SUBSHELL

__runbook_say() { builtin printf '\0%s%s\0' "$__runbook_nonce" "$1"; }

# $1 status, $2 line, $3 command, the rest: the statuses of a pipeline. In a subshell nothing is noted: the shell that
# waits for it fails next, and knows the line of its own.
__runbook_note() {
  __runbook_line=$2 __runbook_command=$3 __runbook_pipe=''
  builtin printf -v __runbook_pipe '%s,' "${@:4}"
}

# $1: the command's number, by which all that it starts can be found; $2: not empty where the streams are apart.
__runbook_begin() {
  __runbook_running=1 __runbook_status=0 __runbook_line=0 __runbook_pipe='' __runbook_command='' __runbook_back=''
  __runbook_both=${2:-} __runbook_trace=''
  builtin export RUNBOOK_COMMAND=$__runbook_nonce-$1
  # Else the driver's own lines would show; the block's first line switches it on again.
  case $- in *x*) __runbook_trace=1; builtin set +x ;; esac
  # By the clock that the kernel keeps processes' starts in, for who ends what was started since.
  local __runbook_at=''
  IFS= builtin read -r -d ' ' __runbook_at </proc/uptime || :
  __runbook_say "begin $__runbook_at"
  if [[ -n $__runbook_both ]]; then __runbook_say begin >&2; fi
}

# Stands before a block on its first line.
__runbook_first() {
  builtin exec 9<&-
  if [[ -n $__runbook_trace ]]; then builtin set -x; fi
}

# For one block alone.
__runbook_cd() {
  local there=$__runbook_cwd
  __runbook_cwd='' __runbook_back=$PWD
  builtin cd -- "$there"
}

# A block is what its author thinks of as a script: its EXIT trap runs at its end.
__runbook_leave() {
  local __runbook_handler=$__runbook_user_exit
  __runbook_user_exit=''
  builtin eval "$__runbook_handler"
}

__runbook_end() {
  __runbook_running=0
  if [[ -n $__runbook_back ]]; then builtin cd -- "$__runbook_back" || :; fi
  __runbook_say "end $__runbook_status $__runbook_line ${__runbook_pipe:-0} $__runbook_command"
  if [[ -n $__runbook_both ]]; then __runbook_say end >&2; fi
}

# What the next shell must be told to be as this one is. Restoring what is read-only fails; that is silenced there.
__runbook_state() {
  # Before functions, whose text may need extglob, and before the other options, of which extdebug changes some.
  builtin printf '%s\n' "$__runbook_shopts"
  builtin declare -p
  builtin declare -f
  builtin alias -p
  builtin printf '%s\n' "$__runbook_options"
  builtin trap -p
  builtin umask -p
  builtin printf 'builtin cd -- %q || :\n' "${__runbook_back:-$PWD}"
  builtin printf 'builtin set --'
  if (($#)); then builtin printf ' %q' "$@"; fi
  builtin printf '\n'
}

# The shell ends in the midst of a block, by exit, a failed command or a signal: its state goes over to the next shell.
__runbook_on_exit() {
  builtin trap - ERR EXIT
  if [[ $__runbook_running = 1 && $BASH_SUBSHELL = "$__runbook_level" ]]; then
    if [[ -n $__runbook_user_exit ]]; then __runbook_leave; fi
    __runbook_say "state $(__runbook_state "$@")"
    __runbook_end
  fi
}

# Takes over trap for the two signals that are needed here; a subshell's traps are its own.
trap() {
  if [[ $BASH_SUBSHELL != "$__runbook_level" || $# = 0 || $1 = -[lp]* ]]; then
    builtin trap "$@"
    return
  fi
  if [[ $1 = -- ]]; then builtin shift; fi
  local __runbook_handler='-' __runbook_signal
  local -a __runbook_others=()
  if (($# > 1)); then
    __runbook_handler=$1
    builtin shift
  fi
  for __runbook_signal in "$@"; do
    case $__runbook_signal in
      0 | [Ee][Xx][Ii][Tt] | [Ss][Ii][Gg][Ee][Xx][Ii][Tt]) __runbook_user_exit=${__runbook_handler#-} ;;
      [Ee][Rr][Rr]) __runbook_user_err=${__runbook_handler#-} ;;
      *) __runbook_others+=("$__runbook_signal") ;;
    esac
  done
  if ((${#__runbook_others[@]})); then builtin trap -- "$__runbook_handler" "${__runbook_others[@]}"; fi
}

# Text too long to be read from the pipe byte by byte, as a shell reads its commands. The x keeps last newlines.
__runbook_read() {
  builtin printf -v "$1" '%s' "$(builtin command head -c "$2"; builtin printf x)"
  builtin printf -v "$1" '%s' "${!1%x}"
}

# Runs the block in descriptor 9, at the top level: a function would make what it declares local. Output goes by way of
# another descriptor, so that what the block redirects for good is put back behind it. Kept short in the stream: the shell
# reads it byte by byte.
__runbook_block='[[ -z $__runbook_cwd ]] || __runbook_cd; . /dev/fd/9; { __runbook_status=$?; [[ -z $__runbook_user_exit ]]; } 2>/dev/null || __runbook_leave'
__runbook_one="{ $__runbook_block; } </dev/null 3>&1 >&3 3>&- 2>&1"
__runbook_two="{ $__runbook_block; } </dev/null 3>&1 >&3 3>&2 2>&3 3>&-"

# What these do must not show in the output of a block that has set -x, hence the redirections.
builtin trap '{ __runbook_note "$?" "$LINENO" "$BASH_COMMAND" "${PIPESTATUS[@]}"; [[ -z $__runbook_user_err ]]; } 2>/dev/null || builtin eval "$__runbook_user_err"' ERR
builtin trap '{ __runbook_status=$? __runbook_options=$(builtin set +o) __runbook_shopts=$(builtin shopt -p); builtin set +exu; } 2>/dev/null; __runbook_on_exit "$@"' EXIT
