# Throwaway mail servers for tests: Dovecot for IMAP, Postfix for SMTP, on 127.0.0.1, on free ports,
# in a folder of their own. Nothing leaves the machine. To be sourced after setup.sh.
#
# Every address at example.test and customer.test is a mailbox with the password `secret`, made by
# its first mail or sign-in, except those that begin with `unknown`, which are refused for good, and
# with `busy`, which are refused for now. Mail to full.test or any domain not named here is taken
# and then really bounces; mail to later.test stays in the queue. oauth@example.test signs in with
# a token.

mail_packages=(dovecot-imapd openssl postfix)
mail_folder=""

# Starts the servers and sets `mail_settings`: the path of a JSON file that names ports and so on.
start_mail() {
  # Not below .build: the servers' users could not get there through folders that are private.
  mail_folder=$(mktemp -d /tmp/rapport-mail.XXXXXX)
  mail_settings=$mail_folder/settings.json
  chmod 755 "$mail_folder"
  # Mailboxes must not belong to root; tests that have no right to be root may change theirs.
  mail_user=$(id -u)
  [[ $mail_user -ne 0 ]] || mail_user=$(id -u nobody)
  mkdir "$mail_folder"/{dovecot,dovecot/run,keys,mail,postfix,queue,state}
  as_root chown "$mail_user" "$mail_folder/mail"
  as_root chown postfix "$mail_folder/state"
  as_root chown root "$mail_folder"/{postfix,queue}
  # Deliveries write there too.
  install -m 666 /dev/null "$mail_folder/dovecot.log"
  make_mail_certificates
  make_mail_tokens

  # Only binding shows that a port is free, so a taken one means another try.
  local attempt
  for attempt in 1 2 3 4 5; do
    mail_port=$((30000 + RANDOM % 2000))
    configure_dovecot
    configure_postfix
    if as_root dovecot -c "$mail_folder/dovecot/dovecot.conf" >>"$mail_folder/log" 2>&1; then
      if as_root postfix -c "$mail_folder/postfix" start >>"$mail_folder/log" 2>&1; then
        describe_mail
        return
      fi
      as_root doveadm -c "$mail_folder/dovecot/dovecot.conf" stop
    fi
  done
  cat "$mail_folder/log" "$mail_folder/dovecot.log" >&2
  fail "the mail servers did not start in $attempt attempts"
}

# Stops the servers, if there are any, and removes all that they wrote.
stop_mail() {
  [[ -n $mail_folder ]] || return 0
  stop_mail_server dovecot doveadm -c "$mail_folder/dovecot/dovecot.conf" stop
  stop_mail_server postfix postfix -c "$mail_folder/postfix" stop
  as_root rm -rf "$mail_folder"
  mail_folder=""
}

# Takes the server's name and the command that stops it.
stop_mail_server() {
  local name=$1 pid pid_file=$mail_folder/dovecot/run/master.pid
  [[ $name == dovecot ]] || pid_file=$mail_folder/queue/pid/master.pid
  pid=$(as_root cat "$pid_file" 2>/dev/null) || return 0
  as_root "${@:2}" >/dev/null 2>&1 || say "$name in $mail_folder did not stop"
  local attempt
  for attempt in {1..100}; do
    # One that nobody has buried yet has ended too.
    [[ $(cut -d ' ' -f 3 "/proc/$((pid))/stat" 2>/dev/null) == [^Z]* ]] || return 0
    sleep 0.1
  done
  say "$name in $mail_folder lingers"
}

# Makes an authority for this run, and by it a certificate for localhost alone: the address
# 127.0.0.1 stands for a server that shows another's certificate.
make_mail_certificates() {
  local keys=$mail_folder/keys
  cat >"$keys/openssl.conf" <<'CONF'
[req]
distinguished_name = name
prompt = no
[name]
CN = Rapport test authority
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:FALSE
subjectAltName = DNS:localhost
CONF
  local curve=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)
  openssl req -config "$keys/openssl.conf" -extensions authority -x509 "${curve[@]}" -days 2 \
    -keyout "$keys/authority.key" -out "$keys/authority.pem" 2>/dev/null
  openssl req -config "$keys/openssl.conf" "${curve[@]}" -subj /CN=localhost \
    -keyout "$keys/server.key" -out "$keys/server.csr" 2>/dev/null
  openssl x509 -req -in "$keys/server.csr" -CA "$keys/authority.pem" -CAkey "$keys/authority.key" \
    -CAcreateserial -days 2 -extfile "$keys/openssl.conf" -extensions server \
    -out "$keys/server.pem" 2>/dev/null
}

# Makes the key by which Dovecot checks tokens, and two tokens: a good and an expired one.
make_mail_tokens() {
  local key
  key=$(openssl rand -hex 32)
  mkdir -p "$mail_folder/keys/tokens/default/HS256"
  printf '%s' "$key" | base64 -w 0 >"$mail_folder/keys/tokens/default/HS256/default"
  mail_token=$(mail_token_until "$(($(date +%s) + 86400))" "$key")
  mail_expired_token=$(mail_token_until "$(($(date +%s) - 3600))" "$key")
}

