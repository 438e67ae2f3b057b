#!/usr/bin/env bash
# How the work of coding grows with workers: the same reports by one worker and by two, one thread each.
# Usage: bench/workers.sh CORPUS.jsonl postgres://user@host:port/database [WORKERS…]      (corpora: Demarche.Bench corpus)
# Prints for each number of workers the wall time from the first report to the last, processor time, reports a second, and the peak memory of a worker;
# and the rate of the second half of the reports, when no worker compiles or loads any more: by when each was coded, as the record has it.
set -euo pipefail
corpus=$1 store=$2
shift 2
. "$(dirname "${BASH_SOURCE[0]}")/queue.sh"

# Clock ticks of user and system time of a process.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# Reports a second from the middle one to the last.
steady() {
  $demarche sql "SELECT round(CAST((count(*) - 1) / extract(epoch FROM max(coded_at) - min(coded_at)) AS numeric), 1) AS rate
    FROM (SELECT coded_at, row_number() OVER (ORDER BY coded_at) AS turn FROM reports) AS t WHERE turn > (SELECT count(*) / 2 FROM reports)" --store "$1" --format csv | tail -1
}

for count in ${*:-1 2}; do
  queue="w$count-$RANDOM"
  reports=$(wc -l <"$corpus")
  workers=()
  for i in $(seq "$count"); do
    $demarche worker --jobs 1 --nats "nats://127.0.0.1:$port" --queue "$queue" --store "$store?schema=${queue//-/_}" 2>"$folder/worker$i" &
    workers+=($!)
    started+=($!)
  done
  sleep 12   # they load the model and make the tables before the clock runs
  before=0
  for one in "${workers[@]}"; do before=$((before + $(ticks "$one"))); done
  start=$(date +%s.%N)
  $demarche submit "$corpus" --nats "nats://127.0.0.1:$port" --queue "$queue" 2>/dev/null
  # Asking takes of the same processors, so that it is seldom done until few are left.
  while [ "$(left "$queue")" -gt 150 ]; do sleep 2; done
  while [ "$(left "$queue")" -gt 0 ]; do sleep 0.2; done
  end=$(date +%s.%N)
  after=0
  peak=0
  for one in "${workers[@]}"; do
    after=$((after + $(ticks "$one")))
    peak=$(awk -v peak="$peak" '/VmHWM/ { print ($2 > peak) ? $2 : peak }' "/proc/$one/status")
    kill -TERM "$one"
  done
  wait "${workers[@]}" || true
  awk -v w="$count" -v n="$reports" -v t="$(echo "$end - $start" | bc)" -v c="$((after - before))" -v m="$peak" -v s="$(steady "$store?schema=${queue//-/_}")" \
    'BEGIN { printf "%d workers: %d reports in %.1f s, %.1f a second (%.1f in the second half), %.1f s of their processors, %.2f processors busy, peak %d MB each\n", w, n, t, n / t, s, c / 100, c / 100 / t, m / 1024 }'
done
