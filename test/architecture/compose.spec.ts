import { Ajv } from 'ajv';
import { configurationSchema, readConfiguration } from '#configuration';
import { isOf, mountsOf, networksOf, readCompose, composeText, started, ways, wordsOf, type Service } from '../packaging/compose.ts';
import { filesIn, read } from './support/slices.ts';

const compose = readCompose();
const services = Object.entries(compose.services);
const of = (image: string): readonly (readonly [string, Service])[] => services.filter(([, service]) => service.image.startsWith(image));
const saksi = of('saksi:').filter(([name]) => name !== 'tls');
const eventstoredb = of('eventstore/eventstore:').filter(([name]) => name !== 'certificates');
const nodesCertified = compose.services['certificates']?.command?.slice(3) ?? [];

describe('docker-compose.yml', () => {
  const { $schema: _, ...schema } = JSON.parse(read('test/packaging/compose-spec.json')) as Readonly<Record<string, object>>;
  const valid = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

  it('is what the Compose Specification asks for', () => expect([valid(compose), valid.errors]).toEqual([true, null]));

  it.each([
    ['a word that it does not know', { restarts: 'always' }],
    ['a dependency without a condition', { depends_on: { postgres: {} } }],
    ['a limit of another kind', { deploy: { resources: { limits: { pids: [1] } } } }],
  ])('would be refused with %s', (__, change) =>
    expect(valid({ ...compose, services: { ...compose.services, saksi: { ...compose.services['saksi'], ...change } } })).toBe(false),
  );

  it.each(ways)('starts all of the profile $profile, and nothing else, by naming $named', ({ profile, named }) => {
    const all = services.filter(([, service]) => isOf(profile)(service)).map(([name]) => name);
    expect([...started(compose, profile, named)].sort()).toEqual(all.sort());
  });

  it('holds one way to run at a time: all listen at one port of the machine', () =>
    expect(ways.flatMap(({ named }) => named.map((name) => compose.services[name]?.ports))).toEqual(ways.map(() => ['3000:3000'])));

  it('names images by their version, and builds its own', () => {
    for (const [, { image, build }] of services) {
      expect(image).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z0-9-]+)?$/);
      expect(build).toBe(image.startsWith('saksi:') ? '.' : undefined);
    }
  });

  it('holds no password and no key', () => {
    expect(composeText).not.toMatch(/changeit|:\/\/[^\s/]*:[^\s/]*@|BEGIN [A-Z ]*PRIVATE KEY/);
    // Whatever is called a password, a key or a secret is a file, or comes out of one.
    for (const [, { environment = {} }] of services)
      for (const [name, value] of Object.entries(environment))
        if (/PASS|SECRET|KEY/.test(name)) expect(value).toMatch(/^\/(run\/secrets|certificates)\/[\w./-]+$/);
  });

  it('declares nothing that is not used, and uses nothing that is not declared', () => {
    const mounted = services.flatMap(([, service]) => [...mountsOf(service).values()]);
    expect([...new Set(mounted)].sort()).toEqual([...Object.keys(compose.secrets), ...Object.keys(compose.configs)].sort());
    const volumes = services
      .flatMap(([, service]) => (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? ''))
      .filter((name) => !name.startsWith('.'));
    expect([...new Set(volumes)].sort()).toEqual(Object.keys(compose.volumes).sort());
    expect([...new Set(services.flatMap(([, service]) => networksOf(service)))].sort()).toEqual(Object.keys(compose.networks).sort());
    for (const { file } of Object.values(compose.configs)) expect(filesIn(file)).toHaveLength(1);
    for (const { file } of Object.values(compose.secrets)) expect(file).toMatch(/^\.\/secrets\//);
    expect(read('.gitignore').split('\n')).toContain('/secrets/');
  });
});

