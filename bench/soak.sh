#!/usr/bin/env bash
# Whether a worker that never rests stays as small as it was: new reports without end, and its memory every ten seconds.
# Usage: bench/soak.sh MINUTES postgres://user@host:port/database [SERIES.tsv]
# Prints the reports that were kept and the memory in each tenth of the time; exit code 1 where the last three tenths lie more than 10 % above the second to fourth.
set -euo pipefail
minutes=$1 store=$2 series=${3:-}
bench=${DEMARCHE_BENCH:-dotnet $(dirname "${BASH_SOURCE[0]}")/Demarche.Bench/bin/Release/net10.0/Demarche.Bench.dll}
. "$(dirname "${BASH_SOURCE[0]}")/queue.sh"
queue="soak$RANDOM"
nats=(--nats "nats://127.0.0.1:$port" --queue "$queue")
$demarche worker --jobs 1 "${nats[@]}" --store "$store?schema=$queue" 2>"$folder/worker" &
worker=$!
started+=("$worker")

# New stories each round, queued when the last round is nearly done.
feed() {
  for round in $(seq 1 100000); do
    $bench corpus 400 "$folder/news.jsonl" "$round" >/dev/null
    $demarche submit "$folder/news.jsonl" "${nats[@]}" >/dev/null 2>&1
    while [ "$(left "$queue")" -gt 100 ]; do sleep 5; done
  done
}
sleep 10
feed &
feeder=$!
started+=("$feeder")

end=$((SECONDS + minutes * 60))
while [ $SECONDS -lt $end ]; do
  awk -v t="$SECONDS" '/VmRSS/ { print t "\t" $2 }' "/proc/$worker/status" >>"$folder/memory"
  sleep 10
done
kill "$feeder" 2>/dev/null || true
kill -TERM "$worker"
wait "$worker" || true
if [ -n "$series" ]; then cp "$folder/memory" "$series"; fi
tail -1 "$folder/worker"
awk -F'\t' '{ kb[NR] = $2 } END {
  for (i = 0; i < 10; i++) { sum = n = 0; for (j = int(i * NR / 10) + 1; j <= int((i + 1) * NR / 10); j++) { sum += kb[j]; n++ } mean[i] = sum / n / 1024; printf "%d0 %%: %.0f MB\n", i + 1, mean[i] }
  early = (mean[1] + mean[2] + mean[3]) / 3; late = (mean[7] + mean[8] + mean[9]) / 3
  printf "early %.0f MB, late %.0f MB\n", early, late
  exit late > early * 1.1 }' "$folder/memory"
