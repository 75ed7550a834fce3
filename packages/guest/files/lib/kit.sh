# shellcheck shell=bash
# Kits of the product: archives that are downloaded, checked and unpacked. Needs common.sh.

readonly KIT_STATE=$IRIS_AZURE_STATE/kit

# kit_folder NAME FILE: where the file FILE of the kit NAME (kit or gateway) is: the folder that an installer is run in.
kit_folder() {
  local found
  found=$(find -H "$KIT_STATE/$1" -maxdepth 5 -type f -name "$2" 2> /dev/null | awk '{ print length($0), $0 }' | sort -n | head -n 1)
  [ -n "$found" ] || die "the $1 kit holds no $2: is ${1^^}_URL that of a kit of InterSystems for this system? run iris-setup --again kit after mending it"
  dirname "${found#* }"
}
