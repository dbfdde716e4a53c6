package dev.runbook.exec.shell;

import java.util.Optional;

/**
 * Ends all that a command started, wherever it went: its processes are known by a variable in their environment, which a
 * daemon keeps as well, and by their ancestry, which one with a cleared environment keeps; only one that has lost both is not
 * found. The shell itself goes first, so that it runs no further command when the one that it waits for is gone; it hands its
 * state over as it ends.
 */
final class StopScript {
    /** Names the command that a process belongs to. */
    static final String VARIABLE = "RUNBOOK_COMMAND";

    private StopScript() {}

    /**
     * The script, for bash.
     *
     * @param mark the command's value of {@link #VARIABLE}
     * @param shell the process number of the session's shell
     * @param begunAt when the command began, in seconds since the system's start, as its shell has told: what the shell has
     *     started before is left alone. Empty where it has not begun
     */
    static String of(String mark, String shell, Optional<String> begunAt) {
        return "mark='" + VARIABLE + "=" + mark + "' shell=" + shell + " at='" + begunAt.orElse("") + "'\n" + BODY;
    }

    /**
     * The script of a {@link Guard}, for bash. Each line of its input is a command that runs (the arguments of {@link #of}), or
     * empty; when the input ends, what runs is ended.
     */
    static String guard() {
        return GUARD + "mark=" + VARIABLE + "=$mark\n" + BODY;
    }

    private static final String GUARD = """
            exec >/dev/null 2>&1
            mark='' shell='' at=''
            while read -r next number begun; do
              mark=$next shell=$number at=$begun
            done
            [[ -n $mark ]] || exit 0
            """;

    private static final String BODY = """
            LC_ALL=C
            [[ -n $at ]] || read -r at _ </proc/uptime
            # In the kernel's ticks of 1/100 s; a process that began in the same tick counts.
            since=$(awk -v a="$at" 'BEGIN { printf "%d", a * 100 - 5 }')
            collect() {
              found=()
              local -A parent=() start=() member=() other=()
              local stat pid rest f more=1
              for f in /proc/[0-9]*/stat; do
                { read -r -d '' stat <"$f"; } 2>/dev/null
                [[ -n $stat ]] || continue
                pid=${stat%% *} rest=${stat##*) }
                set -- $rest
                [[ $1 != Z ]] || continue
                parent[$pid]=$2 start[$pid]=${20}
                stat=
              done
              while IFS= read -r -d '' f; do
                pid=${f#/proc/} pid=${pid%%/*}
                if [[ ${f#*:} = "$mark" ]]; then member[$pid]=1; else other[$pid]=1; fi
              done < <(grep -Hzo "^${mark%%=*}=.*" /proc/[0-9]*/environ 2>/dev/null)
              while ((more)); do
                more=0
                for pid in "${!parent[@]}"; do
                  [[ -z ${member[$pid]-}${other[$pid]-} ]] || continue
                  if [[ ${parent[$pid]} = "$shell" && ${start[$pid]} -ge $since ]] || [[ -n ${member[${parent[$pid]}]-} ]]; then
                    member[$pid]=1 more=1
                  fi
                done
              done
              for pid in "${!member[@]}"; do
                if [[ $pid != "$shell" && $pid != "$$" && -n ${parent[$pid]-} ]]; then found+=("$pid"); fi
              done
            }
            alive() { [[ -d /proc/$shell ]] && ! grep -q '^State:[[:space:]]*Z' "/proc/$shell/status" 2>/dev/null; }
            # A process that is being started may be missed, and its ancestry is lost when the shell is.
            collect
            for ((i = 0; i < 5; i++)); do
              before=${found[*]}
              collect
              [[ ${found[*]} != "$before" ]] || break
            done
            kill -TERM "$shell" 2>/dev/null
            for ((i = 0; i < 200; i++)); do
              ((${#found[@]})) || break
              if ((i < 40)); then signal=TERM; else signal=KILL; fi
              if ((i == 0 || i >= 40)); then
                kill -"$signal" "${found[@]}" 2>/dev/null
                kill -CONT "${found[@]}" 2>/dev/null
              fi
              sleep 0.05
              collect
              ((i < 40)) && for pid in "${found[@]}"; do kill -TERM "$pid" 2>/dev/null; done
            done
            for ((i = 0; i < 20; i++)); do
              alive || exit 0
              sleep 0.05
            done
            kill -KILL "$shell" 2>/dev/null
            exit 0
            """;
}