# Prints a JSON Web Token (RFC 7519) for oauth@example.test. Takes when it expires, and the key.
mail_token_until() {
  local body
  body=$(base64_url <<<'{"alg":"HS256","typ":"JWT"}').$(base64_url <<JSON
{"sub":"oauth@example.test","iat":$(($(date +%s) - 7200)),"exp":$1}
JSON
  )
  printf '%s.%s' "$body" "$(printf '%s' "$body" | openssl dgst -sha256 -hmac "$2" -binary | base64_url)"
}

base64_url() { base64 -w 0 | tr '+/' '-_' | tr -d '='; }

configure_dovecot() {
  cat >"$mail_folder/dovecot/oauth2.conf" <<CONF
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$mail_folder/keys/tokens/
username_attribute = sub
CONF
  cat >"$mail_folder/dovecot/dovecot.conf" <<CONF
base_dir = $mail_folder/dovecot/run
state_dir = $mail_folder/dovecot/run
log_path = $mail_folder/dovecot.log
listen = 127.0.0.1
protocols = imap
instance_name = ${mail_folder##*/}
# Tests sign in often and wrongly, and all from one address.
auth_failure_delay = 0
mail_max_userip_connections = 1000
mail_fsync = never

ssl = yes
ssl_cert = <$mail_folder/keys/server.pem
ssl_key = <$mail_folder/keys/server.key
disable_plaintext_auth = yes
auth_mechanisms = plain login xoauth2

mail_location = maildir:~/Maildir
mail_uid = $mail_user
mail_gid = $mail_user
first_valid_uid = 1
first_valid_gid = 1

passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = $mail_folder/dovecot/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=secret
}
userdb {
  driver = static
  args = uid=$mail_user gid=$mail_user home=$mail_folder/mail/%Ld/%Ln allow_all_users=yes
}

namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \Sent
    auto = create
  }
  mailbox Trash {
    special_use = \Trash
    auto = create
  }
}

service imap-login {
  # Root's own chroot and users are out of the servers' reach in many a container.
  chroot =
  inet_listener imap {
    port = $((mail_port + 0))
  }
  inet_listener imaps {
    port = $((mail_port + 1))
  }
}
service auth {
  inet_listener {
    address = 127.0.0.1
    port = $((mail_port + 5))
  }
}
service auth {
  # Deliveries ask here for the mailbox.
  unix_listener auth-userdb {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
service anvil {
  chroot =
  # Without it, nobody has to wait after a wrong password.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
CONF
}

configure_postfix() {
  cat >"$mail_folder/recipients" <<'CONF'
/^unknown/ 550 5.1.1 User unknown
/^busy/ 450 4.2.1 The mailbox is busy
CONF
  cat >"$mail_folder/transports" <<'CONF'
/@(example|customer)\.test$/ dovecot:
/@full\.test$/ error:5.2.2 The mailbox is full
/@later\.test$/ retry:4.3.2 Come back later
CONF
  as_root tee "$mail_folder/postfix/main.cf" >/dev/null <<CONF
compatibility_level = 3.6
queue_directory = $mail_folder/queue
data_directory = $mail_folder/state
maillog_file = $mail_folder/postfix.log
maillog_file_prefixes = $mail_folder
myhostname = localhost
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
local_recipient_maps =
mynetworks = 127.0.0.0/8
message_size_limit = 67108864
in_flow_delay = 0

default_transport = error:5.1.2 No mail leaves this machine
transport_maps = regexp:$mail_folder/transports
virtual_mailbox_domains = example.test, customer.test
virtual_mailbox_maps =
recipient_delimiter = +
dovecot_destination_recipient_limit = 1
# Recipients that no delivery will reach are to bounce, not to be refused.
smtpd_reject_unlisted_recipient = no
smtpd_recipient_restrictions = check_recipient_access regexp:$mail_folder/recipients

smtpd_tls_cert_file = $mail_folder/keys/server.pem
smtpd_tls_key_file = $mail_folder/keys/server.key
smtpd_tls_security_level = may
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:$((mail_port + 5))
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtputf8_enable = yes
CONF
  local submission="-o smtpd_sasl_auth_enable=yes -o smtpd_relay_restrictions=permit_sasl_authenticated,reject"
  as_root tee "$mail_folder/postfix/master.cf" >/dev/null <<CONF
127.0.0.1:$((mail_port + 2)) inet n - n - - smtpd
127.0.0.1:$((mail_port + 3)) inet n - n - - smtpd -o smtpd_tls_security_level=encrypt $submission
127.0.0.1:$((mail_port + 4)) inet n - n - - smtpd -o smtpd_tls_wrappermode=yes $submission
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
dovecot unix - n n - - pipe flags=DORhu null_sender= user=$(id -un "$mail_user")
  argv=/usr/lib/dovecot/dovecot-lda -c $mail_folder/dovecot/dovecot.conf -f \${sender} -d \${user}@\${domain}
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
CONF
}

# Writes what tests need to know.
describe_mail() {
  cat >"$mail_settings" <<JSON
{
  "host": "localhost",
  "certificateAuthority": "$mail_folder/keys/authority.pem",
  "mailFolder": "$mail_folder/mail",
  "imap": {"starttls": $((mail_port + 0)), "tls": $((mail_port + 1))},
  "smtp": {
    "plain": $((mail_port + 2)), "starttls": $((mail_port + 3)), "tls": $((mail_port + 4))
  },
  "domain": "example.test",
  "password": "secret",
  "oauth": {
    "user": "oauth@example.test",
    "token": "$mail_token",
    "expiredToken": "$mail_expired_token"
  }
}
JSON
}
