#!/usr/bin/env bash
# Trains the model that ships, from nothing: four rounds, their mean, tokenizer and lemmatizer, and the narrow network that they teach. About two hours on two cores.
# Use: train-all.sh DATA_FOLDER VECTORS.json WORK_FOLDER. Run it again to go on where it stopped. docs/model.md says what it needs.
set -euo pipefail
if [ $# -ne 3 ]; then
  sed -n '2,3p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi

data=$1 vectors=$2 work=$3
mkdir -p "$work"
project=$(dirname "${BASH_SOURCE[0]}")
model="$project/../../src/Demarche/Language/Trained/english.model"
dotnet build -c Release "$project" --verbosity quiet
trainer() { dotnet run -c Release --no-build --project "$project" -- "$@"; }

# round NUMBER OPTIONS…: a round that is done is not done again.
round() {
  local number=$1
  shift
  if [ ! -f "$work/$number.done" ]; then
    trainer train --data "$data" --vectors "$vectors" --out "$work/$number.model" --work "$work/$number" --seed "$number" "$@"
    touch "$work/$number.done"
  fi
}

round 1 --hidden 192 --epochs 24
round 2 --hidden 256 --epochs 30 --teacher "$work/1.model"
round 3 --hidden 256 --epochs 12 --rate 0.0012 --names 0.5 --teacher "$work/2.model" --from "$work/2/network.checkpoint"
round 4 --hidden 256 --epochs 8 --rate 0.0012 --names 0.5 --teacher "$work/3.model" --from "$work/3/network.checkpoint"
trainer average "$work/english.model" "$work/3.model" "$work/4.model"
trainer words "$work/english.model" "$data"/treebank-train*.conllu

# The narrow network learns the trees and names that the wide one finds in news and in made-up stories of ours.
[ -f "$work/own.jsonl" ] || dotnet run -c Release --project "$project/../../bench/Demarche.Bench" -- corpus 300 "$work/own.jsonl" 77
[ -f "$work/5.model" ] || cp "$work/english.model" "$work/5.model"
round 5 --hidden 128 --arc 128 --relation 64 --epochs 30 --taught 0.6 --dropout 0.5 --teacher "$work/english.model" --texts "$data/attribution-train.jsonl,$work/own.jsonl"
cp "$work/5.model" "$model"
