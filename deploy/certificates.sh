#!/bin/sh
# Makes EventStoreDB's authority once, and a certificate for each node that has none or whose certificate ends soon
# or is of another authority.
# docker-compose.yml runs it before the nodes, at every start. Usage: certificates.sh AUTHORITY CERTIFICATES TRUST NODE…
#   AUTHORITY     the authority with its key: nobody else sees this folder
#   CERTIFICATES  NODE/node.crt and NODE/node.key of every node, ca/ca.crt
#   TRUST         ca.crt, for clients
set -eu
umask 077

authority=$1 certificates=$2 trust=$3
shift 3
owner=${OWNER:-1000:1000}
days=${DAYS:-730} renewed_within_days=180
# EventStoreDB's nodes know each other by this name.
common_name=eventstoredb-node

if [ ! -s "$authority/ca.crt" ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days 3650 -subj '/O=Saksi/CN=Saksi EventStoreDB authority' \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout "$authority/ca.key" -out "$authority/ca.crt.new" 2>/dev/null
  mv "$authority/ca.crt.new" "$authority/ca.crt"
  echo 'made an authority'
fi

# The key first: a certificate that is there has its key.
certify() {
  folder=$certificates/$1
  mkdir -p "$folder"
  if openssl x509 -in "$folder/node.crt" -noout -checkend $((renewed_within_days * 86400)) >/dev/null 2>&1 &&
    openssl verify -CAfile "$authority/ca.crt" "$folder/node.crt" >/dev/null 2>&1; then return; fi
  rm -f "$folder/node.crt"
  openssl req -new -newkey rsa:2048 -nodes -sha256 -subj "/O=Saksi/CN=$common_name" \
    -keyout "$folder/node.key" -out "$folder/node.csr" 2>/dev/null
  printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature,keyEncipherment' \
    'extendedKeyUsage=serverAuth,clientAuth' "subjectAltName=DNS:$1,DNS:eventstoredb,DNS:localhost,IP:127.0.0.1" >"$folder/node.ext"
  openssl x509 -req -in "$folder/node.csr" -sha256 -days "$days" -CA "$authority/ca.crt" -CAkey "$authority/ca.key" \
    -set_serial "0x$(openssl rand -hex 16)" -extfile "$folder/node.ext" -out "$folder/node.crt.new" 2>/dev/null
  rm "$folder/node.csr" "$folder/node.ext"
  mv "$folder/node.crt.new" "$folder/node.crt"
  echo "made a certificate for $1"
}
for node in "$@"; do certify "$node"; done

mkdir -p "$certificates/ca" "$trust"
cp "$authority/ca.crt" "$certificates/ca/ca.crt"
cp "$authority/ca.crt" "$trust/ca.crt"
chmod 755 "$trust"
chmod 644 "$trust/ca.crt"
chown -R "$owner" "$certificates"
