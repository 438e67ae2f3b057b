# Sourced by the measurements of workers: a queue server of their own on a free port, and what they ask it.
demarche=${DEMARCHE:-dotnet $(dirname "${BASH_SOURCE[0]}")/../src/Demarche.Cli/bin/Release/net10.0/Demarche.Cli.dll}
folder=$(mktemp -d)
port=$((20000 + RANDOM % 10000))
monitor=$((port + 1))
/usr/sbin/nats-server -js -a 127.0.0.1 -p "$port" -m "$monitor" -sd "$folder" >"$folder/log" 2>&1 &
started=($!)
trap 'kill "${started[@]}" 2>/dev/null || true; rm -rf "$folder"' EXIT
sleep 1

# Reports of a queue that are not done with.
left() { curl -s "http://127.0.0.1:$monitor/jsz?streams=1" | grep -A40 "\"name\": \"$1\"" | grep -m1 -o '"messages": [0-9]*' | grep -o '[0-9]*'; }
