#!/usr/bin/env bash
# Runs once, on an empty data folder: a role and a database for each service, closed to the others.
set -euo pipefail

create() {
    local name=$1 password=$2
    psql --set=ON_ERROR_STOP=1 --set=name="$name" --set=password="$password" \
        --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

create registration "${SALON_REGISTRATION_DB_PASSWORD:?}"
create notification "${SALON_NOTIFICATION_DB_PASSWORD:?}"
create archive "${SALON_ARCHIVE_DB_PASSWORD:?}"
