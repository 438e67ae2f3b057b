#!/usr/bin/env bash
# Packs what users install, into a folder (artifacts/ unless given): the packages of the library and of the command in packages/, and for Linux on
# x64 the command as one file that needs no .NET, linux-x64/demarche.
#   eng/pack.sh [FOLDER]           everything, compiled to native code ahead of time
#   eng/pack.sh --plain [FOLDER]   the packages only, from the build that the tests use and without native code
set -euo pipefail

plain=false
if [ "${1:-}" = --plain ]; then
  plain=true
  shift
fi
folder=$(realpath -m "${1:-$(dirname "${BASH_SOURCE[0]}")/../artifacts}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
settings=(-v quiet -p:ContinuousIntegrationBuild=true -p:RestoreLockedMode=true)
if $plain; then settings+=(-c Debug); else settings+=(-c Release -p:Shipped=true); fi

rm -rf "$folder/packages" "$folder/linux-x64"
for project in Demarche Demarche.Store Demarche.Cli; do
  dotnet pack "src/$project" "${settings[@]}" --output "$folder/packages"
done
if ! $plain; then
  dotnet publish src/Demarche.Cli "${settings[@]}" -r linux-x64 --self-contained -p:PublishSingleFile=true -p:EnableSingleFileAnalyzer=false \
    -p:DebugType=none -p:PublishDocumentationFiles=false --output "$folder/linux-x64"
  mv "$folder/linux-x64/Demarche.Cli" "$folder/linux-x64/demarche"
fi
ls -sh "$folder"/*
