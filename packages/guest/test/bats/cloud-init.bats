#!/usr/bin/env bats
# Documents of all roles, as cloud-init itself sees them.

setup_file() {
  load support-e
  write_documents "$BATS_FILE_TMPDIR"
}

setup() { cd "$BATS_FILE_TMPDIR" || return; }

# cloud-init's own modules, with its own reader of YAML.
written() {
  python3 -c '
import sys, yaml
document = yaml.safe_load(open(sys.argv[1]))
for file in document["write_files"]:
    if file["path"] == sys.argv[2]:
        sys.stdout.write(file["content"])' "$1" "$2"
}

@test 'each document is valid by the schema of cloud-init' {
  local role
  for role in primary backup dr-async arbiter application print web; do
    run cloud-init schema --config-file "$role.yaml"
    [ "$status" -eq 0 ]
    [[ $output = *'Valid'* ]]
  done
}

@test 'fails for a document with a key that cloud-init does not know: the schema is looked at' {
  sed 's/^runcmd:/runcmd: 5\nx:/' primary.yaml > wrong.yaml
  run cloud-init schema --config-file wrong.yaml
  [ "$status" -ne 0 ]
}

@test 'custom data is the document, compressed' {
  local role
  for role in primary web; do
    base64 --decode "$role.custom-data" | gzip --decompress | cmp - "$role.yaml"
  done
}

@test 'scripts come out of the document as they went in, and bash reads them' {
  local role path
  for role in primary arbiter web; do
    while read -r path; do
      written "$role.yaml" "$path" > script
      [ -s script ]
      bash -n script
    done < <(sed -n 's/^ *\(- \)\{0,1\}path: \(.*\.sh\|.*sbin.*\)$/\2/p' "$role.yaml")
  done
}

@test 'settings come out of the document as lines that sh reads' {
  written primary.yaml /etc/iris-azure/guest.env > guest.env
  run sh -c '. ./guest.env; printf "%s|%s" "$ROLE" "$MEMBER_ADDRESSES"'
  [ "$output" = 'primary|10.20.2.4 10.20.2.5 10.60.2.4' ]
}

@test 'volumes come out of the document with their tabs' {
  written primary.yaml /etc/iris-azure/volumes.tsv > volumes.tsv
  [ "$(cut -f 2,5 volumes.tsv | tail -n 1)" = "8,9,10,11"$'\t'4096 ]
}
