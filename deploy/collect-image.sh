#!/bin/sh
# Collects the files of the container image: collect-image.sh APP IMAGE copies Node, its libraries and APP to IMAGE.
set -eu
app=$1
image=$2
node=$app/node_modules/node/bin/node

mkdir -p "$image/bin" "$image/app" "$image/etc" "$image/tmp" "$image/data"
cp "$node" "$image/bin/node"
ldd "$node" | grep -o '/[^ ]*' | sort -u | while read -r library; do
  mkdir -p "$image$(dirname "$library")"
  cp -L "$library" "$image$library"
done

cp -R "$app/package.json" "$app/LICENSE" "$app/readback.js" "$app/src" "$app/commands" "$app/data" "$app/node_modules" "$image/app/"
# The runtime is in /bin; types, maps and manuals are for developers.
rm -rf "$image/app/node_modules/node" "$image/app/node_modules/.bin" "$image/app/node_modules/@types"
find "$image/app/node_modules" -type f \
  \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -iname 'readme*' -o -iname 'changelog*' \) \
  -delete

echo 'readback:x:10001:10001:Readback:/data:/bin/false' >"$image/etc/passwd"
echo 'readback:x:10001:' >"$image/etc/group"
chmod 1777 "$image/tmp"
chmod 700 "$image/data"
chown 10001:10001 "$image/data"
