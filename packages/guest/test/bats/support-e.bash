# shellcheck shell=bash
# For tests of what TypeScript renders: writes it once for a file of tests.

# write_documents FOLDER [HTTP HTTPS LOOPBACK]
write_documents() {
  (cd "$BATS_TEST_DIRNAME/../../../.." &&
    node --conditions=@iris-azure/source --import tsx packages/guest/test/write-documents.ts "$1" "${2:-80}" "${3:-443}" "${4:-8081}")
}

# free_ports NUMBER: prints so many TCP ports that nobody listens at.
free_ports() {
  node -e '
    const { createServer } = require("node:net");
    const servers = Array.from({ length: Number(process.argv[1]) }, () => createServer().listen(0, "127.0.0.1"));
    setTimeout(() => { console.log(servers.map((server) => server.address().port).join(" ")); process.exit(); }, 100);' "$1"
}

# eventually SECONDS COMMAND...: until the command succeeds.
eventually() {
  local seconds=$1 began=$SECONDS
  shift
  until "$@"; do
    if ((SECONDS - began >= seconds)); then
      return 1
    fi
    sleep 0.2
  done
}