describe('a service of docker-compose.yml', () => {
  it.each(services)('%s may do no more than it must, and takes no more than it is given', (name, service) => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect([service.init, service.privileged]).toEqual([true, undefined]);
    expect(Object.keys(service.deploy.resources.limits).sort()).toEqual(['cpus', 'memory', 'pids']);
    const once = name === 'tls' || name === 'certificates';
    expect(service.restart).toMatch(once ? /^no$/ : /^(always|unless-stopped)$/);
    // Saksi's own image looks after its health itself.
    expect(service.healthcheck !== undefined).toBe(!once && !service.image.startsWith('saksi:'));
  });

  it.each(services)('%s is reached only as meant', (name, service) => {
    const open = name === 'saksi' || name === 'proxy';
    expect(service.ports).toEqual(open ? ['3000:3000'] : undefined);
    expect(networksOf(service).includes('outside')).toBe(open);
    expect(networksOf(service).includes('inside')).toBe(!['saksi', 'tls', 'certificates'].includes(name));
    expect(service.network_mode).toBe(['tls', 'certificates'].includes(name) ? 'none' : undefined);
    expect(compose.networks['inside']).toEqual({ internal: true });
  });

  it.each(services)('%s is given the secrets that it uses, and no others', (name, service) => {
    const configured = name === 'proxy' ? [read('deploy/Caddyfile')] : [];
    const words = [...wordsOf(service), ...configured].join('\n');
    const used = new Set([...words.matchAll(/\/run\/secrets\/[\w.]+/g)].map(([path]) => path));
    const given = [...mountsOf(service).keys()].filter((path) => path.startsWith('/run/secrets/'));
    // The authority's certificate is found beside the server's.
    if (networksOf(service).includes('outside')) used.add('/run/secrets/authority.crt');
    expect([...used].sort()).toEqual(given.sort());
  });

  it.each(services)('%s keeps what it writes where no other service of its profile does', (name, { volumes = [], profiles = [] }) => {
    const written = volumes.filter((volume) => !volume.endsWith(':ro')).map((volume) => volume.split(':')[0]);
    const others = services.filter(([other, service]) => other !== name && profiles.some((profile) => service.profiles?.includes(profile)));
    const shared = others.flatMap(([, { volumes: theirs = [] }]) => theirs.filter((volume) => !volume.endsWith(':ro')).map((volume) => volume.split(':')[0]));
    expect(written.filter((volume) => shared.includes(volume))).toEqual([]);
  });
});

describe("Saksi's services", () => {
  /** As deploy/secrets.sh makes them; test/packaging/secrets.integration.spec.ts holds it against the script. */
  const secrets: Readonly<Record<string, string>> = {
    master_key: Buffer.alloc(32, 'saksi').toString('base64'),
    vault_url: 'postgres://saksi:a_b-c@postgres:5432/saksi',
    eventstoredb_url: 'esdb+discover://admin:a_b-c@eventstoredb:2113?tls=true&tlsCAFile=/run/trust/ca.crt',
  };

  it.each(saksi)('%s is configured as Saksi accepts it', (_, service) => {
    const { environment = {} } = service;
    const mounts = mountsOf(service);
    const configuration = readConfiguration(environment, (path) => secrets[mounts.get(path) ?? ''] ?? '');
    expect(configuration.SAKSI_MASTER_KEY).toBe(secrets['master_key']);
    expect(configuration.SAKSI_PORT).toBe(3000);
    expect(service.volumes).toContain(`${service.volumes?.[0]?.split(':')[0] ?? ''}:${configuration.SAKSI_DATA}`);
    // Either it speaks TLS itself, or only the proxy reaches it.
    expect([configuration.SAKSI_TLS_CERT !== undefined, configuration.SAKSI_BEHIND_PROXY]).toEqual(
      networksOf(service).includes('outside') ? [true, false] : [false, true],
    );
  });

  it('share the log, the vault and the master key where they are several', () => {
    const several = saksi.filter(([, { profiles }]) => profiles);
    expect(several.length).toBeGreaterThan(1);
    for (const [, { environment, secrets: given }] of several) {
      expect(environment).toEqual(several[0]?.[1].environment);
      expect(given).toEqual(several[0]?.[1].secrets);
    }
  });

  it('make the certificate that browsers see by a command that there is', () => {
    const [, entry = '', ...words] = compose.services['tls']?.entrypoint ?? [];
    expect(filesIn(entry.replace(/^dist\/(bundle\/)?/, '').replace(/\.js$/, '.ts'))).toHaveLength(1);
    expect(words.slice(0, 3)).toEqual(['tls', 'init', '--folder']);
    expect(compose.services['tls']?.volumes).toEqual([`./secrets/tls:${words[3] ?? ''}`]);
  });

  it('set nothing that the schema does not know', () => {
    const known = Object.keys(configurationSchema.shape);
    for (const [, { environment = {} }] of saksi) expect(Object.keys(environment).filter((name) => !known.includes(name.replace(/_FILE$/, '')))).toEqual([]);
  });
});

