import { announcement } from './announce.ts';
import { chosenFrom } from './scenario/distribution/chosen.ts';
import { distributionTo } from './scenario/distribution/distribution.ts';
import { endsAt } from './scenario/scenario.ts';

const about = { url: 'http://127.0.0.1:3000', folder: '/data', now: endsAt, distribution: distributionTo(chosenFrom('Muara Jaya, Ulu Ogan')) };

describe('what the demonstration says of itself', () => {
  it('names the address, the accounts and what they sign in with, in both languages', () => {
    const said = announcement({ ...about, secrets: { passphrase: 'duku-ogan-hujan', pin: '41000000' } });
    for (const part of [
      'http://127.0.0.1:3000',
      'station-officer',
      'duku-ogan-hujan',
      '41000000',
      '2024-02-14 07:00 WIB',
      'Siapa di dalam pada 02.13',
      'Who was inside at 02:13',
    ])
      expect(said).toContain(part);
  });

  it('asks the same question twice: as now known, and as known then', () => {
    const [now, then] = announcement(about)
      .split('\n')
      .filter((line) => line.includes('who-is-inside'));
    expect(now).toContain('at=2023-12-01T02%3A13%3A00%2B07%3A00');
    expect(now).not.toContain('knownAt');
    expect(then).toContain('knownAt=2023-12-01T02%3A13%3A00%2B07%3A00');
  });

  it('asks where a box was while its truck was on the road, what was late, and what became of all that came', () => {
    const said = announcement(about);
    expect(said).toMatch(/box-whereabouts\?area=160131&box=[0-9a-f-]{36}&at=2024-02-10T08%3A35%3A00%2B07%3A00'/);
    expect(said).toMatch(/dispatch-board\?area=160120&at=2024-02-10T10%3A55%3A01/);
    expect(said).toContain('/api/logistics/stock-equation?warehouse=');
  });

  it('says what to do when the passphrase is that of an earlier start', () => {
    const said = announcement(about);
    expect(said).toContain('set SAKSI_DEMO_PASSWORD to set a new one');
    expect(said).toContain('"passphrase":"PASSPHRASE"');
  });

  it('lets a shell read a passphrase with an apostrophe as it is', () => {
    expect(announcement({ ...about, secrets: { passphrase: "jum'at malam hujan", pin: '41000000' } })).toContain(`"passphrase":"jum'\\''at malam hujan"`);
  });
});
