import { configurationDocument } from './document.ts';
import { readConfiguration, WrongConfiguration } from './read.ts';
import { settings, type Configuration } from './schema.ts';

describe('configuration', () => {
  it('has a default for everything that needs a value', () => {
    const configuration = readConfiguration({});
    expect(configuration.SAKSI_HOST).toBe('127.0.0.1');
    expect(configuration.SAKSI_PORT).toBe(3000);
    expect(configuration.SAKSI_BEHIND_PROXY).toBe(false);
    expect(configuration.SAKSI_MASTER_KEY).toBeUndefined();
  });

  it('takes what is set, and an empty variable as not set', () =>
    expect(readConfiguration({ SAKSI_PORT: '0', SAKSI_DATA: '', SAKSI_BEHIND_PROXY: '1' })).toMatchObject({
      SAKSI_PORT: 0,
      SAKSI_DATA: './data',
      SAKSI_BEHIND_PROXY: true,
    }));

  it('leaves what is for the tests to them', () => expect(() => readConfiguration({ SAKSI_TEST_POSTGRES_URL: 'postgres://a@b/c' })).not.toThrow());

  it.each([
    ['SAKSI_PORT', '70000', 'SAKSI_PORT must be at most 65535'],
    ['SAKSI_PORT', 'three', 'SAKSI_PORT must be a whole number'],
    ['SAKSI_STORE', 'postgres', 'SAKSI_STORE must be sqlite'],
    ['SAKSI_BEHIND_PROXY', 'yes', 'SAKSI_BEHIND_PROXY must be true or false'],
    ['SAKSI_DEMO_PASSWORD', 'short', 'SAKSI_DEMO_PASSWORD must have at least 12 characters'],
    ['SAKSI_PROT', '3000', 'SAKSI_PROT: no such setting'],
    ['SAKSI_PAGE_DEFAULT', '501', 'SAKSI_PAGE_DEFAULT must be at most SAKSI_PAGE_LIMIT'],
    ['SAKSI_QUERY_ROWS', '500', 'SAKSI_QUERY_ROWS must be more than SAKSI_PAGE_LIMIT'],
    ['SAKSI_TLS_CERT', '/tls/cert.pem', 'SAKSI_TLS_CERT and SAKSI_TLS_KEY belong together'],
  ])('says what is wrong with %s=%s', (name, value, sentence) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(WrongConfiguration);
    expect(() => readConfiguration({ [name]: value })).toThrow(sentence);
  });

  it('takes a secret from a file, without the line break at its end', () => {
    const files = new Map([['/run/secrets/vault', 'postgres://saksi:a b@db/saksi\n']]);
    const read = (path: string): string => files.get(path) ?? '';
    expect(readConfiguration({ SAKSI_VAULT_URL_FILE: '/run/secrets/vault' }, read).SAKSI_VAULT_URL).toBe('postgres://saksi:a b@db/saksi');
    expect(readConfiguration({ SAKSI_VAULT_URL_FILE: '' }, read).SAKSI_VAULT_URL).toBeUndefined();
  });

  it.each([
    ['is not there', { SAKSI_MASTER_KEY_FILE: '/not/there' }, 'SAKSI_MASTER_KEY_FILE names /not/there, which is not there.'],
    ['is a folder', { SAKSI_MASTER_KEY_FILE: '/' }, 'SAKSI_MASTER_KEY_FILE names /, which is a folder.'],
    ['is empty', { SAKSI_VAULT_URL_FILE: '/dev/null' }, 'SAKSI_VAULT_URL_FILE names /dev/null, which is empty'],
    ['is one of two', { SAKSI_MASTER_KEY: 'x', SAKSI_MASTER_KEY_FILE: '/key' }, 'SAKSI_MASTER_KEY and SAKSI_MASTER_KEY_FILE are both set'],
    ['is of no secret', { SAKSI_PORT_FILE: '/port' }, 'SAKSI_PORT_FILE: no such setting'],
  ])('says when the file of a secret %s', (_, environment, sentence) => {
    expect(() => readConfiguration(environment)).toThrow(WrongConfiguration);
    expect(() => readConfiguration(environment)).toThrow(sentence);
  });

  it('says when the file of a secret may not be read', () => {
    const read = (): never => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    expect(() => readConfiguration({ SAKSI_VAULT_URL_FILE: '/x' }, read)).toThrow('/x, which this user may not read');
  });

  it('judges a secret from a file like one that is given, and does not repeat it', () => {
    const wrong = (): Configuration => readConfiguration({ SAKSI_DEMO_PASSWORD_FILE: '/x' }, () => 'hunter2\n');
    expect(wrong).toThrow('SAKSI_DEMO_PASSWORD must have at least 12 characters');
    expect(wrong).not.toThrow(/hunter2/);
  });

  it('never repeats a secret in its sentence', () => expect(() => readConfiguration({ SAKSI_DEMO_PASSWORD: 'hunter2' })).not.toThrow(/hunter2/));

  it('documents every setting', () => {
    for (const name of Object.keys(settings)) expect(configurationDocument()).toContain(`\`${name}\``);
  });
});
