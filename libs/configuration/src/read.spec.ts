import { configurationDocument } from './document.ts';
import { readConfiguration, WrongConfiguration } from './read.ts';
import { settings } from './schema.ts';

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
    ['SAKSI_TLS_CERT', '/tls/cert.pem', 'SAKSI_TLS_CERT and SAKSI_TLS_KEY belong together'],
  ])('says what is wrong with %s=%s', (name, value, sentence) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(WrongConfiguration);
    expect(() => readConfiguration({ [name]: value })).toThrow(sentence);
  });

  it('never repeats a secret in its sentence', () => expect(() => readConfiguration({ SAKSI_DEMO_PASSWORD: 'hunter2' })).not.toThrow(/hunter2/));

  it('documents every setting', () => {
    for (const name of Object.keys(settings)) expect(configurationDocument()).toContain(`\`${name}\``);
  });
});
