#!/usr/bin/env bats
# The watch over volumes of journals.

setup() {
  load support
  load support-d
  fresh_machine
}

prepare() {
  with_instances "${PRODUCT_OF_TEST:-iris}" IRIS
  printf '%s\n' 'database	0	/iris/databases	xfs	0	0' 'journal	1	/iris/journal	xfs	0	0' \
    'alternate-journal	2	/iris/alternate-journal	xfs	0	0' > "$IRIS_AZURE_ETC/volumes.tsv"
  stand_in --reads mountpoint <<< 'true'
  stand_in --reads df << 'END'
echo 'Use%'
case $2 in
  */journal) echo " ${JOURNAL_USED:-10}%" ;;
  *) echo " ${ALTERNATE_USED:-10}%" ;;
esac
END
  mkdir -p "$IRIS_AZURE_STATE/backup/last" "$ROOT/iris/journal"
  date +%s > "$IRIS_AZURE_STATE/backup/last/azure"
  echo journal > "$ROOT/iris/journal/20261124.001"
}

purge() { run_script iris-purge-journals; }

@test "does nothing while there is room" {
  # What it needs for itself is there after the first run.
  purge

  JOURNAL_USED=79 assert_unchanged purge
}

@test "says that a volume fills, and runs the product's own task" {
  JOURNAL_USED=80 run -0 purge

  assert_has "$(journal)" '--tag iris-purge-journals --priority daemon.err -- journals fill their volume: /iris/journal (80 %)'
  assert_has "$(cat "$SIM/session")" '##class(%SYS.Task).RunNow(id)'
  assert_has "$(cat "$SIM/session")" '%SYS.Task.PurgeJournal'
}

@test "watches the alternate journal too" {
  ALTERNATE_USED=95 run -0 purge

  assert_has "$(journal)" '/iris/alternate-journal (95 %)'
}

@test "calls Caché by its own command" {
  PRODUCT_OF_TEST=cache fresh_machine

  JOURNAL_USED=80 run -0 purge

  assert_has "$(calls csession)" 'csession IRIS -U %SYS'
}

@test "never deletes a file itself" {
  JOURNAL_USED=99 purge

  [ -e "$ROOT/iris/journal/20261124.001" ]
}

@test "purges nothing without a backup, or with one that is older than journals are kept" {
  rm "$IRIS_AZURE_STATE/backup/last/azure"
  JOURNAL_USED=90 run -1 purge
  assert_has "$output" 'no backup of this machine is known'

  date --date='8 days ago' +%s > "$IRIS_AZURE_STATE/backup/last/azure"
  JOURNAL_USED=90 run -1 purge
  assert_has "$output" 'the newest backup is 8 days old'
  assert_equal "$(calls)" ''

  date --date='6 days ago' +%s > "$IRIS_AZURE_STATE/backup/last/lvm"
  JOURNAL_USED=90 run -0 purge
}

@test "fails on every exit code but that of success" {
  local status
  for status in 0 1 2 3 4 255; do
    SESSION_Task=$status JOURNAL_USED=90 run -1 purge
  done
}

@test "fails on a volume that is not mounted" {
  stand_in --reads mountpoint <<< 'exit 1'

  run -1 purge
}

@test "an instance that is down is no failure" {
  echo down > "$SIM/IRIS.status"

  JOURNAL_USED=90 run -0 purge
}