describe("EventStoreDB's nodes", () => {
  const options = read('test/packaging/eventstoredb-options.txt').trim().split('\n');
  const named = ([name]: readonly [string, Service]): string => name;

  it.each(eventstoredb)('%s sets only options that the server has', (_, { environment = {}, entrypoint = [] }) => {
    const set = [...Object.keys(environment), ...[...entrypoint.join(' ').matchAll(/EVENTSTORE_\w+/g)].map(([name]) => name)];
    expect(set.filter((name) => !options.includes(name))).toEqual([]);
    // Without both, the first start would take the passwords that everybody knows.
    expect(set).toEqual(expect.arrayContaining(['EVENTSTORE_DEFAULT_ADMIN_PASSWORD', 'EVENTSTORE_DEFAULT_OPS_PASSWORD']));
    expect(set.filter((name) => /INSECURE|ANONYMOUS|UNSAFE|^EVENTSTORE_DEV$/.test(name))).toEqual([]);
  });

  it.each(ways.filter(({ profile }) => profile))('of the profile $profile know of each other', ({ profile }) => {
    const nodes = eventstoredb.filter(([, service]) => isOf(profile)(service));
    for (const [name, { environment = {}, networks }] of nodes) {
      expect(environment['EVENTSTORE_CLUSTER_SIZE']).toBe(String(nodes.length));
      expect(environment['EVENTSTORE_NODE_HOST_ADVERTISE_AS']).toBe(name);
      expect(environment['EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS']).toBe(name);
      const others = nodes.map(named).filter((other) => other !== name);
      expect(environment['EVENTSTORE_GOSSIP_SEED']?.split(',') ?? []).toEqual(others.map((other) => `${other}:2113`));
      // The name that Saksi asks for: the node's own, or one that all have.
      const called = [name, ...(networks && 'inside' in networks ? (networks.inside.aliases ?? []) : [])];
      expect(called).toContain('eventstoredb');
    }
  });

  it.each(eventstoredb)(
    '%s has a certificate that is made, and believes the authority that made it',
    (name, { environment = {}, volumes = [], depends_on = {} }) => {
      expect(nodesCertified).toContain(name);
      expect(environment['EVENTSTORE_CERTIFICATE_FILE']).toBe(`/certificates/${name}/node.crt`);
      expect(environment['EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE']).toBe(`/certificates/${name}/node.key`);
      expect(environment['EVENTSTORE_TRUSTED_ROOT_CERTIFICATES_PATH']).toBe('/certificates/ca');
      expect(volumes).toContain('certificates:/certificates:ro');
      expect(depends_on['certificates']).toEqual({ condition: 'service_completed_successfully' });
    },
  );

  it('alone has the log of the first of three, so that whoever grows keeps it', () =>
    expect(compose.services['eventstoredb']?.volumes?.[0]).toBe(compose.services['eventstoredb-1']?.volumes?.[0]));
});

describe('what is run inside the images', () => {
  /** What of each image is called, with the options it has: by the images' Dockerfiles and the programs' own help. */
  const programs: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    'eventstore/eventstore': { curl: ['--fail', '--silent', '--output', '--cacert'], sh: ['-euc'] },
    postgres: { pg_isready: ['--quiet', '--host', '--username', '--dbname'] },
    caddy: { wget: ['-q', '-O'] },
    saksi: { node: [] },
  };
  const called = services.flatMap(([name, { image, entrypoint, healthcheck }]) =>
    [entrypoint, healthcheck?.test.slice(1)].flatMap((words) => (words ? [{ name, image: image.split(':')[0] ?? '', words }] : [])),
  );

  it.each(called)('$name: $words is something that the image has', ({ image, words: [program = '', ...words] }) => {
    const options = programs[image]?.[program];
    expect(options).toBeDefined();
    if (program === 'node') return;
    expect(words.filter((word) => word.startsWith('-') && !options?.includes(word.split('=')[0] ?? ''))).toEqual([]);
  });

  it('looks after health by a command that is run as it stands', () => {
    for (const [, { healthcheck }] of services) if (healthcheck) expect(healthcheck.test[0]).toBe('CMD');
  });
});

describe('deploy/Caddyfile', () => {
  const text = read('deploy/Caddyfile');
  const proxy = compose.services['proxy'];
  const upstreams = [...text.matchAll(/reverse_proxy (.+) \{/g)].map(([, to = '']) => to.split(' '));

  it('leads to every one of several servers, on a network that both are on', () => {
    const several = saksi.filter(([, { profiles }]) => profiles);
    expect(upstreams.length).toBeGreaterThan(0);
    for (const to of upstreams) expect(to).toEqual(several.map(([name, { environment = {} }]) => `${name}:${environment['SAKSI_PORT'] ?? ''}`));
    expect(proxy && networksOf(proxy)).toContain('inside');
  });

  it('listens where docker-compose.yml leads to, and where its health is asked after', () => {
    expect(text).toContain(`https://:${proxy?.ports?.[0]?.split(':')[1] ?? ''} {`);
    expect(text).toContain(`${proxy?.healthcheck?.test.at(-1)?.replace(/\/$/, '') ?? ''} {`);
  });

  it('passes streams on as they come', () => expect([...text.matchAll(/flush_interval -1/g)]).toHaveLength(upstreams.length));
});
