/** Where a database is and as whom it is opened, for sentences: without the password. */
export interface Place {
  /** `host:port`, or the folder of a Unix socket. */
  readonly where: string;
  readonly database: string;
  readonly user: string;
}

/** @throws NoPostgresUrl without repeating what was given: it may hold a password */
export function placeOf(url: string): Place {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) throw new NoPostgresUrl();
  const { hostname, port, pathname, username, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  const user = searchParams.get('user') ?? decodeURIComponent(username);
  const database = decodeURIComponent(pathname.slice(1));
  if (database === '' || user === '') throw new NoPostgresUrl();
  return { where: host.startsWith('/') ? host : `${host === '' ? 'localhost' : host}:${port === '' ? '5432' : port}`, database, user };
}

/** The address of a database that names no user or no database, or is no address. */
export class NoPostgresUrl extends Error {
  override readonly name = 'NoPostgresUrl';
  constructor() {
    super('The address of a PostgreSQL database is postgres://user:password@host:port/database, with both a user and a database.');
  }
}
